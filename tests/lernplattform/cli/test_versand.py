"""Mails on their way: everything that can go wrong between the outbox and a mail server."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise
from threading import Thread

import pytest
from flask import Flask
from sqlalchemy import select, update
from structlog.testing import capture_logs

from lernplattform.cli.versand import sende_naechste
from lernplattform.core.db import db
from lernplattform.core.transaction import transaktion
from lernplattform.models.nachricht import Nachricht, Postfacheintrag
from lernplattform.models.person import Linkart, Person
from lernplattform.queries.konto import finde_einlass
from lernplattform.services.nachrichten import lege_nachricht_an
from lernplattform.services.personen import setze_aktiv
from lernplattform.services.post import MIETDAUER, miete_naechste, verbuche_fehlschlag
from tests.fabrik import JETZT, mache_person, mache_standort
from tests.mailserver import Annahme, mailserver


@pytest.fixture
def annahme(app: Flask) -> Iterator[Annahme]:
    """A mail server that the app is set to."""
    server = Annahme()
    with mailserver(server) as port:
        app.config["SMTP_PORT"] = port
        yield server


def schreibe_an(person: Person, vorlage: str = "durchsicht", **daten: object) -> Nachricht:
    with transaktion():
        lege_nachricht_an(person.id, vorlage, JETZT, **daten)
    return lies()


def lies() -> Nachricht:
    """The newest Nachricht as it is stored now."""
    db.session.rollback()
    db.session.expire_all()
    return db.session.scalars(select(Nachricht).order_by(Nachricht.id.desc())).first() or fehlt()


def fehlt() -> Nachricht:
    raise AssertionError("no Nachricht")


def sende(am: datetime = JETZT) -> bool:
    return sende_naechste(lambda: am)


def lass_miete_ablaufen() -> None:
    with transaktion():
        db.session.execute(update(Nachricht).values(gemietet_bis=JETZT - timedelta(seconds=1)))


def test_a_mail_is_delivered_once_and_recorded(annahme: Annahme) -> None:
    person = mache_person(standort=mache_standort(name="Kreis Süd"), vorname="Jürgen")
    nachricht = schreibe_an(person)
    assert sende()
    assert not sende(JETZT + timedelta(days=1))
    (mail,) = annahme.mails
    assert mail["To"].addresses[0].addr_spec == person.email
    assert mail["Message-ID"] == nachricht.message_id
    text = mail.get_body(("plain",))
    assert text is not None
    assert f"Guten Tag Jürgen {person.nachname}," in text.get_content()
    assert "Kreis Süd" in text.get_content()
    assert "https://lernen.example/lernen/" in text.get_content()
    assert lies().gesendet_am == JETZT


def test_an_einladung_gets_its_link_at_sending_and_the_outbox_holds_no_secret(
    annahme: Annahme,
) -> None:
    person = mache_person()
    schreibe_an(person, "einladung")
    sende()
    text = annahme.mails[0].get_body(("plain",))
    assert text is not None
    token = re.search(r"https://lernen\.example/einladung/(\S+)", text.get_content())
    assert token is not None
    einlass = finde_einlass(token.group(1), Linkart.EINLADUNG, JETZT)
    assert einlass is not None
    assert einlass.person_id == person.id
    zeile = db.session.execute(select(Nachricht.__table__)).one()
    assert token.group(1) not in repr(tuple(zeile))


def test_many_senders_at_once_send_each_mail_once(app: Flask, annahme: Annahme) -> None:
    person = mache_person()
    for _ in range(24):
        schreibe_an(person)

    def sender() -> None:
        with app.app_context():
            while sende():
                pass

    faeden = [Thread(target=sender) for _ in range(6)]
    for faden in faeden:
        faden.start()
    for faden in faeden:
        faden.join()
    ids = [mail["Message-ID"] for mail in annahme.mails]
    assert len(set(ids)) == len(ids) == 24


def test_no_transaction_is_open_while_the_server_works(app: Flask, annahme: Annahme) -> None:
    """The server writes to the very row before it answers; a lock would hold it up for long."""

    def schreibe_dazwischen() -> str:
        with app.app_context(), transaktion():
            db.session.execute(update(Nachricht).values(letzter_fehler="dazwischen"))
        return "451 Später"

    annahme.bei_daten = schreibe_dazwischen
    schreibe_an(mache_person())
    sende()
    assert "451" in lies().letzter_fehler


def test_a_server_that_is_down_is_tried_for_hours_at_growing_intervals(app: Flask) -> None:
    nachricht = schreibe_an(mache_person())
    versuche = []
    am = JETZT
    while nachricht.aufgegeben_am is None:
        am = max(am, nachricht.naechster_versuch_am)
        assert sende(am)
        versuche.append(am)
        nachricht = lies()
    abstaende = [b - a for a, b in pairwise(versuche)]
    assert abstaende[0] == timedelta(seconds=30)
    assert abstaende == sorted(abstaende)
    assert max(abstaende) == timedelta(hours=2)
    assert versuche[-1] - versuche[0] >= timedelta(hours=4)
    assert "ConnectionRefusedError" in nachricht.letzter_fehler
    assert not sende(am + timedelta(days=1))


def test_a_server_that_comes_back_gets_the_mail(annahme: Annahme) -> None:
    annahme.bei_empfaenger = lambda _an: "421 Wartung"
    schreibe_an(mache_person())
    sende()
    assert "421" in lies().letzter_fehler
    annahme.bei_empfaenger = lambda _an: "250 OK"
    assert not sende(JETZT + timedelta(seconds=29))
    assert sende(JETZT + timedelta(seconds=30))
    assert len(annahme.mails) == 1
    assert lies().letzter_fehler == ""


def test_an_address_that_does_not_exist_is_given_up_at_once(annahme: Annahme) -> None:
    annahme.bei_empfaenger = lambda _an: "550 Unbekannt"
    schreibe_an(mache_person())
    sende()
    assert lies().aufgegeben_am == JETZT


def test_the_log_names_no_address_that_the_server_repeats(annahme: Annahme) -> None:
    person = mache_person()
    annahme.bei_empfaenger = lambda an: f"550 <{an}> unbekannt"
    schreibe_an(person)
    with capture_logs() as zeilen:
        sende()
    assert person.email in lies().letzter_fehler
    assert [zeile["event"] for zeile in zeilen] == ["mail_nicht_angenommen"]
    assert person.email not in repr(zeilen)


def test_who_has_no_address_or_is_deactivated_gets_no_mail(annahme: Annahme) -> None:
    schreibe_an(mache_person(email=None, benutzername="ohne-post"))
    sende()
    assert lies().letzter_fehler == "ohne_email"
    person, koordination = mache_person(), mache_person()
    with transaktion():
        setze_aktiv(person.id, False, JETZT, von_id=koordination.id)
    schreibe_an(person)
    sende()
    assert lies().letzter_fehler == "konto_deaktiviert"
    assert lies().aufgegeben_am == JETZT
    assert annahme.mails == []


def test_a_mail_that_cannot_be_written_holds_up_no_other(annahme: Annahme) -> None:
    person = mache_person()
    schreibe_an(person, "nachgerueckt")  # without the data that it needs
    kaputt = lies().id
    schreibe_an(person)
    assert sende()
    assert sende()
    assert len(annahme.mails) == 1
    db.session.expire_all()
    assert "seminar_id" in db.session.get_one(Nachricht, kaputt).letzter_fehler


def test_a_claimed_mail_is_free_again_when_the_lease_runs_out(app: Flask) -> None:
    schreibe_an(mache_person())
    with transaktion():
        assert miete_naechste(JETZT) is not None
    with transaktion():
        assert miete_naechste(JETZT + MIETDAUER - timedelta(seconds=1)) is None
    with transaktion():
        wieder = miete_naechste(JETZT + MIETDAUER)
    assert wieder is not None
    assert wieder.versuch == 2


def test_a_late_sender_does_not_undo_what_its_successor_recorded(annahme: Annahme) -> None:
    schreibe_an(mache_person())
    with transaktion():
        langsam = miete_naechste(JETZT)
    assert langsam is not None
    spaeter = JETZT + MIETDAUER
    assert sende(spaeter)
    with transaktion():
        verbuche_fehlschlag(langsam, "zu langsam", spaeter)
    assert lies().gesendet_am == spaeter
    assert lies().letzter_fehler == ""
    assert not sende(spaeter + timedelta(days=1))


def test_a_language_without_a_catalogue_falls_back_to_german(annahme: Annahme) -> None:
    schreibe_an(mache_person(sprache="ti"))
    sende()
    assert annahme.mails[0]["Content-Language"] == "de"


@pytest.mark.parametrize("app_config", [{"DEMO": True}])
def test_the_demo_delivers_into_its_own_mailbox(app: Flask) -> None:
    person = mache_person()
    schreibe_an(person, "passwort")
    sende()
    eintrag = db.session.scalars(select(Postfacheintrag)).one()
    assert eintrag.an == person.email
    assert "https://lernen.example/passwort/neu/" in eintrag.text
    assert lies().gesendet_am == JETZT
