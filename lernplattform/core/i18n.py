"""Languages and the local ways of writing dates, numbers and lists. Message ids are German."""

from datetime import date, datetime

from babel.dates import format_date, format_datetime

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


def schreibrichtung(sprache: str) -> str:
    return "rtl" if sprache in VON_RECHTS else "ltr"


def tag(zeit: datetime | date, sprache: str) -> str:
    """`1. Dezember 2026`, of a time or of a day."""
    ort = zeit.astimezone(ORTSZEIT).date() if isinstance(zeit, datetime) else zeit
    return format_date(ort, "d. MMMM y" if sprache == "de" else "d MMMM y", locale=sprache)


def datum(tag: date, sprache: str) -> str:
    """`Dienstag, 1. Dezember 2026`, for a day without a time."""
    return format_date(tag, "EEEE, d. MMMM y" if sprache == "de" else "EEEE, d MMMM y", sprache)


def termin(zeit: datetime, sprache: str) -> str:
    """`Dienstag, 1. Dezember 2026, 18 Uhr`; minutes only where there are some."""
    ort = zeit.astimezone(ORTSZEIT)
    if sprache != "de":
        return format_datetime(ort, "EEEE, d MMMM y, HH:mm", locale=sprache)
    uhr = "H 'Uhr'" if ort.minute == 0 else "H:mm 'Uhr'"
    return format_datetime(ort, f"EEEE, d. MMMM y, {uhr}", locale="de")


def zeitraum(beginn: datetime, ende: datetime, sprache: str) -> str:
    """`Dienstag, 1. Dezember 2026, 18 bis 20:30 Uhr`; both days where they differ."""
    von, bis = beginn.astimezone(ORTSZEIT), ende.astimezone(ORTSZEIT)
    if von.date() != bis.date():
        return f"{termin(beginn, sprache)} – {termin(ende, sprache)}"
    if sprache != "de":
        return f"{termin(beginn, sprache)}–{format_datetime(bis, 'HH:mm', locale=sprache)}"
    ab, zu = (
        f"{zeit.hour}:{zeit.minute:02}" if zeit.minute else f"{zeit.hour}" for zeit in (von, bis)
    )
    return f"{format_datetime(von, 'EEEE, d. MMMM y', locale='de')}, {ab} bis {zu} Uhr"
