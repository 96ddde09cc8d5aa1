"""Places in the course: from the ids of an address to the content, and back to an address."""

from typing import Any

from flask import url_for

from kurse.kurs import Inhalt, Lektion, Modul, SzenarioInhalt
from lernplattform.core.errors import NichtGefunden
from lernplattform.web.katalog import katalog


def finde_modul(modul_id: str) -> Modul:
    modul = katalog().module.get(modul_id)
    if modul is None:
        raise NichtGefunden
    return modul


def finde_lektion(modul_id: str, lektion_id: str) -> tuple[Modul, Lektion]:
    lektion = katalog().lektion(lektion_id)
    if lektion is None or katalog().modul_von[lektion_id].id != modul_id:
        raise NichtGefunden
    return katalog().modul_von[lektion_id], lektion


def finde_szenario(modul_id: str, szenario_id: str) -> tuple[Modul, SzenarioInhalt]:
    szenario = katalog().szenario(szenario_id)
    if szenario is None or katalog().modul_von[szenario_id].id != modul_id:
        raise NichtGefunden
    return katalog().modul_von[szenario_id], szenario


def url_von(inhalt: Inhalt, **stellung: Any) -> str:
    """The page of a Lektion or the start page of a Szenario in the live Katalog."""
    modul = katalog().modul_von[inhalt.id]
    if isinstance(inhalt, Lektion):
        return url_for("lernen.lektion", modul_id=modul.id, lektion_id=inhalt.id, **stellung)
    return url_for("lernen.szenario", modul_id=modul.id, szenario_id=inhalt.id)


def url_nach(szenario_id: str) -> str:
    """The start page of a Szenario; the Lernweg if the Katalog no longer has it."""
    szenario = katalog().szenario(szenario_id)
    return url_von(szenario) if szenario else url_for("lernen.weg")


def naechster_inhalt(inhalt_id: str) -> Inhalt | None:
    """What stands after it in its Modul; None at the end, or if it is gone from the Katalog."""
    modul = katalog().modul_von.get(inhalt_id)
    reihe = [baustein.inhalt for baustein in modul.bausteine] if modul else []
    nummer = next((nr for nr, inhalt in enumerate(reihe, 1) if inhalt.id == inhalt_id), len(reihe))
    return reihe[nummer] if nummer < len(reihe) else None


def alternative_zu(inhalt: Inhalt) -> Inhalt | None:
    return katalog().inhalte.get(inhalt.alternative) if inhalt.alternative else None
