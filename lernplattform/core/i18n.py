"""Languages and the local ways of writing dates, numbers and lists. Message ids are German."""

from datetime import date, datetime

from babel.dates import format_date

from lernplattform.core.clock import ORTSZEIT

QUELLSPRACHE = "de"
# Of the interface, in the order of the switch, each by its own name.
SPRACHEN = {
    "de": "Deutsch",
    "en": "English",
    "tr": "Türkçe",
    "ar": "العربية",
    "uk": "Українська",
}
# In which Fachwörter are explained; their texts belong to the content.
FACHWORTSPRACHEN = {
    "en": "English",
    "tr": "Türkçe",
    "ar": "العربية",
    "uk": "Українська",
    "ru": "Русский",
    "fa": "فارسی",
}
VON_RECHTS = frozenset({"ar", "fa"})


def sprache_oder_deutsch(gewaehlt: str | None) -> str:
    """For what is written to a person: German until they choose, and once we drop a language."""
    return gewaehlt if gewaehlt in SPRACHEN else QUELLSPRACHE


def schreibrichtung(sprache: str) -> str:
    return "rtl" if sprache in VON_RECHTS else "ltr"


# Babel's patterns, but for what a sentence needs: no dot at its end, one word order throughout.
# Digits are 0 to 9 everywhere: Arabic dates stand here beside German letters and timetables.
TAG = {
    "de": "d. MMMM y",
    "en": "d MMMM y",
    "tr": "d MMMM y",
    "ar": "d MMMM y",
    "uk": "d MMMM y 'року'",
}
DATUM = {
    "de": "EEEE, d. MMMM y",
    "en": "EEEE, d MMMM y",
    "tr": "d MMMM y EEEE",
    "ar": "EEEE، d MMMM y",
    "uk": "EEEE, d MMMM y 'року'",
}
KOMMA = {"ar": "، "}
VON_BIS = {"de": "{ab} bis {zu} Uhr", "ar": "من {ab} إلى {zu}"}


def tag(zeit: datetime | date, sprache: str) -> str:
    """`1. Dezember 2026`, of a time or of a day."""
    ort = zeit.astimezone(ORTSZEIT).date() if isinstance(zeit, datetime) else zeit
    return format_date(ort, TAG[sprache], locale=sprache)


def kurzer_tag(tag: date, sprache: str) -> str:
    """`1. Dez. 2026`, where many days stand under each other."""
    return format_date(tag, TAG[sprache].replace("MMMM", "MMM"), locale=sprache)


def datum(tag: date, sprache: str) -> str:
    """`Dienstag, 1. Dezember 2026`, for a day without a time."""
    return format_date(tag, DATUM[sprache], sprache)


def termin(zeit: datetime, sprache: str) -> str:
    """`Dienstag, 1. Dezember 2026, 18 Uhr`; German says minutes only where there are some."""
    ort = zeit.astimezone(ORTSZEIT)
    uhr = f"{_uhrzeit(ort, sprache)} Uhr" if sprache == "de" else _uhrzeit(ort, sprache)
    return _mit_uhrzeit(ort, uhr, sprache)


def zeitraum(beginn: datetime, ende: datetime, sprache: str) -> str:
    """`Dienstag, 1. Dezember 2026, 18 bis 20:30 Uhr`; both days where they differ."""
    von, bis = beginn.astimezone(ORTSZEIT), ende.astimezone(ORTSZEIT)
    if von.date() != bis.date():
        return f"{termin(beginn, sprache)} – {termin(ende, sprache)}"
    spanne = VON_BIS.get(sprache, "{ab}–{zu}")
    uhr = spanne.format(ab=_uhrzeit(von, sprache), zu=_uhrzeit(bis, sprache))
    return _mit_uhrzeit(von, uhr, sprache)


def _mit_uhrzeit(tag: datetime, uhr: str, sprache: str) -> str:
    return f"{datum(tag, sprache)}{KOMMA.get(sprache, ', ')}{uhr}"


def _uhrzeit(zeit: datetime, sprache: str) -> str:
    if sprache == "de" and not zeit.minute:
        return str(zeit.hour)
    return f"{zeit.hour}:{zeit.minute:02}"
