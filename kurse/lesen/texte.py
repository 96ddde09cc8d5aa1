"""Renders the texts of one file and reports what is wrong in them with the line of the file."""

from dataclasses import dataclass

from kurse.fundstelle import Sammler
from kurse.lesen.bezug import Modulbezug
from kurse.lesen.dokument import Dokument
from kurse.lesen.quelle import Textteil
from kurse.markdown import Gerendert, render_block, render_inline


@dataclass(frozen=True, slots=True)
class Setzer:
    datei: str
    bezug: Modulbezug
    sammler: Sammler

    def lektionstext(self, teil: Textteil) -> Gerendert:
        return render_block(teil.text, self.bezug, self._melder(teil.beginn))

    def block(self, teil: Textteil) -> str:
        gerendert = self.lektionstext(teil)
        if gerendert.reflexionen:
            meldung = "Reflexionen stehen nur in Lektionen. Im Szenario gibt es „typ: freitext“."
            self.sammler.fehler(self.datei, teil.beginn, meldung)
        return gerendert.html

    def inline(self, teil: Textteil) -> str:
        if "\n" in teil.text.strip() and "\n\n" in teil.text:
            self.sammler.fehler(self.datei, teil.beginn, "Hier ist nur ein Absatz möglich.")
        return render_inline(teil.text.strip(), self.bezug, self._melder(teil.beginn))

    def _melder(self, beginn: int) -> "_Melder":
        return _Melder(self.datei, beginn, self.sammler)


@dataclass(frozen=True, slots=True)
class _Melder:
    datei: str
    beginn: int
    sammler: Sammler

    def __call__(self, zeile: int, meldung: str) -> None:
        self.sammler.fehler(self.datei, self.beginn + zeile, meldung)


def teil(dokument: Dokument, text: str, *pfad: str | int) -> Textteil:
    return Textteil(text, dokument.textzeile(pfad))
