"""Accounts: by Kennung, by one-use link, and what the own account page shows."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import String, literal, or_, select, type_coerce, union_all

from lernplattform.core.db import db
from lernplattform.core.token import token_hash
from lernplattform.models.barrierefreiheit import Barriereerklaerung
from lernplattform.models.person import Linkart, Person, Rolle, Zugangslink, Zustaendigkeit
from lernplattform.models.standort import Rechtsseite, Rechtstext, Standort


@dataclass(frozen=True)
class Zugang:
    """What signing in needs to know of an account."""

    person_id: int
    passwort_hash: str | None
    rollen: frozenset[Rolle]


@dataclass(frozen=True)
class Kontoangaben:
    vorname: str
    nachname: str
    email: str | None
    benutzername: str | None
    sprache: str | None
    zustaendigkeiten: tuple[tuple[Rolle, str | None], ...]


@dataclass(frozen=True)
class Einlass:
    """An unused, unexpired link."""

    link_id: int
    person_id: int
    vorname: str
    kennung: str


def normiere_kennung(kennung: str) -> str:
    """E-mail addresses and user names are stored and compared in small letters."""
    return kennung.strip().lower()


def finde_zugang(kennung: str) -> Zugang | None:
    """The active account of an e-mail address or a user name."""
    gesucht = normiere_kennung(kennung)
    zeilen = db.session.execute(
        select(Person.id, Person.passwort_hash, Zustaendigkeit.rolle)
        .outerjoin(Zustaendigkeit, Zustaendigkeit.person_id == Person.id)
        .where(or_(Person.email == gesucht, Person.benutzername == gesucht), Person.aktiv)
    ).all()
    if not zeilen:
        return None
    rollen = frozenset(zeile.rolle for zeile in zeilen if zeile.rolle)
    return Zugang(zeilen[0].id, zeilen[0].passwort_hash, rollen)


def passwort_hash_von(person_id: int) -> str | None:
    return db.session.scalar(select(Person.passwort_hash).where(Person.id == person_id))


def finde_einlass(token: str, art: Linkart, jetzt: datetime) -> Einlass | None:
    """Who a link lets in; None if it is unknown, used, expired, or the account inactive."""
    zeile = db.session.execute(
        select(Zugangslink.id, Person.id, Person.vorname, Person.email, Person.benutzername)
        .join(Person, Person.id == Zugangslink.person_id)
        .where(
            Zugangslink.token_hash == token_hash(token),
            Zugangslink.art == art,
            Zugangslink.benutzt_am.is_(None),
            Zugangslink.gueltig_bis > jetzt,
            Person.aktiv,
        )
    ).one_or_none()
    if zeile is None:
        return None
    link_id, person_id, vorname, email, benutzername = zeile
    return Einlass(link_id, person_id, vorname, kennung=email or benutzername or "")


def lies_konto(person_id: int) -> Kontoangaben:
    person = db.session.execute(
        select(
            Person.vorname, Person.nachname, Person.email, Person.benutzername, Person.sprache
        ).where(Person.id == person_id)
    ).one()
    zustaendigkeiten = db.session.execute(
        select(Zustaendigkeit.rolle, Standort.name)
        .outerjoin(Standort, Standort.id == Zustaendigkeit.standort_id)
        .where(Zustaendigkeit.person_id == person_id)
        .order_by(Zustaendigkeit.id)
    )
    return Kontoangaben(*person, tuple((rolle, name) for rolle, name in zustaendigkeiten))


def fehlende_rechtstexte() -> frozenset[Rechtsseite]:
    """Without a contact there is no accessibility statement: its old free text does not count."""
    texte = select(type_coerce(Rechtstext.art, String)).where(
        Rechtstext.text != "", Rechtstext.art != Rechtsseite.BARRIEREFREIHEIT
    )
    erklaerung = select(literal(Rechtsseite.BARRIEREFREIHEIT.value)).select_from(Barriereerklaerung)
    da = db.session.scalars(union_all(texte, erklaerung))
    return frozenset(Rechtsseite) - frozenset(Rechtsseite(seite) for seite in da)


def lies_rechtstext(art: Rechtsseite) -> Rechtstext | None:
    return db.session.get(Rechtstext, art)
