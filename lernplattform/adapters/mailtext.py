"""What a mail says: from its Vorlage, as text and as HTML, in the language that is in force.

A Vorlage is a folder: `betreff.txt`, `text.txt` (paragraphs apart by an empty line) and
`knopf.txt` (what the link is called). Both forms are made of the same sentences.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask_babel import get_locale, gettext, ngettext
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from lernplattform.core import i18n


@dataclass(frozen=True, slots=True)
class Brieftext:
    betreff: str
    text: str
    html: str


def schreibe(
    vorlage: str, daten: Mapping[str, Any], *, name: str, absender: str, link: str
) -> Brieftext:
    """Raises jinja2.TemplateError for an unknown Vorlage and for data that it lacks."""
    betreff = _eine_zeile(_fuelle(f"{vorlage}/betreff.txt", daten))
    rahmen = {
        "betreff": betreff,
        "absaetze": re.split(r"\n\s*\n", _fuelle(f"{vorlage}/text.txt", daten)),
        "knopf": _fuelle(f"{vorlage}/knopf.txt", daten),
        "name": name,
        "absender": absender,
        "link": link,
        "sprache": _sprache(),
        "richtung": i18n.schreibrichtung(_sprache()),
    }
    return Brieftext(
        betreff=betreff,
        text=_fuelle("rahmen/text.txt", rahmen) + "\n",
        html=_fuelle("rahmen/html.html", rahmen) + "\n",
    )


def _fuelle(datei: str, daten: Mapping[str, Any]) -> str:
    return _umgebung.get_template(datei).render(daten).strip()


def _eine_zeile(text: str) -> str:
    """A subject is a header: a line break that came with a title must not begin another one."""
    return " ".join(text.split())


def _sprache() -> str:
    return str(get_locale() or i18n.QUELLSPRACHE)


def _termin(iso: str) -> str:
    """`daten` is JSON, so times come as text."""
    return i18n.termin(datetime.fromisoformat(iso), _sprache())


def _baue_umgebung() -> Environment:
    umgebung = Environment(
        loader=PackageLoader("lernplattform.adapters", "vorlagen"),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    umgebung.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]
    umgebung.filters["termin"] = _termin
    return umgebung


_umgebung = _baue_umgebung()
