"""Words in which a model states what privacy decides for it (export per column, fate per table)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Schicksal(StrEnum):
    """What erasing a person does to a table's rows about them."""

    LOESCHEN = "loeschen"
    ANONYMISIEREN = "anonymisieren"
    BEHALTEN = "behalten"
    OHNE_PERSON = "ohne_person"


@dataclass(frozen=True)
class Umgang:
    """`grund` and `frist` say why rows are kept and until when; empty where they are not."""

    schicksal: Schicksal
    grund: str = ""
    frist: str = ""

    def __post_init__(self) -> None:
        if self.schicksal is Schicksal.BEHALTEN and not (self.grund and self.frist):
            raise ValueError("keeping rows needs a reason and a period")


LOESCHEN = Umgang(Schicksal.LOESCHEN)
OHNE_PERSON = Umgang(Schicksal.OHNE_PERSON)

# For `mapped_column(info=…)`: does the column go into a person's export?
EXPORT: dict[str, Any] = {"export": True}
INTERN: dict[str, Any] = {"export": False}
