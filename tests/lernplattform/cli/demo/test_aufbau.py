"""What the demo shows."""

import re
from collections import Counter
from contextlib import suppress
from itertools import pairwise

import pytest
from flask import Flask
from sqlalchemy import func, select

from kurse.katalog import Katalog, fuer_demo
from lernplattform.cli.demo.menschen import KONTEN, LOTSEN, PASSWORT, Ausgang, Gruppe, Lotse
from lernplattform.core.clock import ORTSZEIT
from lernplattform.core.db import Basis, db
from lernplattform.core.transaction import transaktion
from lernplattform.models.durchlauf import Durchlauf, DurchlaufStatus
from lernplattform.models.fortschritt import Abschluss, Reflexion
from lernplattform.models.kursgruppe import Kursgruppe
from lernplattform.models.nachricht import Nachricht, Postfacheintrag
from lernplattform.models.person import Linkart, Person
from lernplattform.models.qualifizierung import Qualifizierung, QualifizierungStand
from lernplattform.models.seminar import Anmeldung, AnmeldungStatus, Seminar, SeminarStatus
from lernplattform.queries.begleitung import lies_eigene_gruppe, wartet_auf_antwort
from lernplattform.queries.konto import finde_einlass
from lernplattform.queries.matrix import Matrixfilter, Matrixzeile, Zelle, lies_matrix
from lernplattform.services.qualifizierung import bestaetige
from tests.angemeldet import als
from tests.fabrik import JETZT
from tests.seiten import Besuch

HEUTE = JETZT.astimezone(ORTSZEIT).date()


class Zuruecknehmen(Exception):
    """Leaves a transaction without keeping what was done in it."""


def person(kennung: str) -> Person:
    return db.session.scalars(
        select(Person).where((Person.email == kennung) | (Person.benutzername == kennung))
    ).one()


def person_von(lotse: Lotse) -> Person:
    return person(lotse.kennung if lotse.ohne_email else f"{lotse.kennung}@demo.example")


def qualifizierung(wer: Person) -> Qualifizierung:
    db.session.rollback()
    return db.session.scalars(
        select(Qualifizierung).where(Qualifizierung.person_id == wer.id)
    ).one()


def matrix(katalog: Katalog) -> list[Matrixzeile]:
    """All rows that trainer@ sees."""
    trainer = als(person("trainer@demo.example"))
    namen = (Gruppe.FRUEHJAHR.value, Gruppe.HERBST.value)
    ids = db.session.scalars(select(Kursgruppe.id).where(Kursgruppe.name.in_(namen))).all()
    koepfe = [lies_eigene_gruppe(trainer, gruppe_id, HEUTE) for gruppe_id in ids]
    demo_katalog = fuer_demo(katalog)
    matrizen = [lies_matrix(kopf, demo_katalog, HEUTE, Matrixfilter()) for kopf in koepfe]
    return [zeile for matrix in matrizen for zeile in matrix.seite.zeilen]


def belegung(seminar: Seminar, status: AnmeldungStatus) -> int:
    anfrage = select(func.count()).where(
        Anmeldung.seminar_id == seminar.id, Anmeldung.status == status
    )
    return db.session.scalar(anfrage) or 0


def zeilen() -> dict[str, int]:
    return {
        name: db.session.scalar(select(func.count()).select_from(tabelle)) or 0
        for name, tabelle in Basis.metadata.tables.items()
    }


@pytest.mark.parametrize("konto", [konto for konto, _ in KONTEN])
def test_every_printed_account_signs_in_and_lands_on_a_page(demo: Flask, konto: str) -> None:
    besuch = Besuch(demo)
    text = besuch.sende("/login", kennung=konto, passwort=PASSWORT)
    assert person(konto).vorname in text or "Abmelden" in text


def test_the_koordination_can_confirm_lotse2_at_once(demo: Flask, katalog: Katalog) -> None:
    koordination = als(person("koordination@demo.example"))
    fall = qualifizierung(person("lotse2@demo.example"))
    assert fall.stand is QualifizierungStand.VOLLSTAENDIG
    with suppress(Zuruecknehmen), transaktion():
        bestaetigt = bestaetige(koordination, fall.id, fuer_demo(katalog), JETZT)
        assert bestaetigt.stand is QualifizierungStand.BESTAETIGT
        raise Zuruecknehmen


def test_lotse_is_fresh_and_lotse3_stands_in_the_middle_of_a_story(
    demo: Flask, katalog: Katalog
) -> None:
    frisch, halb = person("lotse@demo.example"), person("lotse3@demo.example")
    abschluesse = Counter(db.session.scalars(select(Abschluss.person_id)))
    assert abschluesse[frisch.id] == 0
    pflicht = [b for m in fuer_demo(katalog).basis.module if m.pflicht for b in m.bausteine]
    assert 0.3 < abschluesse[halb.id] / len(pflicht) < 0.7
    offen = db.session.scalars(
        select(Durchlauf).where(
            Durchlauf.person_id == halb.id, Durchlauf.status == DurchlaufStatus.OFFEN
        )
    ).one()
    assert offen.schritt > 0


