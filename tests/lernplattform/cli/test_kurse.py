"""Content from the command line."""

import shutil
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import func, select

from kurse.schema.ausgabe import json_schemas
from lernplattform.core.db import db
from lernplattform.models.inhalt import Inhaltsfassung, Katalogstand
from lernplattform.models.qualifizierung import Qualifizierung, QualifizierungStand
from lernplattform.services.fortschritt import schliesse_ab
from tests.fabrik import JETZT, mache_person, transaktion
from tests.katalog import ORDNER, beispiel_katalog


@pytest.fixture
def ordner(tmp_path: Path) -> Path:
    """A copy of the small course, to be changed."""
    return Path(shutil.copytree(ORDNER, tmp_path / "inhalte"))


def rufe(app: Flask, *worte: object) -> Result:
    return app.test_cli_runner().invoke(args=["kurse", *map(str, worte)])


def aendere(datei: Path, alt: str, neu: str) -> None:
    text = datei.read_text()
    assert alt in text
    datei.write_text(text.replace(alt, neu, 1))


def staende() -> int:
    return db.session.scalar(select(func.count()).select_from(Katalogstand)) or 0


def test_checking_good_content_ends_well_with_a_summary(app: Flask, ordner: Path) -> None:
    ergebnis = rufe(app, "pruefen", ordner)
    assert ergebnis.exit_code == 0
    assert ergebnis.output.splitlines()[-1].startswith("0 Fehler")


def test_checking_names_file_and_line_of_every_fault(app: Flask, ordner: Path) -> None:
    for name in ("gut-zuhoeren.md", "willkommen.md"):
        aendere(ordner / "basisqualifizierung/01-ankommen" / name, "fassung:", "fasung:")
    ergebnis = rufe(app, "pruefen", ordner)
    assert ergebnis.exit_code == 1
    for name in ("gut-zuhoeren.md", "willkommen.md"):
        assert f"01-ankommen/{name}:" in ergebnis.output


def test_the_first_content_is_all_new(app: Flask, ordner: Path) -> None:
    ergebnis = rufe(app, "einspielen", ordner)
    assert ergebnis.exit_code == 0, ergebnis.output
    assert "neu: Lektion „Willkommen" in ergebnis.output
    assert ergebnis.output.count("neu: ") == len(beispiel_katalog().inhalte)
    assert staende() == 1


def test_the_same_content_again_changes_nothing(app: Flask, ordner: Path) -> None:
    rufe(app, "einspielen", ordner)
    ergebnis = rufe(app, "einspielen", ordner)
    assert "0 anders" in ergebnis.output
    assert staende() == 1


def test_another_wording_is_said_to_be_editorial(app: Flask, ordner: Path) -> None:
    rufe(app, "einspielen", ordner)
    aendere(ordner / "basisqualifizierung/01-ankommen/gut-zuhoeren.md", "titel: ", "titel: Wie ")
    ergebnis = rufe(app, "einspielen", ordner)
    assert "redaktionell: Lektion" in ergebnis.output
    assert staende() == 2


def test_a_raised_fassung_is_said_to_be_material(app: Flask, ordner: Path) -> None:
    rufe(app, "einspielen", ordner)
    aendere(ordner / "basisqualifizierung/01-ankommen/gut-zuhoeren.md", "fassung: 1", "fassung: 2")
    assert "fachlich: Lektion" in rufe(app, "einspielen", ordner).output


def test_a_fault_changes_nothing(app: Flask, ordner: Path) -> None:
    rufe(app, "einspielen", ordner)
    vorher = db.session.scalar(select(func.count()).select_from(Inhaltsfassung))
    aendere(ordner / "basisqualifizierung/01-ankommen/gut-zuhoeren.md", "fassung:", "fasung:")
    ergebnis = rufe(app, "einspielen", ordner)
    assert ergebnis.exit_code == 1
    assert "gut-zuhoeren.md:" in ergebnis.output
    assert staende() == 1
    assert db.session.scalar(select(func.count()).select_from(Inhaltsfassung)) == vorher


def test_a_change_that_stored_facts_could_not_bear_is_refused(app: Flask, ordner: Path) -> None:
    datei = ordner / "basisqualifizierung/01-ankommen/gut-zuhoeren.md"
    aendere(datei, "fassung: 1", "fassung: 2")
    rufe(app, "einspielen", ordner)
    aendere(datei, "fassung: 2", "fassung: 1")
    ergebnis = rufe(app, "einspielen", ordner)
    assert ergebnis.exit_code == 1
    assert "Eine Fassung steigt nur" in ergebnis.output
    assert staende() == 1


def test_people_who_now_lack_nothing_become_vollstaendig(app: Flask) -> None:
    """A mandatory UE was lowered, or content asks for less: nobody should have to click again."""
    rufe(app, "einspielen", ORDNER)
    person = mache_person()
    with transaktion():
        for inhalt in beispiel_katalog().inhalte.values():
            schliesse_ab(beispiel_katalog(), person.id, inhalt, JETZT)
        q = db.session.scalars(select(Qualifizierung)).one()
        q.stand, q.vollstaendig_am = QualifizierungStand.LAEUFT, None
    rufe(app, "einspielen", ORDNER)
    assert db.session.scalar(select(Qualifizierung.stand)) is QualifizierungStand.VOLLSTAENDIG


def test_the_schemas_are_written_for_editors(app: Flask, tmp_path: Path) -> None:
    assert rufe(app, "schema", tmp_path).exit_code == 0
    assert {datei.stem for datei in tmp_path.glob("*.json")} == set(json_schemas())
