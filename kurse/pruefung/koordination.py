"""Which options name the Koordination: by the word, or by the name that a story gives her."""

import re

from kurse.pruefung.zaehlung import fragen
from quiz.szenario import Szenario

_WORT = re.compile(r"\bKoordin", re.IGNORECASE)
_NAME = r"(?:Frau|Herrn?) (\w+)"
_VORGESTELLT = re.compile(
    rf"Koordinator(?:in)?,? (?:ist |heißt )?{_NAME}|"
    rf"{_NAME},? (?:Ihre[mnr]?|Ihr|unsere|unser|die|der) Koordinator"
)


def namen(szenario: Szenario) -> frozenset[str]:
    texte = [knoten.text for knoten in szenario.knoten.values()]
    for _, frage in fragen(szenario):
        texte += [text for option in frage.optionen for text in (option.text, option.folge)]
    funde = _VORGESTELLT.findall(" ".join(" ".join(texte).split()))
    return frozenset(name for fund in funde for name in fund if name)


def nennt_koordination(text: str, namen_der_koordination: frozenset[str]) -> int:
    """How often; a name counts like the word."""
    woerter = re.findall(r"\w+", text)
    return len(_WORT.findall(text)) + sum(wort in namen_der_koordination for wort in woerter)
