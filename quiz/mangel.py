"""What can be wrong with a Szenario, as values: the loader turns them into words and lines."""

from dataclasses import dataclass
from enum import StrEnum


class MangelCode(StrEnum):
    """The comment names the fields of `Mangel` that are set beside `knoten`."""

    START_UNBEKANNT = "start-unbekannt"  # ziel; no knoten
    KEIN_ENDE = "kein-ende"  # no knoten
    ZU_VIELE_MERKER = "zu-viele-merker"  # anzahl; no knoten
    FRAGE_FEHLT = "frage-fehlt"
    ENDE_MIT_FRAGE = "ende-mit-frage"
    ENDE_MIT_WEITER = "ende-mit-weiter"
    ZIEL_UNBEKANNT = "ziel-unbekannt"  # option, ziel
    SACKGASSE = "sackgasse"  # option
    LETZTER_WEG_BEDINGT = "letzter-weg-bedingt"  # option, merker
    WEG_VERDECKT = "weg-verdeckt"  # option, ziel: stands after an entry without condition
    MERKER_NIE_GESETZT = "merker-nie-gesetzt"  # option, merker
    KREIS = "kreis"  # weg: its Knoten in order, the first again as the last
    KNOTEN_UNERREICHBAR = "knoten-unerreichbar"
    KEINE_GUTE_ANTWORT = "keine-gute-antwort"
    ZU_WENIG_OPTIONEN = "zu-wenig-optionen"
    ZU_WENIG_SCHRITTE = "zu-wenig-schritte"
    ZU_WENIG_ZIELE = "zu-wenig-ziele"
    MEHRFACHWAHL_OHNE_FALSCH = "mehrfachwahl-ohne-falsch"
    MEHRFACHWAHL_MIT_WEITER = "mehrfachwahl-mit-weiter"  # option
    GUTER_WEG_ENDET_NICHT_GUT = "guter-weg-endet-nicht-gut"  # weg
    GEFAHR_OHNE_WAHL = "gefahr-ohne-wahl"  # weg
    HAUPTWEG_ZU_KURZ = "hauptweg-zu-kurz"  # anzahl (M); no knoten
    HAUPTWEG_KURZ = "hauptweg-kurz"  # anzahl (M); no knoten; a warning
    ZU_VIELE_RETTUNGSKNOTEN = "zu-viele-rettungsknoten"


@dataclass(frozen=True, slots=True)
class Mangel:
    """One fault. `knoten` is None where the Szenario as a whole is meant."""

    code: MangelCode
    knoten: str | None = None
    option: str | None = None
    merker: str | None = None
    ziel: str | None = None
    weg: tuple[str, ...] = ()
    anzahl: int | None = None
    warnung: bool = False
