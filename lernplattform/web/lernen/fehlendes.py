"""What is still missing on the way, short and one by one."""

from flask_babel import gettext as _
from flask_babel import ngettext

from kurse.regeln.qualifizierung import Fehlendes, ModulInVorbereitung, UeFehlen
from lernplattform.web.meldungen.voraussetzungen import satz_fuer


def kurz(fehlt: tuple[Fehlendes, ...]) -> str:
    """`Es fehlen noch 6 Module und 8 UE in Präsenz.`"""
    module = sum(not isinstance(f, UeFehlen) for f in fehlt)
    ue = sum(f.brauchen - f.haben for f in fehlt if isinstance(f, UeFehlen))
    if not module:
        return ngettext(
            "Es fehlt noch %(num)s UE in Präsenz.", "Es fehlen noch %(num)s UE in Präsenz.", ue
        )
    if not ue:
        return ngettext("Es fehlt noch %(num)s Modul.", "Es fehlen noch %(num)s Module.", module)
    return ngettext(
        "Es fehlt noch %(num)s Modul und %(ue)s UE in Präsenz.",
        "Es fehlen noch %(num)s Module und %(ue)s UE in Präsenz.",
        module,
        ue=ue,
    )


def saetze(fehlt: tuple[Fehlendes, ...]) -> list[str]:
    """One by one; but what the platform itself still owes is said in one sentence."""
    wartende = sum(isinstance(f, ModulInVorbereitung) for f in fehlt)
    gesagt = [satz_fuer(f) for f in fehlt if not isinstance(f, ModulInVorbereitung)]
    if wartende:
        gesagt.append(
            ngettext(
                "%(num)s Modul schreiben wir noch. Sie müssen dafür nichts tun.",
                "%(num)s Module schreiben wir noch. Sie müssen dafür nichts tun.",
                wartende,
            )
        )
    return gesagt


def regel(mindest_ue: int) -> str:
    if mindest_ue == 0:
        return _("Vollständig ist die Basisqualifizierung, wenn alle Pflichtmodule geschafft sind.")
    return _(
        "Vollständig ist die Basisqualifizierung, wenn alle Pflichtmodule geschafft sind "
        "und Sie mindestens %(n)s UE in Präsenz dabei waren.",
        n=mindest_ue,
    )
