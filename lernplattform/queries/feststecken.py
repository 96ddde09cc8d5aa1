"""How many Lotsen of the own Kursgruppen are stuck, before anybody opens a matrix."""

from sqlalchemy import func, select

from kurse.katalog import Katalog
from kurse.regeln.begleitung import FEST_AB
from lernplattform.core.db import db
from lernplattform.models.durchlauf import Durchlauf, DurchlaufStatus
from lernplattform.models.kursgruppe import Gruppenmitglied, Kursgruppe
from lernplattform.rechte import Angemeldet, kursgruppen_der_begleitung


def zaehle_feststeckende(angemeldet: Angemeldet, katalog: Katalog) -> dict[int, int]:
    """People by Kursgruppe, without the Kursgruppen in which nobody is stuck.

    The rule is `haengt_fest`; here the database asks it, so that only few rows come.
    """
    anfrage = (
        select(Gruppenmitglied.kursgruppe_id, Gruppenmitglied.person_id, Durchlauf.szenario_id)
        .join(Gruppenmitglied, Gruppenmitglied.person_id == Durchlauf.person_id)
        .join(Kursgruppe, Kursgruppe.id == Gruppenmitglied.kursgruppe_id)
        .where(kursgruppen_der_begleitung(angemeldet), Durchlauf.status == DurchlaufStatus.BEENDET)
        .group_by(Gruppenmitglied.kursgruppe_id, Gruppenmitglied.person_id, Durchlauf.szenario_id)
        .having(
            func.count().filter(Durchlauf.bestanden.is_(True)) == 0,
            func.count().filter(Durchlauf.bestanden.is_(False)) >= FEST_AB,
        )
    )
    basis = {modul.id for modul in katalog.basis.module}
    feste: dict[int, set[int]] = {}
    for gruppe_id, person_id, szenario_id in db.session.execute(anfrage):
        if (modul := katalog.modul_von.get(szenario_id)) and modul.id in basis:
            feste.setdefault(gruppe_id, set()).add(person_id)
    return {gruppe_id: len(personen) for gruppe_id, personen in feste.items()}
