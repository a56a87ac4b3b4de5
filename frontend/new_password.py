"""What is wrong with a new password or a name, in the reader's words."""

from api.errors import BadChoice
from api.services.access.names import person_name
from api.services.access.passwords import LONGEST, SHORTEST, check_new
from frontend.faults import Fault
from frontend.words import Words


def password_faults(words: Words, field: str, password: str, *own: str) -> list[Fault]:
    """What is wrong with a password; own: address and name of the person, which are none either."""
    if not password.strip():
        return [Fault(field, words("password.error.empty"))]
    if len(password) < SHORTEST:
        return [Fault(field, words("password.error.short", n=SHORTEST))]
    if len(password) > LONGEST:
        return [Fault(field, words("password.error.long", n=LONGEST))]
    try:
        check_new(password, *own)
    except BadChoice:
        return too_guessable(words, field)
    return []


def too_guessable(words: Words, field: str) -> list[Fault]:
    """What is left when a password of a good length is refused."""
    return [Fault(field, words("password.error.guessable"))]


def name_faults(words: Words, name: str) -> list[Fault]:
    """What is wrong with a person's name."""
    try:
        person_name(name)
    except BadChoice:
        return [Fault("name", words("join.error.name"))]
    return []


def rules(words: Words) -> str:
    """What a password has to be, told before one is typed."""
    return words("password.rules", n=SHORTEST)
