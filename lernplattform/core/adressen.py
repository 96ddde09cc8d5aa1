"""Addresses outside a request: in mails and on the command line, below the configured BASIS_URL."""

# A test holds each of them against the routes of the app.
PFADE = {
    "start": "/",
    "login": "/login",
    "einladung": "/einladung/{token}",
    "passwort_neu": "/passwort/neu/{token}",
    "lernweg": "/lernen/",
    "seminare": "/seminare/",
    "seminar": "/seminare/{seminar_id}/",
}


def adresse(basis_url: str, ziel: str, **teile: object) -> str:
    """The whole address of a place in PFADE. Raises KeyError for one that is not there."""
    return basis_url + PFADE[ziel].format_map(teile)
