"""The mailbox: what the platform would have sent, for a demo without a mail server."""

from typing import Any

from flask import render_template

from lernplattform.core.errors import NichtGefunden
from lernplattform.queries.post import lies_postfacheintrag, list_postfach
from lernplattform.web.demo.blueprint import bp
from lernplattform.web.zugang import oeffentlich


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
    return render_template("demo/mail.html", mail=eintrag)
