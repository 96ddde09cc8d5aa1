"""A Szenario: its graph, its texts as HTML, and every fault of either with its line."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from math import ceil

from kurse.fundstelle import Sammler
from kurse.kurs import SzenarioInhalt
from kurse.lesen.bezug import Modulbezug
from kurse.lesen.dokument import Dokument
from kurse.lesen.graph import melde_maengel
from kurse.lesen.optionen import pruefe_fragen
from kurse.lesen.quelle import SzenarioQuelle
from kurse.lesen.stil_szenario import warne_szenario
from kurse.lesen.szenario_bauen import baue_szenario
from kurse.lesen.texte import Setzer, teil
from kurse.markdown import fachwoerter_in
from kurse.speichern import hash_von
from quiz.fragen import Frage, Option
from quiz.szenario import Szenario
from quiz.wege import laengster_weg

WOERTER_JE_MINUTE = 100
ENTSCHEIDUNGEN_JE_MINUTE = 3


def baue_szenario_inhalt(
    quelle: SzenarioQuelle, bezug: Modulbezug, sammler: Sammler
) -> SzenarioInhalt:
    szenario = baue_szenario(quelle.schema)
    pruefe_fragen(szenario, quelle.dokument, bezug.rahmen, sammler)
    melde_maengel(szenario, quelle.dokument, sammler)
    warne_szenario(szenario, quelle.dokument, sammler)
    html = html_von(szenario, Setzer(quelle.dokument.datei, bezug, sammler), quelle.dokument)
    kopf = quelle.schema
    inhalt = SzenarioInhalt(
        id=kopf.id,
        titel=kopf.titel,
        fassung=kopf.fassung,
        hash="",
        thema=kopf.thema,
        szenario=szenario,
        html=html,
        minuten=minuten(szenario),
        quellen=tuple(kopf.quellen),
        inhaltshinweis=kopf.inhaltshinweis,
        alternative=kopf.alternative,
        fachwoerter=fachwoerter_in(*html.values()),
    )
    return replace(inhalt, hash=hash_von(inhalt))


def minuten(szenario: Szenario) -> int:
    weg = laengster_weg(szenario)
    entscheidungen = Fraction(weg.entscheidungen, ENTSCHEIDUNGEN_JE_MINUTE)
    return max(1, ceil(Fraction(weg.woerter, WOERTER_JE_MINUTE) + entscheidungen))


def html_von(szenario: Szenario, setzer: Setzer, dokument: Dokument) -> dict[str, str]:
    html = {}
    for knoten in szenario.knoten.values():
        hier = ("knoten", knoten.id)
        html[f"{knoten.id}.text"] = setzer.block(teil(dokument, knoten.text, *hier, "text"))
        if knoten.frage is not None:
            frage_text = teil(dokument, knoten.frage.text, *hier, "frage")
            html[f"{knoten.id}.frage"] = setzer.inline(frage_text)
            html.update(_html_der_frage(knoten.id, knoten.frage, setzer, dokument))
    return html


def _html_der_frage(
    knoten_id: str, frage: Frage, setzer: Setzer, dokument: Dokument
) -> Iterator[tuple[str, str]]:
    hier = ("knoten", knoten_id)
    for name in ("folge", "rueckmeldung_richtig", "rueckmeldung_falsch"):
        if text := getattr(frage, name):
            yield (
                f"{knoten_id}.{name}",
                setzer.block(teil(dokument, text, *hier, name)),
            )
    for nr, option in enumerate(frage.optionen):
        vorn = f"{knoten_id}.optionen.{option.id}"
        yield from _html_der_option(vorn, option, setzer, dokument, (*hier, "optionen", nr))
    for nr, schritt in enumerate(frage.schritte):
        text = teil(dokument, schritt, *hier, "schritte", nr)
        yield f"{knoten_id}.schritte.{nr}", setzer.inline(text)


def _html_der_option(
    vorn: str, option: Option, setzer: Setzer, dokument: Dokument, hier: tuple[str | int, ...]
) -> Iterator[tuple[str, str]]:
    yield f"{vorn}.text", setzer.inline(teil(dokument, option.text, *hier, "text"))
    for name in ("folge", "rueckmeldung"):
        if text := getattr(option, name):
            yield f"{vorn}.{name}", setzer.block(teil(dokument, text, *hier, name))
