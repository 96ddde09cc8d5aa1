"""Writes small content folders: a sound one, and the same with single files replaced."""

from collections.abc import Mapping
from pathlib import Path

from kurse.fundstelle import Inhaltsfehler

Dateien = dict[str, str | bytes | None]

MODUL = "basis/01-anfang"
LEKTION = f"{MODUL}/ankommen.md"
SZENARIO = f"{MODUL}/erster-abend.yaml"

_OPTIONEN = """\
    optionen:
      - id: gut
        text: Sie fragen erst einmal nach.
        wertung: gut
        folge: Die Frau nickt und denkt nach.
        folge_ton: gemischt
        rueckmeldung: So erfahren Sie, was sie braucht.
      - id: falsch
        text: Sie wissen schon, was sie will.
        wertung: falsch
        fehlvorstellung: ich-weiss-es
        folge: Die Frau sagt nichts mehr dazu.
        folge_ton: angenehm
        rueckmeldung: "Schnell, aber an ihr vorbei. Besser: fragen."
"""


def entscheidung(knoten: str, weiter: str) -> str:
    return f"""\
  {knoten}:
    text: Eine Frau steht vor Ihrer Tür.
    frage: Was tun Sie?
    typ: einfachwahl
    profilelemente: [zuhoeren]
{_OPTIONEN}    weiter: {weiter}
"""


DATEIEN: Mapping[str, str] = {
    "kernprofil.yaml": """\
- nummer: 1
  id: zuhoeren
  titel: Zuhören
  kurz: Wer zuhört, hilft.
  art: koennen
  kann_satz: Ich kann zuhören.
- nummer: 2
  id: ehrenamt
  titel: Ehrenamt
  kurz: Es ist freiwillig.
  art: rahmen
""",
    "fehlvorstellungen.yaml": """\
- id: ich-weiss-es
  titel: Ich weiß es schon
  richtigstellung: Fragen hilft.
""",
    "impulse.yaml": """\
- id: schnell-fertig
  titel: Schnell fertig
  satz_zum_sagen: „Einen Moment.“
""",
    "glossar.yaml": """\
- id: vollmacht
  begriff: Vollmacht
  erklaerung: Ein Papier für andere.
  uebersetzungen:
    {en: power of attorney, tr: vekalet, ar: توكيل, uk: довіреність, ru: доверенность, fa: وکالت}
""",
    "notfallkarte.yaml": """\
- nummer: "110"
  wofuer: Polizei
  wann: Bei Gefahr.
""",
    "oertlich.yaml": """\
- id: geschenke
  titel: Geschenke
  hinweis: Was erlaubt ist.
""",
    "basis/kurs.yaml": """\
id: basis
titel: Der Kurs
beschreibung: Ein kleiner Kurs.
module: [anfang]
bestehensgrenze: 0.7
""",
    f"{MODUL}/modul.yaml": """\
id: anfang
titel: Der Anfang
lernziele:
  - Sie können zuhören.
pflicht: ja
status: fertig
inhalte:
  - {id: ankommen, pflicht: ja}
  - {id: erster-abend, pflicht: ja}
""",
    LEKTION: """\
---
id: ankommen
titel: Ankommen
fassung: 1
quellen: [kernprofil 1]
profilelemente: [zuhoeren]
---
## Der erste Tag

Hier lesen Sie etwas über eine [[vollmacht]].
""",
    SZENARIO: f"""\
id: erster-abend
titel: Der erste Abend
fassung: 1
thema: rolle
quellen: [recherche 3.1]
start: tuer
knoten:
{entscheidung("tuer", "flur")}
{entscheidung("flur", "kueche")}
{entscheidung("kueche", "balkon")}
{entscheidung("balkon", "ende-gut")}
  ende-gut:
    ende: gut
    text: Ein guter Abend.
""",
}


def schreibe(wurzel: Path, dateien: Mapping[str, str | bytes | None] | None = None) -> Path:
    """The sound folder with these files instead; None leaves a file out."""
    for name, inhalt in {**DATEIEN, **(dateien or {})}.items():
        if inhalt is None:
            continue
        datei = wurzel / name
        datei.parent.mkdir(parents=True, exist_ok=True)
        datei.write_bytes(inhalt.encode() if isinstance(inhalt, str) else inhalt)
    return wurzel


def ersetzt(datei: str, alt: str, neu: str) -> Dateien:
    """One file with its first such text replaced."""
    assert alt in DATEIEN[datei], f"{alt!r} not in {datei}"
    return {datei: DATEIEN[datei].replace(alt, neu, 1)}


def befunde(wurzel: Path, gefunden: tuple[Inhaltsfehler, ...]) -> list[str]:
    """As printed, without the folder of the test."""
    return [str(befund).removeprefix(f"{wurzel}/") for befund in gefunden]
