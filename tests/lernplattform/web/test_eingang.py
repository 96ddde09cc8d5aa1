"""What no page ever sends is answered, not stumbled over."""

from collections.abc import Callable

import pytest
from flask import Flask

from lernplattform.models.person import Rolle
from tests.fabrik import mache_person
from tests.katalog import spiele_beispiel_ein
from tests.seiten import Besuch

Besucht = Callable[[], Besuch]
ZU_GROSS = (2**31, 2**63, 10**30)


@pytest.mark.parametrize("kennung", ZU_GROSS)
def test_an_id_that_no_row_can_have_is_an_unknown_address(
    app: Flask, besuch: Besucht, kennung: int
) -> None:
    spiele_beispiel_ein()
    besucher = besuch().melde_an(mache_person(Rolle.KOORDINATION))
    besucher.oeffne(f"/koordination/gruppen/{kennung}/", 404)


@pytest.mark.parametrize("kennung", ZU_GROSS)
def test_a_mark_of_a_list_that_no_row_can_have_shows_the_first_page(
    app: Flask, besuch: Besucht, kennung: int
) -> None:
    spiele_beispiel_ein()
    besucher = besuch().melde_an(mache_person(Rolle.KOORDINATION))
    besucher.oeffne(f"/koordination/seminare/?nach={kennung}")


def test_a_nul_in_a_form_is_turned_away(app: Flask, besuch: Besucht) -> None:
    assert besuch().post("/login", kennung="amira\x00", passwort="egal").status_code == 400
