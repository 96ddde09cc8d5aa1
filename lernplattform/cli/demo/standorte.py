"""Träger, Standorte, their people and Kursgruppen, and the legal pages."""

from datetime import datetime, time, timedelta

from lernplattform.cli.demo.lage import Lage, adresse
from lernplattform.cli.demo.menschen import (
    LEITUNG,
    LOTSEN,
    MINDEST_UE,
    MITARBEITER,
    ORT_VON,
    PASSWORT,
    TRAEGER,
    VERWALTUNG,
    Gruppe,
    Lotse,
    Mitarbeiter,
    Ort,
)
from lernplattform.cli.demo.oertliches import OERTLICHES
from lernplattform.cli.demo.rechtstexte import RECHTSTEXTE, barriereerklaerung
from lernplattform.core import passwort
from lernplattform.core.clock import ORTSZEIT
from lernplattform.models.person import Person, Rolle
from lernplattform.rechte import Angemeldet
from lernplattform.services.barrierefreiheit import setze_erklaerung
from lernplattform.services.konto import setze_passwort
from lernplattform.services.kursgruppe import lege_gruppe_an, nimm_auf
from lernplattform.services.oertliches import trage_oertliches_ein
from lernplattform.services.personen import (
    NeuePerson,
    gib_zustaendigkeit,
    lade_ein,
    lege_person_an,
    setze_aktiv,
)
from lernplattform.services.rechtstexte import setze_rechtstext
from lernplattform.services.standort import Standortangaben, lege_standort_an, lege_traeger_an

KOORDINATION = {Ort.MUSTERAU: "koordination", Ort.BERGLINDEN: "koordination.b"}


def richte_standorte_ein(lage: Lage) -> None:
    """Everything that stands before the first Lotse learns."""
    beginn = lage.jetzt - timedelta(weeks=30)
    hash_ = passwort.hashe(PASSWORT)
    _stelle_ein(lage, VERWALTUNG, hash_, beginn)
    for ort in Ort:
        _lege_standort_an(lage, ort, beginn)
    for mitarbeiter in MITARBEITER:
        _stelle_ein(lage, mitarbeiter, hash_, beginn)
    _schreibe_rechtstexte(lage, beginn)
    for ort in Ort:
        _schreibe_oertliches(lage, ort, beginn)
    gruppen = {gruppe: _lege_gruppe_an(lage, gruppe, beginn) for gruppe in Gruppe}
    for lotse in LOTSEN:
        _nimm_lotsen_auf(lage, lotse, gruppen[lotse.gruppe], hash_)


def _lege_standort_an(lage: Lage, ort: Ort, am: datetime) -> None:
    verwaltung = lage.personen[VERWALTUNG.konto]
    traeger = lege_traeger_an(verwaltung, TRAEGER[ort], am)
    angaben = Standortangaben(ort.value, traeger.id, MINDEST_UE[ort])
    lage.standorte[ort] = lege_standort_an(verwaltung, angaben, am).id


def _stelle_ein(lage: Lage, wer: Mitarbeiter, hash_: str, am: datetime) -> None:
    person = lege_person_an(NeuePerson(wer.vorname, wer.nachname, adresse(wer.konto)), am)
    standort_id = lage.standorte[wer.ort] if wer.ort else None
    leitung = lage.personen.get(VERWALTUNG.konto)
    von_id = leitung.person_id if leitung else person.id
    for rolle in wer.rollen:
        gib_zustaendigkeit(person.id, rolle, standort_id, am, von_id=von_id)
    setze_passwort(person.id, hash_, am)
    lage.personen[wer.konto] = _angemeldet(person, *((rolle, standort_id) for rolle in wer.rollen))


def _schreibe_rechtstexte(lage: Lage, am: datetime) -> None:
    for art, text in RECHTSTEXTE.items():
        setze_rechtstext(art, text, am, von_id=lage.personen[VERWALTUNG.konto].person_id)
    tag = am.astimezone(ORTSZEIT).date()
    setze_erklaerung(lage.personen[VERWALTUNG.konto], barriereerklaerung(tag), am)


def _schreibe_oertliches(lage: Lage, ort: Ort, am: datetime) -> None:
    """Through the page of its own Koordination, as far as the content asks for it."""
    koordination = lage.personen[KOORDINATION[ort]]
    gefragt = {angabe.id for angabe in lage.katalog.oertlich}
    angaben = {id_: angabe for id_, angabe in OERTLICHES[ort].items() if id_ in gefragt}
    trage_oertliches_ein(koordination, lage.standorte[ort], angaben, am)


def _lege_gruppe_an(lage: Lage, gruppe: Gruppe, am: datetime) -> int:
    ort = ORT_VON[gruppe]
    trainer = [lage.personen[konto].person_id for konto in LEITUNG[gruppe]]
    koordination = lage.personen[KOORDINATION[ort]]
    return lege_gruppe_an(koordination, gruppe.value, lage.standorte[ort], trainer, am).id


def _nimm_lotsen_auf(lage: Lage, lotse: Lotse, gruppe_id: int, hash_: str) -> None:
    ort = ORT_VON[lotse.gruppe]
    koordination = lage.personen[KOORDINATION[ort]]
    if lotse.eingeladen:
        am = lage.vor(1, time(10, 20))
    else:
        am = lage.vor(7 * lotse.seit_wochen + 3, time(10, 20))
    person = _lege_lotsen_an(lage, lotse, lage.standorte[ort], koordination, am)
    nimm_auf(koordination, gruppe_id, person.id, am)
    if not lotse.eingeladen:
        setze_passwort(person.id, hash_, am)
    if not lotse.aktiv:
        setze_aktiv(person.id, False, lage.jetzt, von_id=koordination.person_id)
    lage.personen[lotse.kennung] = _angemeldet(person, (Rolle.LOTSE, lage.standorte[ort]))


def _lege_lotsen_an(
    lage: Lage, lotse: Lotse, standort_id: int, koordination: Angemeldet, am: datetime
) -> Person:
    """Who is only just invited finds the Einladung in the mailbox of the demo."""
    zugang = {"benutzername": lotse.kennung} if lotse.ohne_email else {}
    email = None if lotse.ohne_email else adresse(lotse.kennung)
    neu = NeuePerson(lotse.vorname, lotse.nachname, email, **zugang)
    if lotse.eingeladen:
        return lade_ein(neu, Rolle.LOTSE, standort_id, am, von_id=koordination.person_id)
    person = lege_person_an(neu, am)
    gib_zustaendigkeit(person.id, Rolle.LOTSE, standort_id, am, von_id=koordination.person_id)
    return person


def _angemeldet(person: Person, *zustaendigkeiten: tuple[Rolle, int | None]) -> Angemeldet:
    return Angemeldet(
        person_id=person.id,
        sitzung_id=0,
        vorname=person.vorname,
        nachname=person.nachname,
        sprache=person.sprache,
        zustaendigkeiten=frozenset(zustaendigkeiten),
    )
