"""The ready users of the demo: called by what they are, since nobody of them exists."""

from functools import cache
from pathlib import Path
from typing import Literal

import yaml
from pydantic import ValidationError

from sample_world.errors import BadSampleData
from sample_world.models import SampleModel

FILE = Path(__file__).resolve().parent / "people.yaml"


class SampleRole(SampleModel):
    """A role in a sample coalition; `member`: for which of its members the person speaks."""

    coalition: str
    role: Literal["lead", "grant_writer", "member"]
    member: str | None = None


class SamplePerson(SampleModel):
    """One user. organisation: the one whose funding officer it is."""

    email: str
    name: str
    language: Literal["en", "fi", "sv"]
    roles: tuple[SampleRole, ...] = ()
    organisation: str | None = None
    administrator: bool = False


class SampleConsent(SampleModel):
    """What a sample coalition agrees to."""

    coalition: str
    kind: str


class SamplePeople(SampleModel):
    """All users, and what their coalitions agreed to."""

    people: list[SamplePerson]
    consents: list[SampleConsent]


@cache
def sample_people() -> SamplePeople:
    """The users of `people.yaml`. Raises BadSampleData."""
    try:
        return SamplePeople.model_validate(yaml.safe_load(FILE.read_text(encoding="utf-8")))
    except (yaml.YAMLError, ValidationError) as wrong:
        raise BadSampleData(f"{FILE.name}: {wrong}; mend that file") from wrong
