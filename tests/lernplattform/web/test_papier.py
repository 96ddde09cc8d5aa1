"""What a call of `papier` holds is in its own language, and nothing after it."""

import pytest
from flask import Flask, render_template_string
from flask_babel import force_locale
from lxml.html import fromstring

pytestmark = pytest.mark.nur_sqlite
VORLAGE = (
    "{% call papier(*wie) %}{{ _('Unterschrift') }}{% endcall %}<p>{{ _('Unterschrift') }}</p>"
)


@pytest.mark.parametrize(
    ("wie", "sprache", "richtung"),
    [((), "de", "ltr"), (("tr",), "tr", "ltr"), (("ar",), "ar", "rtl")],
)
def test_the_sheet_has_its_language_and_the_page_keeps_hers(
    app: Flask, wie: tuple[str, ...], sprache: str, richtung: str
) -> None:
    worte = {}
    for andere in (sprache, "en"):
        with app.test_request_context(), force_locale(andere):
            worte[andere] = render_template_string("{{ _('Unterschrift') }}")
    with app.test_request_context(), force_locale("en"):
        seite = fromstring(render_template_string(f"<div>{VORLAGE}</div>", wie=wie))
    (blatt,) = seite.find_class("lp-papier")
    assert (blatt.get("lang"), blatt.get("dir")) == (sprache, richtung)
    assert blatt.text_content() == worte[sprache] != worte["en"]
    assert seite.findtext("p") == worte["en"]
