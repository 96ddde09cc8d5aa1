"""When a story is passed, in the words of the badges: what a page says is the rule applied."""

from fractions import Fraction

from flask_babel import gettext as _
from flask_babel import ngettext

from lernplattform.web.katalog import katalog
from quiz.bewertung import hoechstens_falsch


def bestehensgrenze(szenario_id: str) -> Fraction:
    modul = katalog().modul_von.get(szenario_id)
    kurs = katalog().kurs_von[modul.id] if modul else katalog().basis
    return kurs.bestehensgrenze


def regelsatz(entscheidungen: int, grenze: Fraction) -> str:
    """What so many decisions bear. Counted in halves, as „Geht auch“ costs half of a wrong one."""
    falsch, geht_auch = divmod(hoechstens_falsch(2 * entscheidungen, grenze), 2)
    if falsch == 0:
        return _ohne_falsche(geht_auch)
    saetze = [
        ngettext(
            "Geschafft ist es, wenn fast alle Entscheidungen gut sind: höchstens eine falsche, "
            "keine gefährliche.",
            "Geschafft ist es, wenn die meisten Entscheidungen gut sind: höchstens %(num)s "
            "falsche, keine gefährliche.",
            falsch,
        ),
        _("„Geht auch“ zählt halb."),
    ]
    if geht_auch:
        saetze.insert(1, _("Dazu darf einmal „Geht auch“ kommen."))
    return " ".join(saetze)


def _ohne_falsche(geht_auch: int) -> str:
    if geht_auch:
        return _("Geschafft ist es ohne eine falsche Entscheidung. Einmal „Geht auch“ ist erlaubt.")
    return _("Geschafft ist es, wenn alle Entscheidungen gut sind.")
