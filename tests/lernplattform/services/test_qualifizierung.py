"""What the Koordination decides, with four eyes and reasons."""

from datetime import timedelta

import pytest
from flask import Flask

from kurse.katalog import Katalog
from kurse.regeln.qualifizierung import (
    DurchsichtFehlt,
    EigeneQualifizierung,
    NichtVollstaendig,
    VierAugenVerletzt,
)
from lernplattform.core.db import db
from lernplattform.core.errors import Konflikt, NichtGefunden, VoraussetzungFehlt
from lernplattform.core.transaction import transaktion
from lernplattform.models.fortschritt import Durchsicht
from lernplattform.models.nachricht import Nachricht
from lernplattform.models.person import Person, Rolle
from lernplattform.models.protokoll import Protokolleintrag
from lernplattform.models.qualifizierung import Bescheinigung, Qualifizierung, QualifizierungStand
from lernplattform.models.standort import Standort
from lernplattform.rechte import Angemeldet
from lernplattform.services.qualifizierung import bestaetige, gib_zurueck, widerrufe
from tests.angemeldet import als
from tests.fabrik import JETZT, gib_rolle, mache_person, mache_standort, setze_stand
from tests.katalog import spiele_beispiel_ein


@pytest.fixture
def katalog(app: Flask) -> Katalog:
    return spiele_beispiel_ein()


@pytest.fixture
def standort(app: Flask) -> Standort:
    return mache_standort()


@pytest.fixture
def koordination(standort: Standort) -> Angemeldet:
    return als(mache_person(Rolle.KOORDINATION, standort))


@pytest.fixture
def lotse(standort: Standort) -> Person:
    return mache_person(Rolle.LOTSE, standort)


@pytest.fixture
def vollstaendig(lotse: Person) -> Qualifizierung:
    return setze_stand(lotse, QualifizierungStand.VOLLSTAENDIG)


def sieh_durch(lotse: Person, trainer_id: int) -> None:
    with transaktion():
        db.session.add(Durchsicht(person_id=lotse.id, trainer_id=trainer_id, am=JETZT))


@pytest.fixture
def durchgesehen(lotse: Person, standort: Standort) -> None:
    sieh_durch(lotse, mache_person(Rolle.TRAINER, standort).id)


@pytest.mark.usefixtures("durchgesehen")
def test_confirming_issues_one_bescheinigung_one_mail_and_one_entry(
    koordination: Angemeldet, katalog: Katalog, vollstaendig: Qualifizierung
) -> None:
    with transaktion():
        bestaetige(koordination, vollstaendig.id, katalog, JETZT)
    bescheinigung = db.session.query(Bescheinigung).one()
    assert len(bescheinigung.nummer.replace("-", "")) == 20
    assert bescheinigung.schnappschuss is not None
    assert bescheinigung.schnappschuss["kurs"] == katalog.basis.titel
    assert [n.vorlage for n in db.session.query(Nachricht)] == ["qualifizierung_bestaetigt"]
    assert [e.akt for e in db.session.query(Protokolleintrag)] == ["qualifizierung_bestaetigt"]


@pytest.mark.usefixtures("durchgesehen")
def test_a_second_click_changes_nothing(
    koordination: Angemeldet, katalog: Katalog, vollstaendig: Qualifizierung
) -> None:
    for _ in range(2):
        with transaktion():
            bestaetige(koordination, vollstaendig.id, katalog, JETZT)
    assert db.session.query(Bescheinigung).count() == 1
    assert db.session.query(Nachricht).count() == 1


@pytest.mark.usefixtures("durchgesehen")
def test_what_is_not_complete_cannot_be_confirmed(
    koordination: Angemeldet, katalog: Katalog, lotse: Person
) -> None:
    q = db.session.query(Qualifizierung).filter_by(person_id=lotse.id).one()
    with pytest.raises(VoraussetzungFehlt) as fehler, transaktion():
        bestaetige(koordination, q.id, katalog, JETZT)
    assert fehler.value.fehlend == (NichtVollstaendig(()),)


def test_without_a_durchsicht_nothing_is_confirmed(
    koordination: Angemeldet, katalog: Katalog, vollstaendig: Qualifizierung
) -> None:
    with pytest.raises(VoraussetzungFehlt) as fehler, transaktion():
        bestaetige(koordination, vollstaendig.id, katalog, JETZT)
    assert fehler.value.fehlend == (DurchsichtFehlt(),)


