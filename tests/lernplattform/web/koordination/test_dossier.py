"""The dossier and the decisions on it, as the Koordination meets them."""

import re
from collections.abc import Callable

import pytest
from flask import Flask

from lernplattform.core.db import db
from lernplattform.core.transaction import transaktion
from lernplattform.models.fortschritt import Durchsicht
from lernplattform.models.person import Person, Rolle
from lernplattform.models.protokoll import Einsichtnahme
from lernplattform.models.qualifizierung import Bescheinigung, Qualifizierung, QualifizierungStand
from lernplattform.models.standort import Standort
from tests.fabrik import JETZT, mache_person, mache_standort, setze_stand
from tests.katalog import spiele_beispiel_ein
from tests.seiten import Besuch
from tests.zaehlung import count_queries

Besucht = Callable[[], Besuch]


@pytest.fixture
def standort(app: Flask) -> Standort:
    spiele_beispiel_ein()
    return mache_standort("Musterstadt")


@pytest.fixture
def koordination(besuch: Besucht, standort: Standort) -> Besuch:
    return besuch().melde_an(mache_person(Rolle.KOORDINATION, standort))


@pytest.fixture
def lotse(standort: Standort) -> Person:
    return mache_person(Rolle.LOTSE, standort, vorname="Olena", nachname="Schewtschenko")


@pytest.fixture
def fall(lotse: Person, standort: Standort) -> Qualifizierung:
    trainer = mache_person(Rolle.TRAINER, standort)
    with transaktion():
        db.session.add(
            Durchsicht(person_id=lotse.id, trainer_id=trainer.id, am=JETZT, notiz="Gut gelernt.")
        )
    return setze_stand(lotse, QualifizierungStand.VOLLSTAENDIG)


def pfad(person: Person) -> str:
    return f"/koordination/personen/{person.id}/"


def test_confirming_gives_a_paper_that_the_public_check_knows(
    koordination: Besuch, lotse: Person, fall: Qualifizierung, besuch: Besucht
) -> None:
    assert "Gut gelernt." in koordination.oeffne(pfad(lotse))
    text = koordination.sende(f"/koordination/qualifizierungen/{fall.id}/bestaetigen")
    assert "Die Qualifizierung ist bestätigt" in text
    papier = koordination.client.get(koordination.link("PDF herunterladen"))
    assert papier.mimetype == "application/pdf"
    nummer = db.session.query(Bescheinigung).one().nummer
    amt = besuch()
    assert "echt und gültig" in amt.oeffne(f"/pruefen/{nummer}")
    assert "Schewtschenko" not in amt.text
    falsch = amt.sende(f"/pruefen/{nummer}", nachname="Muster")
    assert "gehört nicht zu dieser Bescheinigung" in falsch
    assert "Olena Schewtschenko" in amt.sende(f"/pruefen/{nummer}", nachname="schewtschenko")


def test_confirming_is_a_second_press_after_what_it_does(
    koordination: Besuch, lotse: Person, fall: Qualifizierung
) -> None:
    text = koordination.oeffne(pfad(lotse))
    frage, folge = text.index("Qualifizierung bestätigen"), text.index("stellen Sie die Besch")
    assert frage < folge < text.index("Jetzt bestätigen")
    assert "Die Qualifizierung ist bestätigt" in koordination.druecke("Jetzt bestätigen")


def test_a_revoked_paper_is_called_revoked_and_cannot_be_downloaded(
    koordination: Besuch, lotse: Person, fall: Qualifizierung, besuch: Besucht
) -> None:
    koordination.sende(f"/koordination/qualifizierungen/{fall.id}/bestaetigen")
    bescheinigung = db.session.query(Bescheinigung).one()
    eigene = besuch().melde_an(lotse)
    ziel = f"/konto/bescheinigung/{bescheinigung.id}.pdf"
    assert eigene.client.get(ziel).status_code == 200
    koordination.sende(
        f"/koordination/qualifizierungen/{fall.id}/widerrufen", grund="Verwechslung der Person"
    )
    assert "Verwechslung der Person" in koordination.text
    assert "widerrufen" in besuch().oeffne(f"/pruefen/{bescheinigung.nummer}")
    assert eigene.client.get(ziel).status_code == 404


