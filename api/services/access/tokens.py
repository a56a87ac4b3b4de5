"""Secrets of links and sessions: made at random, kept only as a hash, compared by that hash."""

import hashlib
import secrets

BYTES = 32


def new_token() -> str:
    """A new secret of 256 bits, safe in addresses and cookies."""
    return secrets.token_urlsafe(BYTES)


def hash_of(token: str) -> str:
    """What is stored of a token; it needs no salt, since a token cannot be guessed."""
    return hashlib.sha256(token.encode()).hexdigest()
