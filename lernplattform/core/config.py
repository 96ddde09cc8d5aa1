"""Configuration from the environment, decided once at start."""

import os
import secrets
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

SCHLUESSEL_MINDESTLAENGE = 32
DEMO_DATEI = "demo.sqlite"


class KonfigurationFehlt(RuntimeError):
    """The platform must not serve like this; the message says what to set."""


def aus_umgebung(umgebung: Mapping[str, str], instanz: Path) -> dict[str, Any]:
    """The Flask configuration. Reads DATABASE_URL, SECRET_KEY, LP_* (docs/betrieb.md)."""
    demo = umgebung.get("LP_DEMO") == "1"
    return {
        "DEMO": demo,
        "STILBUCH": demo,
        "SECRET_KEY": _demo_schluessel(instanz) if demo else umgebung.get("SECRET_KEY", ""),
        "SQLALCHEMY_DATABASE_URI": _datenbank(umgebung, instanz, demo=demo),
        "SQLALCHEMY_ENGINE_OPTIONS": {"pool_pre_ping": True},
        "BASIS_URL": umgebung.get("LP_BASIS_URL", "http://127.0.0.1:8000").rstrip("/"),
        "PROXY_ANZAHL": int(umgebung.get("LP_PROXY_ANZAHL", "0")),
        "TRUSTED_HOSTS": _liste(umgebung.get("LP_HOSTS", "")) or None,
        "VERLASSEN_URL": _verlassen_url(umgebung),
        **_post(umgebung),
        **_sitzung(sicher=not demo),
    }


def _datenbank(umgebung: Mapping[str, str], instanz: Path, *, demo: bool) -> str:
    if demo:
        return f"sqlite:///{instanz / DEMO_DATEI}"
    return umgebung.get("DATABASE_URL") or f"sqlite:///{instanz / 'lernplattform.sqlite'}"


def _verlassen_url(umgebung: Mapping[str, str]) -> str:
    """Where "Schnell verlassen" leads: somewhere public that nobody asks questions about."""
    url = umgebung.get("LP_VERLASSEN_URL", "https://www.dwd.de/")
    if not url.startswith("https://"):
        raise KonfigurationFehlt("LP_VERLASSEN_URL muss mit https:// beginnen.")
    return url


def _post(umgebung: Mapping[str, str]) -> dict[str, Any]:
    return {
        "SMTP_HOST": umgebung.get("LP_SMTP_HOST", ""),
        "SMTP_PORT": int(umgebung.get("LP_SMTP_PORT", "587")),
        "SMTP_STARTTLS": umgebung.get("LP_SMTP_STARTTLS", "1") == "1",
        "SMTP_BENUTZER": umgebung.get("LP_SMTP_BENUTZER", ""),
        "SMTP_PASSWORT": umgebung.get("LP_SMTP_PASSWORT", ""),
        "POST_ABSENDER": umgebung.get("LP_POST_ABSENDER", "Lotsen lernen <lernen@demo.example>"),
    }


def _sitzung(*, sicher: bool) -> dict[str, Any]:
    """Clients drop Secure cookies over plain HTTP, which the demo speaks (architektur.md, 18)."""
    return {
        "SESSION_COOKIE_NAME": "__Host-sitzung" if sicher else "sitzung",
        "SESSION_COOKIE_SECURE": sicher,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SITZUNG_HOECHSTDAUER": timedelta(hours=12),
        "SITZUNG_RUHEDAUER": timedelta(hours=2),
        "WTF_CSRF_TIME_LIMIT": None,
        "WTF_CSRF_SSL_STRICT": False,
        "MAX_CONTENT_LENGTH": 1024 * 1024,
    }


def _liste(text: str) -> list[str]:
    return [teil.strip() for teil in text.split(",") if teil.strip()]


def _demo_schluessel(instanz: Path) -> str:
    """A random key, kept in the instance folder for this user alone."""
    datei = instanz / "demo.schluessel"
    instanz.mkdir(parents=True, exist_ok=True)
    if not datei.exists():
        griff = os.open(datei, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(griff, "w") as strom:
            strom.write(secrets.token_urlsafe(48))
    return datei.read_text()


def pruefe_zum_bedienen(config: Mapping[str, Any]) -> None:
    """Refuse to serve without a good key. Raises KonfigurationFehlt."""
    schluessel = config.get("SECRET_KEY") or ""
    if len(schluessel) < SCHLUESSEL_MINDESTLAENGE or len(set(schluessel)) < 10:
        raise KonfigurationFehlt(
            "SECRET_KEY fehlt oder ist zu schwach (mindestens 32 zufällige Zeichen). "
            'Einen guten Schlüssel macht: python3 -c "import secrets; '
            'print(secrets.token_urlsafe(48))"'
        )
    if config.get("DEBUG"):
        raise KonfigurationFehlt("DEBUG ist eingeschaltet. So wird nicht bedient.")
