"""Sentences and dates of the learning area that depend on values, not on places."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from flask_babel import get_locale, ngettext
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString
from markupsafe import Markup

from kurse.kurs import Inhalt, Lektion, SzenarioInhalt
from lernplattform.core import i18n
from lernplattform.core.clock import ORTSZEIT
from lernplattform.web.katalog import katalog
from lernplattform.web.zugang import angemeldet
from quiz.bewertung import Sicherheitsmeldung
from quiz.fragetypen.vertrag import Eingabefehler

_BESSER = _l("Geht. Es gibt noch einen besseren Weg.")
SICHERHEIT: Mapping[Sicherheitsmeldung, LazyString] = {
    Sicherheitsmeldung.SICHER_GUT: _l("Gut. Darauf können Sie bauen."),
    Sicherheitsmeldung.SICHER_VERTRETBAR: _BESSER,
    Sicherheitsmeldung.SICHER_FALSCH: _l(
        "Viele sind hier sicher und liegen daneben. Merken Sie sich diese Stelle."
    ),
    Sicherheitsmeldung.GLAUBE_GUT: _l("Gut gesehen."),
    Sicherheitsmeldung.GLAUBE_VERTRETBAR: _BESSER,
    Sicherheitsmeldung.GLAUBE_FALSCH: _l("Fast. Das fehlte noch:"),
    Sicherheitsmeldung.RATE_GUT: _l("Ihr Gefühl war richtig. Warum:"),
    Sicherheitsmeldung.RATE_VERTRETBAR: _BESSER,
    Sicherheitsmeldung.RATE_FALSCH: _l("Gut, dass Sie gezweifelt haben. In echt: erst nachfragen."),
}

_PASST_NICHT = _l("Diese Antwort passt nicht zur Frage. Bitte wählen Sie noch einmal.")
EINGABEFEHLER: Mapping[str, LazyString] = {
    **dict.fromkeys(Eingabefehler, _PASST_NICHT),
    Eingabefehler.NICHTS_GEWAEHLT: _l("Bitte wählen Sie eine Antwort."),
    "nichts-angekreuzt": _l("Bitte wählen Sie mindestens eine Antwort."),
    Eingabefehler.KEINE_PERMUTATION: _l("Bitte geben Sie jedem Schritt eine eigene Nummer."),
    Eingabefehler.UNVOLLSTAENDIG: _l("Bitte wählen Sie in jeder Zeile etwas aus."),
    "zu-lang": _l("Ihr Text ist zu lang. Bitte kürzen Sie ihn."),
}

# Where the law is near, a page says that it is no legal advice.
RECHTLICHE_THEMEN = frozenset({"datenschutz"})
RECHTLICHE_ELEMENTE = frozenset({"verschwiegenheit-datenschutz", "grenzen-ehrenamt"})


@dataclass(frozen=True, slots=True)
class Fachworterklaerung:
    """`uebersetzung` in the person's own language; empty where that is German."""

    id: str
    begriff: str
    erklaerung: str
    sprache: str
    richtung: str
    uebersetzung: str


def fertig(html: str) -> Markup:
    """HTML of the course: rendered and cleaned by the loader, so it is safe."""
    return Markup(html)  # noqa: S704


def fachwoerter(ids: Iterable[str]) -> list[Fachworterklaerung]:
    """In the language chosen for them; without a choice, in that of the pages."""
    sprache = angemeldet().fachwortsprache or str(get_locale())
    woerter = (katalog().glossar[wort] for wort in ids if wort in katalog().glossar)
    return [
        Fachworterklaerung(
            wort.id,
            wort.begriff,
            wort.erklaerung,
            sprache,
            i18n.schreibrichtung(sprache),
            wort.uebersetzungen.get(sprache, ""),
        )
        for wort in woerter
    ]


def gruss(jetzt: datetime) -> str:
    stunde = jetzt.astimezone(ORTSZEIT).hour
    if 4 <= stunde < 11:
        return _("Guten Morgen")
    return _("Guten Tag") if 11 <= stunde < 18 else _("Guten Abend")


def an_tag(tag: date) -> str:
    """`1. Dezember 2026` for a day without a time."""
    return i18n.tag(tag, str(get_locale() or i18n.QUELLSPRACHE))


def kurzer_tag(tag: date) -> str:
    return i18n.kurzer_tag(tag, str(get_locale() or i18n.QUELLSPRACHE))


def minuten(anzahl: int) -> str:
    return ngettext("%(num)s Minute", "%(num)s Minuten", anzahl)


def dauer(anzahl: int) -> str:
    """Minutes as people say them: from an hour on in steps of five, from three in whole hours."""
    if anzahl < 60:
        return minuten(anzahl)
    schritt = 60 if anzahl >= 180 else 5
    stunden, rest = divmod(schritt * round(anzahl / schritt), 60)
    if rest:
        return _("%(stunden)s Std. %(minuten)s Min.", stunden=stunden, minuten=rest)
    return ngettext("%(num)s Stunde", "%(num)s Stunden", stunden)


def art(inhalt: Inhalt) -> str:
    return _("Lektion") if isinstance(inhalt, Lektion) else _("Szenario")


def ist_rechtlich(inhalt: Inhalt) -> bool:
    if isinstance(inhalt, SzenarioInhalt):
        return inhalt.thema in RECHTLICHE_THEMEN
    return not RECHTLICHE_ELEMENTE.isdisjoint(inhalt.profilelemente)


def inhaltshinweis(inhalt: Inhalt) -> str | None:
    """What a hard topic is about, said before it is shown."""
    if inhalt.inhaltshinweis is None:
        return None
    saetze = {
        "gewalt": _("Hier geht es um Gewalt."),
        "kindeswohl": _("Hier geht es um Kinder, denen es nicht gut geht."),
    }
    return saetze.get(inhalt.inhaltshinweis, _("Hier geht es um ein schweres Thema."))
