"""The page of a question: what is shown, in the order of this Durchlauf, with what was typed."""

from dataclasses import dataclass

from markupsafe import Markup
from werkzeug.datastructures import MultiDict

from kurse.kurs import SzenarioInhalt
from kurse.markdown import fachwoerter_in
from lernplattform.queries.lernen import EigeneReflexion
from lernplattform.web.lernen.forms import ANTWORT, POSITION, ZIEL, Felder
from lernplattform.web.lernen.lesetext import lesetext, mit_woertern, noch_zu_erklaeren
from lernplattform.web.lernen.texte import Fachworterklaerung, fachwoerter, fertig
from quiz.durchlauf import Stand, gemischt, uebrig
from quiz.fragen import Frage, Fragetyp
from quiz.fragetypen.zuordnung import rechte_seiten
from quiz.szenario import Knoten

# Right sides of a Zuordnung that are no longer than this can be chosen by themselves.
KURZ = 20


@dataclass(frozen=True, slots=True)
class Karte:
    """One option of an Einfachwahl or Mehrfachwahl."""

    wert: str
    text: Markup
    gewaehlt: bool


@dataclass(frozen=True, slots=True)
class Zeile:
    """One row of a Reihenfolge or Zuordnung with its select."""

    name: str
    text: Markup
    optionen: list[tuple[int, str]]
    gewaehlt: str | None

    @property
    def buchstaben(self) -> list[tuple[int, str, str]]:
        """Each option behind the letter under which its whole text stands above the rows."""
        return [(wert, chr(ord("A") + nr), text) for nr, (wert, text) in enumerate(self.optionen)]

    @property
    def wahlen(self) -> list[tuple[int, str, str]]:
        """Value, what is seen to be chosen, and what it stands for if that is a letter."""
        if self.passt_in_eine_zeile:
            return [(wert, text, "") for wert, text in self.optionen]
        return self.buchstaben

    @property
    def passt_in_eine_zeile(self) -> bool:
        return all(len(text) <= KURZ for _wert, text in self.optionen)


@dataclass(frozen=True, slots=True)
class Fortgang:
    """How far a story is: steps done, and steps still to come, at least and at most."""

    erledigt: int
    mindestens: int
    hoechstens: int

    @property
    def gesamt(self) -> int:
        return self.erledigt + self.hoechstens


@dataclass(frozen=True, slots=True)
class Frageseite:
    """`ziele`: the right sides of a Zuordnung with their letters, where they are long.

    `fachwoerter`: those that the scene does not explain itself.
    """

    durchlauf_id: int
    stand: Stand
    titel: str
    szene: Markup
    frage: Markup
    typ: Fragetyp
    karten: list[Karte]
    zeilen: list[Zeile]
    ziele: list[tuple[str, str]]
    text: str
    geteilt: bool
    fragt_sicherheit: bool
    sicherheit: str | None
    fortgang: Fortgang
    fachwoerter: list[Fachworterklaerung]


def baue_frage(
    inhalt: SzenarioInhalt,
    durchlauf_id: int,
    stand: Stand,
    *,
    getippt: Felder | None = None,
    reflexion: EigeneReflexion | None = None,
) -> Frageseite:
    """`getippt` brings an answer that did not fit back into the form."""
    knoten, frage = _gefragt(inhalt, stand)
    felder: Felder = MultiDict() if getippt is None else getippt
    bau = _Bau(inhalt, knoten, frage, gemischt(knoten, durchlauf_id), felder)
    text, geteilt = _gedanken(getippt, reflexion)
    szene, woerter = bau.szene()
    zeilen = bau.zeilen()
    return Frageseite(
        durchlauf_id=durchlauf_id,
        stand=stand,
        titel=inhalt.titel,
        szene=szene,
        frage=bau.html("frage"),
        typ=frage.typ,
        karten=bau.karten(),
        zeilen=zeilen,
        ziele=_ziele(frage, zeilen),
        text=text,
        geteilt=geteilt,
        fragt_sicherheit=frage.sicherheit,
        sicherheit=felder.get("sicherheit"),
        fortgang=fortgang(inhalt, stand),
        fachwoerter=woerter,
    )


