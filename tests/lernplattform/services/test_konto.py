"""One-use links and what a new password ends."""

from datetime import timedelta

from flask import Flask

from lernplattform.core.transaction import transaktion
from lernplattform.models.person import Linkart
from lernplattform.queries.konto import finde_einlass
from lernplattform.services.konto import erzeuge_zugangslink, setze_passwort
from tests.fabrik import JETZT, mache_person

BALD = JETZT + timedelta(minutes=1)


def test_a_new_password_ends_the_open_links_of_this_person_alone(app: Flask) -> None:
    eine, andere = mache_person().id, mache_person().id
    with transaktion():
        zettel = erzeuge_zugangslink(eine, Linkart.EINLADUNG, JETZT)
        mail = erzeuge_zugangslink(eine, Linkart.RUECKSETZEN, JETZT)
        fremder = erzeuge_zugangslink(andere, Linkart.EINLADUNG, JETZT)
    assert finde_einlass(zettel, Linkart.EINLADUNG, BALD)
    with transaktion():
        setze_passwort(eine, "hash", BALD)
    assert finde_einlass(zettel, Linkart.EINLADUNG, BALD) is None
    assert finde_einlass(mail, Linkart.RUECKSETZEN, BALD) is None
    assert finde_einlass(fremder, Linkart.EINLADUNG, BALD)
