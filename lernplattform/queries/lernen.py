"""Own Reflexionen on a Lektion or Szenario."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from lernplattform.core.db import db
from lernplattform.models.fortschritt import Reflexion


@dataclass(frozen=True, slots=True)
class EigeneReflexion:
    """`antwort`: what a trainer wrote back, empty before that."""

    text: str
    geteilt: bool
    antwort: str
    beantwortet_am: datetime | None


def lies_reflexionen(person_id: int, inhalt_id: str) -> Mapping[str, EigeneReflexion]:
    """By `stelle`: the number in a Lektion, the Knoten in a Szenario."""
    zeilen = db.session.execute(
        select(
            Reflexion.stelle,
            Reflexion.text,
            Reflexion.geteilt_am,
            Reflexion.antwort,
            Reflexion.beantwortet_am,
        ).where(Reflexion.person_id == person_id, Reflexion.inhalt_id == inhalt_id)
    )
    return {
        z.stelle: EigeneReflexion(z.text, z.geteilt_am is not None, z.antwort, z.beantwortet_am)
        for z in zeilen
    }
