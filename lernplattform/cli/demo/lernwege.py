"""Lotsen learn: real Lektionen and real Durchläufe, on evenings over weeks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from kurse.kurs import Inhalt, Lektion, SzenarioInhalt
from lernplattform.cli.demo.antworten import Antwortweise, falsch, mal_so_mal_so, richtig
from lernplattform.cli.demo.lage import Lage
from lernplattform.cli.demo.menschen import LOTSEN, Lotse
from lernplattform.services.durchlauf import Gespielt, gib_antwort_ab, starte_durchlauf
from lernplattform.services.lernen import reflektiere, schliesse_lektion_ab

AN_EINEM_ABEND = 3
JE_SCHRITT = timedelta(seconds=50)
VERSUCHE_BIS_FEST = 3

# Whoever gets to one of these Lektionen may have thought about it. `True`: shared.
REFLEXIONEN = (
    ("lotse3", "bruecke-sein", True, "Ich gehe mit und erkläre. Entscheiden müssen Sie selbst."),
    (
        "zeynep.koc",
        "auf-augenhoehe",
        True,
        "Beim Elternabend haben alle über mich gesprochen, und niemand mit mir. "
        "Ich hätte gebraucht, dass mich jemand direkt fragt.",
    ),
    (
        "nour.ibrahim",
        "bruecke-sein",
        True,
        "Ich bin da, damit Sie sich verstehen. Ich bin kein Amt und keine Anwältin.",
    ),
    (
        "rawan.khoury",
        "frei-entscheiden",
        True,
        "Ich habe Ja gesagt, weil die Frau so müde aussah. Ein Tag Bedenkzeit hätte mir geholfen.",
    ),
    (
        "dilek.aydin",
        "verschwiegenheit",
        True,
        "In meiner Familie fragen alle. Ich sage jetzt: Das gehört den Menschen, nicht mir.",
    ),
    ("andrij.melnyk", "bruecke-sein", False, "Eine Brücke trägt. Sie geht nicht selbst hinüber."),
    (
        "lotse2",
        "auf-mich-achten",
        True,
        "Mein erstes Zeichen ist schlechter Schlaf. Meine Schwester merkt es vor mir.",
    ),
    (
        "huda.mansour",
        "anfang-und-ende",
        True,
        "Abschiede fallen mir schwer. Mir hilft der Satz: Sie schaffen das jetzt allein.",
    ),
)


def lerne(lage: Lage) -> None:
    module = [modul for modul in lage.katalog.basis.module if modul.pflicht]
    pflicht = [b.inhalt for modul in module for b in modul.bausteine if b.pflicht]
    for lotse in LOTSEN:
        anzahl = round(lotse.anteil * len(pflicht))
        _Lernende(lage, lotse).lerne(pflicht[:anzahl], pflicht[anzahl:])


@dataclass
class _Lernende:
    lage: Lage
    lotse: Lotse
    uhr: datetime | None = None

    def lerne(self, inhalte: list[Inhalt], danach: list[Inhalt]) -> None:
        abende = self._abende(len(inhalte) + 1)
        for inhalt in inhalte:
            self._stelle_uhr(next(abende))
            self._bearbeite(inhalt)
        naechstes = next((i for i in danach if isinstance(i, SzenarioInhalt)), None)
        if naechstes is None:
            return
        self._stelle_uhr(next(abende))
        if self.lotse.fest:
            for _ in range(VERSUCHE_BIS_FEST):
                self._spiele(naechstes, falsch)
        if self.lotse.mittendrin:
            self._spiele(naechstes, richtig, hoechstens=2)

    def _bearbeite(self, inhalt: Inhalt) -> None:
        if isinstance(inhalt, Lektion):
            self._lies(inhalt)
        elif not self._spiele(inhalt, mal_so_mal_so(self.lage.zufall, self.lotse.gut)):
            self._spiele(inhalt, richtig)

    def _lies(self, lektion: Lektion) -> None:
        self._vergehen(timedelta(minutes=lektion.minuten))
        for kennung, lektion_id, geteilt, text in REFLEXIONEN:
            if (kennung, lektion_id) == (self.lotse.kennung, lektion.id) and lektion.reflexionen:
                reflektiere(
                    self.lage.katalog,
                    self._id,
                    lektion.id,
                    lektion.reflexionen[0].nr,
                    text,
                    self._jetzt,
                    geteilt=geteilt,
                )
        schliesse_lektion_ab(self.lage.katalog, self._id, lektion.id, self._jetzt)

    def _spiele(
        self, inhalt: SzenarioInhalt, weise: Antwortweise, hoechstens: int | None = None
    ) -> bool:
        """Play to the end, or only so many steps; whether it was passed."""
        katalog, knoten = self.lage.katalog, inhalt.szenario.knoten
        durchlauf_id = starte_durchlauf(katalog, self._id, inhalt.id, self._jetzt)
        stand = Gespielt(inhalt.szenario.start, beendet=False, bestanden=None)
        schritt = 0
        while (frage := knoten[stand.knoten].frage) is not None and schritt != hoechstens:
            self._vergehen(JE_SCHRITT)
            stand = gib_antwort_ab(
                katalog, self._id, durchlauf_id, schritt, weise(frage), self._jetzt
            )
            schritt += 1
        return bool(stand.bestanden)

    def _abende(self, anzahl: int) -> Iterator[datetime]:
        """When the pieces are begun: a few on one evening, the evenings spread evenly."""
        von, bis = 7 * self.lotse.seit_wochen, self.lotse.ruhe_tage
        sitzungen = max(1, -(-anzahl // AN_EINEM_ABEND) - 1)
        for nr in range(sitzungen + 1):
            uhrzeit = time(18 + self.lage.zufall.randrange(3), self.lage.zufall.randrange(60))
            abend = self.lage.vor(round(von - (von - bis) * nr / sitzungen), uhrzeit)
            for _ in range(AN_EINEM_ABEND):
                yield abend

    def _stelle_uhr(self, fruehestens: datetime) -> None:
        """Never back: what is done later has the later time."""
        if self.uhr is None or self.uhr < fruehestens:
            self.uhr = fruehestens

    def _vergehen(self, dauer: timedelta) -> None:
        self.uhr = min(self._jetzt + dauer, self.lage.jetzt)

    @property
    def _jetzt(self) -> datetime:
        return self.uhr or self.lage.jetzt

    @property
    def _id(self) -> int:
        return self.lage.id_von(self.lotse)
