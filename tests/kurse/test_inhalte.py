"""The content that comes with the platform."""

from kurse.laden import load_katalog
from kurse.speichern import inhalt_aus_json, inhalt_zu_json


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
