"""Meine Sätze: the sentences that a person's own answers earned, derived and never stored."""

from collections.abc import Iterable, Mapping

from sqlalchemy import select

from kurse.katalog import Katalog
from kurse.kurs import Inhaltsart, SzenarioInhalt
from kurse.regeln.saetze import (
    Satz,
    Satzvorrat,
    Wahl,
    satzvorrat,
    ungedeckte_fassungen,
    verdiente_saetze,
)
from kurse.speichern import inhalt_aus_json
from lernplattform.core.db import db
from lernplattform.models.durchlauf import Antwort, Durchlauf
from lernplattform.models.inhalt import Inhaltsfassung

# Versions never change, so what one of them has to give is read once per process.
_vorraete: dict[str, Satzvorrat] = {}


def lies_saetze(katalog: Katalog, person_id: int) -> tuple[Satz, ...]:
    """One statement; one more when an older version is asked for the first time."""
    wahlen = _lies_wahlen(person_id)
    return verdiente_saetze(katalog, wahlen, _fruehere(ungedeckte_fassungen(katalog, wahlen)))


def saetze_der_antwort(
    katalog: Katalog, inhalt: SzenarioInhalt, knoten: str, optionen: Iterable[str]
) -> tuple[Satz, ...]:
    """What this one answer earned, given in this version of its Szenario."""
    wahl = Wahl(inhalt.id, inhalt.hash, knoten, tuple(optionen))
    return verdiente_saetze(katalog, [wahl], {inhalt.hash: satzvorrat(inhalt)})


def _lies_wahlen(person_id: int) -> tuple[Wahl, ...]:
    """In the order in which they were made, in open and broken off Durchläufe too."""
    zeilen = db.session.execute(
        select(Durchlauf.szenario_id, Durchlauf.inhalt_hash, Antwort.knoten, Antwort.eingabe)
        .join(Antwort, Antwort.durchlauf_id == Durchlauf.id)
        .where(Durchlauf.person_id == person_id)
        .order_by(Antwort.id)
    )
    return tuple(
        Wahl(zeile.szenario_id, zeile.inhalt_hash, zeile.knoten, tuple(gewaehlt))
        for zeile in zeilen
        if (gewaehlt := zeile.eingabe.get("gewaehlt"))
    )


def _fruehere(hashes: frozenset[str]) -> Mapping[str, Satzvorrat]:
    fehlende = sorted(hashes - _vorraete.keys())
    if fehlende:
        zeilen = db.session.execute(
            select(Inhaltsfassung.hash, Inhaltsfassung.daten).where(
                Inhaltsfassung.hash.in_(fehlende), Inhaltsfassung.art == Inhaltsart.SZENARIO
            )
        )
        for zeile in zeilen:
            inhalt = inhalt_aus_json(zeile.daten)
            if isinstance(inhalt, SzenarioInhalt):
                _vorraete[zeile.hash] = satzvorrat(inhalt)
    return {hash_: _vorraete[hash_] for hash_ in hashes if hash_ in _vorraete}
