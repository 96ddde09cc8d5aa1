"""The demo: people who are invented, learning that is played for real."""

from lernplattform.cli.demo.befehle import demo

__all__ = ["demo"]
