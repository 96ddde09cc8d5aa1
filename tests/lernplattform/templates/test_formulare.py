"""The macros for forms: every field has a label, and an error is tied to it by ids that exist."""

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest
from flask import Flask, render_template_string
from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms import (
    BooleanField,
    DateField,
    DateTimeLocalField,
    EmailField,
    FieldList,
    IntegerField,
    PasswordField,
    RadioField,
    SelectChoice,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import InputRequired, Optional
from wtforms.widgets import CheckboxInput, ListWidget

pytestmark = pytest.mark.nur_sqlite

AUSWAHL = [SelectChoice("a", "Erstes"), SelectChoice("b", "Zweites")]
NOETIG = "Bitte füllen Sie das aus."
SEITE = """
{% from "components/feld.html" import feld %}
{% from "components/fehlersumme.html" import fehlersumme %}
{{ fehlersumme(form) }}
{% for field in form if field.type != "FieldList" %}{{ feld(field) }}{% endfor %}
{% for field in form.liste %}{{ feld(field) }}{% endfor %}
"""


class AllesForm(FlaskForm):
    text = StringField("Text", [InputRequired(NOETIG)], description="Ein <b>Hinweis</b>")
    post = EmailField("E-Mail", [Optional()])
    passwort = PasswordField("Passwort", [InputRequired(NOETIG)])
    zahl = IntegerField("Zahl", [InputRequired(NOETIG)])
    tag = DateField("Tag", [InputRequired(NOETIG)])
    beginn = DateTimeLocalField("Beginn", [InputRequired(NOETIG)])
    grund = TextAreaField("Grund", [InputRequired(NOETIG)])
    rolle = SelectField("Rolle", [InputRequired(NOETIG)], choices=[SelectChoice("", "–"), *AUSWAHL])
    haken = BooleanField("Haken", [InputRequired(NOETIG)])
    art = RadioField("Art", [InputRequired(NOETIG)], choices=AUSWAHL)
    mehrere = SelectMultipleField(
        "Mehrere",
        [InputRequired(NOETIG)],
        choices=AUSWAHL,
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )
    liste = FieldList(StringField("Eintrag", [InputRequired(NOETIG)]), min_entries=2)


class Elemente(HTMLParser):
    """All start tags of a piece of HTML, with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.alle: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.alle.append((tag, dict(attrs)))

    def von(self, *tags: str) -> list[dict[str, str | None]]:
        return [attribute for tag, attribute in self.alle if tag in tags]

    @property
    def ids(self) -> list[str]:
        return [a["id"] for _, a in self.alle if a.get("id")]  # type: ignore[misc]


@pytest.fixture
def im_formular(app: Flask) -> Iterator[None]:
    with app.test_request_context(method="POST"):
        yield


def _seite(felder: dict[str, Any] | None) -> tuple[str, Elemente]:
    """The form as first shown (None) or as it comes back after `felder` were sent."""
    form = AllesForm(MultiDict(felder) if felder is not None else None, meta={"csrf": False})
    if felder is not None:
        assert not form.validate()
    html = render_template_string(SEITE, form=form)
    return html, Elemente(html)


@pytest.mark.usefixtures("im_formular")
@pytest.mark.parametrize("felder", [None, {}], ids=["frisch", "zurueckgewiesen"])
class TestJedesFeld:
    def test_has_a_label_of_its_own(self, felder: dict[str, Any] | None) -> None:
        _, elemente = _seite(felder)
        beschriftet = [label["for"] for label in elemente.von("label")]
        eingaben = [e["id"] for e in elemente.von("input", "select", "textarea")]
        assert sorted(map(str, eingaben)) == sorted(map(str, beschriftet))

    def test_has_an_id_that_nothing_else_has(self, felder: dict[str, Any] | None) -> None:
        _, elemente = _seite(felder)
        assert len(elemente.ids) == len(set(elemente.ids))

    def test_is_described_only_by_what_is_there(self, felder: dict[str, Any] | None) -> None:
        _, elemente = _seite(felder)
        for _, attribute in elemente.alle:
            for ziel in (attribute.get("aria-describedby") or "").split():
                assert ziel in elemente.ids


@pytest.mark.usefixtures("im_formular")
def test_a_rejected_field_is_marked_and_tied_to_its_message() -> None:
    html, elemente = _seite({"post": "amira@example.org"})
    for name in ("text", "passwort", "zahl", "tag", "beginn", "grund", "rolle", "haken"):
        feld = next(e for e in elemente.von("input", "select", "textarea") if e["id"] == name)
        assert feld["aria-invalid"] == "true"
        assert f"{name}-fehler" in (feld["aria-describedby"] or "")
    gruppen = [g["aria-describedby"] for g in elemente.von("fieldset")]
    assert gruppen == ["art-fehler", "mehrere-fehler"]
    wahlen = [e for e in elemente.von("input") if e["name"] in ("art", "mehrere")]
    assert [e["aria-invalid"] for e in wahlen] == ["true"] * 4
    assert "aria-invalid" not in next(e for e in elemente.von("input") if e["id"] == "post")
    assert html.count(NOETIG) == 2 * 12


@pytest.mark.usefixtures("im_formular")
def test_the_summary_links_to_each_rejected_field() -> None:
    _, elemente = _seite({})
    ziele = [(a["href"] or "").removeprefix("#") for a in elemente.von("a")]
    eingaben = {e["id"] for e in elemente.von("input", "select", "textarea")}
    assert len(ziele) == 12
    assert set(ziele) <= eingaben


@pytest.mark.usefixtures("im_formular")
def test_the_summary_takes_the_focus_and_speaks() -> None:
    _, elemente = _seite({})
    summe = next(e for e in elemente.von("div") if e.get("role") == "alert")
    assert summe["tabindex"] == "-1"
    assert "autofocus" in summe


@pytest.mark.usefixtures("im_formular")
def test_a_fresh_form_shows_no_error() -> None:
    html, elemente = _seite(None)
    assert "alert" not in html
    assert not [e for _, e in elemente.alle if "aria-invalid" in e]


@pytest.mark.usefixtures("im_formular")
def test_what_was_typed_is_kept_but_never_a_password() -> None:
    html, _ = _seite({"text": 'Ein "Wort" <i>', "passwort": "geheim-geheim", "art": "b"})
    assert 'value="Ein &#34;Wort&#34; &lt;i&gt;"' in html
    assert "geheim-geheim" not in html
    assert [e["value"] for e in Elemente(html).von("input") if "checked" in e] == ["b"]


@pytest.mark.usefixtures("im_formular")
def test_only_fields_that_may_stay_empty_are_called_voluntary() -> None:
    html, _ = _seite(None)
    assert html.count("(freiwillig)") == 1


@pytest.mark.usefixtures("im_formular")
def test_a_hint_is_text_and_not_markup() -> None:
    html, _ = _seite(None)
    assert "Ein &lt;b&gt;Hinweis&lt;/b&gt;" in html


@pytest.mark.usefixtures("im_formular")
def test_a_button_that_posts_brings_its_token() -> None:
    html = render_template_string(
        '{% from "components/knopf.html" import knopf_post %}'
        '{{ knopf_post("Ja", "/hin", felder={"a": "1 & 2"}) }}'
    )
    felder = {e["name"]: e["value"] for e in Elemente(html).von("input")}
    assert felder["a"] == "1 & 2"
    assert felder["csrf_token"]
