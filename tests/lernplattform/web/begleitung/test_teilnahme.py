"""Attendance: recording UE on one page, correcting with a reason."""

import re
from collections.abc import Callable
from datetime import timedelta

from kurse.katalog import Katalog
from lernplattform.core.db import db
from lernplattform.core.transaction import transaktion
from lernplattform.models.fortschritt import Abschluss, Abschlussart
from lernplattform.models.kursgruppe import Gruppenmitglied, Kursgruppe, Praesenztermin, Teilnahme
from lernplattform.models.nachricht import Nachricht
from lernplattform.models.person import Person
from lernplattform.models.protokoll import Protokolleintrag
from lernplattform.models.qualifizierung import Qualifizierung, QualifizierungStand
from lernplattform.models.standort import Standort
from tests.fabrik import JETZT, mache_gruppe, mache_person
from tests.praesenz import HEUTE, mache_termin
from tests.seiten import Besuch
from tests.zaehlung import count_queries

Besucher = Callable[[], Besuch]


def _ue() -> dict[int, int]:
    db.session.rollback()
    zeilen = db.session.query(Teilnahme.person_id, Teilnahme.ue).all()
    return {zeile.person_id: zeile.ue for zeile in zeilen}


def test_the_ue_of_everybody_are_recorded_on_one_page(
    besuch: Besucher, trainer: Person, lotsen: tuple[Person, Person], termin: Praesenztermin
) -> None:
    elif_, jawad = (lotse.id for lotse in lotsen)
    gast = besuch().melde_an(trainer)
    pfad = f"/begleitung/termine/{termin.id}/"
    text = gast.sende(pfad, **{f"ue_{elif_}": "4", f"ue_{jawad}": "0"})
    assert "Die Anwesenheit ist gespeichert." in text
    assert _ue() == {elif_: 4, jawad: 0}
    eintrag = db.session.query(Protokolleintrag).one()
    assert eintrag.akt == "teilnahme_erfasst"
    assert eintrag.daten["personen"] == 2


def test_whoever_is_left_empty_is_not_recorded_and_sending_again_changes_nothing(
    besuch: Besucher, trainer: Person, lotsen: tuple[Person, Person], termin: Praesenztermin
) -> None:
    elif_, jawad = (lotse.id for lotse in lotsen)
    gast = besuch().melde_an(trainer)
    pfad = f"/begleitung/termine/{termin.id}/"
    for satz in ("Die Anwesenheit ist gespeichert.", "Es gab nichts zu ändern."):
        assert satz in gast.sende(pfad, **{f"ue_{elif_}": "3", f"ue_{jawad}": ""})
    assert _ue() == {elif_: 3}
    assert db.session.query(Protokolleintrag).count() == 1


def test_a_number_that_is_out_of_range_keeps_what_was_typed(
    besuch: Besucher, trainer: Person, lotsen: tuple[Person, Person], termin: Praesenztermin
) -> None:
    elif_, jawad = (lotse.id for lotse in lotsen)
    gast = besuch().melde_an(trainer)
    text = gast.sende(
        f"/begleitung/termine/{termin.id}/",
        status=422,
        **{f"ue_{elif_}": "5", f"ue_{jawad}": "zwei"},
    )
    assert "Elif Kaya: Bitte eine Zahl von 0 bis 4." in text
    assert "Jawad Rahimi: Bitte eine ganze Zahl." in text
    assert 'value="5"' in gast.html
    assert 'value="zwei"' in gast.html
    assert _ue() == {}


def test_a_correction_needs_a_reason_which_is_kept_and_logged(
    besuch: Besucher, trainer: Person, lotsen: tuple[Person, Person], termin: Praesenztermin
) -> None:
    elif_ = lotsen[0].id
    gast = besuch().melde_an(trainer)
    pfad = f"/begleitung/termine/{termin.id}/"
    assert "den Grund" not in gast.oeffne(pfad)
    gast.sende(pfad, **{f"ue_{elif_}": "4"})
    assert "schreiben Sie unten den Grund" in gast.text
    assert "Grund einer Korrektur" not in gast.text
    text = gast.sende(pfad, status=422, **{f"ue_{elif_}": "2"})
    assert "gespeicherte Zahl bei: Elif Kaya. Bitte schreiben Sie kurz, warum." in text
    assert "(freiwillig)" not in text
    assert 'value="2"' in gast.html
    assert _ue() == {elif_: 4}
    gast.sende(pfad, **{f"ue_{elif_}": "2", "grund": "Ging zur Pause."})
    text = gast.sende(pfad, **{f"ue_{elif_}": "3", "grund": "Kam wieder."})
    assert "Grund einer Korrektur" in text
    assert "Ging zur Pause." in text
    assert "Kam wieder." in text
    assert _ue() == {elif_: 3}
    korrekturen = db.session.query(Protokolleintrag).filter_by(akt="teilnahme_korrigiert").all()
    assert [(k.daten["vorher"], k.daten["nachher"]) for k in korrekturen] == [(4, 2), (2, 3)]
    assert "Pause" not in str([k.daten for k in korrekturen])


