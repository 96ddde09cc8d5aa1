import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from lernplattform.web.lernen.lesetext import (
    lesetext,
    mit_besserem,
    mit_woertern,
    stelle_im_zwilling,
)
from lernplattform.web.lernen.texte import Fachworterklaerung, fertig

pytestmark = pytest.mark.nur_sqlite

FRIST = Fachworterklaerung(
    "frist", "Frist", "Ein Tag, bis zu dem etwas fertig ist.", "de", "ltr", ""
)
NENNUNG = '<a class="lp-fachwort" href="#fachwort-frist" data-fachwort="frist">Frist</a>'


@pytest.fixture(autouse=True)
def _auf_einer_seite(app: Flask):
    with app.test_request_context():
        yield


def test_a_box_is_a_named_note_and_no_landmark():
    alt = '<aside class="lp-box lp-box--merke"><p class="lp-box__titel">Merke</p>\n<p>A</p></aside>'
    neu = lesetext(alt)
    assert neu.startswith('<div class="lp-box lp-box--merke" role="note" aria-label="Merke">')
    assert "aside" not in neu


def test_two_boxes_stay_two_boxes():
    kasten = '<aside class="lp-box lp-box--{0}"><p class="lp-box__titel">{0}</p><p>{0}</p></aside>'
    neu = lesetext(kasten.format("merke") + "<p>Text</p>" + kasten.format("achtung"))
    assert neu.count('role="note"') == neu.count("</div>") == 2


def test_sections_are_places_to_jump_to_and_offer_the_twin_where_there_is_one():
    text = "<h2>Eins</h2><p>a</p><h2>Zwei</h2>"
    assert '<h2 id="abschnitt-2" tabindex="-1">Zwei</h2>' in lesetext(text)
    assert "button" not in lesetext(text)
    assert lesetext(text, umschalter="Einfach").count('form="lesart"') == 2


def test_a_picture_is_a_figure_whose_words_can_be_read():
    neu = lesetext('<p><img src="data:x" alt="Ein Haus mit &lt;Tür&gt;"></p>')
    assert neu.startswith('<figure class="lp-figur"><img src="data:x"')
    assert "<p>Ein Haus mit &lt;Tür&gt;</p>" in neu


def test_a_wide_table_scrolls_by_keyboard_too():
    neu = lesetext("<table><tr><td>1</td></tr></table>")
    assert 'role="region" tabindex="0" aria-label="Tabelle"><table>' in neu


@pytest.mark.parametrize(
    ("html", "davor"),
    [
        (f"<p>Die {NENNUNG} läuft.</p><p>Ende</p>", "läuft.</p>"),
        (f"<ul><li>Die {NENNUNG} läuft</li><li>x</li></ul>", "läuft"),
        (f"<table><tr><td>{NENNUNG}</td></tr></table><p>x</p>", "</table>"),
    ],
)
def test_a_fachwort_is_explained_behind_its_block(html, davor):
    text = str(mit_woertern(html, {"frist": FRIST}))
    assert f'{davor}<div class="lp-wort" id="wort-frist"' in " ".join(text.split())
    assert 'id="zu-frist" href="#wort-frist"' in text
    assert 'href="#zu-frist"' in text


def test_text_that_is_known_to_be_safe_stays_what_it_is():
    html = fertig(f"<h2>A</h2><p>{NENNUNG} läuft. Besser: heute.</p>")
    text = mit_woertern(mit_besserem(lesetext(html)), {"frist": FRIST})
    assert "&lt;" not in text


def test_only_the_first_naming_is_explained_in_place():
    offene = {"frist": FRIST}
    text = str(mit_woertern(f"<p>{NENNUNG}</p>", offene)) + str(mit_woertern(NENNUNG, offene))
    assert text.count('id="wort-frist"') == 1
    assert 'href="#fachwort-frist"' in text


@given(st.integers(1, 20), st.integers(1, 20), st.integers(1, 20))
def test_the_place_in_the_twin_exists_and_never_goes_backwards(nummer, von, nach):
    stelle = stelle_im_zwilling(nummer, von, nach)
    assert 1 <= stelle <= nach
    assert stelle <= stelle_im_zwilling(nummer + 1, von, nach)


@given(st.integers(2, 20))
def test_texts_of_the_same_build_match_section_by_section(anzahl):
    stellen = [stelle_im_zwilling(nr, anzahl, anzahl) for nr in range(1, anzahl + 1)]
    assert stellen == list(range(1, anzahl + 1))


def test_what_would_have_been_better_stands_apart():
    html = "<p>Das dauert zu lange. Besser: „Wir rufen <em>jetzt</em> an.“</p><p>Ende</p>"
    assert mit_besserem(html) == (
        '<p>Das dauert zu lange.</p><p class="lp-besser"><strong>Besser:</strong> '
        "„Wir rufen <em>jetzt</em> an.“</p><p>Ende</p>"
    )
    assert mit_besserem("<p>Ein Weg ohne Rat.</p>") == "<p>Ein Weg ohne Rat.</p>"
