"""Earned sentences: as they are now, else as they were; nothing twice, nothing taken away."""

from collections.abc import Mapping
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kurse.katalog import Katalog
from kurse.kurs import Inhalt, SzenarioInhalt
from kurse.regeln.saetze import (
    THEMEN,
    Satz,
    Wahl,
    nach_thema,
    satzvorrat,
    ungedeckte_fassungen,
    verdiente_saetze,
)
from quiz.fragen import Frage, Fragetyp, Option, Wertung
from quiz.szenario import Ende, Knoten, Szenario
from tests.kurse.regeln.bau import geschichte, kurs, modul

Saetze = Mapping[str, str | None]
JETZT: Saetze = {"a": "„Jetzt a.“", "b": "„Jetzt b.“", "c": None}


def szenario(
    saetze: Saetze, id_: str = "s1", *, hash_: str = "neu", thema: str = "rolle"
) -> SzenarioInhalt:
    optionen = tuple(
        Option(option, option, Wertung.GUT, satz=satz) for option, satz in saetze.items()
    )
    frage = Frage(Fragetyp.EINFACHWAHL, "Was?", optionen)
    knoten = {"k": Knoten("k", "Lage", frage), "aus": Knoten("aus", "Aus", ende=Ende.GUT)}
    return replace(geschichte(id_), hash=hash_, thema=thema, szenario=Szenario(id_, "k", knoten))


def katalog(*inhalte: Inhalt) -> Katalog:
    return Katalog("", (kurs(modul("m1", *inhalte)),), {}, {}, {}, {}, (), ())


def wahl(*optionen: str, hash_: str = "neu", id_: str = "s1") -> Wahl:
    return Wahl(id_, hash_, "k", optionen)


def texte(saetze: tuple[Satz, ...]) -> list[str]:
    return [satz.text for satz in saetze]


def test_the_chosen_option_alone_earns_its_sentence() -> None:
    assert texte(verdiente_saetze(katalog(szenario(JETZT)), [wahl("b")], {})) == ["„Jetzt b.“"]


def test_an_option_without_a_sentence_earns_nothing() -> None:
    assert verdiente_saetze(katalog(szenario(JETZT)), [wahl("c"), wahl("fort")], {}) == ()


def test_an_older_choice_shows_the_sentence_as_it_is_now() -> None:
    damals = satzvorrat(szenario({"a": "„Damals a.“"}, hash_="alt"))
    wahlen = [wahl("a", hash_="alt")]
    assert ungedeckte_fassungen(katalog(szenario(JETZT)), wahlen) == set()
    jetzt = verdiente_saetze(katalog(szenario(JETZT)), wahlen, {"alt": damals})
    assert texte(jetzt) == ["„Jetzt a.“"]


def test_a_sentence_that_was_taken_out_stays_with_whoever_earned_it() -> None:
    damals = satzvorrat(szenario({"c": "„Damals c.“"}, hash_="alt"))
    live, wahlen = katalog(szenario(JETZT)), [wahl("c", hash_="alt")]
    assert ungedeckte_fassungen(live, wahlen) == {"alt"}
    assert texte(verdiente_saetze(live, wahlen, {"alt": damals})) == ["„Damals c.“"]


def test_a_szenario_that_is_gone_leaves_its_sentences_with_title_and_theme() -> None:
    damals = satzvorrat(szenario({"a": "„Damals a.“"}, hash_="alt", thema="werte"))
    verdient = verdiente_saetze(katalog(), [wahl("a", hash_="alt")], {"alt": damals})
    assert verdient == (Satz("„Damals a.“", "werte", "s1", damals.titel),)


def test_the_live_version_is_not_asked_again() -> None:
    assert ungedeckte_fassungen(katalog(szenario(JETZT)), [wahl("c"), wahl("fort")]) == set()


def test_the_same_words_stand_once_where_they_were_earned_first() -> None:
    live = katalog(szenario(JETZT), szenario(JETZT, "s2", thema="werte"))
    verdient = verdiente_saetze(live, [wahl("b", id_="s2"), wahl("b"), wahl("b")], {})
    assert [(satz.text, satz.thema) for satz in verdient] == [("„Jetzt b.“", "werte")]


def test_themes_stand_in_their_order_and_empty_ones_are_left_out() -> None:
    live = katalog(
        szenario({"a": "„Werte.“"}, "s1", thema="werte"),
        szenario({"a": "„Grenzen.“", "b": "„Mehr.“"}, "s2", thema="grenzen"),
    )
    wahlen = [wahl("a"), wahl("b", id_="s2"), wahl("a", id_="s2")]
    gruppen = nach_thema(verdiente_saetze(live, wahlen, {}))
    assert list(gruppen) == ["grenzen", "werte"]
    assert texte(gruppen["grenzen"]) == ["„Mehr.“", "„Grenzen.“"]


EINE_WAHL = st.builds(
    lambda option, hash_: wahl(option, hash_=hash_),
    st.sampled_from("abcd"),
    st.sampled_from(["neu", "alt", "unbekannt"]),
)
LIVE = katalog(szenario(JETZT))
FRUEHER = {"alt": satzvorrat(szenario({"a": "„Alt.“", "c": "„Damals c.“"}, hash_="alt"))}


@given(st.lists(EINE_WAHL), st.lists(EINE_WAHL))
def test_more_answers_never_take_a_sentence_away_or_move_one(
    erste: list[Wahl], weitere: list[Wahl]
) -> None:
    vorher = texte(verdiente_saetze(LIVE, erste, FRUEHER))
    nachher = texte(verdiente_saetze(LIVE, [*erste, *weitere], FRUEHER))
    assert nachher[: len(vorher)] == vorher
    assert len(set(nachher)) == len(nachher)


def test_every_theme_of_the_format_is_known() -> None:
    assert THEMEN[0] == "grenzen"
    assert len(THEMEN) == 7
