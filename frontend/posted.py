"""Reads small forms: the lines that were typed, as text, without signs that nobody types."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends
from starlette.datastructures import FormData
from starlette.requests import Request

from frontend.kept_form import MOST_FIELDS
from frontend.profile_form import CONTROL


@dataclass(frozen=True)
class PostedForm:
    """A form as it was sent."""

    data: FormData

    def line(self, name: str) -> str:
        """What was typed into a field, without spaces around; empty when it was not sent."""
        return CONTROL.sub("", self.exact(name)).strip()

    def exact(self, name: str) -> str:
        """What was typed, sign by sign, as a password needs it."""
        value = self.data.get(name, "")
        return value if isinstance(value, str) else ""


async def posted_form(request: Request) -> PostedForm:
    """The form of this request; one with a file is refused, since nobody would look at how large it is."""
    return PostedForm(await request.form(max_fields=MOST_FIELDS, max_files=0))


Posted = Annotated[PostedForm, Depends(posted_form)]
