"""What a translation has to keep of its German text. A rule yields what is wrong, in German."""

import re
from collections.abc import Callable, Iterator

from babel.messages.catalog import Message

PLATZHALTER = re.compile(r"%\((\w+)\)[sd]")
PROZENT = re.compile(r"%(?!\(\w+\)[sd]|%)")
HTML = re.compile(r"</?[a-zA-Z]|&#?\w+;")
FREMDE_ZIFFERN = re.compile(r"[\u0660-\u0669\u06f0-\u06f9]")
RAND = re.compile(r"^(\s*).*?(\s*)$", re.DOTALL)
ZAHL = "num"
# Forms that stand for one number alone, so that the word can say it: "two persons" in Arabic.
FORMEN_EINER_ZAHL = {"en": {0}, "ar": {0, 1, 2}}

Regel = Callable[[Message, str], Iterator[str]]


def quellen(text: Message) -> tuple[str, ...]:
    return (text.id,) if isinstance(text.id, str) else tuple(text.id)


def formen(text: Message) -> tuple[str, ...]:
    return (text.string,) if isinstance(text.string, str) else tuple(text.string or ())


def ist_uebersetzt(text: Message, _sprache: str) -> Iterator[str]:
    leer = [str(nr) for nr, form in enumerate(formen(text)) if not form]
    if len(leer) == len(formen(text)):
        yield "nicht übersetzt"
    elif leer:
        yield f"ohne Pluralform {', '.join(leer)}"


def ist_sicher(text: Message, _sprache: str) -> Iterator[str]:
    if text.fuzzy:
        yield "unsicher (fuzzy)"


def behaelt_platzhalter(text: Message, sprache: str) -> Iterator[str]:
    je_quelle = [set(PLATZHALTER.findall(quelle)) for quelle in quellen(text)]
    alle, immer = set.union(*je_quelle), set.intersection(*je_quelle)
    ohne_zahl = FORMEN_EINER_ZAHL.get(sprache, set()) if text.pluralizable else set()
    for nr, form in enumerate(formen(text)):
        if not form:
            continue
        vorhanden = set(PLATZHALTER.findall(form))
        for name in sorted((immer - {ZAHL} if nr in ohne_zahl else alle) - vorhanden):
            yield f"ohne %({name})s: {form}"
        for name in sorted(vorhanden - alle):
            yield f"mit %({name})s, das es nicht gibt"
        if PROZENT.search(form):
            yield f"mit einem % allein: {form}"


def behaelt_raender(text: Message, _sprache: str) -> Iterator[str]:
    erwartet = {_rand(quelle) for quelle in quellen(text)}
    if any(_rand(form) not in erwartet for form in formen(text) if form):
        yield "mit anderen Leerzeichen am Rand"


def _rand(text: str) -> tuple[str, ...]:
    gefunden = RAND.match(text)
    return gefunden.groups() if gefunden else ()


def bringt_nichts_fremdes(text: Message, _sprache: str) -> Iterator[str]:
    for form in formen(text):
        if HTML.search(form):
            yield f"mit HTML: {form}"
        if FREMDE_ZIFFERN.search(form):
            yield f"mit anderen Ziffern als 0 bis 9: {form}"
        if "!" in form:
            yield f"mit Ausrufezeichen: {form}"


def ist_gleich(text: Message) -> bool:
    """Left as the German was, where there are words at all."""
    woerter = [PLATZHALTER.sub("", quelle) for quelle in quellen(text)]
    return any(map(_hat_buchstaben, woerter)) and not set(quellen(text)).isdisjoint(formen(text))


def _hat_buchstaben(text: str) -> bool:
    return any(zeichen.isalpha() for zeichen in text)


REGELN: tuple[Regel, ...] = (
    ist_uebersetzt,
    ist_sicher,
    behaelt_platzhalter,
    behaelt_raender,
    bringt_nichts_fremdes,
)
