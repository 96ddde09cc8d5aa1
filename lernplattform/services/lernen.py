"""Working through Lektionen: the explicit act "Verstanden", and Reflexionen."""

from datetime import datetime

from kurse.katalog import Katalog
from kurse.kurs import Lektion
from lernplattform.core.errors import NichtGefunden
from lernplattform.services.fortschritt import schliesse_ab, sperre_person
from lernplattform.services.reflexion import speichere_reflexion


def schliesse_lektion_ab(
    katalog: Katalog, person_id: int, lektion_id: str, jetzt: datetime
) -> None:
    """The person says "Verstanden". Pressed again it changes nothing."""
    lektion = _lektion(katalog, lektion_id)
    sperre_person(person_id)
    schliesse_ab(katalog, person_id, lektion, jetzt)


def reflektiere(
    katalog: Katalog,
    person_id: int,
    lektion_id: str,
    nr: int,
    text: str,
    jetzt: datetime,
    *,
    geteilt: bool,
) -> None:
    """Answer the open question `nr` of a Lektion."""
    if all(frage.nr != nr for frage in _lektion(katalog, lektion_id).reflexionen):
        raise NichtGefunden
    sperre_person(person_id)
    speichere_reflexion(person_id, lektion_id, str(nr), text, jetzt, geteilt=geteilt)


def _lektion(katalog: Katalog, lektion_id: str) -> Lektion:
    lektion = katalog.lektion(lektion_id)
    if lektion is None:
        raise NichtGefunden
    return lektion
