"""The command line: one group per topic."""

from flask.cli import AppGroup

GRUPPEN: tuple[AppGroup, ...] = ()
