"""Meine Sätze out of the stored answers."""

from dataclasses import replace

import pytest
from flask import Flask

from kurse.katalog import Katalog
from kurse.kurs import SzenarioInhalt
from kurse.speichern import hash_von
from lernplattform.core.db import db
from lernplattform.models.person import Person
from lernplattform.queries import saetze
from lernplattform.queries.saetze import lies_saetze, saetze_der_antwort
from tests.fabrik import mache_person
from tests.katalog import ersetze_inhalt, spiele_beispiel_ein
from tests.satzspiel import beantworte_oft
from tests.spiel import GUTER_ERSTER_BESUCH, antworte, spiele, starte
from tests.zaehlung import count_queries

PASST, SORGEN = (
    "„Guten Tag. Passt es Ihnen gerade?“",
    "„Welcher Brief macht Ihnen die meisten Sorgen?“",
)
FRAGEN = "„Ich möchte das nicht allein entscheiden. Ich frage nach.“"


@pytest.fixture
def katalog(app: Flask) -> Katalog:
    return spiele_beispiel_ein()


@pytest.fixture
def person(katalog: Katalog) -> Person:
    return mache_person()


@pytest.fixture(autouse=True)
def _frischer_prozess(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if nothing of older versions had been read yet."""
    monkeypatch.setattr(saetze, "_vorraete", {})


def texte(katalog: Katalog, person: Person) -> list[str]:
    return [satz.text for satz in lies_saetze(katalog, person.id)]


def mit_saetzen(katalog: Katalog, **neue: str | None) -> Katalog:
    """The first visit with other sentences at its options; None takes one out."""
    inhalt = katalog.szenario("erster-besuch")
    assert inhalt is not None
    knoten = {}
    for name, k in inhalt.szenario.knoten.items():
        if k.frage is None:
            knoten[name] = k
            continue
        optionen = tuple(
            replace(o, satz=neue[o.id]) if o.id in neue else o for o in k.frage.optionen
        )
        knoten[name] = replace(k, frage=replace(k.frage, optionen=optionen))
    neu = replace(inhalt, szenario=replace(inhalt.szenario, knoten=knoten))
    return spiele_beispiel_ein(ersetze_inhalt(katalog, replace(neu, hash=hash_von(neu))))


def test_who_has_answered_nothing_has_no_sentence(katalog: Katalog, person: Person) -> None:
    assert lies_saetze(katalog, person.id) == ()


def test_an_open_durchlauf_has_already_earned(katalog: Katalog, person: Person) -> None:
    antworte(katalog, person.id, starte(katalog, person.id, "erster-besuch"), ("vorstellen",))
    assert texte(katalog, person) == [PASST]


def test_a_broken_off_durchlauf_keeps_what_it_earned_and_nothing_comes_twice(
    katalog: Katalog, person: Person
) -> None:
    antworte(katalog, person.id, starte(katalog, person.id, "erster-besuch"), ("vorstellen",))
    spiele(katalog, person.id, "erster-besuch", GUTER_ERSTER_BESUCH)
    assert texte(katalog, person) == [PASST, SORGEN, FRAGEN]


def test_other_choices_earn_nothing(katalog: Katalog, person: Person) -> None:
    spiele(katalog, person.id, "erster-besuch", ("formular", "oeffnen", "unterschreiben"))
    assert lies_saetze(katalog, person.id) == ()


def test_nobody_else_earned_it(katalog: Katalog, person: Person) -> None:
    spiele(katalog, person.id, "erster-besuch", GUTER_ERSTER_BESUCH)
    assert lies_saetze(katalog, mache_person().id) == ()


def test_a_reworded_sentence_is_shown_as_it_is_now(katalog: Katalog, person: Person) -> None:
    spiele(katalog, person.id, "erster-besuch", GUTER_ERSTER_BESUCH)
    neu = mit_saetzen(katalog, vorstellen="„Guten Abend. Darf ich kurz stören?“")
    assert texte(neu, person) == ["„Guten Abend. Darf ich kurz stören?“", SORGEN, FRAGEN]


def test_a_sentence_taken_out_stays_with_who_has_it_and_is_read_once(
    katalog: Katalog, person: Person
) -> None:
    spiele(katalog, person.id, "erster-besuch", GUTER_ERSTER_BESUCH)
    neu = mit_saetzen(katalog, vorstellen=None, nachfragen=None)
    with count_queries() as sql:
        assert texte(neu, person) == [PASST, SORGEN, FRAGEN]
    assert len(sql) == 2, sql
    with count_queries() as sql:
        assert texte(neu, person) == [PASST, SORGEN, FRAGEN]
    assert len(sql) == 1, sql


def test_who_chose_before_the_sentence_was_written_has_earned_it(
    katalog: Katalog, person: Person
) -> None:
    ohne = mit_saetzen(katalog, vorstellen=None, fragen=None, nachfragen=None)
    spiele(ohne, person.id, "erster-besuch", GUTER_ERSTER_BESUCH)
    assert texte(ohne, person) == []
    assert texte(spiele_beispiel_ein(katalog), person) == [PASST, SORGEN, FRAGEN]


def test_one_answer_tells_what_it_earned_without_a_query(katalog: Katalog) -> None:
    inhalt = katalog.szenario("erster-besuch")
    assert isinstance(inhalt, SzenarioInhalt)
    with count_queries() as sql:
        gut = saetze_der_antwort(katalog, inhalt, "tuer", ["vorstellen"])
        schlecht = saetze_der_antwort(katalog, inhalt, "tuer", ["formular"])
    assert [satz.text for satz in gut] == [PASST]
    assert (schlecht, sql) == ((), [])


def test_a_thousand_answers_cost_no_further_statement(katalog: Katalog, person: Person) -> None:
    beantworte_oft(katalog, person, 1000)
    with count_queries() as sql:
        assert texte(katalog, person) == [PASST, SORGEN, FRAGEN]
    assert len(sql) == 1, sql
    db.session.rollback()
