"""Words for what a trainer sees of a Lotse."""

from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from kurse.regeln.begleitung import Aktivitaet
from kurse.regeln.fortschritt import BausteinZustand
from lernplattform.queries.matrix import Hinweis

AKTIVITAETEN: dict[Aktivitaet, LazyString] = {
    Aktivitaet.DIESE_WOCHE: _l("diese Woche"),
    Aktivitaet.ZWEI_BIS_VIER_WOCHEN: _l("2 bis 4 Wochen"),
    Aktivitaet.LAENGER: _l("länger"),
    Aktivitaet.NOCH_NICHT: _l("noch nicht"),
}
HINWEISE: dict[Hinweis, LazyString] = {
    Hinweis.FEST: _l("hängt fest"),
    Hinweis.DURCHSICHT: _l("Durchsicht steht aus"),
}
BAUSTEINE: dict[BausteinZustand, LazyString] = {
    BausteinZustand.OFFEN: _l("offen"),
    BausteinZustand.BEGONNEN: _l("begonnen"),
    BausteinZustand.GESCHAFFT: _l("geschafft"),
    BausteinZustand.NEU_GEFASST: _l("geschafft, seitdem neu gefasst"),
    BausteinZustand.DURCH_ALTERNATIVE: _l("durch die gleichwertige Alternative geschafft"),
}
