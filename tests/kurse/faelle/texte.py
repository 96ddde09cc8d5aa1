"""Texts that are not safe, not whole, or point nowhere."""

from tests.kurse.faelle.bau import Faelle, szenario, text
from tests.kurse.ordner import DATEIEN, LEKTION, MODUL, SZENARIO

FAELLE: Faelle = {
    "Lektion without head": (
        {LEKTION: "## Nur Text\n"},
        f"{LEKTION}:1",
        "fehlt der Kopf",
    ),
    "Lektion with an open head": (
        {LEKTION: "---\nid: ankommen\n"},
        f"{LEKTION}:1",
        "Kopf der Lektion endet nicht",
    ),
    "twin with a head": (
        {f"{MODUL}/ankommen.einfach.md": "---\nid: ankommen\n---\nHallo.\n"},
        f"{MODUL}/ankommen.einfach.md:1",
        "hat keinen Kopf",
    ),
    "box in a box": (
        text("\n::: merke\n::: achtung\nx\n:::\n:::\n"),
        f"{LEKTION}:13",
        "nicht in einem Kasten",
    ),
    "Reflexion in a story": (
        szenario("Ein guter Abend.", "|\n      ::: reflexion\n      Was?\n      :::"),
        f"{SZENARIO}:95",
        "Reflexionen stehen nur in Lektionen",
    ),
    "Lektion without text": (
        {LEKTION: DATEIEN[LEKTION].split("## ")[0]},
        f"{LEKTION}:8",
        "keinen Text",
    ),
    "HTML block": (text("\n<div>x</div>\n"), f"{LEKTION}:12", "HTML"),
    "HTML in a sentence": (text("\nein <b>Wort</b>\n"), f"{LEKTION}:12", "HTML"),
    "HTML comment": (text("\n<!-- später -->\n"), f"{LEKTION}:12", "HTML"),
    "HTML in an option": (
        szenario("Sie fragen erst", "Sie <i>fragen</i>"),
        f"{SZENARIO}:15",
        "HTML",
    ),
    "first-level heading": (text("\n# Titel\n"), f"{LEKTION}:12", "„## “"),
    "unknown box": (text("\n::: tipp\nx\n:::\n"), f"{LEKTION}:12", "„tipp“"),
    "open box": (text("\n::: merke\nx\n"), f"{LEKTION}:12", "nicht geschlossen"),
    "broken link": (text("\n[x](fort.md)\n"), f"{LEKTION}:12", "„fort.md“ führt nirgendwohin"),
    "link without https": (text("\n[x](http://a.de)\n"), f"{LEKTION}:12", "https"),
    "link with script": (text("\n[x](javascript:alert)\n"), f"{LEKTION}:12", "nirgendwohin"),
    "link out of a story": (
        szenario("Ein guter Abend.", '"[x](ankommen.md)"'),
        f"{SZENARIO}:94",
        "nirgendwohin",
    ),
    "picture that is missing": (
        text("\n![Tür](tuer.svg)\n"),
        f"{LEKTION}:12",
        "„tuer.svg“ gibt es",
    ),
    "picture from outside": (
        text("\n![Tür](../../kernprofil.yaml)\n"),
        f"{LEKTION}:12",
        "kernprofil.yaml“ gibt es nicht",
    ),
    "picture from the network": (
        text("\n![T](https://a.de/x.svg)\n"),
        f"{LEKTION}:12",
        "gibt es nicht",
    ),
    "picture without description": (
        {**text("\n![](tuer.svg)\n"), f"{MODUL}/tuer.svg": "<svg/>"},
        f"{LEKTION}:12",
        "fehlt die Beschreibung",
    ),
    "picture with script": (
        {**text("\n![Tür](tuer.svg)\n"), f"{MODUL}/tuer.svg": "<svg><script>x</script></svg>"},
        f"{LEKTION}:12",
        "ohne Skript",
    ),
    "twin without Lektion": (
        {f"{MODUL}/fort.einfach.md": "Hallo.\n"},
        f"{MODUL}/fort.einfach.md:1",
        "fehlt",
    ),
    "twin with a Reflexion": (
        {f"{MODUL}/ankommen.einfach.md": "::: reflexion\nWas?\n:::\n"},
        f"{MODUL}/ankommen.einfach.md:1",
        "Reflexionen",
    ),
}
