"""What is the same for every app under test is made once: each test has an app of its own.

Compiled anew for each of them, templates and routes took more than half of the suite's time.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import CodeType
from typing import Any

import pytest
from flask import Flask
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from werkzeug.routing import Rule


class Vorlagen(BytecodeCache):
    """Compiled templates, by name and content; in memory, since reading them back costs too."""

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._code.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._code[bucket.key, bucket.checksum] = bucket.code


def merke_routen(baue: Callable[..., Any]) -> Callable[..., Any]:
    """Rule._compile_builder: what it builds depends on nothing but the parts of the rule."""
    gebaut: dict[tuple[object, ...], Any] = {}

    def baue_einmal(rule: Any, append_unknown: bool = True) -> Any:
        if rule.defaults:
            return baue(rule, append_unknown)
        wer = (tuple(rule._trace), append_unknown)
        if wer not in gebaut:
            gebaut[wer] = baue(rule, append_unknown)
        return gebaut[wer]

    return baue_einmal


@contextmanager
def einmal() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as ersetze:
        ersetze.setattr(Flask, "jinja_options", {"bytecode_cache": Vorlagen()})
        ersetze.setattr(Rule, "_compile_builder", merke_routen(Rule._compile_builder))
        yield
