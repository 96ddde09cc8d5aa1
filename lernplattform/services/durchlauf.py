"""Playing a Szenario: begin, and answer one step after the other."""

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from sqlalchemy import Row, exists, select, update

from kurse.katalog import Katalog
from kurse.kurs import SzenarioInhalt
from lernplattform.core.db import db
from lernplattform.core.errors import EingabeUngueltig, Konflikt, NichtGefunden
from lernplattform.models.durchlauf import Antwort, Durchlauf, DurchlaufStatus
from lernplattform.queries.durchlauf import bewertung_aus, eingabe_zu_json, fassung_des_laufs
from lernplattform.services.auswahlzaehler import zaehle_auswahl
from lernplattform.services.fortschritt import schliesse_ab, sperre_person
from lernplattform.services.reflexion import pruefe_laenge, speichere_reflexion
from quiz.bewertung import Antworten, Urteil, urteile
from quiz.durchlauf import Schritt, Stand, ende, starte, weiter
from quiz.fragen import Eingabe, Fragetyp
from quiz.fragetypen.vertrag import UngueltigeEingabe
from quiz.hauptweg import konstanten
from quiz.statistik import ist_schnell
from quiz.wege import woerter_bis_antwort


@dataclass(frozen=True, slots=True)
class Gespielt:
    """Where a run stands after an answer. `bestanden` is None while it runs."""

    knoten: str
    beendet: bool
    bestanden: bool | None


def starte_durchlauf(katalog: Katalog, person_id: int, szenario_id: str, jetzt: datetime) -> int:
    """Begin, on the live version; the id of the new Durchlauf.

    An open one is closed as abgebrochen; where nothing was answered in it yet, it goes on, so
    that a double click begins once.
    """
    inhalt = katalog.szenario(szenario_id)
    if inhalt is None:
        raise NichtGefunden
    sperre_person(person_id)
    offener = _offener(person_id, szenario_id)
    if offener is not None and offener.schritt == 0 and offener.inhalt_hash == inhalt.hash:
        return int(offener.id)
    if offener is not None:
        _brich_ab(offener.id, jetzt)
    durchlauf = _neuer(inhalt, person_id, jetzt)
    db.session.add(durchlauf)
    db.session.flush()  # the id is the answer
    return durchlauf.id


def gib_antwort_ab(
    katalog: Katalog,
    person_id: int,
    durchlauf_id: int,
    schritt: int,
    eingabe: Eingabe,
    jetzt: datetime,
    *,
    gezeigt_am: datetime | None = None,
    geteilt: bool = False,
) -> Gespielt:
    """Answer step `schritt` (from 0) of an own run; a step that is answered stays as it is.

    `gezeigt_am`: when the question was shown, if known. `geteilt`: share a free text with the
    trainers. Raises EingabeUngueltig if the answer does not fit the question.
    """
    sperre_person(person_id)
    durchlauf = _eigener(person_id, durchlauf_id)
    if schritt >= durchlauf.schritt:
        _pruefe_stand(durchlauf, schritt)
        zug = _ziehe(katalog, durchlauf, eingabe, jetzt)
        _halte_fest(zug, person_id, gezeigt_am)
        if eingabe.text.strip():
            _merke_text(zug, person_id, geteilt=geteilt)
        _gehe_weiter(katalog, zug, person_id)
    beendet = durchlauf.status is DurchlaufStatus.BEENDET
    return Gespielt(durchlauf.knoten, beendet, durchlauf.bestanden)


@dataclass(frozen=True, slots=True)
class _Zug:
    """One answer on its way: the run still stands at `knoten`, `getan` says where it goes."""

    inhalt: SzenarioInhalt
    durchlauf: Durchlauf
    knoten: str
    eingabe: Eingabe
    getan: Schritt
    jetzt: datetime


