"""German sort order (DIN 5007-1) as a stored key, equal on both databases."""

import re
import unicodedata

_ERSATZ = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})
_WORT = re.compile(r"[^\W_]+")


def sortierschluessel(*teile: str) -> str:
    """`Öz, Gül` sorts as `oz gul`; scripts without Latin base letters keep their own order."""
    return " ".join(_ohne_zeichen(teil) for teil in teile).strip()


def suchworte(*teile: str) -> frozenset[str]:
    """The words of names and addresses, folded like the sort key, for search by prefix."""
    return frozenset(_WORT.findall(sortierschluessel(*teile)))


def _ohne_zeichen(text: str) -> str:
    # Folded twice: a letter such as 𝝖 has a small form only once it is taken apart.
    gefaltet = unicodedata.normalize("NFKD", text.casefold()).casefold().translate(_ERSATZ)
    zerlegt = unicodedata.normalize("NFKD", gefaltet)
    return "".join(zeichen for zeichen in zerlegt if not unicodedata.combining(zeichen))
