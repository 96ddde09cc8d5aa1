"""Accounts as the Verwaltung sees them: contact and Zuständigkeiten, nothing about learning."""

import re
from collections.abc import Callable

import pytest

from lernplattform.core.db import db
from lernplattform.core.transaction import transaktion
from lernplattform.models.nachricht import Nachricht
from lernplattform.models.person import Person, Rolle, Zustaendigkeit
from lernplattform.models.protokoll import Einsichtnahme, Protokolleintrag
from lernplattform.models.qualifizierung import Qualifizierung, QualifizierungStand
from lernplattform.models.sitzung import Sitzung
from lernplattform.models.standort import Standort
from tests.fabrik import gib_rolle, mache_person, mache_standort, setze_stand
from tests.katalog import spiele_beispiel_ein
from tests.lernstand import mache_fortschritt
from tests.seiten import Besuch, sichtbarer_text
from tests.viele import mache_viele_lotsen
from tests.zaehlung import count_queries

Besucher = Callable[[], Besuch]


@pytest.fixture
def verwaltung(app: object) -> Person:
    return mache_person(Rolle.VERWALTUNG, vorname="Vera", nachname="Walter")


@pytest.fixture
def gast(besuch: Besucher, verwaltung: Person) -> Besuch:
    return besuch().melde_an(verwaltung)


@pytest.fixture
def standort(app: object) -> Standort:
    return mache_standort("Rüsselsheim")


def test_a_person_is_found_by_the_beginning_of_a_word(gast: Besuch, standort: Standort) -> None:
    mache_person(standort=standort, vorname="Elif", nachname="Kaya")
    mache_person(standort=standort, vorname="Bahar", nachname="Yıldız")
    text = gast.oeffne("/verwaltung/personen/?suche=yil")
    assert "Bahar Yıldız" in text
    assert "Elif Kaya" not in text
    assert "Niemand passt zu dieser Suche" in gast.oeffne("/verwaltung/personen/?suche=xyz")


def test_the_list_can_be_cut_to_a_rolle_and_a_standort(gast: Besuch, standort: Standort) -> None:
    mache_person(Rolle.TRAINER, standort, nachname="Trainerhier")
    mache_person(Rolle.TRAINER, nachname="Trainerdort")
    mache_person(Rolle.LOTSE, standort, nachname="Lotsehier")
    text = gast.oeffne(f"/verwaltung/personen/?rolle=trainer&standort={standort.id}")
    assert "Trainerhier" in text
    assert "Trainerdort" not in text
    assert "Lotsehier" not in text
    assert "Lotsehier" in gast.oeffne("/verwaltung/personen/?rolle=unsinn&standort=unsinn")


def test_every_row_of_the_list_has_its_tasks(gast: Besuch, standort: Standort) -> None:
    for rolle, name in ((Rolle.LOTSE, "Erste"), (Rolle.TRAINER, "Zweite")):
        mache_person(rolle, standort, nachname=name)
    gast.oeffne(f"/verwaltung/personen/?standort={standort.id}")
    zeilen = [sichtbarer_text(z) for z in re.findall(r"<tr[^>]*>.*?</tr>", gast.html, re.S)[1:]]
    assert "Lotsin oder Lotse, Rüsselsheim" in zeilen[0]
    assert "Trainerin oder Trainer, Rüsselsheim" in zeilen[1]


def test_a_person_shows_contact_and_tasks_and_nothing_about_learning(
    gast: Besuch, standort: Standort, verwaltung: Person
) -> None:
    lotse = mache_person(standort=standort, email="elif@test.example")
    setze_stand(lotse, QualifizierungStand.VOLLSTAENDIG)
    mache_fortschritt(lotse, "ankommen")
    text = gast.oeffne(f"/verwaltung/personen/{lotse.id}/")
    assert "elif@test.example" in text
    assert "Lotsin oder Lotse, Rüsselsheim" in text
    for wort in ("vollständig", "Modul", "geschafft", "Qualifizierung"):
        assert wort not in text
    vermerk = db.session.query(Einsichtnahme).one()
    assert (vermerk.wer_id, vermerk.was) == (verwaltung.id, "konto")