def _offener(person_id: int, szenario_id: str) -> Row[int, int, str] | None:
    return db.session.execute(
        select(Durchlauf.id, Durchlauf.schritt, Durchlauf.inhalt_hash).where(
            Durchlauf.person_id == person_id,
            Durchlauf.szenario_id == szenario_id,
            Durchlauf.status == DurchlaufStatus.OFFEN,
        )
    ).first()


def _brich_ab(durchlauf_id: int, jetzt: datetime) -> None:
    db.session.execute(
        update(Durchlauf)
        .where(Durchlauf.id == durchlauf_id)
        .values(status=DurchlaufStatus.ABGEBROCHEN, zuletzt_am=jetzt)
    )


def _neuer(inhalt: SzenarioInhalt, person_id: int, jetzt: datetime) -> Durchlauf:
    frueher = exists().where(Durchlauf.person_id == person_id, Durchlauf.szenario_id == inhalt.id)
    stand = starte(inhalt.szenario)
    return Durchlauf(
        person_id=person_id,
        szenario_id=inhalt.id,
        inhalt_hash=inhalt.hash,
        fassung=inhalt.fassung,
        status=DurchlaufStatus.OFFEN,
        ist_erster=not db.session.scalar(select(frueher)),
        knoten=stand.knoten,
        merker=list(stand.merker),
        begonnen_am=jetzt,
        zuletzt_am=jetzt,
    )


def _eigener(person_id: int, durchlauf_id: int) -> Durchlauf:
    """Read afresh: what this session knows of the run may be older than the lock."""
    durchlauf = db.session.scalars(
        select(Durchlauf)
        .where(Durchlauf.id == durchlauf_id, Durchlauf.person_id == person_id)
        .execution_options(populate_existing=True)
    ).first()
    if durchlauf is None:
        raise NichtGefunden
    return durchlauf


def _pruefe_stand(durchlauf: Durchlauf, schritt: int) -> None:
    if durchlauf.status is DurchlaufStatus.ABGEBROCHEN:
        raise Konflikt("durchlauf-abgebrochen")
    if durchlauf.status is DurchlaufStatus.BEENDET or schritt != durchlauf.schritt:
        raise Konflikt("schritt-passt-nicht")


def _ziehe(katalog: Katalog, durchlauf: Durchlauf, eingabe: Eingabe, jetzt: datetime) -> _Zug:
    inhalt = fassung_des_laufs(katalog, durchlauf.szenario_id, durchlauf.inhalt_hash)
    stand = Stand(durchlauf.knoten, tuple(durchlauf.merker), durchlauf.schritt)
    pruefe_laenge(eingabe.text)
    _pruefe_kreuze(inhalt, stand, eingabe)
    try:
        getan = weiter(inhalt.szenario, stand, eingabe)
    except UngueltigeEingabe as fehler:
        raise EingabeUngueltig("antwort", fehler.code.value) from fehler
    return _Zug(inhalt, durchlauf, durchlauf.knoten, eingabe, getan, jetzt)


def _pruefe_kreuze(inhalt: SzenarioInhalt, stand: Stand, eingabe: Eingabe) -> None:
    """Nothing ticked is worth nothing and never right: more likely a slip than an answer.

    The rules of the Fragetyp still take it, as runs of old may hold such an answer.
    """
    frage = inhalt.szenario.knoten[stand.knoten].frage
    if frage is not None and frage.typ is Fragetyp.MEHRFACHWAHL and not eingabe.gewaehlt:
        raise EingabeUngueltig("antwort", "nichts-angekreuzt")


def _halte_fest(zug: _Zug, person_id: int, gezeigt_am: datetime | None) -> None:
    wert = zug.getan.bewertung.wert
    antwort = Antwort(
        durchlauf_id=zug.durchlauf.id,
        schritt=zug.durchlauf.schritt,
        knoten=zug.knoten,
        folgeknoten=zug.getan.stand.knoten,
        eingabe=eingabe_zu_json(zug.eingabe),
        wert_zaehler=None if wert is None else wert.numerator,
        wert_nenner=None if wert is None else wert.denominator,
        gefaehrlich=zug.getan.bewertung.gefaehrlich,
        sicherheit=None if zug.eingabe.sicherheit is None else int(zug.eingabe.sicherheit),
        ist_erstbegegnung=_ist_erstbegegnung(zug, person_id),
        schnell=_ist_schnell(zug, gezeigt_am),
        am=zug.jetzt,
    )
    db.session.add(antwort)
    if zug.durchlauf.ist_erster and not antwort.schnell:
        optionen = tuple(option.id for option in zug.getan.gewaehlt)
        zaehle_auswahl(zug.durchlauf, zug.knoten, optionen)


