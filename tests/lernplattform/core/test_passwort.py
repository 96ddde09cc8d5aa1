"""Passwords: Argon2id with the OWASP minimum, any characters, no trimming."""

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
