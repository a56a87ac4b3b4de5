"""What the parts of a stored document share: a strict, frozen shape, and its kinds of value.

None and an empty list are not known or not decided. Members, needs, goals and work packages are pointed at by
their slug; one that has left the profile leaves the rest standing. Months are project months, 1 is the first.
"""

from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict
from pydantic import Field as Limits

from store.models.kinds import Slug, Words

Month = Annotated[int, Limits(ge=1, le=120)]
Months = Annotated[int, Limits(ge=1, le=120)]
Days = Annotated[int, Limits(ge=1, le=366)]
Persons = Annotated[int, Limits(ge=0, le=1_000_000)]
Money = Annotated[Decimal, Limits(ge=0, max_digits=14, decimal_places=2)]
"""EUR."""

__all__ = ["Days", "DocumentPart", "Money", "Month", "Months", "Persons", "Slug", "Words"]


class DocumentPart(BaseModel):
    """A part of a stored document; an unknown key is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)
