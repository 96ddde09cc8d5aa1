"""Träger and Standorte, with the rules that a Standort sets for its Lotsen."""

from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from kurse.katalog import Katalog
from lernplattform.core.db import db
from lernplattform.core.errors import EingabeUngueltig, NichtGefunden
from lernplattform.models.person import Rolle
from lernplattform.models.standort import Standort, Traeger
from lernplattform.queries.teilnahme import list_laufende_mit_ue
from lernplattform.rechte import Angemeldet, verlange
from lernplattform.services.fortschritt import pruefe_vollstaendigkeit
from lernplattform.services.protokoll import protokolliere


@dataclass(frozen=True)
class Standortangaben:
    """`mindest_ue_praesenz` has no default: nothing is assumed, 0 means online only.

    `vier_augen_grund` says why four eyes are off; it is dropped where they are on.
    """

    name: str
    traeger_id: int
    mindest_ue_praesenz: int
    durchsicht_noetig: bool = True
    vier_augen: bool = True
    vier_augen_grund: str = ""


def lege_traeger_an(angemeldet: Angemeldet, name: str, jetzt: datetime) -> Traeger:
    verlange(angemeldet, Rolle.VERWALTUNG)
    traeger = Traeger()
    _speichere(traeger, name=name)
    protokolliere("traeger_angelegt", angemeldet.person_id, jetzt, traeger_id=traeger.id)
    return traeger


def benenne_traeger(angemeldet: Angemeldet, traeger_id: int, name: str, jetzt: datetime) -> None:
    verlange(angemeldet, Rolle.VERWALTUNG)
    traeger = db.session.get(Traeger, traeger_id)
    if traeger is None:
        raise NichtGefunden
    if traeger.name == name:
        return
    _speichere(traeger, name=name)
    protokolliere("traeger_benannt", angemeldet.person_id, jetzt, traeger_id=traeger_id)


def lege_standort_an(angemeldet: Angemeldet, angaben: Standortangaben, jetzt: datetime) -> Standort:
    """Raises EingabeUngueltig for a name that is taken and for four eyes off without a reason."""
    verlange(angemeldet, Rolle.VERWALTUNG)
    _pruefe(angaben)
    standort = Standort()
    _speichere(standort, **asdict(_ohne_ueberholten_grund(angaben)))
    wer = angemeldet.person_id
    protokolliere("standort_angelegt", wer, jetzt, standort_id=standort.id)
    if not angaben.vier_augen:
        protokolliere("vier_augen_aus", wer, jetzt, standort_id=standort.id)
    return standort


def aendere_standort(
    angemeldet: Angemeldet,
    katalog: Katalog | None,
    standort_id: int,
    angaben: Standortangaben,
    jetzt: datetime,
) -> None:
    """Asking for fewer UE may complete people at once; asking for more takes nothing away.

    Without a Katalog, before any content is stored, nobody can have completed anything.
    """
    verlange(angemeldet, Rolle.VERWALTUNG)
    standort = _sperre(standort_id)
    _pruefe(angaben)
    vorher = Standortangaben(**{f.name: getattr(standort, f.name) for f in fields(angaben)})
    neu = _ohne_ueberholten_grund(angaben)
    if neu == vorher:
        return
    _speichere(standort, **asdict(neu))
    _protokolliere_aenderung(angemeldet, standort_id, vorher, neu, jetzt)
    if katalog is not None:
        _pruefe_betroffene(katalog, standort_id, vorher, neu, jetzt)


def _pruefe(angaben: Standortangaben) -> None:
    if not angaben.vier_augen and not angaben.vier_augen_grund:
        raise EingabeUngueltig("vier_augen_grund", "grund_fehlt")
    if db.session.get(Traeger, angaben.traeger_id) is None:
        raise EingabeUngueltig("traeger_id", "unbekannt")


def _sperre(standort_id: int) -> Standort:
    """Behind this lock recording UE waits, so that it sees the new demand."""
    standort = db.session.scalars(
        select(Standort).where(Standort.id == standort_id).with_for_update()
    ).one_or_none()
    if standort is None:
        raise NichtGefunden
    return standort


def _ohne_ueberholten_grund(angaben: Standortangaben) -> Standortangaben:
    return replace(angaben, vier_augen_grund="") if angaben.vier_augen else angaben


def _speichere(objekt: Traeger | Standort, **werte: object) -> None:
    """The database alone knows for certain that a name is free; a savepoint asks it, so that
    nothing of a refused change stays behind."""
    try:
        with db.session.begin_nested():
            for feld, wert in werte.items():
                setattr(objekt, feld, wert)
            db.session.add(objekt)
    except IntegrityError as fehler:
        raise EingabeUngueltig("name", "vergeben") from fehler


def _protokolliere_aenderung(
    angemeldet: Angemeldet,
    standort_id: int,
    vorher: Standortangaben,
    neu: Standortangaben,
    jetzt: datetime,
) -> None:
    """The reason for four eyes off stands at the Standort: the audit trail holds no texts."""
    wer = angemeldet.person_id
    protokolliere(
        "standort_geaendert",
        wer,
        jetzt,
        standort_id=standort_id,
        felder=[f.name for f in fields(neu) if getattr(neu, f.name) != getattr(vorher, f.name)],
        mindest_ue=[vorher.mindest_ue_praesenz, neu.mindest_ue_praesenz],
    )
    if vorher.vier_augen != neu.vier_augen:
        akt = "vier_augen_an" if neu.vier_augen else "vier_augen_aus"
        protokolliere(akt, wer, jetzt, standort_id=standort_id)


def _pruefe_betroffene(
    katalog: Katalog,
    standort_id: int,
    vorher: Standortangaben,
    neu: Standortangaben,
    jetzt: datetime,
) -> None:
    """Only who has enough UE by the new rule and had not by the old one."""
    ab, unter = neu.mindest_ue_praesenz, vorher.mindest_ue_praesenz
    if ab < unter:
        for person_id in list_laufende_mit_ue(standort_id, ab, unter):
            pruefe_vollstaendigkeit(katalog, person_id, jetzt)
