"""A Bescheinigung as an HTTP answer."""

from collections.abc import Mapping
from typing import Any

from flask import Response, current_app, url_for

from lernplattform.adapters.bescheinigung_pdf import mache_pdf


def pdf_antwort(nummer: str, schnappschuss: Mapping[str, Any]) -> Response:
    """The check address on the paper comes from the configuration, never from the request."""
    pfad = url_for("pruefen.ergebnis", nummer=nummer)
    pdf = mache_pdf(nummer, schnappschuss, current_app.config["BASIS_URL"] + pfad)
    antwort = Response(pdf, mimetype="application/pdf")
    antwort.headers["Content-Disposition"] = f"attachment; filename=bescheinigung-{nummer}.pdf"
    return antwort
