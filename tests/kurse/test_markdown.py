"""Markdown → HTML: what is shown, what is reported, and what never gets through."""

from dataclasses import dataclass, field

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kurse.markdown import Gerendert, fachwoerter_in, render_block, render_inline

BILD = "data:image/svg+xml;base64,PHN2Zy8+"


@dataclass
class Probe:
    """Knows one word, one picture and one Lektion, and keeps what is reported."""

    gemeldet: list[tuple[int, str]] = field(default_factory=list)

    def fachwort(self, fachwort_id: str) -> str | None:
        return "Vollmacht" if fachwort_id == "vollmacht" else None

    def bild(self, ziel: str) -> str | None:
        return BILD if ziel == "tuer.svg" else None

    def verweis(self, ziel: str) -> str | None:
        return "../../lektion/ankommen/" if ziel == "ankommen.md" else None

    def melde(self, zeile: int, meldung: str) -> None:
        self.gemeldet.append((zeile, meldung))


def block(text: str) -> Gerendert:
    probe = Probe()
    ergebnis = render_block(text, probe, probe.melde)
    assert probe.gemeldet == []
    return ergebnis


def inline(text: str) -> str:
    probe = Probe()
    ergebnis = render_inline(text, probe, probe.melde)
    assert probe.gemeldet == []
    return ergebnis


def test_straight_quotes_become_german_ones() -> None:
    assert inline("Sie sagt: \"Ja, 'gern'.\"") == "Sie sagt: „Ja, ‚gern‘.“"


def test_a_fachwort_links_to_its_explanation() -> None:
    link = '<a class="lp-fachwort" href="#fachwort-vollmacht" data-fachwort="vollmacht">{}</a>'
    assert inline("Eine [[vollmacht]].") == f"Eine {link.format('Vollmacht')}."
    assert inline("Zwei [[vollmacht|Vollmachten]].") == f"Zwei {link.format('Vollmachten')}."


def test_the_fachwoerter_of_a_text_are_known_in_order_and_once() -> None:
    html = [f'<a data-fachwort="{wort}">' for wort in ("b", "a", "b")]
    assert fachwoerter_in(html[0] + html[1], None, html[2]) == ("b", "a")


def test_a_box_has_a_title_and_holds_markdown() -> None:
    html = block("::: merke\nDas ist **wichtig**.\n:::\n").html
    assert html == (
        '<aside class="lp-box lp-box--merke"><p class="lp-box__titel">Merke</p>\n'
        "<p>Das ist <strong>wichtig</strong>.</p>\n</aside>\n"
    )


def test_reflexionen_stand_in_place_and_apart() -> None:
    ergebnis = block("::: reflexion\nWas?\n:::\n\nText.\n\n::: reflexion\nUnd?\n:::\n")
    assert ergebnis.reflexionen == ("<p>Was?</p>\n", "<p>Und?</p>\n")
    assert '<div class="lp-reflexion" id="reflexion-1">\n<p>Was?</p>\n</div>' in ergebnis.html
    assert '<div class="lp-reflexion" id="reflexion-2">\n<p>Und?</p>\n</div>' in ergebnis.html


def test_a_picture_is_part_of_the_page() -> None:
    ergebnis = block("![Eine Tür](tuer.svg)\n")
    assert ergebnis.html == f'<p><img src="{BILD}" alt="Eine Tür"></p>\n'
    assert ergebnis.bilder == 1


def test_links_lead_to_https_and_to_other_lektionen() -> None:
    assert inline("[a](https://a.de/)") == '<a href="https://a.de/" rel="noopener">a</a>'
    assert inline("[b](ankommen.md)") == '<a href="../../lektion/ankommen/">b</a>'


def test_tables_are_shown() -> None:
    assert "<td>110</td>" in block("| Nummer |\n|---|\n| 110 |\n").html


def test_running_text_is_known_without_titles_and_tables() -> None:
    absaetze = block("## Titel\n\nEin [[vollmacht]] Satz.\n\n| a |\n|---|\n| b |\n").absaetze
    assert [a.text for a in absaetze if a.ist_prosa] == ["Ein Vollmacht Satz."]
    assert [a.zeile for a in absaetze] == [0, 2, 4, 6]


@pytest.mark.parametrize(
    ("text", "zeile"),
    [
        ("eins\nzwei <b>x</b>", 1),
        ("eins\n\n<script>alert(1)</script>", 2),
        ("eins\nzwei\n[[fort]]", 2),
        ("eins\n[x](javascript:alert(1))", 1),
        ("eins\n[x](data:text/html;base64,AAAA)", 1),
        ("eins\n![x](//boese.example/x.svg)", 1),
        ("eins\n\n> zwei\n> <i>drei</i>", 3),
        ("- eins\n- <u>zwei</u>", 1),
        ("| a |\n|---|\n| <b>x</b> |", 2),
    ],
)
def test_a_fault_is_reported_in_its_line(text: str, zeile: int) -> None:
    probe = Probe()
    render_block(text, probe, probe.melde)
    assert {gemeldet for gemeldet, _ in probe.gemeldet} == {zeile}


BOESE_STUECKE = (
    *("<script>", "</script>", "<img src=x onerror=alert(1)>", "<!--", "-->", "<svg/onload=a()>"),
    *("[x](javascript:alert(1))", "![](data:text/html,x)", "<a href='javascript:x'>", "&lt;"),
    *("[[", "]]", "|", '"', "'", "`", "::: merke\n", ":::\n", "\n", "\n\n", "x", "\x00"),
)
BOESES = st.lists(st.sampled_from(BOESE_STUECKE), max_size=12).map("".join)


@example("[[<a href='javascript:x'>]]")
@given(BOESES | st.text(max_size=60))
def test_no_script_and_no_handler_ever_gets_through(text: str) -> None:
    probe = Probe()
    html = render_block(text, probe, probe.melde).html + render_inline(text, probe, probe.melde)
    offen = html.split("<")[1:]
    assert not any(teil.lower().startswith(("script", "svg", "iframe", "!--")) for teil in offen)
    tags = [teil.split(">")[0].lower() for teil in offen]
    assert not any(" on" in tag or "javascript:" in tag or "data:text" in tag for tag in tags)
