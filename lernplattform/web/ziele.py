"""Where a signed-in person begins, where somebody is and was, and which targets are safe."""

from urllib.parse import urlsplit

from flask import current_app, request, url_for
from werkzeug.exceptions import HTTPException

from lernplattform.models.person import Rolle
from lernplattform.rechte import Angemeldet
from lernplattform.web.navigation import BEREICHE


def eigener_bereich(rollen: frozenset[Rolle]) -> str:
    """The first area of a person. Whoever has staff duties begins with them, not as a Lotse."""
    for bereich in reversed(BEREICHE):
        if bereich.rolle in rollen:
            return url_for(bereich.erste_seite)
    return url_for("konto.uebersicht")


def bereich_von(person: Angemeldet) -> str:
    return eigener_bereich(person.rollen)


def ist_eigener_pfad(ziel: str | None) -> bool:
    """A path on this site and nothing else: no host, no scheme, no trick with slashes."""
    if not ziel or not ziel.startswith("/") or ziel.startswith("//") or "\\" in ziel:
        return False
    if any(ord(zeichen) < 32 for zeichen in ziel):
        return False
    teile = urlsplit(ziel)
    return not teile.scheme and not teile.netloc


def seite_der_anfrage() -> str | None:
    """The address of the page that is seen: a POST has none, but says where it was sent from."""
    return request.full_path.rstrip("?") if request.method == "GET" else _herkunft()


def letzte_seite(angegeben: str | None = None) -> str:
    """Where the form of this request stood; the start page if it cannot be opened by itself.

    `angegeben` is what the form itself says, for browsers that tell no referrer and for pages
    that answered a POST.
    """
    ziele = (_herkunft(), angegeben)
    return next(filter(_laesst_sich_oeffnen, ziele), None) or url_for("oeffentlich.start")


def _herkunft() -> str | None:
    """The page on this site from which the request came, as far as the browser tells."""
    teile = urlsplit(request.referrer or "")
    if teile.netloc != request.host or not ist_eigener_pfad(teile.path):
        return None
    return teile._replace(scheme="", netloc="", fragment="").geturl()


def _laesst_sich_oeffnen(ziel: str | None) -> bool:
    if not ziel or not ist_eigener_pfad(ziel):
        return False
    try:
        current_app.create_url_adapter(request).match(urlsplit(ziel).path, method="GET")  # type: ignore[union-attr]
    except HTTPException:
        return False
    return True
