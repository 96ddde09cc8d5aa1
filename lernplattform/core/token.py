"""Secret tokens: the person holds the token, the database only its hash."""

import hashlib
import secrets


def neues_token() -> str:
    """256 random bits, safe in a URL."""
    return secrets.token_urlsafe(32)


def token_hash(token: str) -> str:
    """SHA-256 is enough here: the token is random, so there is nothing to guess."""
    return hashlib.sha256(token.encode()).hexdigest()
