"""The content that comes with the platform."""

import pytest

from kurse.laden import load_katalog
from kurse.pruefung.bericht import erstelle_bericht
from kurse.speichern import inhalt_aus_json, inhalt_zu_json

pytestmark = pytest.mark.ohne_datenbank


def test_the_shipped_content_has_no_faults() -> None:
    ergebnis = load_katalog()
    assert [str(fehler) for fehler in ergebnis.fehler] == []


def test_the_shipped_content_survives_the_database() -> None:
    katalog = load_katalog().katalog
    assert katalog is not None
    assert katalog.inhalte
    for inhalt in katalog.inhalte.values():
        assert inhalt_aus_json(inhalt_zu_json(inhalt)) == inhalt


def test_the_eight_module_of_the_basisqualifizierung_are_there() -> None:
    katalog = load_katalog().katalog
    assert katalog is not None
    assert katalog.basis.id == "basisqualifizierung"
    assert [modul.nummer for modul in katalog.basis.module] == list(range(1, 9))
    assert len(katalog.profilelemente) == 23


def test_who_guesses_by_a_rule_passes_few_szenarien_or_none() -> None:
    katalog = load_katalog().katalog
    assert katalog is not None
    bericht = erstelle_bericht(katalog)
    for roboter in bericht.roboter:
        assert len(roboter.bestanden) * 5 <= roboter.gespielt, roboter.name
    assert bericht.verraeter == ()


def test_the_koordination_is_not_the_answer_to_everything() -> None:
    katalog = load_katalog().katalog
    assert katalog is not None
    assert erstelle_bericht(katalog).koordination_nicht_beste.prozent >= 25
