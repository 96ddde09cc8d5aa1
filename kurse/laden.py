"""A content folder → a Katalog, or every fault that it has. Nothing is ever half loaded."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from kurse.fundstelle import Inhaltsfehler, Sammler
from kurse.katalog import Katalog
from kurse.kurs import Baustein, Inhalt, Kurs, Modul, SzenarioInhalt
from kurse.lesen.bezug import Modulbezug
from kurse.lesen.lektion import baue_lektion
from kurse.lesen.modul import KursQuelle, ModulQuelle, lies_kurse
from kurse.lesen.ordner import Ordner, lies_ordner
from kurse.lesen.quelle import LektionQuelle, Quelle
from kurse.lesen.rahmen import Rahmen, lies_rahmen
from kurse.lesen.stil_kurs import warne_kurs
from kurse.lesen.szenario import baue_szenario_inhalt
from kurse.lesen.verbindungen import Verbindungen
from kurse.speichern import mit_version
from quiz.hauptweg import ist_gelesen
from quiz.szenario import Szenario

MITGELIEFERT = Path(__file__).parent / "inhalte"
"""The content that comes with the platform."""


@dataclass(frozen=True, slots=True)
class Ladeergebnis:
    """`katalog` is None exactly when there are `fehler`; `warnungen` stop nothing."""

    katalog: Katalog | None
    fehler: tuple[Inhaltsfehler, ...] = ()
    warnungen: tuple[Inhaltsfehler, ...] = ()


def load_katalog(wurzel: Path = MITGELIEFERT) -> Ladeergebnis:
    """Never raises for what stands in the files; each fault says file, line and mend."""
    sammler = Sammler()
    ordner = lies_ordner(wurzel, sammler)
    katalog = _lade(ordner, sammler) if ordner else None
    fehler = sammler.alle_fehler()
    return Ladeergebnis(None if fehler else katalog, fehler, sammler.alle_warnungen())


def _lade(ordner: Ordner, sammler: Sammler) -> Katalog:
    rahmen = lies_rahmen(ordner, sammler)
    sammlung = lies_kurse(ordner, sammler)
    Verbindungen(sammlung, rahmen, sammler).pruefe()
    bau = _Bau(sammler, rahmen, _baue_inhalte(ordner, sammler, rahmen, sammlung.quellen))
    katalog = bau.katalog(sammlung.kurse)
    warne_kurs(_szenarien(katalog), rahmen, ordner, sammler)
    return mit_version(katalog)


def _szenarien(katalog: Katalog) -> list[Szenario]:
    return [i.szenario for i in katalog.inhalte.values() if isinstance(i, SzenarioInhalt)]


def _baue_inhalte(
    ordner: Ordner, sammler: Sammler, rahmen: Rahmen, quellen: Iterable[Quelle]
) -> dict[str, Inhalt]:
    """By file, because ids may still be taken twice; all of them, to find all their faults."""
    alle = tuple(quellen)
    lektionen = {q.datei: q.schema.id for q in alle if isinstance(q, LektionQuelle)}
    fertig: dict[str, Inhalt] = {}
    for quelle in alle:
        bezug = Modulbezug(ordner, sammler, quelle.datei.rpartition("/")[0], rahmen, lektionen)
        if isinstance(quelle, LektionQuelle):
            fertig[quelle.datei] = baue_lektion(quelle, bezug, sammler)
        else:
            ohne_verweise = replace(bezug, lektionen={})
            inhalt = baue_szenario_inhalt(quelle, ohne_verweise, rahmen, sammler)
            fertig[quelle.datei] = inhalt
    return fertig


@dataclass(frozen=True, slots=True)
class _Bau:
    sammler: Sammler
    rahmen: Rahmen
    inhalte: Mapping[str, Inhalt]

    def katalog(self, kurse: Iterable[KursQuelle]) -> Katalog:
        return Katalog(
            inhalt_version="",
            kurse=tuple(self._kurs(quelle) for quelle in kurse),
            profilelemente=self.rahmen.profilelemente,
            fehlvorstellungen=self.rahmen.fehlvorstellungen,
            impulse=self.rahmen.impulse,
            glossar=self.rahmen.glossar,
            notfallkarte=self.rahmen.notfallkarte,
            oertlich=self.rahmen.oertlich,
        )

    def _kurs(self, quelle: KursQuelle) -> Kurs:
        kopf = quelle.schema
        module = {modul.schema.id: modul for modul in quelle.module}
        stellen = [(nr, module[m]) for nr, m in enumerate(kopf.module, 1) if m in module]
        return Kurs(
            kopf.id,
            kopf.titel,
            kopf.beschreibung,
            kopf.bestehensgrenze,
            tuple(self._modul(modul, nr) for nr, modul in stellen),
            {name: vermerk.model_dump() for name, vermerk in kopf.geprueft.items()},
        )

    def _modul(self, quelle: ModulQuelle, nummer: int) -> Modul:
        kopf = quelle.schema
        inhalte = {q.schema.id: self.inhalte[q.datei] for q in quelle.inhalte}
        for inhalt in inhalte.values():
            self._melde_unschaffbares(quelle, inhalt)
        bausteine = (Baustein(inhalte[b.id], b.pflicht) for b in kopf.inhalte if b.id in inhalte)
        return Modul(
            kopf.id,
            kopf.titel,
            nummer,
            tuple(kopf.lernziele),
            kopf.pflicht,
            kopf.status,
            tuple(bausteine),
        )

    def _melde_unschaffbares(self, modul: ModulQuelle, inhalt: Inhalt) -> None:
        """A story without scored decision cannot be passed, so it must not be demanded."""
        if not isinstance(inhalt, SzenarioInhalt) or not ist_gelesen(inhalt.szenario):
            return
        for nr, baustein in enumerate(modul.schema.inhalte):
            if baustein.id == inhalt.id and baustein.pflicht:
                meldung = (
                    f"„{inhalt.id}“ hat keine bewertete Entscheidung und kann keine Pflicht sein. "
                    "Schreiben Sie „pflicht: nein“."
                )
                zeile = modul.dokument.zeile(("inhalte", nr))
                self.sammler.fehler(modul.dokument.datei, zeile, meldung)
