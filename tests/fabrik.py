"""Makes what tests need: each function commits a valid thing with telling defaults."""

from datetime import UTC, datetime, timedelta
from itertools import count

from lernplattform.core import passwort
from lernplattform.core.db import db
from lernplattform.core.sortierung import sortierschluessel, suchworte
from lernplattform.core.transaction import transaktion
from lernplattform.models.kursgruppe import Gruppenleitung, Gruppenmitglied, Kursgruppe
from lernplattform.models.person import Person, Rolle, Suchwort, Zustaendigkeit
from lernplattform.models.qualifizierung import Qualifizierung, QualifizierungStand
from lernplattform.models.seminar import Seminar, SeminarStatus, Termin
from lernplattform.models.standort import Standort, Traeger

JETZT = datetime(2026, 11, 23, 19, 30, tzinfo=UTC)
PASSWORT = "lernen-im-test-2026"
_PASSWORT_HASH = passwort.hashe(PASSWORT)
_nummer = count(1)


def mache_standort(name: str = "", **felder: object) -> Standort:
    n = next(_nummer)
    with transaktion():
        traeger = Traeger(name=f"Träger {n}")
        werte = {"mindest_ue_praesenz": 0, **felder}
        standort = Standort(name=name or f"Musterstadt {n}", traeger=traeger, **werte)
        db.session.add(standort)
    return standort


def mache_person(
    rolle: Rolle = Rolle.LOTSE, standort: Standort | None = None, **felder: object
) -> Person:
    """A person who can sign in with PASSWORT; a Lotse also has a Qualifizierung that runs."""
    n = next(_nummer)
    if standort is None and rolle is not Rolle.VERWALTUNG:
        standort = mache_standort()
    werte = {
        "vorname": "Amira",
        "nachname": f"Muster{n}",
        "email": f"person{n}@test.example",
        "passwort_hash": _PASSWORT_HASH,
        "angelegt_am": JETZT,
        **felder,
    }
    vor, nach = str(werte["vorname"]), str(werte["nachname"])
    with transaktion():
        person = Person(sortierschluessel=sortierschluessel(nach, vor), **werte)
        db.session.add(person)
        db.session.flush()  # the id is needed below
        gib_rolle(person, rolle, standort)
        db.session.add_all(Suchwort(wort=w, person_id=person.id) for w in suchworte(vor, nach))
    return person


def gib_rolle(person: Person, rolle: Rolle, standort: Standort | None) -> None:
    """Inside a transaction: one more Zuständigkeit."""
    standort_id = standort.id if standort else None
    db.session.add(Zustaendigkeit(person_id=person.id, rolle=rolle, standort_id=standort_id))
    if rolle is Rolle.LOTSE and standort_id is not None:
        db.session.add(Qualifizierung(person_id=person.id, standort_id=standort_id))


def mache_gruppe(
    standort: Standort, trainer: Person | None = None, lotsen: tuple[Person, ...] = ()
) -> Kursgruppe:
    with transaktion():
        gruppe = Kursgruppe(standort_id=standort.id, name=f"Kurs {next(_nummer)}")
        db.session.add(gruppe)
        db.session.flush()  # the id is needed below
        if trainer:
            db.session.add(Gruppenleitung(kursgruppe_id=gruppe.id, person_id=trainer.id))
        db.session.add_all(Gruppenmitglied(kursgruppe_id=gruppe.id, person_id=p.id) for p in lotsen)
    return gruppe


def setze_stand(person: Person, stand: QualifizierungStand, am: datetime = JETZT) -> Qualifizierung:
    """Put a Qualifizierung into a state directly, for tests of what that state allows."""
    with transaktion():
        q = db.session.query(Qualifizierung).filter_by(person_id=person.id).one()
        q.stand = stand
        if stand is not QualifizierungStand.LAEUFT:
            q.vollstaendig_am = am
        if stand in {QualifizierungStand.BESTAETIGT, QualifizierungStand.WIDERRUFEN}:
            q.bestaetigt_am = am
    return q


def mache_seminar(standort: Standort, in_tagen: int = 30, **felder: object) -> Seminar:
    """A published Seminar with ten places; sign-up, cancelling and moving up still possible."""
    beginn = JETZT + timedelta(days=in_tagen)
    werte = {
        "titel": "Gut zuhören in schwierigen Gesprächen",
        "ort": "Rathaus, Raum 2",
        "plaetze": 10,
        "status": SeminarStatus.VEROEFFENTLICHT,
        "beginn": beginn,
        "anmeldung_bis": beginn - timedelta(days=1),
        "abmeldung_bis": beginn - timedelta(days=1),
        "nachruecken_bis": beginn - timedelta(days=2),
        **felder,
    }
    with transaktion():
        seminar = Seminar(
            standort_id=standort.id,
            termine=[Termin(beginn=beginn, ende=beginn + timedelta(hours=3))],
            **werte,
        )
        db.session.add(seminar)
    return seminar
