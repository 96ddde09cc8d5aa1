"""The sample Szenario "Das Handy ist weg" as a graph, without its texts."""

from quiz.durchlauf import Stand, ende, starte, weiter
from quiz.fragen import Bewertung, Eingabe
from quiz.szenario import Ende, Szenario
from tests.quiz.bau import einfachwahl, option, schluss, szenario

MUSTER = szenario(
    einfachwahl(
        "haltestelle",
        option("erst-suchen", "falsch", "montag"),
        option("sofort-melden", "gut", "anruf"),
        option("erst-fundbuero", "vertretbar", "anruf"),
    ),
    einfachwahl(
        "anruf",
        option("ohne-foto", "falsch"),
        option("liste-spaeter", "vertretbar", setzt=["alles-gesagt"]),
        option("alles-sagen", "gut", setzt=["alles-gesagt"]),
        weiter=["behoerde"],
    ),
    einfachwahl(
        "montag",
        option("jetzt-melden", "gut", "behoerde", setzt=["alles-gesagt"]),
        option("beruhigen", "falsch", "behoerde"),
        option("allein-treffen", "gefaehrlich", "ende-gefaehrlich"),
    ),
    einfachwahl(
        "behoerde",
        option("selbst-melden", "falsch"),
        option("nachfragen", "gut"),
        option("abgeben", "vertretbar"),
        weiter=["besuch"],
    ),
    einfachwahl(
        "besuch",
        option("beschwichtigen", "falsch", setzt=["beschwichtigt"]),
        option("nur-verweisen", "vertretbar"),
        option("ehrlich", "gut"),
        weiter=["beschwichtigt:ende-offen", "alles-gesagt:ende-gut", "ende-offen"],
    ),
    schluss("ende-gut", "gut"),
    schluss("ende-offen", "offen"),
    schluss("ende-gefaehrlich", "gefaehrlich"),
)


def spiele(
    szenario: Szenario, *gewaehlt: str
) -> tuple[list[tuple[str, Bewertung]], Ende | None, Stand]:
    """Answer with one option after the other; the answers, how it ended and where it stands."""
    stand, antworten = starte(szenario), []
    for option_id in gewaehlt:
        schritt = weiter(szenario, stand, Eingabe((option_id,)))
        antworten.append((stand.knoten, schritt.bewertung))
        stand = schritt.stand
    return antworten, ende(szenario, stand), stand
