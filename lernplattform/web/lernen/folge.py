"""The page after a decision: what was said, what then happens, and only then why."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from kurse.kurs import SzenarioInhalt
from kurse.markdown import fachwoerter_in
from lernplattform.queries.durchlauf import Entscheidung
from lernplattform.queries.saetze import saetze_der_antwort
from lernplattform.web.katalog import katalog
from lernplattform.web.lernen.frage import Fortgang, fortgang
from lernplattform.web.lernen.lesetext import mit_besserem, mit_woertern, noch_zu_erklaeren
from lernplattform.web.lernen.texte import SICHERHEIT, Fachworterklaerung, fachwoerter, fertig
from quiz.bewertung import sicherheitsmeldung
from quiz.fragen import Frage, Fragetyp, Option, Wertung
from quiz.fragetypen.zuordnung import rechte_seiten


@dataclass(frozen=True, slots=True)
class Ursache:
    """Why the choice was near: the misconception put right, or a sentence against the pull."""

    titel: str
    richtigstellung: str = ""
    satz: str = ""


@dataclass(frozen=True, slots=True)
class Einzelne:
    """One option of a Mehrfachwahl that deserves a word: ticked in error, or missed."""

    text: str
    angekreuzt: bool
    wertung: Wertung
    rueckmeldung: Markup


@dataclass(frozen=True, slots=True)
class Folgeseite:
    """`passt`: of each line of `gesagt`, if it is one of an order or of pairs.

    `richtig`: the right order or pairs, where the answer had them wrong.
    """

    titel: str
    typ: Fragetyp
    gesagt: list[str]
    passt: list[bool]
    folge: Markup
    wertung: Wertung | None
    meldung: str
    rueckmeldung: Markup
    einzelne: list[Einzelne]
    richtig: list[str]
    ursachen: list[Ursache]
    saetze: list[str]
    themen: list[str]
    fortgang: Fortgang
    fachwoerter: list[Fachworterklaerung]


def baue_folge(inhalt: SzenarioInhalt, entscheidung: Entscheidung, text: str = "") -> Folgeseite:
    """`text`: what the person wrote at a Freitext."""
    bau = _Bau(inhalt, entscheidung, text)
    meldung = sicherheitsmeldung(entscheidung.eingabe.sicherheit, entscheidung.schritt.bewertung)
    einzelne = list(bau.einzelne())
    einzeln = [eine.rueckmeldung for eine in einzelne]
    woerter = fachwoerter(fachwoerter_in(bau.folge(), bau.rueckmeldung(), *einzeln))
    offene = {wort.id: wort for wort in woerter}
    folge = mit_woertern(bau.folge(), offene)
    rueckmeldung = mit_woertern(mit_besserem(bau.rueckmeldung()), offene)
    return Folgeseite(
        titel=inhalt.titel,
        typ=bau.frage.typ,
        gesagt=bau.gesagt(),
        passt=bau.passt(),
        folge=folge,
        wertung=entscheidung.schritt.wertung,
        meldung="" if meldung is None else str(SICHERHEIT[meldung]),
        rueckmeldung=rueckmeldung,
        einzelne=einzelne,
        richtig=bau.richtig(),
        ursachen=list(dict.fromkeys(bau.ursachen())),
        saetze=bau.saetze(),
        themen=[
            p.titel for e in bau.frage.profilelemente if (p := katalog().profilelemente.get(e))
        ],
        fortgang=fortgang(inhalt, entscheidung.schritt.stand),
        fachwoerter=noch_zu_erklaeren(woerter, folge, rueckmeldung, *einzeln),
    )


@dataclass(frozen=True, slots=True)
class _Bau:
    inhalt: SzenarioInhalt
    entscheidung: Entscheidung
    text: str

    @property
    def frage(self) -> Frage:
        frage = self.inhalt.szenario.knoten[self.entscheidung.vorher.knoten].frage
        if frage is None:
            raise ValueError(f"{self.entscheidung.vorher.knoten} asks nothing")
        return frage

    def gesagt(self) -> list[str]:
        frage, eingabe = self.frage, self.entscheidung.eingabe
        if frage.typ is Fragetyp.FREITEXT:
            return [self.text] if self.text else []
        if frage.typ is Fragetyp.REIHENFOLGE:
            return [self._klartext(f"schritte.{nr}") for nr in eingabe.reihenfolge]
        if frage.typ is Fragetyp.ZUORDNUNG:
            rechte = rechte_seiten(frage)
            return [
                f"{links}: {rechte[eingabe.zuordnung[nr]]}"
                for nr, (links, _) in enumerate(frage.paare)
            ]
        return [self._klartext(f"optionen.{o.id}.text") for o in self.entscheidung.schritt.gewaehlt]

    def passt(self) -> list[bool]:
        """Steps fit at their own place, right sides beside their own left side."""
        frage, eingabe = self.frage, self.entscheidung.eingabe
        if frage.typ is Fragetyp.REIHENFOLGE:
            return [nr == stelle for stelle, nr in enumerate(eingabe.reihenfolge)]
        rechte = rechte_seiten(frage)
        paare = enumerate(frage.paare)
        return [rechte[eingabe.zuordnung[nr]] == rechts for nr, (_, rechts) in paare]

    def folge(self) -> Markup:
        if self.frage.typ is Fragetyp.EINFACHWAHL:
            return self._html(f"optionen.{self._gewaehlt().id}.folge")
        return self._html("folge")

    def rueckmeldung(self) -> Markup:
        if self.frage.typ is Fragetyp.EINFACHWAHL:
            return self._html(f"optionen.{self._gewaehlt().id}.rueckmeldung")
        return self._html(
            "rueckmeldung_richtig" if self._alles_richtig() else "rueckmeldung_falsch"
        )

    def einzelne(self) -> Iterator[Einzelne]:
        if self.frage.typ is not Fragetyp.MEHRFACHWAHL:
            return
        gewaehlt = self.entscheidung.schritt.gewaehlt
        for option in self.frage.optionen:
            angekreuzt = option in gewaehlt
            if angekreuzt != (option.wertung is Wertung.GUT):
                text = self._klartext(f"optionen.{option.id}.text")
                rueckmeldung = self._html(f"optionen.{option.id}.rueckmeldung")
                yield Einzelne(text, angekreuzt, option.wertung, rueckmeldung)

    def richtig(self) -> list[str]:
        if self._alles_richtig():
            return []
        if self.frage.typ is Fragetyp.REIHENFOLGE:
            return [self._klartext(f"schritte.{nr}") for nr in range(len(self.frage.schritte))]
        return [f"{links}: {rechts}" for links, rechts in self.frage.paare]

    def ursachen(self) -> Iterator[Ursache]:
        stellen: list[Option | Frage] = [*self.entscheidung.schritt.gewaehlt]
        for stelle in (*stellen, *self._frage_selbst()):
            fehlvorstellung = katalog().fehlvorstellungen.get(stelle.fehlvorstellung or "")
            if fehlvorstellung is not None:
                yield Ursache(
                    fehlvorstellung.titel, richtigstellung=fehlvorstellung.richtigstellung
                )
            if (impuls := katalog().impulse.get(stelle.impuls or "")) is not None:
                yield Ursache(impuls.titel, satz=impuls.satz_zum_sagen)

    def saetze(self) -> list[str]:
        knoten, gewaehlt = self.entscheidung.vorher.knoten, self.entscheidung.schritt.gewaehlt
        ids = [option.id for option in gewaehlt]
        return [s.text for s in saetze_der_antwort(katalog(), self.inhalt, knoten, ids)]

    def _frage_selbst(self) -> tuple[Frage, ...]:
        """Reihenfolge and Zuordnung name one cause for the whole question."""
        return () if self._alles_richtig() else (self.frage,)

    def _alles_richtig(self) -> bool:
        return self.entscheidung.schritt.bewertung.wert in (None, 1)

    def _gewaehlt(self) -> Option:
        return self.entscheidung.schritt.gewaehlt[0]

    def _html(self, teil: str) -> Markup:
        knoten = self.entscheidung.vorher.knoten
        return fertig(self.inhalt.html.get(f"{knoten}.{teil}", ""))

    def _klartext(self, teil: str) -> str:
        return self._html(teil).striptags()


def klartext_der_wahl(inhalt: SzenarioInhalt, entscheidung: Entscheidung) -> str:
    """The answer in one line; nothing for a Freitext."""
    return " · ".join(_Bau(inhalt, entscheidung, "").gesagt())
