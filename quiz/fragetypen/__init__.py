"""The Fragetypen, by name."""

from collections.abc import Mapping

from quiz.fragen import Fragetyp
from quiz.fragetypen import einfachwahl, freitext, mehrfachwahl, reihenfolge, zuordnung
from quiz.fragetypen.vertrag import Regeln

FRAGETYPEN: Mapping[Fragetyp, Regeln] = {
    Fragetyp.EINFACHWAHL: einfachwahl,
    Fragetyp.MEHRFACHWAHL: mehrfachwahl,
    Fragetyp.ZUORDNUNG: zuordnung,
    Fragetyp.REIHENFOLGE: reihenfolge,
    Fragetyp.FREITEXT: freitext,
}
