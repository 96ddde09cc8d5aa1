"""What pydantic found, said in German to a person who writes courses."""

from collections.abc import Callable

from pydantic_core import ErrorDetails

_KENNUNG = (
    "Eine Kennung hat nur kleine Buchstaben ohne Umlaut, Ziffern und Bindestriche und beginnt mit "
    "einem Buchstaben, zum Beispiel „erster-abend“."
)
Satz = Callable[[str, ErrorDetails], str]


def meldung(fehler: ErrorDetails) -> str:
    feld = _feld(fehler)
    return _SAETZE.get(fehler["type"], _sonst)(feld, fehler)


def _feld(fehler: ErrorDetails) -> str:
    ort = [teil for teil in fehler["loc"] if isinstance(teil, str) and teil != "[key]"]
    return ort[-1] if ort else "Datei"


def _kontext(fehler: ErrorDetails, name: str) -> str:
    return str(fehler.get("ctx", {}).get(name, ""))


def _erlaubt(feld: str, fehler: ErrorDetails) -> str:
    moeglich = _kontext(fehler, "expected").replace("'", "").replace(" or ", " oder ")
    return f"„{feld}“: „{fehler['input']}“ geht nicht. Möglich: {moeglich}."


def _muster(_feld: str, fehler: ErrorDetails) -> str:
    return f"„{fehler['input']}“ ist keine Kennung. {_KENNUNG}"


def _knotenart(feld: str, fehler: ErrorDetails) -> str:
    moeglich = "einfachwahl, mehrfachwahl, reihenfolge, zuordnung, freitext"
    return f"Dem Knoten „{feld}“ fehlt ein gültiger „typ“ ({moeglich}) oder ein „ende“."


def _zu_kurz(feld: str, fehler: ErrorDetails) -> str:
    return f"„{feld}“ braucht mindestens {_kontext(fehler, 'min_length')} Einträge."


def _zu_lang(feld: str, fehler: ErrorDetails) -> str:
    return f"„{feld}“ hat höchstens {_kontext(fehler, 'max_length')} Einträge oder Zeichen."


def _eigene(_feld: str, fehler: ErrorDetails) -> str:
    return fehler["msg"].removeprefix("Value error, ")


def _sonst(feld: str, fehler: ErrorDetails) -> str:
    return f"„{feld}“ ist ungültig ({fehler['msg']})."


def _fester(text: str) -> Satz:
    return lambda feld, _fehler: text.format(feld=feld)


_LISTE = _fester("„{feld}“ muss eine Liste sein: jeder Eintrag in einer Zeile mit „- “ davor.")
_ZUORDNUNG = _fester("„{feld}“ braucht Einträge der Form „name: wert“.")
_SAETZE: dict[str, Satz] = {
    "missing": _fester("„{feld}“ fehlt. Ergänzen Sie „{feld}: …“."),
    "extra_forbidden": _fester("„{feld}“ ist hier unbekannt. Schreibweise prüfen oder streichen."),
    "string_type": _fester("„{feld}“ muss ein Text sein. Setzen Sie ihn in Anführungszeichen."),
    "string_too_short": _fester("„{feld}“ ist leer."),
    "string_too_long": _zu_lang,
    "string_pattern_mismatch": _muster,
    "int_type": _fester("„{feld}“ muss eine ganze Zahl sein, ohne Anführungszeichen."),
    "int_from_float": _fester("„{feld}“ muss eine ganze Zahl sein."),
    "bool_type": _fester("„{feld}“ ist „ja“ oder „nein“."),
    "greater_than_equal": lambda feld, f: f"„{feld}“ muss mindestens {_kontext(f, 'ge')} sein.",
    "less_than_equal": lambda feld, f: f"„{feld}“ darf höchstens {_kontext(f, 'le')} sein.",
    "literal_error": _erlaubt,
    "enum": _erlaubt,
    "list_type": _LISTE,
    "tuple_type": _LISTE,
    "mapping_type": _ZUORDNUNG,
    "dict_type": _ZUORDNUNG,
    "model_type": _ZUORDNUNG,
    "model_attributes_type": _ZUORDNUNG,
    "union_tag_invalid": _knotenart,
    "union_tag_not_found": _knotenart,
    "too_short": _zu_kurz,
    "too_long": _zu_lang,
    "value_error": _eigene,
}
