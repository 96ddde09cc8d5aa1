"""All tables. Importing this package makes them known to the database and to migrations."""

from lernplattform.models import (
    barrierefreiheit,
    durchlauf,
    fortschritt,
    inhalt,
    kursgruppe,
    nachricht,
    person,
    protokoll,
    qualifizierung,
    seminar,
    sitzung,
    standort,
)

__all__ = [
    "barrierefreiheit",
    "durchlauf",
    "fortschritt",
    "inhalt",
    "kursgruppe",
    "nachricht",
    "person",
    "protokoll",
    "qualifizierung",
    "seminar",
    "sitzung",
    "standort",
]
