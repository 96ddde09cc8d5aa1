"""The faults that the engine finds in a graph, in German and with the line of the file."""

from collections.abc import Callable

from kurse.fundstelle import Sammler
from kurse.lesen.dokument import Dokument, Pfad
from quiz.mangel import Mangel, MangelCode
from quiz.pruefung import maengel
from quiz.szenario import Szenario


def melde_maengel(szenario: Szenario, dokument: Dokument, sammler: Sammler) -> None:
    for mangel in maengel(szenario):
        zeile = dokument.zeile(_pfad(mangel, szenario))
        meldung = _SAETZE[mangel.code](mangel)
        if mangel.warnung:
            sammler.warnung(dokument.datei, zeile, meldung)
        else:
            sammler.fehler(dokument.datei, zeile, meldung)


def _pfad(mangel: Mangel, szenario: Szenario) -> Pfad:
    """As near to the place as the file goes; a missing key leads to the entry it is missing in."""
    if mangel.knoten is None:
        return ("start",) if mangel.code is MangelCode.START_UNBEKANNT else ("knoten",)
    pfad: Pfad = ("knoten", mangel.knoten)
    if mangel.option is not None:
        pfad = (*pfad, "optionen", _nummer(szenario, mangel.knoten, mangel.option))
    if mangel.ziel is not None or mangel.merker is not None:
        pfad = (*pfad, "weiter")
    return pfad if mangel.code not in _AN_DEN_OPTIONEN else (*pfad, "optionen")


def _nummer(szenario: Szenario, knoten_id: str, option_id: str) -> int:
    frage = szenario.knoten[knoten_id].frage
    ids = [option.id for option in frage.optionen] if frage else []
    return ids.index(option_id) if option_id in ids else 0


def _weg(mangel: Mangel) -> str:
    return " → ".join(mangel.weg)


def _fester(text: str) -> Callable[[Mangel], str]:
    return lambda _mangel: text


_AN_DEN_OPTIONEN = {MangelCode.KEINE_GUTE_ANTWORT, MangelCode.MEHRFACHWAHL_OHNE_FALSCH}
_SAETZE: dict[MangelCode, Callable[[Mangel], str]] = {
    MangelCode.START_UNBEKANNT: lambda m: f"„start: {m.ziel}“: Diesen Knoten gibt es nicht.",
    MangelCode.KEIN_ENDE: _fester("Kein Knoten ist ein „ende“. Die Geschichte braucht eines."),
    MangelCode.ZU_VIELE_MERKER: lambda m: (
        f"{m.anzahl} Merker sind zu viele. Höchstens 10; streichen Sie, was niemand abfragt."
    ),
    MangelCode.FRAGE_FEHLT: _fester("Dem Knoten fehlt die Frage oder das „ende“."),
    MangelCode.ENDE_MIT_FRAGE: _fester("Ein Ende stellt keine Frage."),
    MangelCode.ENDE_MIT_WEITER: _fester("Nach einem Ende geht es nicht weiter."),
    MangelCode.ZIEL_UNBEKANNT: lambda m: (
        f"„weiter: {m.ziel}“: Diesen Knoten gibt es nicht. Schreibweise prüfen."
    ),
    MangelCode.SACKGASSE: _fester("Hier geht es nicht weiter. Ergänzen Sie „weiter“."),
    MangelCode.LETZTER_WEG_BEDINGT: _fester(
        "Der letzte Eintrag unter „weiter“ darf keine Bedingung haben. Ergänzen Sie „- {zu: …}“."
    ),
    MangelCode.WEG_VERDECKT: lambda m: (
        f"Der Weg zu „{m.ziel}“ wird nie genommen: Darüber steht ein Eintrag ohne „wenn“."
    ),
    MangelCode.MERKER_NIE_GESETZT: lambda m: (
        f"„wenn: {m.merker}“: Keine Option setzt diesen Merker. Ergänzen Sie „setzt“."
    ),
    MangelCode.KREIS: lambda m: f"Die Geschichte läuft im Kreis: {_weg(m)}.",
    MangelCode.KNOTEN_UNERREICHBAR: lambda m: (
        f"Zum Knoten „{m.knoten}“ führt kein Weg. Verbinden oder streichen Sie ihn."
    ),
    MangelCode.KEINE_GUTE_ANTWORT: _fester("Hier fehlt eine Antwort mit „wertung: gut“."),
    MangelCode.ZU_WENIG_OPTIONEN: _fester("Eine Frage braucht mindestens zwei Optionen."),
    MangelCode.ZU_WENIG_SCHRITTE: _fester("Eine Reihenfolge braucht mindestens zwei Schritte."),
    MangelCode.ZU_WENIG_ZIELE: _fester("Eine Zuordnung braucht mindestens zwei rechte Seiten."),
    MangelCode.MEHRFACHWAHL_OHNE_FALSCH: _fester(
        "Eine Mehrfachwahl braucht mindestens eine Option mit „wertung: falsch“."
    ),
    MangelCode.MEHRFACHWAHL_MIT_WEITER: _fester(
        "In einer Mehrfachwahl steht „weiter“ am Knoten, nicht an der Option."
    ),
    MangelCode.GUTER_WEG_ENDET_NICHT_GUT: lambda m: (
        f"Wer immer gut wählt, endet hier nicht gut: {_weg(m)}."
    ),
    MangelCode.GEFAHR_OHNE_WAHL: lambda m: (
        f"Hierher kommt man ohne gefährliche Wahl: {_weg(m)}. Ändern Sie „ende“ oder „wertung“."
    ),
    MangelCode.HAUPTWEG_ZU_KURZ: lambda m: (
        f"Der kürzeste gute Weg hat {m.anzahl} Entscheidungen. Es müssen mindestens 3 sein."
    ),
    MangelCode.HAUPTWEG_KURZ: lambda m: (
        f"Der kürzeste gute Weg hat {m.anzahl} Entscheidungen. Besser sind 4."
    ),
    MangelCode.ZU_VIELE_RETTUNGSKNOTEN: lambda m: (
        f"Hier folgen {m.anzahl} Rettungsknoten aufeinander. Höchstens 2; dann zurück zum Hauptweg."
    ),
}
