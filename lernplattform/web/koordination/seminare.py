"""Seminare of the own Standorte: the list, and one with its people."""

from typing import Any

from flask import render_template, request

from lernplattform.core import clock
from lernplattform.core.kennung import als_kennung
from lernplattform.models.person import Rolle
from lernplattform.models.seminar import SeminarStatus
from lernplattform.queries.anmeldung import list_teilnehmende, modultitel
from lernplattform.queries.seminar import (
    lies_geplantes,
    lies_termine,
    list_gehaltene,
    list_geplante,
)
from lernplattform.web.katalog import katalog
from lernplattform.web.koordination.blueprint import bp
from lernplattform.web.koordination.forms_seminar import AbsageForm
from lernplattform.web.zugang import angemeldet, rolle


@bp.get("/seminare/")
@rolle(Rolle.KOORDINATION)
def seminare() -> Any:
    jetzt = clock.jetzt()
    nach = request.args.get("nach", type=als_kennung)
    vergangene, weiter = list_gehaltene(angemeldet(), jetzt, nach)
    return render_template(
        "koordination/seminare.html",
        geplante=[] if nach else list_geplante(angemeldet(), jetzt),
        vergangene=vergangene,
        weiter=weiter,
        blaettert=nach is not None,
    )


@bp.get("/seminare/<int:seminar_id>/")
@rolle(Rolle.KOORDINATION)
def seminar(seminar_id: int) -> Any:
    return zeige_seminar(seminar_id, AbsageForm())


@bp.get("/seminare/<int:seminar_id>/teilnahmeliste")
@rolle(Rolle.KOORDINATION)
def seminar_teilnahmeliste(seminar_id: int) -> Any:
    """On paper, to sign: a sheet for each Termin, with whoever has a place."""
    zeile = lies_geplantes(angemeldet(), seminar_id)
    teilnehmende, _wartende = list_teilnehmende(angemeldet(), seminar_id)
    return render_template(
        "koordination/teilnahmeliste.html",
        seminar=zeile,
        termine=lies_termine(seminar_id),
        teilnehmende=teilnehmende,
    )


def zeige_seminar(seminar_id: int, absage: AbsageForm) -> str:
    """The page, also when the reason for calling off came back with an error."""
    zeile = lies_geplantes(angemeldet(), seminar_id)
    teilnehmende, wartende = list_teilnehmende(angemeldet(), seminar_id)
    jetzt = clock.jetzt()
    begonnen = zeile.beginn <= jetzt
    termine = lies_termine(seminar_id)
    return render_template(
        "koordination/seminar.html",
        seminar=zeile,
        termine=termine,
        vorbei=all(termin.ende <= jetzt for termin in termine),
        module=[modultitel(modul, katalog()) for modul in zeile.verlangte_module],
        teilnehmende=teilnehmende,
        wartende=wartende,
        mit_standort=any(p.standorte != zeile.standort for p in (*teilnehmende, *wartende)),
        absage=absage,
        aenderbar=not begonnen and zeile.status is not SeminarStatus.ABGESAGT,
    )
