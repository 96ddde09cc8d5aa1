"""German order and folded words, equal on both databases."""

from hypothesis import given
from hypothesis import strategies as st

from lernplattform.core.sortierung import sortierschluessel, suchworte


def test_umlauts_sort_with_their_base_letters() -> None:
    namen = ["Zander", "Öz", "Oz", "Ärger", "Arger", "Straße", "Strasse"]
    geordnet = sorted(namen, key=lambda name: (sortierschluessel(name), name))
    assert geordnet == ["Arger", "Ärger", "Oz", "Öz", "Strasse", "Straße", "Zander"]


def test_search_finds_names_without_their_marks() -> None:
    assert suchworte("Gülşen", "Öz-Łukasz", "guel@test.example") == {
        "gulsen",
        "oz",
        "lukasz",
        "guel",
        "test",
        "example",
    }


@given(st.text(max_size=30))
def test_the_key_is_stable_under_folding_again(name: str) -> None:
    schluessel = sortierschluessel(name)
    assert sortierschluessel(schluessel) == schluessel
