"""A Lektion: from its Markdown to the value that a page shows."""

from dataclasses import replace
from fractions import Fraction
from math import ceil

from kurse.fundstelle import Sammler
from kurse.kurs import Lektion, Reflexionsfrage
from kurse.lesen.bezug import Modulbezug
from kurse.lesen.quelle import LektionQuelle
from kurse.lesen.stil_lektion import warne_lektion
from kurse.lesen.texte import Setzer
from kurse.markdown import Gerendert, fachwoerter_in
from kurse.speichern import hash_von

WOERTER_JE_MINUTE = 120


def baue_lektion(quelle: LektionQuelle, bezug: Modulbezug, sammler: Sammler) -> Lektion:
    setzer = Setzer(quelle.dokument.datei, bezug, sammler)
    text = setzer.lektionstext(quelle.text)
    warne_lektion(setzer.datei, quelle.text.beginn, text.absaetze, sammler, ist_einfach=False)
    einfach = _einfach(quelle, bezug, sammler)
    kopf = quelle.schema
    lektion = Lektion(
        id=kopf.id,
        titel=kopf.titel,
        fassung=kopf.fassung,
        hash="",
        html=text.html,
        minuten=minuten(text),
        profilelemente=tuple(kopf.profilelemente),
        quellen=tuple(kopf.quellen),
        reflexionen=tuple(Reflexionsfrage(nr, h) for nr, h in enumerate(text.reflexionen, 1)),
        einfach_html=einfach,
        inhaltshinweis=kopf.inhaltshinweis,
        alternative=kopf.alternative,
        fachwoerter=fachwoerter_in(text.html, einfach),
    )
    return replace(lektion, hash=hash_von(lektion))


def minuten(text: Gerendert) -> int:
    woerter = sum(len(absatz.text.split()) for absatz in text.absaetze)
    genau = Fraction(woerter, WOERTER_JE_MINUTE) + Fraction(text.bilder, 2) + len(text.reflexionen)
    return max(1, ceil(genau))


def _einfach(quelle: LektionQuelle, bezug: Modulbezug, sammler: Sammler) -> str | None:
    if quelle.einfach is None:
        return None
    setzer = Setzer(bezug.ordner.anzeige(quelle.einfach_datei), bezug, sammler)
    text = setzer.lektionstext(quelle.einfach)
    beginn = quelle.einfach.beginn
    if text.reflexionen:
        sammler.fehler(setzer.datei, beginn, "Reflexionen stehen nur in der Lektion selbst.")
    warne_lektion(setzer.datei, beginn, text.absaetze, sammler, ist_einfach=True)
    return text.html
