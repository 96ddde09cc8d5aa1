"""What only the demo has: its mailbox page."""

from lernplattform.web.demo import views
from lernplattform.web.demo.blueprint import bp

__all__ = ["bp", "views"]
