"""Ids as they come in from outside: a number that no row can have is none."""

# The largest value of the id columns on PostgreSQL; a larger one would be an error there.
GROESSTE = 2**31 - 1


def als_kennung(wert: str | int) -> int:
    """Raises ValueError for what cannot be the id of a row."""
    kennung = int(wert)
    if not 0 <= kennung <= GROESSTE:
        raise ValueError("no id")
    return kennung