def test_an_invited_koordination_gets_a_mail_and_is_in_the_list(
    gast: Besuch, standort: Standort
) -> None:
    text = gast.sende(
        "/verwaltung/personen/neu",
        vorname="Karin",
        nachname="Ordner",
        email="Karin@Test.example",
        rolle="koordination",
        standort_id=str(standort.id),
    )
    assert "Karin Ordner bekommt jetzt eine E-Mail" in text
    assert "Koordination, Rüsselsheim" in text
    assert "Die Einladung ist noch nicht angenommen." in text
    person = db.session.query(Person).filter_by(email="karin@test.example").one()
    nachricht = db.session.query(Nachricht).one()
    assert (nachricht.person_id, nachricht.vorlage) == (person.id, "einladung")
    assert "eingeladen" in gast.oeffne("/verwaltung/personen/?suche=ordner")


@pytest.mark.parametrize(
    ("anders", "satz"),
    [
        ({"email": ""}, "Bitte füllen Sie dieses Feld aus."),
        ({"email": "karin"}, "ob ein @ darin steht"),
        ({"email": "belegt@test.example"}, "gibt es schon ein Konto"),
        ({"standort_id": "0"}, "Bitte wählen Sie einen Standort."),
        ({"rolle": "verwaltung"}, "Die Verwaltung gehört zu keinem Standort."),
    ],
)
def test_a_faulty_invitation_comes_back_with_a_sentence(
    gast: Besuch, standort: Standort, anders: dict[str, str], satz: str
) -> None:
    mache_person(standort=standort, email="belegt@test.example")
    vorher = db.session.query(Person).count()
    felder = {
        "vorname": "Karin",
        "nachname": "Ordner",
        "email": "karin@test.example",
        "rolle": "koordination",
        "standort_id": str(standort.id),
        **anders,
    }
    text = gast.sende("/verwaltung/personen/neu", status=422, **felder)
    assert satz in text
    assert 'value="Karin"' in gast.html
    db.session.rollback()
    assert db.session.query(Person).count() == vorher
    assert db.session.query(Nachricht).count() == 0


def test_a_task_is_given_once_and_taken_again(gast: Besuch, standort: Standort) -> None:
    person = mache_person(Rolle.TRAINER, standort)
    pfad = f"/verwaltung/personen/{person.id}/"
    for _ in range(2):
        text = gast.sende(f"{pfad}zustaendigkeiten", rolle="lotse", standort_id=str(standort.id))
    assert "Lotsin oder Lotse, Rüsselsheim" in text
    assert db.session.query(Qualifizierung).count() == 1
    db.session.rollback()
    gegeben = db.session.query(Zustaendigkeit).filter_by(rolle=Rolle.LOTSE).one()
    text = gast.sende(f"{pfad}zustaendigkeiten/{gegeben.id}/nehmen")
    assert "Lotsin oder Lotse, Rüsselsheim" not in text
    db.session.rollback()
    akte = [zeile.akt for zeile in db.session.query(Protokolleintrag).order_by("id")]
    assert akte == ["zustaendigkeit_gegeben", "zustaendigkeit_genommen"]


def test_a_task_that_needs_a_standort_is_not_given_without(gast: Besuch) -> None:
    person = mache_person(Rolle.TRAINER)
    text = gast.sende(
        f"/verwaltung/personen/{person.id}/zustaendigkeiten",
        status=422,
        rolle="lotse",
        standort_id="0",
    )
    assert "Bitte wählen Sie einen Standort." in text


def test_a_taken_task_counts_at_once(gast: Besuch, besuch: Besucher, standort: Standort) -> None:
    person = mache_person(Rolle.TRAINER, standort)
    trainer = besuch().melde_an(person)
    trainer.oeffne("/begleitung/")
    zustaendigkeit = db.session.query(Zustaendigkeit).filter_by(person_id=person.id).one()
    gast.sende(f"/verwaltung/personen/{person.id}/zustaendigkeiten/{zustaendigkeit.id}/nehmen")
    trainer.oeffne("/begleitung/", status=403)


def test_a_task_is_taken_only_from_the_person_named(gast: Besuch, standort: Standort) -> None:
    eine, andere = (mache_person(Rolle.TRAINER, standort) for _ in range(2))
    fremde = db.session.query(Zustaendigkeit).filter_by(person_id=andere.id).one()
    pfad = f"/verwaltung/personen/{eine.id}/zustaendigkeiten"
    for kennung in (fremde.id, 9999):
        gast.sende(f"{pfad}/{kennung}/nehmen", status=404)
    assert db.session.query(Zustaendigkeit).filter_by(person_id=andere.id).count() == 1


