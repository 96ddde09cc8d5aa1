"""Light or dark: as the device says, unless the person chose one on this device."""

from flask import Response, request

from lernplattform.web.geraetewahl import merke_wahl

COOKIE = "darstellung"
# What the cookie says, and what KERN calls it.
THEMEN = {"hell": "light", "dunkel": "dark"}


def gewaehltes_thema() -> str | None:
    """For the page's `data-kern-theme`; None leaves it to the device."""
    return THEMEN.get(request.cookies.get(COOKIE, ""))


def merke_darstellung(antwort: Response, wunsch: str) -> None:
    """Anything but a known choice means: as the device."""
    if wunsch not in THEMEN:
        antwort.delete_cookie(COOKIE)
        return
    merke_wahl(antwort, COOKIE, wunsch)
