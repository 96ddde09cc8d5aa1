"""Words that are not in the language of the page: those of the course, and those of people.

Inside a sentence a `<bdi>` tells the language to whoever reads aloud, and keeps the direction from
spilling over. A block of its own carries `lang="de" dir="ltr"` in the template instead.
"""

from flask import Flask
from markupsafe import Markup, escape

_DEUTSCH = Markup('<bdi lang="de">{}</bdi>')
_EIGEN = Markup("<bdi>{}</bdi>")


def deutsch(text: str) -> Markup:
    """A title or term of the course, which is German in every language of the pages."""
    return _DEUTSCH.format(text)


def eigen(text: str) -> Markup:
    """A name, or what somebody wrote: in any language."""
    return _EIGEN.format(text)


def satz(text: str, **werte: object) -> Markup:
    """A translated sentence with its placeholders still in it, filled with marked words."""
    return escape(text) % werte


def richte_ein(app: Flask) -> None:
    app.jinja_env.filters["deutsch"] = deutsch
    app.jinja_env.filters["eigen"] = eigen
