"""Passwords: Argon2id with the OWASP minimum (19 MiB, t=2, p=1)."""

from functools import cache
from importlib.resources import files
from string import digits, punctuation

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

MINDESTLAENGE = 8
HOECHSTLAENGE = 128

_hasher = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
# Checked where no account exists, so that the answer takes as long as for a real one.
_ATTRAPPE = _hasher.hash("kein Konto")


def hashe(passwort: str) -> str:
    return _hasher.hash(passwort)


def stimmt(passwort_hash: str | None, passwort: str) -> bool:
    """Does the password fit? None costs the same time and is always wrong."""
    try:
        _hasher.verify(passwort_hash or _ATTRAPPE, passwort)
    except (VerificationError, InvalidHashError):
        return False
    return passwort_hash is not None


def ist_leicht_zu_raten(wort: str, *eigenes: str) -> bool:
    """Among the most common ones, or the person's own Kennung or name; also with a year behind.

    An address counts with and without what stands behind the @.
    """
    eigene = {teil.casefold() for angabe in eigenes for teil in (angabe, angabe.split("@")[0])}
    formen = {wort.casefold(), _stamm(wort)} - {""}
    return not formen.isdisjoint(_haeufige() | eigene | {_stamm(teil) for teil in eigene})


def _stamm(wort: str) -> str:
    """`integration` of `Integration2026!`; empty for digits alone."""
    return wort.casefold().rstrip(digits + punctuation + " ")


@cache
def _haeufige() -> frozenset[str]:
    liste = files("lernplattform.core").joinpath("haeufige_passwoerter.txt")
    return frozenset(liste.read_text(encoding="utf-8").split())


def ist_veraltet(passwort_hash: str) -> bool:
    return _hasher.check_needs_rehash(passwort_hash)
