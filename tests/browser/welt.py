"""A Standort in full swing, so that every page has something to show."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from kurse.katalog import Katalog
from lernplattform.core import clock
from lernplattform.core.db import db
from lernplattform.core.transaction import transaktion
from lernplattform.models.kursgruppe import Kursgruppe, Praesenztermin
from lernplattform.models.person import Person, Rolle
from lernplattform.models.qualifizierung import Bescheinigung, QualifizierungStand
from lernplattform.models.seminar import Seminar, SeminarStatus
from lernplattform.models.standort import Standort
from lernplattform.services.anmeldung import melde_an
from lernplattform.services.barrierefreiheit import melde_barriere
from lernplattform.services.bescheinigung import neue_nummer
from lernplattform.services.lernen import schliesse_lektion_ab
from lernplattform.services.oertliches import Ortsangabe, trage_oertliches_ein
from tests.angemeldet import als
from tests.fabrik import (
    JETZT,
    mache_gruppe,
    mache_person,
    mache_seminar,
    mache_standort,
    setze_stand,
)
from tests.katalog import spiele_beispiel_ein
from tests.lernstand import mache_reflexion
from tests.rechtsseiten import fuelle_rechtsseiten
from tests.spiel import GUTE_FUENF, GUTER_ERSTER_BESUCH, antworte, spiele, starte

# Long enough that nothing may count on short names.
LANG = {"vorname": "Maximiliane-Alexandra", "nachname": "Obermüller-Schwarzenbergerin"}


@dataclass(frozen=True)
class Welt:
    """Ids of people who sign in, and what fills `{…}` in the addresses of pages."""

    personen: dict[str, int]
    werte: dict[str, object]


def baue_welt() -> Welt:
    """At the time of the clock, since a server answers at that time too."""
    jetzt = clock.jetzt()
    katalog = spiele_beispiel_ein(jetzt=jetzt)
    standort = mache_standort("Musterstadt", mindest_ue_praesenz=20)
    lotsen = _mache_lotsen(standort)
    personen = {
        **lotsen,
        "trainer": mache_person(Rolle.TRAINER, standort, vorname="Jonas"),
        "koordination": mache_person(Rolle.KOORDINATION, standort, vorname="Vera"),
        "verwaltung": mache_person(Rolle.VERWALTUNG, vorname="Ruth"),
    }
    oeffne_plattform(personen["verwaltung"])
    with transaktion():
        melde_barriere("Der Knopf ist zu klein.", "/lernen/", "a@test.example", jetzt)
    trage_vor_ort_ein(personen["koordination"], standort, jetzt)
    gruppe = mache_gruppe(standort, personen["trainer"], tuple(lotsen.values()))
    werte = {
        **{name: person.id for name, person in personen.items()},
        **_fuelle_gruppe(gruppe, jetzt),
        **_bescheinige(lotsen["fertig"], jetzt),
        **_lerne(katalog, lotsen, jetzt),
        **_plane_seminare(katalog, standort, lotsen, jetzt),
        "reflexion": mache_reflexion(lotsen["mitten"]).id,
        "gruppe": gruppe.id,
        "standort": standort.id,
        "traeger": standort.traeger_id,
    }
    return Welt({name: person.id for name, person in personen.items()}, werte)


def oeffne_plattform(verwaltung: Person) -> None:
    """Nobody signs in before the legal pages are written."""
    fuelle_rechtsseiten(verwaltung, clock.jetzt())


def trage_vor_ort_ein(koordination: Person, standort: Standort, jetzt: datetime) -> None:
    wer = als(koordination)
    angabe = Ortsangabe("069 90009 110", "Vera Muster, montags bis freitags, 9 bis 16 Uhr")
    with transaktion():
        trage_oertliches_ein(wer, standort.id, {"koordination": angabe}, jetzt)


def naechsten_monat(jetzt: datetime) -> int:
    """In days from the time that tests.fabrik counts from."""
    return (jetzt - JETZT).days + 30


def _mache_lotsen(standort: Standort) -> dict[str, Person]:
    """`frage0` to `frage4` each stand before another kind of question."""
    namen = ["neu", "mitten", "wartend", "saetze", *(f"frage{n}" for n in range(len(GUTE_FUENF)))]
    lotsen = {name: mache_person(standort=standort) for name in namen}
    lotsen["fertig"] = mache_person(standort=standort, **LANG)
    return lotsen


def _fuelle_gruppe(gruppe: Kursgruppe, jetzt: datetime) -> dict[str, object]:
    termin = Praesenztermin(
        kursgruppe_id=gruppe.id,
        datum=(jetzt - timedelta(days=7)).date(),
        titel="Erster Abend",
        ue=4,
    )
    with transaktion():
        db.session.add(termin)
    return {"termin": termin.id}


def _bescheinige(lotsin: Person, jetzt: datetime) -> dict[str, object]:
    qualifizierung = setze_stand(lotsin, QualifizierungStand.BESTAETIGT, jetzt)
    schnappschuss = {
        **LANG,
        "kurs": "Basisqualifizierung",
        "standort": "Musterstadt",
        "traeger": "Träger",
        "module": [],
        "ue": 20,
        "bestaetigt_am": jetzt.isoformat(),
        "bestaetigt_von": "Vera Muster",
    }
    bescheinigung = Bescheinigung(
        qualifizierung_id=qualifizierung.id,
        nummer=neue_nummer(),
        schnappschuss=schnappschuss,
        ausgestellt_am=jetzt,
    )
    with transaktion():
        db.session.add(bescheinigung)
    return {"nummer": bescheinigung.nummer}


def _lerne(katalog: Katalog, lotsen: dict[str, Person], jetzt: datetime) -> dict[str, object]:
    mitten = lotsen["mitten"].id
    with transaktion():
        schliesse_lektion_ab(katalog, mitten, "willkommen", jetzt)
    laeufe: dict[str, object] = {
        "ende": spiele(katalog, mitten, "fuenf-fragen", GUTE_FUENF, jetzt),
        "satzlauf": spiele(
            katalog, lotsen["saetze"].id, "erster-besuch", GUTER_ERSTER_BESUCH, jetzt
        ),
        "misslungen": spiele(katalog, mitten, "brief-weg", ("suchen", "allein-treffen"), jetzt),
    }
    for n in range(len(GUTE_FUENF)):
        lauf = starte(katalog, lotsen[f"frage{n}"].id, "fuenf-fragen", jetzt)
        if n:
            antworte(katalog, lotsen[f"frage{n}"].id, lauf, GUTE_FUENF[:n], jetzt)
        laeufe[f"lauf{n}"] = lauf
    return laeufe


def _plane_seminare(
    katalog: Katalog, standort: Standort, lotsen: dict[str, Person], jetzt: datetime
) -> dict[str, object]:
    tage = naechsten_monat(jetzt)
    voll = mache_seminar(standort, tage, plaetze=1)
    setze_stand(lotsen["wartend"], QualifizierungStand.VOLLSTAENDIG, jetzt)
    for name in ("fertig", "wartend"):
        angemeldet = als(lotsen[name])
        with transaktion():
            melde_an(angemeldet, voll.id, katalog, jetzt)
    weitere: dict[str, Seminar] = {
        "seminar": mache_seminar(standort, tage),
        "entwurf": mache_seminar(standort, tage, status=SeminarStatus.ENTWURF),
    }
    return {"voll": voll.id, **{name: seminar.id for name, seminar in weitere.items()}}