def _ist_erstbegegnung(zug: _Zug, person_id: int) -> bool:
    """The first answer ever of this person to this Knoten, aborted runs included."""
    frueher = (
        exists()
        .where(Antwort.durchlauf_id == Durchlauf.id, Antwort.knoten == zug.knoten)
        .where(Durchlauf.person_id == person_id, Durchlauf.szenario_id == zug.inhalt.id)
    )
    return zug.durchlauf.ist_erster or not db.session.scalar(select(frueher))


def _ist_schnell(zug: _Zug, gezeigt_am: datetime | None) -> bool:
    if gezeigt_am is None or not zug.durchlauf.ist_erster:
        return False
    knoten = zug.inhalt.szenario.knoten[zug.knoten]
    sekunden = (zug.jetzt - gezeigt_am).total_seconds()
    return ist_schnell(sekunden, woerter_bis_antwort(knoten))


def _merke_text(zug: _Zug, person_id: int, *, geteilt: bool) -> None:
    speichere_reflexion(
        person_id, zug.inhalt.id, zug.knoten, zug.eingabe.text, zug.jetzt, geteilt=geteilt
    )


def _gehe_weiter(katalog: Katalog, zug: _Zug, person_id: int) -> None:
    stand, durchlauf = zug.getan.stand, zug.durchlauf
    urteil = _urteile(katalog, zug) if stand.beendet else None
    durchlauf.knoten, durchlauf.merker = stand.knoten, list(stand.merker)
    durchlauf.schritt, durchlauf.zuletzt_am = stand.schritt, zug.jetzt
    if urteil is not None:
        _beende(durchlauf, urteil, zug.jetzt)
        if urteil.bestanden or urteil.gelesen:
            schliesse_ab(katalog, person_id, zug.inhalt, zug.jetzt)


def _urteile(katalog: Katalog, zug: _Zug) -> Urteil:
    szenario = zug.inhalt.szenario
    return urteile(
        _bewertungen(zug.durchlauf.id),
        konstanten(szenario),
        _bestehensgrenze(katalog, zug.inhalt.id),
        ende(szenario, zug.getan.stand),
    )


def _beende(durchlauf: Durchlauf, urteil: Urteil, jetzt: datetime) -> None:
    durchlauf.status, durchlauf.beendet_am = DurchlaufStatus.BEENDET, jetzt
    if urteil.score is not None:
        durchlauf.punkte_zaehler = urteil.score.numerator
        durchlauf.punkte_nenner = urteil.score.denominator
        durchlauf.bestanden = urteil.bestanden


def _bewertungen(durchlauf_id: int) -> Antworten:
    zeilen = db.session.execute(
        select(Antwort.knoten, Antwort.wert_zaehler, Antwort.wert_nenner, Antwort.gefaehrlich)
        .where(Antwort.durchlauf_id == durchlauf_id)
        .order_by(Antwort.schritt)
    )
    return [
        (z.knoten, bewertung_aus(z.wert_zaehler, z.wert_nenner, gefaehrlich=z.gefaehrlich))
        for z in zeilen
    ]


def _bestehensgrenze(katalog: Katalog, szenario_id: str) -> Fraction:
    """A Szenario that is gone from the Katalog is judged like the Basisqualifizierung."""
    modul = katalog.modul_von.get(szenario_id)
    kurs = katalog.kurs_von[modul.id] if modul else katalog.basis
    return kurs.bestehensgrenze
