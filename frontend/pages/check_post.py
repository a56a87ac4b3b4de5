"""What a form of the check page sends, and what comes of it: done, or faults beside their fields."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlmodel import Session

from frontend.faults import Fault
from frontend.profile_form import CONTROL
from frontend.render import Reader


@dataclass(frozen=True)
class Upload:
    """A file as sent."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Post:
    """One form as sent, for one coalition and call."""

    session: Session
    reader: Reader
    slug: str
    call: str
    fields: Mapping[str, list[str]]
    file: Upload | None = None

    def line(self, name: str) -> str:
        """What was typed into a field, without signs that nobody types; empty when it was not sent."""
        sent = self.fields.get(name) or [""]
        return CONTROL.sub("", sent[0])

    def ticked(self, name: str) -> list[str]:
        """The values of the boxes that are ticked."""
        return self.fields.get(name, [])


@dataclass(frozen=True)
class Done:
    """Something was stored; `note` is the key of what to say, `anchor` where on the page it is seen."""

    note: str
    anchor: str


Outcome = Done | list[Fault]
Action = Callable[[Post], Outcome]
