"""What the platform refuses to serve with, and how demo and real are apart."""

import stat
from pathlib import Path

import pytest

from lernplattform.core.config import KonfigurationFehlt, aus_umgebung, pruefe_zum_bedienen

GUT = "k3yabcdefghijklmnopqrstuvwxyz-0123456789"


@pytest.mark.parametrize("schluessel", ["", "kurz", "a" * 64, "changeme" * 8])
def test_without_a_good_key_it_does_not_serve(tmp_path: Path, schluessel: str) -> None:
    config = aus_umgebung({"SECRET_KEY": schluessel}, tmp_path)
    with pytest.raises(KonfigurationFehlt, match="SECRET_KEY"):
        pruefe_zum_bedienen(config)


def test_with_a_good_key_it_serves_but_not_with_debug(tmp_path: Path) -> None:
    config = aus_umgebung({"SECRET_KEY": GUT}, tmp_path)
    pruefe_zum_bedienen(config)
    with pytest.raises(KonfigurationFehlt, match="DEBUG"):
        pruefe_zum_bedienen({**config, "DEBUG": True})


def test_outside_the_demo_the_cookie_is_bound_to_the_host(tmp_path: Path) -> None:
    config = aus_umgebung({"SECRET_KEY": GUT}, tmp_path)
    assert config["SESSION_COOKIE_NAME"] == "__Host-sitzung"
    assert config["SESSION_COOKIE_SECURE"] is True


def test_the_demo_ignores_the_real_database_and_keeps_its_own_secret_key(tmp_path: Path) -> None:
    umgebung = {"LP_DEMO": "1", "DATABASE_URL": "postgresql+psycopg://echt/echt", "SECRET_KEY": GUT}
    erste, zweite = aus_umgebung(umgebung, tmp_path), aus_umgebung(umgebung, tmp_path)
    assert erste["SQLALCHEMY_DATABASE_URI"] == f"sqlite:///{tmp_path / 'demo.sqlite'}"
    assert erste["SECRET_KEY"] == zweite["SECRET_KEY"] != GUT
    assert stat.S_IMODE((tmp_path / "demo.schluessel").stat().st_mode) == 0o600
    pruefe_zum_bedienen(erste)


def test_leaving_quickly_leads_to_the_weather_unless_another_safe_address_is_set(
    tmp_path: Path,
) -> None:
    assert aus_umgebung({}, tmp_path)["VERLASSEN_URL"] == "https://www.dwd.de/"
    anders = {"LP_VERLASSEN_URL": "https://www.hessen.de/"}
    assert aus_umgebung(anders, tmp_path)["VERLASSEN_URL"] == "https://www.hessen.de/"
    with pytest.raises(KonfigurationFehlt, match="LP_VERLASSEN_URL"):
        aus_umgebung({"LP_VERLASSEN_URL": "javascript:alert(1)"}, tmp_path)
