"""What somebody chose on this device, signed in or not: a cookie that no script reads."""

from datetime import timedelta

from flask import Response, current_app

EIN_JAHR = timedelta(days=365)


def merke_wahl(antwort: Response, cookie: str, wert: str) -> None:
    antwort.set_cookie(
        cookie,
        wert,
        max_age=EIN_JAHR,
        secure=current_app.config["SESSION_COOKIE_SECURE"],
        httponly=True,
        samesite="Lax",
    )
