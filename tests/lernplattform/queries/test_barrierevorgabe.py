"""What the preset of the accessibility statement says, and what it leaves to the Träger."""

from datetime import UTC, date, datetime

from lernplattform.models.barrierefreiheit import Vereinbarkeit
from lernplattform.queries.barrierevorgabe import GEPRUEFT, VORGABE, vorgabe


def test_the_preset_is_honest_and_leaves_the_contact_open() -> None:
    assert VORGABE.vereinbarkeit is Vereinbarkeit.TEILWEISE
    assert VORGABE.ausnahmen
    assert all(a.inhalt and a.grund and a.alternative for a in VORGABE.ausnahmen)
    assert (VORGABE.traeger, VORGABE.email, VORGABE.telefon) == ("", "", "")
    assert VORGABE.erstellt_am <= VORGABE.geprueft_am
    assert "Durchsetzungs- und Überwachungsstelle" in VORGABE.durchsetzungsstelle


def test_the_preset_of_the_form_never_lies_in_the_future() -> None:
    vorher = datetime(2026, 1, 1, 12, tzinfo=UTC)
    assert vorgabe(vorher).geprueft_am == date(2026, 1, 1)
    spaeter = vorgabe(datetime(2028, 1, 1, 12, tzinfo=UTC))
    assert spaeter.geprueft_am == GEPRUEFT
    assert spaeter.pruefung_faellig(datetime(2028, 1, 1, 12, tzinfo=UTC))
