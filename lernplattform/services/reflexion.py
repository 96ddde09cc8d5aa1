"""Thoughts on open questions: private unless shared."""

from datetime import datetime

from sqlalchemy import select

from lernplattform.core.db import db
from lernplattform.core.errors import EingabeUngueltig
from lernplattform.models.fortschritt import Reflexion

LAENGSTENS = 4000


def pruefe_laenge(text: str) -> None:
    if len(text) > LAENGSTENS:
        raise EingabeUngueltig("text", "zu-lang")


def speichere_reflexion(
    person_id: int, inhalt_id: str, stelle: str, text: str, jetzt: datetime, *, geteilt: bool
) -> None:
    """Keep the text at this place; an empty one takes it away.

    Behind the lock of the person (services.fortschritt). Shared once, the date of sharing stays
    while it is shared, so that a trainer's list keeps its order.
    """
    pruefe_laenge(text)
    alte = db.session.scalars(
        select(Reflexion).where(
            Reflexion.person_id == person_id,
            Reflexion.inhalt_id == inhalt_id,
            Reflexion.stelle == stelle,
        )
    ).first()
    if not text.strip():
        if alte is not None:
            db.session.delete(alte)
        return
    reflexion = alte or Reflexion(person_id=person_id, inhalt_id=inhalt_id, stelle=stelle)
    reflexion.text, reflexion.geaendert_am = text.strip(), jetzt
    reflexion.geteilt_am = (reflexion.geteilt_am or jetzt) if geteilt else None
    db.session.add(reflexion)
