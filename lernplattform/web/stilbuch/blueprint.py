"""The blueprint, apart from its views so that they can be split by topic."""

from flask import Blueprint

bp = Blueprint("stilbuch", __name__, url_prefix="/stilbuch")
