"""One use case, one transaction."""

import pytest
from flask import Flask

from lernplattform.core.transaction import lesend, transaktion


def test_a_transaction_within_another_is_refused(app: Flask) -> None:
    with transaktion(), pytest.raises(RuntimeError), transaktion():
        raise AssertionError("entered")


def test_after_a_refusal_and_after_a_read_one_may_write_again(app: Flask) -> None:
    with pytest.raises(ZeroDivisionError), transaktion():
        _ = 1 / 0
    with lesend():
        pass
    with transaktion():
        pass
