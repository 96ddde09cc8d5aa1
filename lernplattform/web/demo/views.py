"""The mailbox: what the platform would have sent, for a demo without a mail server."""

import re
from typing import Any

from flask import render_template, request

from lernplattform.core.errors import NichtGefunden
from lernplattform.queries.post import lies_postfacheintrag, list_postfach
from lernplattform.web.demo.blueprint import bp
from lernplattform.web.zugang import oeffentlich

EIGENE_ADRESSE = re.compile(r"http://127\.0\.0\.1:\d+")


@bp.get("/postfach/")
@oeffentlich
def postfach() -> Any:
    return render_template("demo/postfach.html", mails=list_postfach())


@bp.get("/postfach/<int:mail_id>/")
@oeffentlich
def mail(mail_id: int) -> Any:
    eintrag = lies_postfacheintrag(mail_id)
    if eintrag is None:
        raise NichtGefunden
    text, html = _hierher(eintrag.text), _hierher(eintrag.html)
    return render_template("demo/mail.html", mail=eintrag, text=text, html=html)


def _hierher(text: str) -> str:
    """Links lead to this server, also when it was started on another port before."""
    return EIGENE_ADRESSE.sub(request.host_url.rstrip("/"), text)
