"""Reads: each answers one question of a page, as values."""
