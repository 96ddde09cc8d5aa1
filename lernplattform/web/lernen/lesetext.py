"""The HTML of the course as a page shows it.

What is stored stays as it is: its hash says which version somebody has done. So whatever is
about the page alone (places to jump to, boxes that are no landmarks) is added here, to old
versions as well.
"""

import re
from collections.abc import Iterable

from flask import get_template_attribute
from flask_babel import gettext as _
from markupsafe import Markup

from lernplattform.web.lernen.texte import Fachworterklaerung

_NOTIZ = ("lernen/_fachwoerter.html", "wort")
_KASTEN = re.compile(
    r'<aside class="(lp-box lp-box--\w+)">(<p class="lp-box__titel">([^<]+)</p>)(.*?)</aside>',
    re.DOTALL,
)
_BILD = re.compile(r'<p>(<img [^>]*?alt="([^"]*)"[^>]*>)</p>')
_TABELLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_ABSCHNITT = re.compile(r"<h2>(.*?)</h2>", re.DOTALL)
_BESSER = re.compile(r"(<p>(?:(?!</p>).)*?) Besser: ((?:(?!</p>).)*)</p>", re.DOTALL)
_BLOCKENDE = re.compile(r"</(?:p|h\d|table)>|(?=</li>)")


def lesetext(html: str, umschalter: str = "") -> str:
    """Boxes as notes, sections with a name, pictures with their words, tables that scroll.

    `umschalter`: what a button behind each heading says, to go on reading in the twin.
    """
    html = _KASTEN.sub(r'<div class="\1" role="note" aria-label="\3">\2\4</div>', str(html))
    html = _TABELLE.sub(_breite_tabelle, html)
    html = _BILD.sub(_figur, html)
    for nummer in range(1, anzahl_abschnitte(html) + 1):
        vorn, titel, hinten = _ABSCHNITT.split(html, maxsplit=1)
        titel = f'<h2 id="abschnitt-{nummer}" tabindex="-1">{titel}</h2>'
        html = f"{vorn}{titel}{_knopf(umschalter, nummer) if umschalter else ''}{hinten}"
    return html


def anzahl_abschnitte(html: str) -> int:
    return html.count("<h2>")


def stelle_im_zwilling(nummer: int, von: int, nach: int) -> int:
    """The section of a text with `nach` sections that stands where this one stands in `von`."""
    if von < 2 or nach < 2:
        return min(1, nach)
    return 1 + round((min(nummer, von) - 1) * (nach - 1) / (von - 1))


def mit_woertern(html: str, offene: dict[str, Fachworterklaerung]) -> Markup:
    """Each Fachwort explained behind the block that names it first, and taken out of `offene`.

    The explanation is seen when the word is followed; from it a link leads back to the word.
    """
    html = str(html)  # joined as text: a Markup would escape what is added to it
    for wort_id in list(offene):
        verweis = f'href="#fachwort-{wort_id}"'
        stelle = html.find(verweis)
        if stelle < 0:
            continue
        ende = _ende_des_blocks(html, stelle)
        notiz = str(get_template_attribute(*_NOTIZ)(offene.pop(wort_id)))
        neu = f'id="zu-{wort_id}" href="#wort-{wort_id}"'
        html = html[:stelle] + neu + html[stelle + len(verweis) : ende] + notiz + html[ende:]
    return Markup(html)  # noqa: S704


def noch_zu_erklaeren(
    woerter: Iterable[Fachworterklaerung], *texte: str
) -> list[Fachworterklaerung]:
    """Those to which a text still points, as none explains them in place."""
    return [w for w in woerter if any(f'href="#fachwort-{w.id}"' in text for text in texte)]


def mit_besserem(html: str) -> str:
    """What would have been better, apart from why the choice was not."""
    return _BESSER.sub(r'\1</p><p class="lp-besser"><strong>Besser:</strong> \2</p>', str(html))


def _ende_des_blocks(html: str, stelle: int) -> int:
    """Behind the paragraph; within a list before the point ends, behind a whole table."""
    tabelle = html.rfind("<table", 0, stelle)
    if tabelle > html.rfind("</table>", 0, stelle):
        return html.index("</table>", stelle) + len("</table>")
    treffer = _BLOCKENDE.search(html, stelle)
    return treffer.end() if treffer else len(html)


def _breite_tabelle(treffer: re.Match[str]) -> str:
    kopf = Markup('<div class="lp-breit" role="region" tabindex="0" aria-label="{}">')
    return f"{kopf.format(_('Tabelle'))}{treffer[0]}</div>"


def _knopf(text: str, nummer: int) -> str:
    knopf = Markup(
        '<button class="lp-lesart-hier" form="lesart" name="stelle" value="{}"'
        ' aria-describedby="abschnitt-{}" data-stumm>{}</button>'
    )
    return str(knopf.format(nummer, nummer, text))


def _figur(treffer: re.Match[str]) -> str:
    """What the picture says can be read as well: on a phone its letters are small."""
    worte = Markup("<details><summary>{}</summary>").format(_("Das Bild in Worten"))
    unter = f"<figcaption>{worte}<p>{treffer[2]}</p></details></figcaption>"
    return f'<figure class="lp-figur">{treffer[1]}{unter}</figure>'
