from collections.abc import Callable
from datetime import timedelta

import pytest

from lernplattform.core.transaction import transaktion
from lernplattform.models.standort import Standort
from lernplattform.services.anmeldung import melde_an
from tests.angemeldet import als
from tests.fabrik import JETZT, mache_seminar
from tests.katalog import beispiel_katalog
from tests.seiten import Besuch
from tests.seminare import mache_lotsin, melde_andere_an

pytestmark = pytest.mark.usefixtures("kurs", "stillstand")
Neu = Callable[[], Besuch]


def test_the_waiting_list_tells_the_position_and_the_reason(
    standort: Standort, besuch: Neu
) -> None:
    seminar = mache_seminar(standort, plaetze=1)
    erste, *_ = melde_andere_an(standort, seminar, 3)
    lotsin = besuch().melde_an(mache_lotsin(standort))
    text = lotsin.oeffne(f"/seminare/{seminar.id}/")
    assert "Kein Platz frei, 2 Personen warten" in text
    assert "Auf die Warteliste setzen" in text
    assert "Ich möchte teilnehmen" not in text
    text = lotsin.sende(f"/seminare/{seminar.id}/anmelden")
    assert (
        "Sie stehen auf Platz 3 der Warteliste, weil alle Plätze vergeben waren, "
        "als Sie sich am 23. November 2026 angemeldet haben." in text
    )
    assert "Vor Ihnen warten 2 Personen." in text
    besuch().melde_an(erste).sende(f"/seminare/{seminar.id}/abmelden")
    text = lotsin.oeffne(f"/seminare/{seminar.id}/")
    assert "Sie stehen auf Platz 2 der Warteliste" in text
    assert "Vor Ihnen wartet 1 Person." in text
    assert "Von der Warteliste streichen" in text
    text = lotsin.sende(f"/seminare/{seminar.id}/abmelden")
    assert "Sie stehen nicht mehr auf der Warteliste." in text
    assert "Sie nehmen nicht mehr teil" not in text


def test_after_the_cut_off_a_waiting_person_is_told_that_nobody_moves_up(
    standort: Standort, besuch: Neu
) -> None:
    seminar = mache_seminar(
        standort, plaetze=1, in_tagen=1, nachruecken_bis=JETZT, anmeldung_bis=JETZT
    )
    davor = JETZT - timedelta(hours=1)
    for person in (mache_lotsin(standort), wartende := mache_lotsin(standort)):
        angemeldet = als(person)
        with transaktion():
            melde_an(angemeldet, seminar.id, beispiel_katalog(), davor)
    text = besuch().melde_an(wartende).oeffne(f"/seminare/{seminar.id}/")
    assert "Es rückt niemand mehr nach." in text


def test_who_comes_after_the_cut_off_is_promised_nothing(standort: Standort, besuch: Neu) -> None:
    seminar = mache_seminar(standort, plaetze=1, nachruecken_bis=JETZT)
    melde_andere_an(standort, seminar, 1)
    text = besuch().melde_an(mache_lotsin(standort)).oeffne(f"/seminare/{seminar.id}/")
    assert "Es ist kein Platz frei, und es rückt niemand mehr nach." in text
    assert "die am längsten wartet" not in text


def test_the_waiting_list_shows_a_point_for_each_place_up_to_the_own(
    standort: Standort, besuch: Neu
) -> None:
    seminar = mache_seminar(standort, plaetze=1)
    *_, letzte = melde_andere_an(standort, seminar, 4)
    wartende = besuch().melde_an(letzte)
    wartende.oeffne(f"/seminare/{seminar.id}/")
    assert wartende.html.count("<li></li>") == 3
