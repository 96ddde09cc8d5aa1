"""A content folder → a Katalog, or every fault that it has. Nothing is ever half loaded."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from kurse.fundstelle import Inhaltsfehler, Sammler
from kurse.katalog import Katalog
from kurse.kurs import Baustein, Inhalt, Kurs, Modul, SzenarioInhalt
from kurse.lesen.bezug import Modulbezug
from kurse.lesen.bruchstuecke import pruefe_bruchstueck
from kurse.lesen.lektion import baue_lektion
from kurse.lesen.modul import KursQuelle, ModulQuelle, Sammlung, lies_kurse
from kurse.lesen.ordner import Ordner, lies_ordner
from kurse.lesen.quelle import LektionQuelle
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
    bau = _Bau(rahmen, _baue_inhalte(ordner, sammler, rahmen, sammlung))
    katalog = bau.katalog(sammlung.kurse)
    for kurs in sammlung.kurse:
        for modul in kurs.module:
            _melde_unschaffbares(modul, bau.inhalte, sammler)
    warne_kurs(_szenarien(katalog), rahmen, ordner, sammler)
    return mit_version(katalog)


def _melde_unschaffbares(
    modul: ModulQuelle, inhalte: Mapping[str, Inhalt], sammler: Sammler
) -> None:
    """A story without scored decision cannot be passed, so it must not be demanded."""
    hier = (inhalte[quelle.datei] for quelle in modul.inhalte)
    gelesen = {i.id for i in hier if isinstance(i, SzenarioInhalt) and ist_gelesen(i.szenario)}
    for nr, baustein in enumerate(modul.schema.inhalte):
        if baustein.id in gelesen and baustein.pflicht:
            meldung = (
                f"„{baustein.id}“ hat keine bewertete Entscheidung und kann keine Pflicht sein. "
                "Schreiben Sie „pflicht: nein“."
            )
            sammler.fehler(modul.dokument.datei, modul.dokument.zeile(("inhalte", nr)), meldung)


def _szenarien(katalog: Katalog) -> list[Szenario]:
    return [i.szenario for i in katalog.inhalte.values() if isinstance(i, SzenarioInhalt)]


def _baue_inhalte(
    ordner: Ordner, sammler: Sammler, rahmen: Rahmen, sammlung: Sammlung
) -> dict[str, Inhalt]:
    """By file, because ids may still be taken twice; all of them, to find all their faults."""
    lektionen = {q.datei: q.schema.id for q in sammlung.quellen if isinstance(q, LektionQuelle)}
    fertig: dict[str, Inhalt] = {}
    for quelle in sammlung.quellen:
        bezug = Modulbezug(ordner, sammler, quelle.datei.rpartition("/")[0], rahmen, lektionen)
        if isinstance(quelle, LektionQuelle):
            fertig[quelle.datei] = baue_lektion(quelle, bezug, sammler)
        else:
            ohne_verweise = replace(bezug, lektionen={})
            fertig[quelle.datei] = baue_szenario_inhalt(quelle, ohne_verweise, sammler)
    for stueck in sammlung.bruchstuecke:
        modulordner = stueck.datei.rpartition("/")[0]
        verweise = lektionen if stueck.texte else {}
        bezug = Modulbezug(ordner, sammler, modulordner, rahmen, verweise)
        pruefe_bruchstueck(stueck, bezug, sammler)
    return fertig


@dataclass(frozen=True, slots=True)
class _Bau:
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
