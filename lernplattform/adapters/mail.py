"""Mail by SMTP."""

import smtplib
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from typing import Any

from lernplattform.adapters.mailtext import Brieftext

GEDULD = 20.0
"""Seconds that the server may take for one step."""


class Zustellfehler(Exception):
    """This time it did not leave. `endgueltig`: the server will never take it."""

    def __init__(self, grund: str, *, endgueltig: bool = False) -> None:
        super().__init__(grund)
        self.endgueltig = endgueltig


@dataclass(frozen=True, slots=True)
class Server:
    host: str
    port: int
    starttls: bool
    benutzer: str
    passwort: str


def server_aus(config: Mapping[str, Any]) -> Server:
    return Server(
        config["SMTP_HOST"],
        config["SMTP_PORT"],
        config["SMTP_STARTTLS"],
        config["SMTP_BENUTZER"],
        config["SMTP_PASSWORT"],
    )


@dataclass(frozen=True, slots=True)
class Umschlag:
    """Who to and from, and the Message-ID that stays the same over all tries."""

    absender: str
    name: str
    email: str
    message_id: str


def baue(umschlag: Umschlag, brief: Brieftext, sprache: str, jetzt: datetime) -> EmailMessage:
    """Text first, HTML as the alternative."""
    mail = EmailMessage(policy=SMTP)
    absender_name, absender_email = parseaddr(umschlag.absender)
    mail["From"] = _adresse(absender_name, absender_email)
    mail["To"] = _adresse(umschlag.name, umschlag.email)
    mail["Subject"] = brief.betreff
    mail["Date"] = format_datetime(jetzt)
    mail["Message-ID"] = umschlag.message_id
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(brief.text, cte="quoted-printable")
    mail.add_alternative(brief.html, subtype="html", cte="quoted-printable")
    mail["Content-Language"] = sprache  # earlier it would move into the first part
    return mail


def sende(mail: EmailMessage, server: Server) -> None:
    """Returns once the server has taken it. Raises Zustellfehler."""
    try:
        with _verbindung(server, mail["From"].addresses[0].domain) as smtp:
            smtp.send_message(mail)
    except smtplib.SMTPRecipientsRefused as fehler:
        code, antwort = next(iter(fehler.recipients.values()))
        raise Zustellfehler(f"{code} {_text(antwort)}", endgueltig=code >= 500) from fehler
    except (smtplib.SMTPException, OSError) as fehler:
        raise Zustellfehler(f"{type(fehler).__name__}: {fehler}") from fehler


@contextmanager
def _verbindung(server: Server, eigener_name: str) -> Iterator[smtplib.SMTP]:
    """A connection ready to send. Saying good-bye may fail: the mail has been taken by then."""
    smtp = smtplib.SMTP(server.host, server.port, local_hostname=eigener_name, timeout=GEDULD)
    try:
        if server.starttls:
            smtp.starttls(context=ssl.create_default_context())
        if server.benutzer:
            smtp.login(server.benutzer, server.passwort)
        yield smtp
        with suppress(smtplib.SMTPException, OSError):
            smtp.quit()
    finally:
        smtp.close()


def _adresse(name: str, email: str) -> Address:
    """White space of every kind becomes one blank, so that a name cannot begin a header."""
    return Address(display_name=" ".join(name.split()), addr_spec=email)


def _text(antwort: bytes | str) -> str:
    return antwort.decode(errors="replace") if isinstance(antwort, bytes) else antwort