def test_a_standort_may_do_without_a_durchsicht(
    koordination: Angemeldet, katalog: Katalog, vollstaendig: Qualifizierung, standort: Standort
) -> None:
    with transaktion():
        db.session.get_one(Standort, standort.id).durchsicht_noetig = False
    with transaktion():
        q = bestaetige(koordination, vollstaendig.id, katalog, JETZT)
    assert q.stand is QualifizierungStand.BESTAETIGT


def test_who_reviewed_may_not_confirm(
    koordination: Angemeldet, katalog: Katalog, vollstaendig: Qualifizierung, lotse: Person
) -> None:
    sieh_durch(lotse, koordination.person_id)
    with pytest.raises(VoraussetzungFehlt) as fehler, transaktion():
        bestaetige(koordination, vollstaendig.id, katalog, JETZT)
    assert fehler.value.fehlend == (VierAugenVerletzt(),)


def test_without_four_eyes_who_reviewed_may_confirm(
    koordination: Angemeldet,
    katalog: Katalog,
    vollstaendig: Qualifizierung,
    lotse: Person,
    standort: Standort,
) -> None:
    sieh_durch(lotse, koordination.person_id)
    with transaktion():
        ort = db.session.get_one(Standort, standort.id)
        ort.vier_augen, ort.vier_augen_grund = False, "Nur eine Person vor Ort"
    with transaktion():
        q = bestaetige(koordination, vollstaendig.id, katalog, JETZT)
    assert q.stand is QualifizierungStand.BESTAETIGT


@pytest.mark.usefixtures("durchgesehen")
def test_another_standort_does_not_exist_for_the_koordination(
    katalog: Katalog, vollstaendig: Qualifizierung
) -> None:
    fremd = als(mache_person(Rolle.KOORDINATION))
    with pytest.raises(NichtGefunden), transaktion():
        bestaetige(fremd, vollstaendig.id, katalog, JETZT)
    with pytest.raises(NichtGefunden), transaktion():
        gib_zurueck(fremd, vollstaendig.id, "Grund", JETZT)


def test_returning_leaves_it_complete_with_a_note(
    koordination: Angemeldet, katalog: Katalog, vollstaendig: Qualifizierung
) -> None:
    with transaktion():
        gib_zurueck(koordination, vollstaendig.id, "Bitte noch das Gespräch führen.", JETZT)
    q = db.session.get_one(Qualifizierung, vollstaendig.id)
    assert q.stand is QualifizierungStand.VOLLSTAENDIG
    assert q.rueckgabe_grund == "Bitte noch das Gespräch führen."


@pytest.mark.usefixtures("durchgesehen")
def test_after_a_revocation_it_can_be_confirmed_again_with_a_new_number(
    koordination: Angemeldet, katalog: Katalog, vollstaendig: Qualifizierung
) -> None:
    with transaktion():
        bestaetige(koordination, vollstaendig.id, katalog, JETZT)
    with transaktion():
        widerrufe(koordination, vollstaendig.id, "Verwechslung", JETZT + timedelta(days=1))
    erste = db.session.query(Bescheinigung).one()
    assert erste.widerrufen_am == JETZT + timedelta(days=1)
    with transaktion():
        bestaetige(koordination, vollstaendig.id, katalog, JETZT + timedelta(days=2))
    alle = db.session.query(Bescheinigung).order_by(Bescheinigung.id).all()
    assert [b.widerrufen_am is None for b in alle] == [False, True]
    assert alle[0].nummer != alle[1].nummer


def test_only_a_confirmed_one_can_be_revoked_and_only_a_complete_one_returned(
    koordination: Angemeldet, vollstaendig: Qualifizierung, lotse: Person
) -> None:
    with pytest.raises(Konflikt, match="widerruf_unmoeglich"), transaktion():
        widerrufe(koordination, vollstaendig.id, "Grund", JETZT)
    setze_stand(lotse, QualifizierungStand.LAEUFT)
    with pytest.raises(Konflikt, match="rueckgabe_unmoeglich"), transaktion():
        gib_zurueck(koordination, vollstaendig.id, "Grund", JETZT)


def test_a_koordination_that_learns_here_too_does_not_confirm_itself(
    katalog: Katalog, standort: Standort, lotse: Person, vollstaendig: Qualifizierung
) -> None:
    sieh_durch(lotse, mache_person(Rolle.TRAINER, standort).id)
    with transaktion():
        gib_rolle(lotse, Rolle.KOORDINATION, standort)
    with pytest.raises(VoraussetzungFehlt) as fehler, transaktion():
        bestaetige(als(lotse), vollstaendig.id, katalog, JETZT)
    assert fehler.value.fehlend == (EigeneQualifizierung(),)
    assert db.session.query(Bescheinigung).count() == 0