def test_nobody_of_the_verwaltung_can_shut_herself_out(gast: Besuch, verwaltung: Person) -> None:
    mache_person(Rolle.VERWALTUNG)  # so she is not the last one
    pfad = f"/verwaltung/personen/{verwaltung.id}/"
    text = gast.oeffne(pfad)
    assert "Zugang sperren" not in text
    assert "Aufgabe nehmen" not in text
    eigene = db.session.query(Zustaendigkeit).filter_by(person_id=verwaltung.id).one()
    for ziel in (f"{pfad}zustaendigkeiten/{eigene.id}/nehmen", f"{pfad}aktiv/nein"):
        assert "Ihren eigenen Zugang" in gast.sende(ziel, status=409)
    assert "Verwaltung" in gast.oeffne(pfad)


def test_a_closed_account_ends_its_sessions_and_can_be_opened_again(
    gast: Besuch, besuch: Besucher, standort: Standort
) -> None:
    person = mache_person(Rolle.TRAINER, standort, vorname="Jutta", nachname="Kern")
    besuch().melde_an(person)
    pfad = f"/verwaltung/personen/{person.id}/aktiv"
    text = gast.sende(f"{pfad}/nein")
    assert "Jutta Kern kann sich nicht mehr anmelden" in text
    assert "Zugang wieder öffnen" in text
    assert db.session.query(Sitzung).filter_by(person_id=person.id).count() == 0
    assert "Jutta Kern kann sich wieder anmelden" in gast.sende(f"{pfad}/ja")


def test_an_invitation_that_was_not_taken_is_sent_again(gast: Besuch, standort: Standort) -> None:
    person = mache_person(Rolle.TRAINER, standort, passwort_hash=None)
    gast.oeffne(f"/verwaltung/personen/{person.id}/")
    assert "Einladung noch einmal senden" in gast.text
    gast.sende(f"/verwaltung/personen/{person.id}/einladen")
    assert db.session.query(Nachricht).one().vorlage == "einladung"


def test_people_that_do_not_exist_are_not_found(gast: Besuch) -> None:
    gast.oeffne("/verwaltung/personen/999/", status=404)
    for act in ("einladen", "aktiv/nein", "zustaendigkeiten", "zustaendigkeiten/1/nehmen"):
        gast.sende(f"/verwaltung/personen/999/{act}", status=404)


@pytest.mark.parametrize("anzahl", [40, 4000])
def test_the_list_keeps_its_budget_and_goes_on_page_by_page(
    gast: Besuch, standort: Standort, anzahl: int
) -> None:
    mache_viele_lotsen(spiele_beispiel_ein(), standort, anzahl)
    pfad = f"/verwaltung/personen/?suche=viele&standort={standort.id}"
    with count_queries() as sql:
        gast.oeffne("/verwaltung/personen/")
    assert len(sql) <= 5, sql
    with count_queries() as sql:
        gast.oeffne(pfad)
    assert len(sql) <= 5, sql


def test_pages_of_the_list_have_no_gap(gast: Besuch, standort: Standort) -> None:
    for n in range(60):
        mache_person(standort=standort, nachname=f"Reihe{n:03}")
    gast.oeffne(f"/verwaltung/personen/?standort={standort.id}")
    namen = re.findall(r"Reihe\d{3}", gast.html)
    gast.oeffne(gast.link("Weitere anzeigen"))
    namen += re.findall(r"Reihe\d{3}", gast.html)
    assert namen == [f"Reihe{n:03}" for n in range(60)]


def test_acts_keep_their_budget(gast: Besuch, standort: Standort) -> None:
    person = mache_person(Rolle.TRAINER, standort)
    with transaktion():
        gib_rolle(person, Rolle.KOORDINATION, standort)
    pfad, token = f"/verwaltung/personen/{person.id}/", gast.csrf_token()
    gast.oeffne(pfad)
    with count_queries() as sql:
        gast.oeffne(pfad)
    assert len(sql) <= 6, sql
    gast.post(f"{pfad}aktiv/ja", csrf_token=token)  # both are known to the audit trail now
    for ziel in ("zustaendigkeiten", "aktiv/nein", "aktiv/ja"):
        felder = {"rolle": "lotse", "standort_id": str(standort.id), "csrf_token": token}
        with count_queries() as sql:
            assert gast.post(pfad + ziel, **felder).status_code == 303
        assert len(sql) <= 10, "\n".join(sql)


def test_the_errors_of_an_invitation_are_listed_in_the_order_of_the_page(gast: Besuch) -> None:
    gast.sende("/verwaltung/personen/neu", 422)
    summe = gast.html.split("lp-fehlersumme")[1].split("</ul>")[0]
    assert re.findall(r'href="#(\w+)"', summe) == ["vorname", "email", "rolle"]