def test_a_decision_without_a_reason_comes_back_open_with_the_message(
    koordination: Besuch, lotse: Person, fall: Qualifizierung
) -> None:
    text = koordination.sende(
        f"/koordination/qualifizierungen/{fall.id}/zurueckgeben", 422, grund="  "
    )
    assert "Bitte füllen Sie dieses Feld aus." in text
    assert re.search(r'<details class="lp-bestaetigung"\s+open\b', koordination.html)
    assert db.session.get_one(Qualifizierung, fall.id).rueckgabe_grund == ""


def test_what_hinders_is_said_on_the_page_and_on_the_act(
    koordination: Besuch, lotse: Person
) -> None:
    q = db.session.query(Qualifizierung).filter_by(person_id=lotse.id).one()
    text = koordination.oeffne(pfad(lotse))
    assert "noch nicht vollständig" in text
    assert "Es fehlt noch eine Durchsicht" in text
    abgelehnt = koordination.sende(f"/koordination/qualifizierungen/{q.id}/bestaetigen", 409)
    assert "noch nicht vollständig" in abgelehnt
    assert "Es fehlt noch eine Durchsicht" in abgelehnt


def test_looking_is_recorded_and_a_refused_look_is_not(
    koordination: Besuch, lotse: Person, besuch: Besucht
) -> None:
    koordination.oeffne(pfad(lotse))
    besuch().melde_an(mache_person(Rolle.KOORDINATION)).oeffne(pfad(lotse), 404)
    eintrag = db.session.query(Einsichtnahme).one()
    assert (eintrag.person_id, eintrag.was) == (lotse.id, "dossier")


def test_a_foreign_person_and_an_unknown_one_get_the_same_answer(
    koordination: Besuch, lotse: Person
) -> None:
    fremd = mache_person(Rolle.LOTSE)
    fremde_seite = koordination.client.get(pfad(fremd))
    keine_seite = koordination.client.get("/koordination/personen/999999/")
    assert fremde_seite.status_code == keine_seite.status_code == 404
    assert fremde_seite.data == keine_seite.data


def test_a_locked_person_is_out_and_can_be_let_in_again(
    koordination: Besuch, lotse: Person, besuch: Besucht
) -> None:
    eigene = besuch().melde_an(lotse)
    text = koordination.sende(f"{pfad(lotse)}aktiv/nein")
    assert "kann sich nicht mehr anmelden" in text
    assert eigene.client.get("/konto/").status_code == 303
    assert "kann sich wieder anmelden" in koordination.sende(f"{pfad(lotse)}aktiv/ja")


def test_the_dossier_keeps_its_query_budget(
    koordination: Besuch, lotse: Person, fall: Qualifizierung
) -> None:
    koordination.oeffne("/koordination/")  # the catalogue is in memory now
    with count_queries() as sql:
        koordination.oeffne(pfad(lotse))
    assert len(sql) <= 6, sql


def test_confirming_keeps_its_query_budget(koordination: Besuch, fall: Qualifizierung) -> None:
    token = koordination.csrf_token()
    koordination.oeffne("/koordination/")  # the catalogue is in memory now
    with count_queries() as sql:
        antwort = koordination.post(
            f"/koordination/qualifizierungen/{fall.id}/bestaetigen", csrf_token=token
        )
    assert antwort.status_code == 303
    assert len(sql) <= 10, "\n\n".join(sql)


@pytest.mark.parametrize(
    ("rolle", "bereich"), [(Rolle.KOORDINATION, "koordination"), (Rolle.VERWALTUNG, "verwaltung")]
)
def test_the_button_that_takes_access_away_works_on_both_pages(
    besuch: Besucht, standort: Standort, lotse: Person, rolle: Rolle, bereich: str
) -> None:
    wer = mache_person(rolle, standort if rolle is Rolle.KOORDINATION else None)
    besucher = besuch().melde_an(wer)
    besucher.oeffne(f"/{bereich}/personen/{lotse.id}/")
    assert "nicht mehr anmelden" in besucher.druecke("Zugang sperren")
    assert db.session.get_one(Person, lotse.id, populate_existing=True).aktiv is False
