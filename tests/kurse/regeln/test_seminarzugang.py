from itertools import chain, combinations

import pytest

from kurse.regeln.qualifizierung import Qualifizierungsstatus as Stand
from kurse.regeln.seminarzugang import (
    BasisUnvollstaendig,
    BestaetigungFehlt,
    ModulNichtGeschafft,
    QualifizierungWiderrufen,
    Zugangshuerde,
    fehlt_zum_seminar,
)


def _fehlt(*staende: Stand, bestaetigung: bool = False) -> tuple[Zugangshuerde, ...]:
    return fehlt_zum_seminar(
        staende, braucht_bestaetigung=bestaetigung, verlangte_module={}, geschaffte_module=()
    )


@pytest.mark.parametrize("stand", [Stand.VOLLSTAENDIG, Stand.BESTAETIGT])
def test_complete_or_confirmed_opens_a_seminar(stand: Stand) -> None:
    assert _fehlt(stand) == ()


def test_who_is_on_the_way_is_told_that_the_basis_is_missing() -> None:
    assert _fehlt(Stand.LAEUFT) == (BasisUnvollstaendig(),)


def test_who_has_no_qualifizierung_at_all_is_told_the_same() -> None:
    assert _fehlt() == (BasisUnvollstaendig(),)


def test_revoked_counts_as_neither_and_is_said_alone() -> None:
    assert _fehlt(Stand.WIDERRUFEN) == (QualifizierungWiderrufen(),)
    assert _fehlt(Stand.WIDERRUFEN, bestaetigung=True) == (QualifizierungWiderrufen(),)


def test_a_seminar_may_ask_for_the_confirmation_as_well() -> None:
    assert _fehlt(Stand.VOLLSTAENDIG, bestaetigung=True) == (BestaetigungFehlt(),)
    assert _fehlt(Stand.LAEUFT, bestaetigung=True) == (BasisUnvollstaendig(), BestaetigungFehlt())


def test_one_fitting_qualifizierung_is_enough_whatever_the_others_are() -> None:
    andere = chain.from_iterable(combinations(Stand, n) for n in range(len(Stand) + 1))
    for staende in andere:
        assert _fehlt(*staende, Stand.BESTAETIGT, bestaetigung=True) == ()


def test_each_module_that_is_not_done_is_named_in_order() -> None:
    fehlt = fehlt_zum_seminar(
        [Stand.VOLLSTAENDIG],
        braucht_bestaetigung=False,
        verlangte_module={"a": "Erstes", "b": "Zweites", "c": "Drittes"},
        geschaffte_module={"b"},
    )
    assert fehlt == (ModulNichtGeschafft("a", "Erstes"), ModulNichtGeschafft("c", "Drittes"))
