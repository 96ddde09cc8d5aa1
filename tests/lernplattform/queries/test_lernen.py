from flask import Flask

from lernplattform.core.transaction import transaktion
from lernplattform.queries.lernen import lies_reflexionen
from lernplattform.services.reflexion import speichere_reflexion
from tests.fabrik import JETZT, mache_person


def test_own_reflexionen_come_by_their_place(app: Flask):
    person, andere = mache_person(), mache_person()
    with transaktion():
        speichere_reflexion(person.id, "willkommen", "1", "Eins", JETZT, geteilt=True)
        speichere_reflexion(person.id, "willkommen", "2", "Zwei", JETZT, geteilt=False)
        speichere_reflexion(person.id, "anderes", "1", "Nein", JETZT, geteilt=False)
        speichere_reflexion(andere.id, "willkommen", "1", "Nein", JETZT, geteilt=False)
    gelesen = lies_reflexionen(person.id, "willkommen")
    assert {stelle: (r.text, r.geteilt) for stelle, r in gelesen.items()} == {
        "1": ("Eins", True),
        "2": ("Zwei", False),
    }
