"""Passwords: what is taken, how they are kept and compared (Argon2id; NIST SP 800-63B, section 3.1.1)."""

import threading
import unicodedata
from functools import cache
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlmodel import Session

from api.errors import BadChoice
from store import accounts
from store.models import Account

SHORTEST = 12
LONGEST = 200
HASHER = PasswordHasher()
HASHED_AT_ONCE = threading.BoundedSemaphore(4)
"""Each takes 64 MiB for as long as it lasts: many sign-ins at once wait, instead of using up the memory."""
COMMON = Path(__file__).parent / "common_passwords.yaml"


def check_new(password: str, *own: str) -> None:
    """Raises BadChoice when the password is too short, too long, or among the first that anybody would try.

    own: the person's address and name, which are no passwords either. There are no other rules.
    """
    plain = _plain(password)
    if len(plain) < SHORTEST:
        raise BadChoice(f"The password is too short: it needs at least {SHORTEST} characters.")
    if len(plain) > LONGEST:
        raise BadChoice(f"The password is too long: at most {LONGEST} characters.")
    if _is_common(plain.casefold(), own):
        raise BadChoice("This password is easy to guess: choose another, such as four words in a row.")


def hash_of(password: str) -> str:
    """What is kept of a password."""
    with HASHED_AT_ONCE:
        return HASHER.hash(_plain(password))


def is_right(session: Session, account: Account | None, password: str) -> bool:
    """Whether it is the account's password; takes as long when there is no account or it has none.

    A hash of older parameters is renewed. A sample user has no password that is right.
    """
    kept = account.password_hash if account is not None and not account.is_sample else None
    try:
        with HASHED_AT_ONCE:
            HASHER.verify(kept or _nobodys_hash(HASHER), _plain(password)[: LONGEST + 1])
    except (VerificationError, InvalidHashError):
        return False
    if account is None or kept is None:
        return False
    if HASHER.check_needs_rehash(kept):
        account.password_hash = hash_of(password)
        accounts.save(session, account)
    return True


def _plain(password: str) -> str:
    """One form of signs that look the same, as keyboards and systems differ (NFKC, as NIST advises)."""
    return unicodedata.normalize("NFKC", password)


@cache
def _nobodys_hash(hasher: PasswordHasher) -> str:
    """A hash that no password is compared with in earnest, so that unknown addresses cost the same work."""
    return hasher.hash(" nobody's password ")


def _is_common(password: str, own: tuple[str, ...]) -> bool:
    names = {part for text in own for part in (text.casefold(), text.casefold().partition("@")[0])}
    core = "".join(sign for sign in password if sign.isalpha())
    return (
        password in names
        or password in _common()
        or core in _common()
        or len(set(password)) <= 3
        or any(password in row * 3 for row in _ROWS)
        or _repeats(password)
    )


_KEYS = ("1234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "qwertyuiopå", "asdfghjkl", "zxcvbnm")
_ROWS = tuple(row[::step] for row in _KEYS for step in (1, -1))


def _repeats(password: str) -> bool:
    """Whether it is one short piece over and over: `abcabcabcabc`."""
    return any(
        (password[:length] * (len(password) // length + 1)).startswith(password) for length in range(1, 5)
    )


@cache
def _common() -> frozenset[str]:
    import yaml

    words = yaml.safe_load(COMMON.read_text(encoding="utf-8"))
    return frozenset(str(word).casefold() for word in words)
