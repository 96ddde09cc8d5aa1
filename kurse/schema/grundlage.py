"""What all content files share: strict texts, ids, yes and no, fractions."""

from fractions import Fraction
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

ID_MUSTER = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
RESERVIERTE_IDS = frozenset(
    {"antwort", "bearbeiten", "durchlauf", "einfach", "lektion", "loeschen", "modul", "neu"}
    | {"start", "static", "szenario", "weiter"}
)
"""Words that may stand in an address beside an id; no Kurs, Modul, Lektion, Szenario has them."""


class Schema(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


Text = Annotated[str, StringConstraints(strict=True, strip_whitespace=True, min_length=1)]
Kennung = Annotated[str, StringConstraints(strict=True, pattern=ID_MUSTER, max_length=60)]
Ganzzahl = Annotated[int, Field(strict=True, ge=1)]


def _ja_nein(wert: object) -> object:
    return {"ja": True, "nein": False}.get(wert, wert) if isinstance(wert, str) else wert


JaNein = Annotated[
    bool,
    Field(strict=True),
    BeforeValidator(_ja_nein, json_schema_input_type=bool | Literal["ja", "nein"]),
]


def _bruch(wert: object) -> Fraction:
    """0.7 is read as 7/10, exactly as the author wrote it."""
    try:
        bruch = Fraction(str(wert))
    except (ValueError, ZeroDivisionError):
        raise ValueError("Schreiben Sie eine Zahl wie 0.7 oder einen Bruch wie 7/10.") from None
    if not 0 < bruch <= 1:
        raise ValueError("Die Grenze liegt über 0 und höchstens bei 1.")
    return bruch


Grenze = Annotated[Fraction, BeforeValidator(_bruch, json_schema_input_type=float | str)]
