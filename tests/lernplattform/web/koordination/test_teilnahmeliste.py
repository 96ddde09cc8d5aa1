"""The list of a Seminar to sign on paper: a sheet for each Termin, who has a place on each."""

from datetime import timedelta

from flask import Flask
from lxml.html import fromstring

from lernplattform.core import clock
from lernplattform.core.db import db
from lernplattform.core.transaction import transaktion
from lernplattform.models.person import Rolle
from lernplattform.models.qualifizierung import QualifizierungStand
from lernplattform.models.seminar import Termin
from lernplattform.services.anmeldung import melde_an
from tests.angemeldet import als
from tests.fabrik import mache_person, mache_seminar, mache_standort, setze_stand
from tests.katalog import spiele_beispiel_ein
from tests.seiten import Besuch


def test_each_termin_has_a_sheet_with_those_who_have_a_place(app: Flask) -> None:
    katalog = spiele_beispiel_ein()
    ort = mache_standort()
    lotsen = [mache_person(standort=ort, nachname=name) for name in ("Dabei", "Wartend")]
    seminar = mache_seminar(ort, plaetze=1)
    for lotse in lotsen:
        setze_stand(lotse, QualifizierungStand.VOLLSTAENDIG)
        angemeldet = als(lotse)
        with transaktion():
            melde_an(angemeldet, seminar.id, katalog, clock.jetzt())
    with transaktion():
        beginn = seminar.beginn + timedelta(days=7)
        db.session.add(
            Termin(seminar_id=seminar.id, beginn=beginn, ende=beginn + timedelta(hours=3))
        )
    gast = Besuch(app).melde_an(mache_person(Rolle.KOORDINATION, ort))
    gast.oeffne(f"/koordination/seminare/{seminar.id}/")
    text = gast.klicke("Liste zum Unterschreiben")
    assert gast.html.count('class="lp-blatt"') == 2
    assert text.count("Amira Dabei") == 2
    assert "Wartend" not in text


def test_the_seminar_of_another_standort_does_not_exist(app: Flask) -> None:
    spiele_beispiel_ein()
    seminar = mache_seminar(mache_standort())
    gast = Besuch(app).melde_an(mache_person(Rolle.KOORDINATION))
    gast.oeffne(f"/koordination/seminare/{seminar.id}/teilnahmeliste", status=404)


def test_the_sheet_is_german_whatever_the_printer_reads(app: Flask) -> None:
    spiele_beispiel_ein()
    ort = mache_standort()
    seminar = mache_seminar(ort)
    gast = Besuch(app).melde_an(mache_person(Rolle.KOORDINATION, ort, sprache="ar"))
    gast.oeffne(f"/koordination/seminare/{seminar.id}/teilnahmeliste")
    assert '<html lang="ar"' in gast.html
    (blatt,) = fromstring(gast.html).find_class("lp-papier")
    assert (blatt.get("lang"), blatt.get("dir")) == ("de", "ltr")
    assert "Unterschrift" in blatt.text_content()
    assert " Uhr" in blatt.text_content()