def fortgang(inhalt: SzenarioInhalt, stand: Stand) -> Fortgang:
    spanne = uebrig(inhalt.szenario, stand)
    return Fortgang(stand.schritt, spanne.mindestens, spanne.hoechstens)


def _gefragt(inhalt: SzenarioInhalt, stand: Stand) -> tuple[Knoten, Frage]:
    knoten = inhalt.szenario.knoten[stand.knoten]
    if knoten.frage is None:
        raise ValueError(f"{inhalt.id}/{knoten.id} asks nothing")
    return knoten, knoten.frage


def _gedanken(getippt: Felder | None, reflexion: EigeneReflexion | None) -> tuple[str, bool]:
    """What stands in a Freitext and whether it is shared: as typed just now, else as stored."""
    if getippt is not None:
        return getippt.get("text", reflexion.text if reflexion else ""), "geteilt" in getippt
    return (reflexion.text, reflexion.geteilt) if reflexion else ("", False)


def _ziele(frage: Frage, zeilen: list[Zeile]) -> list[tuple[str, str]]:
    """Letter and text of each right side, where they are too long to be chosen as they are."""
    if frage.typ is not Fragetyp.ZUORDNUNG or zeilen[0].passt_in_eine_zeile:
        return []
    return [(buchstabe, text) for _wert, buchstabe, text in zeilen[0].buchstaben]


@dataclass(frozen=True, slots=True)
class _Bau:
    inhalt: SzenarioInhalt
    knoten: Knoten
    frage: Frage
    reihe: tuple[int, ...]
    felder: Felder

    def html(self, teil: str) -> Markup:
        return fertig(self.inhalt.html.get(f"{self.knoten.id}.{teil}", ""))

    def szene(self) -> tuple[Markup, list[Fachworterklaerung]]:
        """The scene with its Fachwörter explained at the word, and those left for the end."""
        woerter = fachwoerter(fachwoerter_in(*self.texte()))
        szene = mit_woertern(lesetext(self.html("text")), {wort.id: wort for wort in woerter})
        return szene, noch_zu_erklaeren(woerter, szene, *self.texte()[1:])

    def karten(self) -> list[Karte]:
        angekreuzt = self.felder.getlist(ANTWORT)
        optionen = [self.frage.optionen[nr] for nr in self.reihe] if self.frage.optionen else []
        return [
            Karte(o.id, self.html(f"optionen.{o.id}.text"), o.id in angekreuzt) for o in optionen
        ]

    def zeilen(self) -> list[Zeile]:
        if self.frage.typ is Fragetyp.REIHENFOLGE:
            positionen = [(nr, str(nr)) for nr in range(1, len(self.reihe) + 1)]
            return [
                self._zeile(f"{POSITION}{nr}", self.html(f"schritte.{nr}"), positionen)
                for nr in self.reihe
            ]
        if self.frage.typ is Fragetyp.ZUORDNUNG:
            rechte = rechte_seiten(self.frage)
            ziele = [(nr, rechte[nr]) for nr in self.reihe]
            return [
                self._zeile(f"{ZIEL}{nr}", Markup.escape(links), ziele)
                for nr, (links, _) in enumerate(self.frage.paare)
            ]
        return []

    def _zeile(self, name: str, text: Markup, optionen: list[tuple[int, str]]) -> Zeile:
        return Zeile(name, text, optionen, self.felder.get(name))

    def texte(self) -> list[str]:
        """All that can name a Fachwort, the scene first."""
        optionen = [self.html(f"optionen.{o.id}.text") for o in self.frage.optionen]
        schritte = [self.html(f"schritte.{nr}") for nr in range(len(self.frage.schritte))]
        return [self.html("text"), self.html("frage"), *optionen, *schritte]
