"""What a device keeps: installing the platform, the service worker, the page shown offline."""

from lernplattform.web.geraet import anzeige, arbeiter, buendel, manifest, marke
from lernplattform.web.geraet.blueprint import bp

__all__ = ["anzeige", "arbeiter", "bp", "buendel", "manifest", "marke"]
