"""Rules about the code base that no linter knows (docs/architektur.md)."""

import ast
from collections.abc import Iterator
from pathlib import Path

from flask import Flask
from werkzeug.routing import Rule

from lernplattform.core.datenschutz import Schicksal
from lernplattform.core.db import db

WURZEL = Path(__file__).resolve().parents[2]
PRODUKT = [
    p for ordner in ("quiz", "kurse", "lernplattform") for p in WURZEL.glob(f"{ordner}/**/*.py")
]


def regeln(app: Flask) -> Iterator[Rule]:
    return (regel for regel in app.url_map.iter_rules() if regel.endpoint != "static")


def test_there_is_one_commit() -> None:
    stellen = [p.name for p in PRODUKT for z in p.read_text().splitlines() if ".commit()" in z]
    assert stellen == ["transaction.py"]


def test_the_clock_is_read_in_one_place() -> None:
    liest = {
        p.relative_to(WURZEL).as_posix()
        for p in PRODUKT
        for knoten in ast.walk(ast.parse(p.read_text()))
        if isinstance(knoten, ast.Call)
        and ast.unparse(knoten.func)
        in {"datetime.now", "datetime.utcnow", "date.today", "time.time"}
    }
    assert liest == {"lernplattform/core/clock.py"}


def test_no_import_hides_in_a_function() -> None:
    versteckt = [
        f"{p.relative_to(WURZEL)}:{innen.lineno}"
        for p in PRODUKT
        for aussen in ast.walk(ast.parse(p.read_text()))
        if isinstance(aussen, ast.FunctionDef)
        for innen in ast.walk(aussen)
        if isinstance(innen, ast.Import | ast.ImportFrom)
    ]
    assert versteckt == []


def test_wsgi_is_three_lines() -> None:
    zeilen = [z for z in (WURZEL / "wsgi.py").read_text().splitlines() if z.strip()]
    assert len(zeilen) <= 3


def test_every_endpoint_says_who_may_enter(app: Flask) -> None:
    ohne = [
        r.endpoint for r in regeln(app) if not hasattr(app.view_functions[r.endpoint], "zugang")
    ]
    assert ohne == [], "Add @rolle(...) or @oeffentlich"


def test_every_post_writes_in_one_transaction(app: Flask) -> None:
    ohne = [
        regel.endpoint
        for regel in regeln(app)
        if "POST" in (regel.methods or ())
        and not getattr(app.view_functions[regel.endpoint], "schreibend", False)
    ]
    assert ohne == [], "Add @schreibend under @rolle"


def test_no_get_writes(app: Flask) -> None:
    schreibt = [
        regel.endpoint
        for regel in regeln(app)
        if "GET" in (regel.methods or ())
        and getattr(app.view_functions[regel.endpoint], "schreibend", False)
    ]
    assert schreibt == []


def test_paths_are_kebab_case_and_parameters_typed(app: Flask) -> None:
    for regel in regeln(app):
        feste_teile = [t for t in regel.rule.split("/") if t and "<" not in t]
        assert all(t == t.lower() and "_" not in t for t in feste_teile), regel.rule
        ohne_typ = [t for t in regel.rule.split("<")[1:] if ":" not in t.split(">")[0]]
        assert ohne_typ == [], f"Write <int:…> or <string:…>: {regel.rule}"


def test_privacy_is_decided_for_every_table_and_column() -> None:
    for mapper in db.Model.registry.mappers:
        tabelle = mapper.local_table
        umgang = getattr(mapper.class_, "__datenschutz__", None)
        assert umgang is not None, f"{tabelle}: say __datenschutz__"
        offen = [spalte.name for spalte in tabelle.columns if "export" not in spalte.info]
        assert offen == [], f"{tabelle}: say info=EXPORT or info=INTERN"
        zeigt_auf_person = any("person" in str(fk.column) for fk in tabelle.foreign_keys)
        if zeigt_auf_person:
            assert umgang.schicksal is not Schicksal.OHNE_PERSON, tabelle
