"""What follows from something being done: facts that only grow, and the summaries of them."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from sqlalchemy import delete, select

from kurse.katalog import Katalog
from kurse.kurs import Inhalt, Modul
from kurse.regeln.fortschritt import module_zum_abschliessen
from kurse.regeln.qualifizierung import fehlt_zur_vollstaendigkeit
from lernplattform.core.db import db
from lernplattform.core.einfuegen import einfuegen, ist_postgresql
from lernplattform.models.fortschritt import Abschluss, Abschlussart, Modulfortschritt
from lernplattform.models.person import Person
from lernplattform.models.qualifizierung import Qualifizierung, QualifizierungStand
from lernplattform.models.standort import Standort
from lernplattform.queries.fortschritt import Fakt, als_lernstand, lies_besuchte_ue, lies_fakten
from lernplattform.services.nachrichten import lege_nachricht_an

Fakten = tuple[Fakt, ...]


def sperre_person(person_id: int) -> None:
    """One after the other where two acts of a person could each be the last missing step.

    Whoever locks several people does it in the order of their ids. KEY SHARE leaves foreign keys
    to this person free for others. On SQLite the transaction itself is the lock.
    """
    if ist_postgresql():
        db.session.execute(
            select(Person.id).where(Person.id == person_id).with_for_update(key_share=True)
        )


def schliesse_ab(katalog: Katalog, person_id: int, inhalt: Inhalt, jetzt: datetime) -> None:
    """This version of a Lektion or Szenario is done, and whatever that completes. Idempotent.

    Behind `sperre_person`, which the caller needs anyway for what it reads before.
    """
    fakten = lies_fakten(person_id)
    neu = Fakt(Abschlussart(inhalt.art.value), inhalt.id, inhalt.fassung, jetzt)
    if any(_selbes(neu, fakt) for fakt in fakten):
        return
    module = _faellige_module(katalog, inhalt, (*fakten, neu))
    neue = (neu, *(Fakt(Abschlussart.MODUL, modul.id, 1, jetzt) for modul in module))
    alle = (*fakten, *neue)
    _schreibe_abschluesse(person_id, neue, inhalt.hash, katalog.inhalt_version)
    _schreibe_modulfortschritt(katalog, person_id, alle, _betroffene(katalog, inhalt, module))
    _folgere_vollstaendigkeit(katalog, person_id, alle, jetzt)


def pruefe_vollstaendigkeit(katalog: Katalog, person_id: int, jetzt: datetime) -> None:
    """After a change of attended UE: is nothing missing now? Takes nothing away."""
    sperre_person(person_id)
    _folgere_vollstaendigkeit(katalog, person_id, lies_fakten(person_id), jetzt)


def berechne_neu(katalog: Katalog, person_id: int) -> None:
    """Write the summaries of a person again from the facts alone; the same as before."""
    sperre_person(person_id)
    fakten = lies_fakten(person_id)
    db.session.execute(delete(Modulfortschritt).where(Modulfortschritt.person_id == person_id))
    geschaffte = {fakt.id for fakt in fakten if fakt.art is Abschlussart.MODUL}
    _schreibe_modulfortschritt(katalog, person_id, fakten, sorted({*katalog.module, *geschaffte}))


def _selbes(neu: Fakt, fakt: Fakt) -> bool:
    return (neu.art, neu.id, neu.fassung) == (fakt.art, fakt.id, fakt.fassung)


def _faellige_module(katalog: Katalog, inhalt: Inhalt, fakten: Fakten) -> tuple[Modul, ...]:
    """A version that is no longer in the Katalog still counts, but completes no Modul."""
    modul = katalog.modul_von.get(inhalt.id)
    if modul is None:
        return ()
    return module_zum_abschliessen(katalog.kurs_von[modul.id], als_lernstand(fakten))


def _betroffene(katalog: Katalog, inhalt: Inhalt, module: Iterable[Modul]) -> list[str]:
    """In one order for everybody, so that writers never wait for each other in a circle."""
    eigenes = katalog.modul_von.get(inhalt.id)
    ids = {modul.id for modul in module} | ({eigenes.id} if eigenes else set())
    return sorted(ids)


def _schreibe_abschluesse(
    person_id: int, fakten: Iterable[Fakt], hash_: str, inhalt_version: str
) -> None:
    zeilen = [
        {
            "person_id": person_id,
            "art": fakt.art,
            "inhalt_id": fakt.id,
            "fassung": fakt.fassung,
            "hash": inhalt_version if fakt.art in _GANZES else hash_,
            "am": fakt.am,
        }
        for fakt in fakten
    ]
    db.session.execute(einfuegen(Abschluss).on_conflict_do_nothing(), zeilen)


_GANZES = frozenset({Abschlussart.MODUL, Abschlussart.KURS})


def _schreibe_modulfortschritt(
    katalog: Katalog, person_id: int, fakten: Fakten, modul_ids: Iterable[str]
) -> None:
    zeilen = [
        {"person_id": person_id, "modul_id": modul_id, **werte}
        for modul_id in modul_ids
        if (werte := _zusammenfassung(katalog, modul_id, fakten)) is not None
    ]
    if not zeilen:
        return
    einfuegung = einfuegen(Modulfortschritt)
    neu = {name: einfuegung.excluded[name] for name in ("erledigt", "zuletzt_am", "geschafft_am")}
    db.session.execute(
        einfuegung.on_conflict_do_update(index_elements=["person_id", "modul_id"], set_=neu),
        zeilen,
    )


def _zusammenfassung(katalog: Katalog, modul_id: str, fakten: Fakten) -> dict[str, object] | None:
    """`erledigt` counts Bausteine once, mandatory or not, in whatever Fassung they were done."""
    bausteine = [f for f in fakten if _modul_id(katalog, f) == modul_id]
    geschafft = [f.am for f in fakten if (f.art, f.id) == (Abschlussart.MODUL, modul_id)]
    if not bausteine and not geschafft:
        return None
    return {
        "erledigt": len({(f.art, f.id) for f in bausteine}),
        "zuletzt_am": max([*(f.am for f in bausteine), *geschafft]),
        "geschafft_am": min(geschafft, default=None),
    }


def _modul_id(katalog: Katalog, fakt: Fakt) -> str | None:
    modul = None if fakt.art in _GANZES else katalog.modul_von.get(fakt.id)
    return modul.id if modul else None


def _folgere_vollstaendigkeit(
    katalog: Katalog, person_id: int, fakten: Fakten, jetzt: datetime
) -> None:
    if fehlt_zur_vollstaendigkeit(katalog.basis, als_lernstand(fakten), 0):
        return
    lernstand = als_lernstand(fakten, besuchte_ue=lies_besuchte_ue(person_id))
    jetzt_vollstaendig = [
        qualifizierung
        for qualifizierung, mindest_ue in _laufende(person_id)
        if not fehlt_zur_vollstaendigkeit(katalog.basis, lernstand, mindest_ue)
    ]
    for qualifizierung in jetzt_vollstaendig:
        qualifizierung.stand = QualifizierungStand.VOLLSTAENDIG
        qualifizierung.vollstaendig_am = jetzt
        lege_nachricht_an(person_id, "vollstaendig", jetzt)
    if jetzt_vollstaendig:
        kurs = Fakt(Abschlussart.KURS, katalog.basis.id, 1, jetzt)
        _schreibe_abschluesse(person_id, [kurs], "", katalog.inhalt_version)


def _laufende(person_id: int) -> Iterator[tuple[Qualifizierung, int]]:
    zeilen = db.session.execute(
        select(Qualifizierung, Standort.mindest_ue_praesenz)
        .join(Standort, Standort.id == Qualifizierung.standort_id)
        .where(
            Qualifizierung.person_id == person_id,
            Qualifizierung.stand == QualifizierungStand.LAEUFT,
        )
        .order_by(Qualifizierung.id)
    )
    return ((zeile[0], zeile[1]) for zeile in zeilen)
