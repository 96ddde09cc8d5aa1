"""What must fit together across files: ids, lists of Module and Inhalte, alternatives."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from kurse.fundstelle import Sammler
from kurse.lesen.dokument import Dokument
from kurse.lesen.modul import KursQuelle, ModulQuelle, Sammlung
from kurse.lesen.optionen import unbekannt
from kurse.lesen.quelle import LektionQuelle, Quelle, SzenarioQuelle
from kurse.lesen.rahmen import Rahmen
from kurse.schema.grundlage import RESERVIERTE_IDS


@dataclass(slots=True)
class Verbindungen:
    sammlung: Sammlung
    rahmen: Rahmen
    sammler: Sammler
    _vergeben: dict[tuple[str, str], str] = field(default_factory=dict)

    def pruefe(self) -> None:
        for kurs in self.sammlung.kurse:
            self._merke("kurs", kurs.schema.id, kurs.dokument)
            for modul in kurs.module:
                self._merke("modul", modul.schema.id, modul.dokument)
                for quelle in modul.inhalte:
                    self._merke("inhalt", quelle.schema.id, quelle.dokument)
        for kurs in self.sammlung.kurse:
            self._pruefe_kurs(kurs)

    def _merke(self, art: str, kennung: str, dokument: Dokument) -> None:
        """Lektionen and Szenarien share one set of ids, Module and Kurse have their own."""
        zeile = dokument.zeile(("id",))
        if kennung in RESERVIERTE_IDS:
            meldung = f"„{kennung}“ ist als Kennung vergeben. Wählen Sie eine andere."
            self.sammler.fehler(dokument.datei, zeile, meldung)
        erste = self._vergeben.setdefault((art, kennung), f"{dokument.datei}:{zeile}")
        if erste != f"{dokument.datei}:{zeile}":
            meldung = f"Die Kennung „{kennung}“ gibt es schon in {erste}."
            self.sammler.fehler(dokument.datei, zeile, meldung)

    def _pruefe_kurs(self, kurs: KursQuelle) -> None:
        eigene = {modul.schema.id: modul for modul in kurs.module}
        self._pruefe_liste(kurs.dokument, "module", kurs.schema.module, set(eigene))
        for modul in kurs.module:
            if modul.schema.id not in kurs.schema.module:
                meldung = f"Das Modul „{modul.schema.id}“ steht nicht in kurs.yaml unter „module“."
                self.sammler.fehler(modul.dokument.datei, modul.dokument.zeile(("id",)), meldung)
            self._pruefe_modul(modul)
        szenarien = {q.schema.id for m in kurs.module for q in m.inhalte if _ist_szenario(q)}
        for name in kurs.schema.geprueft:
            if name not in szenarien | self.sammlung.verdorben:
                meldung = f"Ein Szenario „{name}“ gibt es in diesem Kurs nicht."
                zeile = kurs.dokument.zeile(("geprueft", name))
                self.sammler.fehler(kurs.dokument.datei, zeile, meldung)

    def _pruefe_modul(self, modul: ModulQuelle) -> None:
        gelistet = [baustein.id for baustein in modul.schema.inhalte]
        vorhanden = {quelle.schema.id for quelle in modul.inhalte}
        self._pruefe_liste(modul.dokument, "inhalte", gelistet, vorhanden)
        for quelle in modul.inhalte:
            if quelle.schema.id not in gelistet:
                meldung = f"„{quelle.schema.id}“ steht nicht in modul.yaml unter „inhalte“."
                self._fehler(quelle, "id", meldung)
            self._pruefe_quelle(quelle, vorhanden)

    def _pruefe_liste(
        self, dokument: Dokument, feld: str, gelistet: list[str], vorhanden: set[str]
    ) -> None:
        for nr, name in enumerate(gelistet):
            zeile = dokument.zeile((feld, nr))
            if name in gelistet[:nr]:
                self.sammler.fehler(dokument.datei, zeile, f"„{name}“ steht hier doppelt.")
            if name not in vorhanden | self.sammlung.verdorben:
                meldung = f"„{name}“ gibt es in diesem Ordner nicht. Prüfen Sie die „id“ der Datei."
                self.sammler.fehler(dokument.datei, zeile, meldung)

    def _pruefe_quelle(self, quelle: Quelle, im_modul: set[str]) -> None:
        for feld, meldung in self._befunde(quelle, im_modul):
            self._fehler(quelle, feld, meldung)

    def _befunde(self, quelle: Quelle, im_modul: set[str]) -> Iterator[tuple[str, str]]:
        kopf = quelle.schema
        if kopf.alternative == kopf.id:
            yield "alternative", "Die Alternative muss eine andere Lektion oder Geschichte sein."
        elif kopf.alternative and kopf.alternative not in im_modul | self.sammlung.verdorben:
            yield "alternative", f"„{kopf.alternative}“ gibt es in diesem Modul nicht."
        nummern = {e.nummer for e in self.rahmen.profilelemente.values()}
        for eintrag in kopf.quellen:
            name, _, nummer = eintrag.partition(" ")
            if nummern and name == "kernprofil" and _fehlt(nummer, nummern):
                yield "quellen", f"Das Kernprofil hat kein Element {nummer}."
        bekannt = self.rahmen.profilelemente
        for element in quelle.schema.profilelemente if isinstance(quelle, LektionQuelle) else ():
            if not self.rahmen.kennt("kernprofil.yaml", element):
                meldung = unbekannt("Das Profilelement", element, bekannt, "kernprofil.yaml")
                yield "profilelemente", meldung

    def _fehler(self, quelle: Quelle, feld: str, meldung: str) -> None:
        self.sammler.fehler(quelle.dokument.datei, quelle.dokument.zeile((feld,)), meldung)


def _fehlt(nummer: str, nummern: set[int]) -> bool:
    return nummer.isdecimal() and int(nummer) not in nummern


def _ist_szenario(quelle: Quelle) -> bool:
    return isinstance(quelle, SzenarioQuelle)
