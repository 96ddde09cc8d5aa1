"""Light or dark: as the device says, unless the person chose one on this device."""

from datetime import timedelta

from flask import Response, current_app, request

COOKIE = "darstellung"
# What the cookie says, and what KERN calls it.
THEMEN = {"hell": "light", "dunkel": "dark"}
EIN_JAHR = timedelta(days=365)


def gewaehltes_thema() -> str | None:
    """For the page's `data-kern-theme`; None leaves it to the device."""
    return THEMEN.get(request.cookies.get(COOKIE, ""))


def merke_darstellung(antwort: Response, wunsch: str) -> None:
    """Anything but a known choice means: as the device."""
    if wunsch not in THEMEN:
        antwort.delete_cookie(COOKIE)
        return
    antwort.set_cookie(
        COOKIE,
        wunsch,
        max_age=EIN_JAHR,
        secure=current_app.config["SESSION_COOKIE_SECURE"],
        httponly=True,
        samesite="Lax",
    )
