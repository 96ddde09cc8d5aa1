"""Security headers on every response, errors and static files included."""

from flask import Flask, Response, current_app, request
from flask_login import current_user

CSP = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)


def richte_ein(app: Flask) -> None:
    app.after_request(_setze)


def _setze(antwort: Response) -> Response:
    kopf = antwort.headers
    kopf["Content-Security-Policy"] = CSP
    kopf["X-Content-Type-Options"] = "nosniff"
    kopf["Referrer-Policy"] = "same-origin"
    kopf["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()"
    kopf["Cross-Origin-Opener-Policy"] = "same-origin"
    if not current_app.config["DEMO"]:
        kopf["Strict-Transport-Security"] = "max-age=63072000; includeSubDomains"
    if request.endpoint != "static" and "Cache-Control" not in kopf:
        kopf["Cache-Control"] = "no-store" if _ist_persoenlich() else "no-cache"
    return antwort


def _ist_persoenlich() -> bool:
    return bool(current_user and current_user.is_authenticated)
