from datetime import UTC, datetime

from lernplattform.core.i18n import zeitraum

SECHS = datetime(2026, 12, 1, 17, tzinfo=UTC)
HALB_NEUN = datetime(2026, 12, 1, 19, 30, tzinfo=UTC)
MITTERNACHT = datetime(2026, 12, 1, 23, tzinfo=UTC)


def test_a_stretch_of_time_names_the_day_once() -> None:
    erwartet = "Dienstag, 1. Dezember 2026, 18 bis 20:30 Uhr"
    assert zeitraum(SECHS, HALB_NEUN, "de") == erwartet


def test_a_stretch_over_midnight_names_both_days() -> None:
    text = zeitraum(SECHS, MITTERNACHT, "de")
    assert text == "Dienstag, 1. Dezember 2026, 18 Uhr – Mittwoch, 2. Dezember 2026, 0 Uhr"


def test_other_languages_have_their_own_words() -> None:
    assert zeitraum(SECHS, HALB_NEUN, "en") == "Tuesday, 1 December 2026, 18:00–20:30"
