"""A real SMTP server in a thread, that does what a test asks of it."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

ANGENOMMEN = "250 OK"


@dataclass
class Annahme:
    """`bei_empfaenger` and `bei_daten` answer in place of the server; mails are kept in `mails`."""

    bei_empfaenger: Callable[[str], str] = lambda _an: ANGENOMMEN
    bei_daten: Callable[[], str] = lambda: ANGENOMMEN
    mails: list[EmailMessage] = field(default_factory=list)

    async def handle_RCPT(  # noqa: N802 - the server calls it by this name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, optionen: Any
    ) -> str:
        antwort = self.bei_empfaenger(address)
        if antwort.startswith("250"):
            envelope.rcpt_tos.append(address)
        return antwort

    async def handle_DATA(  # noqa: N802 - the server calls it by this name
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        antwort = self.bei_daten()
        if antwort.startswith("250"):
            mail = message_from_bytes(envelope.content or b"", policy=default)
            assert isinstance(mail, EmailMessage)
            self.mails.append(mail)
        return antwort


@contextmanager
def mailserver(annahme: Annahme) -> Iterator[int]:
    """Its port."""
    steuerung = Controller(annahme, hostname="127.0.0.1", port=freier_port())
    steuerung.start()
    try:
        yield steuerung.port
    finally:
        steuerung.stop()


def freier_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as horcher:
        return int(horcher.getsockname()[1])
