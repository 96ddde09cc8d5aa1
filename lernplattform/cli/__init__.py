"""The command line: one group per topic."""

from flask.cli import AppGroup

from lernplattform.cli.demo import demo
from lernplattform.cli.kurse import kurse
from lernplattform.cli.personen import personen
from lernplattform.cli.post import post

GRUPPEN: tuple[AppGroup, ...] = (kurse, personen, post, demo)
