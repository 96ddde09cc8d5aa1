"""Marks of long lists come from addresses, so anything may stand in them."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lernplattform.queries.seite import entpacke, verpacke

SCHLUESSEL = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))


@given(SCHLUESSEL, st.integers(0, 2**31 - 1))
def test_a_mark_comes_back_as_it_was(schluessel: str, kennung: int) -> None:
    assert entpacke(verpacke((schluessel, kennung))) == (schluessel, kennung)


@pytest.mark.parametrize(
    "inhalt",
    [
        '["a", 1e999]',
        '["a", 2147483648]',
        '["a", -1]',
        r'["\u0000", 1]',
        r'["\ud800", 1]',
        "{}",
        "7",
        "[" * 3000,
    ],
)
def test_what_no_list_could_have_made_means_the_first_page(inhalt: str) -> None:
    assert entpacke(base64.urlsafe_b64encode(inhalt.encode()).decode().rstrip("=")) is None


@given(st.text())
def test_any_text_is_either_a_mark_or_none(text: str) -> None:
    marke = entpacke(text)
    assert marke is None or entpacke(verpacke(marke)) == marke
