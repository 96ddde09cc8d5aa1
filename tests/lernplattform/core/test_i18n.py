"""Days, times and stretches of time, as each language of the interface says them."""

import re
from datetime import UTC, date, datetime

import pytest

from lernplattform.core.i18n import (
    DATUM,
    FACHWORTSPRACHEN,
    QUELLSPRACHE,
    SPRACHEN,
    TAG,
    datum,
    kurzer_tag,
    schreibrichtung,
    tag,
    termin,
    zeitraum,
)
from tests.kurse.mitgeliefert import katalog
from tools.texte.dateien import ORDNER

SECHS = datetime(2026, 12, 1, 17, tzinfo=UTC)
HALB_NEUN = datetime(2026, 12, 1, 19, 30, tzinfo=UTC)
jede_sprache = pytest.mark.parametrize("sprache", SPRACHEN)


@pytest.mark.parametrize(
    ("sprache", "am"),
    [
        ("de", "5. Okt. 2026"),
        ("en", "5 Oct 2026"),
        ("tr", "5 Eki 2026"),
        ("ar", "5 أكتوبر 2026"),
        ("uk", "5 жовт. 2026 року"),
    ],
)
def test_a_short_day_has_the_order_of_the_long_one(sprache: str, am: str) -> None:
    assert kurzer_tag(date(2026, 10, 5), sprache) == am


@pytest.mark.parametrize(
    ("sprache", "am", "um"),
    [
        ("de", "Dienstag, 1. Dezember 2026", "18 Uhr"),
        ("en", "Tuesday, 1 December 2026", "18:00"),
        ("tr", "1 Aralık 2026 Salı", "18:00"),
        ("ar", "الثلاثاء، 1 ديسمبر 2026", "18:00"),
        ("uk", "вівторок, 1 грудня 2026 року", "18:00"),
    ],
)
def test_a_day_has_its_weekday_and_a_time_follows_it(sprache: str, am: str, um: str) -> None:
    assert datum(date(2026, 12, 1), sprache) == am
    assert termin(SECHS, sprache) == f"{am}{'،' if sprache == 'ar' else ','} {um}"


@pytest.mark.parametrize(
    ("sprache", "spanne"),
    [
        ("de", "18 bis 20:30 Uhr"),
        ("en", "18:00–20:30"),
        ("tr", "18:00–20:30"),
        ("ar", "من 18:00 إلى 20:30"),
        ("uk", "18:00–20:30"),
    ],
)
def test_a_stretch_of_time_names_its_day_once(sprache: str, spanne: str) -> None:
    text = zeitraum(SECHS, HALB_NEUN, sprache)
    assert text.endswith(spanne)
    assert text.startswith(datum(date(2026, 12, 1), sprache))
    assert text.count("2026") == 1


@jede_sprache
def test_a_date_fits_into_a_sentence_and_keeps_the_digits_of_german_letters(sprache: str) -> None:
    for monat in range(1, 13):
        zeit = datetime(2026, monat, 23, 12, tzinfo=UTC)
        for text in (tag(zeit, sprache), termin(zeit, sprache)):
            assert not text.endswith(".")
            assert re.search(r"\b23\b", text)
            assert "2026" in text
            assert text.isprintable()


def test_every_language_has_its_patterns_and_all_but_german_a_catalogue() -> None:
    assert set(TAG) == set(DATUM) == set(SPRACHEN)
    ordner = {datei.parents[1].name for datei in ORDNER.glob("*/LC_MESSAGES/messages.po")}
    assert ordner == set(SPRACHEN) - {QUELLSPRACHE}


def test_every_fachwort_is_explained_in_every_language_that_can_be_chosen_for_it() -> None:
    for wort in katalog().glossar.values():
        assert set(wort.uebersetzungen) >= set(FACHWORTSPRACHEN), wort.id


def test_arabic_and_persian_run_from_right_to_left() -> None:
    alle = {**SPRACHEN, **FACHWORTSPRACHEN}
    assert {sprache for sprache in alle if schreibrichtung(sprache) == "rtl"} == {"ar", "fa"}
