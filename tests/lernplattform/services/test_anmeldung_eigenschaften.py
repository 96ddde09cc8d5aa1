"""Whatever people and the Koordination do, in whatever order: the promises of the places hold."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from lernplattform.core.db import db
from lernplattform.core.errors import Konflikt
from lernplattform.core.transaction import transaktion
from lernplattform.models.nachricht import Nachricht
from lernplattform.models.person import Rolle
from lernplattform.models.qualifizierung import QualifizierungStand
from lernplattform.models.seminar import Anmeldung, AnmeldungStatus, Seminar
from lernplattform.rechte import Angemeldet
from lernplattform.services.anmeldung import melde_ab, melde_an
from lernplattform.services.seminar import (
    aendere_seminar,
    lege_seminar_an,
    veroeffentliche_seminar,
)
from lernplattform.services.seminarangaben import Seminarangaben
from tests.angemeldet import als
from tests.fabrik import JETZT, mache_person, mache_standort, setze_stand
from tests.katalog import beispiel_katalog

LOTSEN = 4
BEGINN = JETZT + timedelta(days=10)
TERMIN = (BEGINN, BEGINN + timedelta(hours=2))
BESTAETIGT, WARTELISTE = AnmeldungStatus.BESTAETIGT, AnmeldungStatus.WARTELISTE


@dataclass(frozen=True)
class Welt:
    standort_id: int
    koordination: Angemeldet
    lotsen: tuple[Angemeldet, ...]


@pytest.fixture
def welt(app: Flask) -> Welt:
    standort = mache_standort()
    lotsen = [mache_person(standort=standort) for _ in range(LOTSEN)]
    for person in lotsen:
        setze_stand(person, QualifizierungStand.VOLLSTAENDIG)
    koordination = als(mache_person(Rolle.KOORDINATION, standort))
    return Welt(standort.id, koordination, tuple(als(person) for person in lotsen))


def _plane(welt: Welt, plaetze: int) -> tuple[int, Seminarangaben]:
    angaben = Seminarangaben("Titel", "Ort", plaetze, (TERMIN,))
    with transaktion():
        seminar_id = lege_seminar_an(welt.koordination, welt.standort_id, angaben, JETZT)
        veroeffentliche_seminar(welt.koordination, seminar_id, JETZT)
    return seminar_id, angaben


def _stelle_plaetze(welt: Welt, seminar_id: int, neu: Seminarangaben, jetzt: datetime) -> None:
    """Fewer than promised are refused, which must leave everything as it was."""
    vorher = _aktive(seminar_id)
    if neu.plaetze >= sum(status is BESTAETIGT for _, _, status in vorher):
        with transaktion():
            aendere_seminar(welt.koordination, seminar_id, neu, jetzt)
        return
    with pytest.raises(Konflikt, match="plaetze_unter_bestaetigt"), transaktion():
        aendere_seminar(welt.koordination, seminar_id, neu, jetzt)
    assert _aktive(seminar_id) == vorher


def _fuehre_aus(
    welt: Welt, seminar_id: int, angaben: Seminarangaben, akt: tuple[str, int], jetzt: datetime
) -> None:
    art, wert = akt
    if art == "plaetze":
        _stelle_plaetze(welt, seminar_id, replace(angaben, plaetze=wert), jetzt)
        return
    with transaktion():
        if art == "an":
            melde_an(welt.lotsen[wert], seminar_id, beispiel_katalog(), jetzt)
        else:
            melde_ab(welt.lotsen[wert], seminar_id, jetzt)


def _aktive(seminar_id: int) -> list[tuple[int, int, AnmeldungStatus]]:
    db.session.rollback()
    zeilen = db.session.execute(
        select(Anmeldung.rang, Anmeldung.person_id, Anmeldung.status)
        .where(Anmeldung.seminar_id == seminar_id, Anmeldung.status.in_([BESTAETIGT, WARTELISTE]))
        .order_by(Anmeldung.rang)
    )
    return [(zeile.rang, zeile.person_id, zeile.status) for zeile in zeilen]


def _pruefe(seminar_id: int, *, nachruecken_offen: bool) -> None:
    aktive = _aktive(seminar_id)
    plaetze = db.session.get_one(Seminar, seminar_id).plaetze
    raenge = {
        status: [rang for rang, _, s in aktive if s is status]
        for status in (BESTAETIGT, WARTELISTE)
    }
    assert len(raenge[BESTAETIGT]) <= plaetze
    assert len({person for _, person, _ in aktive}) == len(aktive)
    if raenge[WARTELISTE]:
        assert max(raenge[BESTAETIGT], default=0) < min(raenge[WARTELISTE]), "overtaken"
        assert not nachruecken_offen or len(raenge[BESTAETIGT]) == plaetze, "a place lies idle"


AKTE = st.one_of(
    st.tuples(st.just("an"), st.integers(0, LOTSEN - 1)),
    st.tuples(st.just("ab"), st.integers(0, LOTSEN - 1)),
    st.tuples(st.just("plaetze"), st.integers(1, 4)),
)


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(plaetze=st.integers(1, 2), vor_der_frist=st.lists(AKTE), danach=st.lists(AKTE))
def test_never_more_than_the_places_in_order_and_nobody_is_overtaken(
    welt: Welt, plaetze: int, vor_der_frist: list[tuple[str, int]], danach: list[tuple[str, int]]
) -> None:
    seminar_id, angaben = _plane(welt, plaetze)
    for akte, jetzt in ((vor_der_frist, JETZT), (danach, BEGINN - timedelta(hours=36))):
        for akt, wert in akte:
            _fuehre_aus(welt, seminar_id, angaben, (akt, wert), jetzt)
            _pruefe(seminar_id, nachruecken_offen=jetzt == JETZT)
    _pruefe_post(seminar_id)


def _pruefe_post(seminar_id: int) -> None:
    """One mail for each Anmeldung at its beginning, and at most one for moving up."""
    anmeldungen = db.session.scalars(
        select(Anmeldung.rang).where(Anmeldung.seminar_id == seminar_id)
    ).all()
    post = [
        (z.vorlage, z.daten["rang"])
        for z in db.session.scalars(select(Nachricht))
        if z.daten["seminar_id"] == seminar_id
    ]
    assert len(post) == len(set(post))
    beginne = [r for vorlage, r in post if vorlage.startswith("anmeldung_")]
    assert sorted(beginne) == sorted(anmeldungen)