def test_a_recorded_number_cannot_be_taken_away(
    besuch: Besucher, trainer: Person, lotsen: tuple[Person, Person], termin: Praesenztermin
) -> None:
    elif_ = lotsen[0].id
    gast = besuch().melde_an(trainer)
    pfad = f"/begleitung/termine/{termin.id}/"
    gast.sende(pfad, **{f"ue_{elif_}": "4"})
    text = gast.sende(pfad, status=422, **{f"ue_{elif_}": "", "grund": "Irrtum"})
    assert "tragen Sie 0 ein" in text
    assert _ue() == {elif_: 4}


def test_who_attended_and_left_the_group_stays_on_the_page(
    besuch: Besucher, trainer: Person, lotsen: tuple[Person, Person], termin: Praesenztermin
) -> None:
    elif_ = lotsen[0].id
    gast = besuch().melde_an(trainer)
    gast.sende(f"/begleitung/termine/{termin.id}/", **{f"ue_{elif_}": "4"})
    with transaktion():
        db.session.query(Gruppenmitglied).delete()
    text = gast.oeffne(f"/begleitung/termine/{termin.id}/")
    assert "Elif Kaya" in text
    assert "Jawad Rahimi" not in text


def test_all_ue_can_be_suggested_for_those_who_have_none_yet(
    besuch: Besucher, trainer: Person, lotsen: tuple[Person, Person], termin: Praesenztermin
) -> None:
    gast = besuch().melde_an(trainer)
    gast.sende(f"/begleitung/termine/{termin.id}/", **{f"ue_{lotsen[0].id}": "1"})
    assert "Noch nicht gespeichert." not in gast.text
    assert "Noch nicht gespeichert." in gast.oeffne(gast.link("Überall 4 UE vorschlagen"))
    assert re.findall(r'name="ue_\d+"[^>]*value="(\d)"', gast.html) == ["1", "4"]


def test_before_the_day_nothing_can_be_recorded(
    besuch: Besucher, trainer: Person, lotsen: tuple[Person, Person], gruppe: Kursgruppe
) -> None:
    morgen = mache_termin(gruppe, HEUTE + timedelta(days=1))
    gast = besuch().melde_an(trainer)
    assert "am Tag des Termins" in gast.oeffne(f"/begleitung/termine/{morgen.id}/")
    gast.sende(f"/begleitung/termine/{morgen.id}/", status=409, **{f"ue_{lotsen[0].id}": "4"})
    assert _ue() == {}


def test_a_strangers_number_is_not_taken(
    besuch: Besucher, trainer: Person, ort: Standort, termin: Praesenztermin
) -> None:
    fremd = mache_person(standort=ort)
    besuch().melde_an(trainer).sende(f"/begleitung/termine/{termin.id}/", **{f"ue_{fremd.id}": "4"})
    assert _ue() == {}


def test_the_last_missing_ue_make_the_qualifizierung_complete(
    besuch: Besucher,
    trainer: Person,
    lotsen: tuple[Person, Person],
    gruppe: Kursgruppe,
    katalog: Katalog,
) -> None:
    elif_, jawad = (lotse.id for lotse in lotsen)
    with transaktion():
        db.session.add_all(
            Abschluss(
                person_id=elif_,
                art=Abschlussart.MODUL,
                inhalt_id=modul.id,
                fassung=1,
                hash="x",
                am=JETZT,
            )
            for modul in katalog.basis.module
        )
    termine = [mache_termin(gruppe, HEUTE - timedelta(days=n)).id for n in (14, 7)]
    gast = besuch().melde_an(trainer)
    gast.sende(f"/begleitung/termine/{termine[0]}/", **{f"ue_{elif_}": "4", f"ue_{jawad}": "4"})
    assert _staende() == {elif_: QualifizierungStand.LAEUFT, jawad: QualifizierungStand.LAEUFT}
    gast.sende(f"/begleitung/termine/{termine[1]}/", **{f"ue_{elif_}": "4", f"ue_{jawad}": "4"})
    assert _staende()[elif_] is QualifizierungStand.VOLLSTAENDIG
    assert _staende()[jawad] is QualifizierungStand.LAEUFT
    assert db.session.query(Nachricht).one().vorlage == "vollstaendig"
    gast.sende(
        f"/begleitung/termine/{termine[1]}/",
        **{f"ue_{elif_}": "0", f"ue_{jawad}": "4", "grund": "War krank."},
    )
    assert _staende()[elif_] is QualifizierungStand.VOLLSTAENDIG


def _staende() -> dict[int, QualifizierungStand]:
    db.session.rollback()
    zeilen = db.session.query(Qualifizierung.person_id, Qualifizierung.stand).all()
    return {zeile.person_id: zeile.stand for zeile in zeilen}


def test_thirty_people_are_recorded_within_the_budget(
    besuch: Besucher, trainer: Person, ort: Standort, katalog: Katalog
) -> None:
    lotsen = tuple(mache_person(standort=ort) for _ in range(30))
    termin = mache_termin(mache_gruppe(ort, trainer, lotsen))
    felder = {f"ue_{lotse.id}": "4" for lotse in lotsen}
    gast = besuch().melde_an(trainer)
    pfad = f"/begleitung/termine/{termin.id}/"
    gast.sende(pfad, **{f"ue_{lotsen[0].id}": "4"})
    token = gast.csrf_token()
    with count_queries() as sql:
        assert gast.post(pfad, csrf_token=token, **felder).status_code == 303
    assert len(sql) <= 10, "\n".join(sql)
    with count_queries() as sql:
        gast.oeffne(pfad)
    assert len(sql) <= 6, sql
