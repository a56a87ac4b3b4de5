"""Names that people give themselves, and names as they stand in a mail."""

import re

from pydantic import TypeAdapter, ValidationError

from api.errors import BadChoice
from store.models.kinds import Name

LONGEST_PERSON = 120
_NAME: TypeAdapter[str] = TypeAdapter(Name)
_ADDRESS = re.compile(r"https?:|www\.|[<>@/\\]", re.I)


def person_name(typed: str) -> str:
    """A person's or a body's name on one line. Raises BadChoice for none, a long one, or an address.

    It stands in mail that Koalitio sends to others, so it may not lead them anywhere.
    """
    try:
        name = _NAME.validate_python(" ".join(typed.split()))
    except ValidationError:
        raise BadChoice("Write your name: it shows who did what.") from None
    if len(name) > LONGEST_PERSON:
        raise BadChoice(f"The name is too long: at most {LONGEST_PERSON} characters.")
    if _ADDRESS.search(name):
        raise BadChoice("A name holds no address: leave out @, / and the like.")
    return name
