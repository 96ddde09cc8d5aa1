"""What every part of the demo needs: the content, the time, the dice, and who is there."""

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from random import Random

from kurse.katalog import Katalog
from lernplattform.cli.demo.menschen import DOMAENE, Lotse, Ort
from lernplattform.core.clock import ORTSZEIT
from lernplattform.rechte import Angemeldet


@dataclass(frozen=True)
class Lage:
    """`personen`: by Kennung, filled while they are made. `standorte`: their ids."""

    katalog: Katalog
    jetzt: datetime
    zufall: Random
    standorte: dict[Ort, int] = field(default_factory=dict)
    personen: dict[str, Angemeldet] = field(default_factory=dict)

    def id_von(self, lotse: Lotse) -> int:
        return self.personen[lotse.kennung].person_id

    def am(self, tage: int, uhrzeit: time) -> datetime:
        """So many days from today (before: negative) at a time on the clock in Hessen."""
        tag = self.jetzt.astimezone(ORTSZEIT).date() + timedelta(days=tage)
        return datetime.combine(tag, uhrzeit, ORTSZEIT)

    def vor(self, tagen: int, uhrzeit: time) -> datetime:
        """So many days ago, but never later than an hour ago."""
        return min(self.am(-tagen, uhrzeit), self.jetzt - timedelta(hours=1))


def adresse(kennung: str) -> str:
    return f"{kennung}@{DOMAENE}"
