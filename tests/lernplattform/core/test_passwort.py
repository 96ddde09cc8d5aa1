"""Passwords: Argon2id with the OWASP minimum, any characters, no trimming."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lernplattform.core import passwort


def test_the_hash_names_its_kind_and_its_cost() -> None:
    assert passwort.hashe("ein langer Satz").startswith("$argon2id$v=19$m=19456,t=2,p=1$")


@settings(max_examples=10, deadline=None)
@given(st.text(min_size=8, max_size=128))
def test_whatever_was_chosen_fits_and_nothing_else(wort: str) -> None:
    gehasht = passwort.hashe(wort)
    assert passwort.stimmt(gehasht, wort)
    assert not passwort.stimmt(gehasht, wort + " ")


def test_without_an_account_nothing_fits() -> None:
    assert not passwort.stimmt(None, "kein Konto")


def test_a_hash_with_other_parameters_is_out_of_date() -> None:
    alt = "$argon2id$v=19$m=8192,t=1,p=1$c2FsenNhbHpzYWx6$" + "A" * 43
    assert passwort.ist_veraltet(alt)
    assert not passwort.ist_veraltet(passwort.hashe("ein langer Satz"))


@pytest.mark.parametrize(
    "wort",
    [
        "12345678",
        "Passwort1",
        "PASSWORT",
        "hallo123",
        "Integration2026!",
        "qwertzuiop",
        "lernen123",
        "amira.haddad2026",
        "Amira@Test.Example",
        "Amira1990",
    ],
)
def test_what_others_try_first_is_easy_to_guess(wort: str) -> None:
    assert passwort.ist_leicht_zu_raten(wort, "amira@test.example", "amira.haddad", "")


@pytest.mark.parametrize(
    "wort",
    ["lernen-demo-2026", "lernen-im-test-2026", "ein ganz neuer Satz", "48291736", "!!2026!!"],
)
def test_other_words_are_not_refused(wort: str) -> None:
    assert not passwort.ist_leicht_zu_raten(wort, "amira@test.example", "", "1990")


def test_the_list_of_common_passwords_is_long_and_folded() -> None:
    liste = passwort._haeufige()
    assert len(liste) >= 300
    assert {wort.casefold() for wort in liste} == liste