def test_exactly_those_who_did_everything_are_complete(demo: Flask) -> None:
    staende = {
        Ausgang.OFFEN: QualifizierungStand.VOLLSTAENDIG,
        Ausgang.DURCHGESEHEN: QualifizierungStand.VOLLSTAENDIG,
        Ausgang.ZURUECKGEGEBEN: QualifizierungStand.VOLLSTAENDIG,
        Ausgang.BESTAETIGT: QualifizierungStand.BESTAETIGT,
        Ausgang.WIDERRUFEN: QualifizierungStand.WIDERRUFEN,
    }
    for lotse in LOTSEN:
        soll = staende[lotse.ausgang] if lotse.ist_vollstaendig else QualifizierungStand.LAEUFT
        assert qualifizierung(person_von(lotse)).stand is soll, lotse


def test_the_matrix_shows_every_state_and_somebody_who_is_stuck(
    demo: Flask, katalog: Katalog
) -> None:
    reihen = matrix(katalog)
    zellen = {zelle for zeile in reihen for zelle in zeile.zellen}
    in_vorbereitung = {Zelle.VORBEREITUNG} & zellen
    assert zellen == {Zelle.FERTIG, Zelle.BEGONNEN, Zelle.OFFEN} | in_vorbereitung
    assert [zeile.name for zeile in reihen if zeile.fest_in] == ["Ahmad Zahir Noori"]
    assert len({zeile.aktivitaet for zeile in reihen}) == 4
    assert any(zeile.wartet_auf_durchsicht for zeile in reihen)


def test_the_seminare_are_past_full_open_planned_and_called_off(demo: Flask) -> None:
    seminare = {s.titel: s for s in db.session.scalars(select(Seminar))}
    voll = seminare["Nein sagen, freundlich und klar"]
    assert belegung(voll, AnmeldungStatus.BESTAETIGT) == voll.plaetze
    assert belegung(voll, AnmeldungStatus.WARTELISTE) == 2
    offene = [
        s
        for s in seminare.values()
        if s.status is SeminarStatus.VEROEFFENTLICHT and s.anmeldung_bis > JETZT
    ]
    assert any(belegung(s, AnmeldungStatus.BESTAETIGT) < s.plaetze for s in offene)
    assert any(s.beginn < JETZT for s in seminare.values())
    assert any(s.hessenweit for s in offene)
    assert {s.status for s in seminare.values()} == set(SeminarStatus)


def test_shared_reflexionen_are_answered_and_waiting(demo: Flask) -> None:
    wartend = db.session.scalars(select(Reflexion).where(wartet_auf_antwort())).all()
    beantwortet = db.session.scalars(select(Reflexion).where(Reflexion.antwort != "")).all()
    assert len(wartend) >= 2
    assert len(beantwortet) >= 2


def test_the_names_try_the_pages_out(demo: Flask) -> None:
    namen = [p.name for p in db.session.scalars(select(Person))]
    assert len(LOTSEN) == 40
    assert max(map(len, namen)) >= 60
    assert any(" " not in name for name in namen)


def test_what_happened_later_has_a_later_time_and_nothing_lies_ahead(demo: Flask) -> None:
    abschluesse = db.session.execute(
        select(Abschluss.person_id, Abschluss.am).order_by(Abschluss.person_id, Abschluss.id)
    ).all()
    for (wer, frueher), (naechster, spaeter) in pairwise(abschluesse):
        assert wer != naechster or frueher <= spaeter
    assert max(am for _, am in abschluesse) < JETZT
    assert len({am.date() for _, am in abschluesse}) > 50


def test_the_mailbox_holds_all_mail_and_an_einladung_that_still_works(demo: Flask) -> None:
    offen = db.session.scalars(select(Nachricht).where(Nachricht.gesendet_am.is_(None))).all()
    assert {n.letzter_fehler for n in offen} <= {"ohne_email", "konto_deaktiviert"}
    brief = db.session.scalars(
        select(Postfacheintrag).where(Postfacheintrag.an == "irina.weber@demo.example")
    ).one()
    token = re.search(r"/einladung/(\S+)", brief.text)
    assert token is not None
    assert finde_einlass(token.group(1), Linkart.EINLADUNG, JETZT) is not None


def test_building_it_again_changes_nothing(demo: Flask) -> None:
    vorher = zeilen()
    ergebnis = demo.test_cli_runner().invoke(args=["demo", "anlegen"])
    assert "sind da" in ergebnis.output
    assert zeilen() == vorher


@pytest.mark.parametrize("befehl", ["anlegen", "starten"])
def test_outside_the_demo_the_commands_refuse(app: Flask, befehl: str) -> None:
    ergebnis = app.test_cli_runner().invoke(args=["demo", befehl])
    assert ergebnis.exit_code == 1
    assert "Nur in der Demo" in ergebnis.output
    assert db.session.scalar(select(func.count()).select_from(Person)) == 0
