"""Kinds of actor and their groups, read from `actors.yaml`."""

from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from proposal_templates.forms.loader import refusal
from proposal_templates.forms.model import Text, Trilingual
from proposal_templates.forms.positions import read_yaml

ACTORS_FILE = Path(__file__).with_name("actors.yaml")


class ActorGroup(BaseModel):
    """One group of actors that a coalition is meant to have, with the kinds that belong to it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    key: Text
    name: Trilingual
    kinds: dict[str, Trilingual]


class _ActorFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    source: Text
    groups: tuple[ActorGroup, ...]


@lru_cache(maxsize=1)
def actor_groups() -> tuple[ActorGroup, ...]:
    """All groups, in the order in which a draft shows them."""
    content, lines = read_yaml(ACTORS_FILE)
    try:
        return _ActorFile.model_validate(content).groups
    except ValidationError as error:
        raise refusal(ACTORS_FILE, lines, error) from error


def actor_kind(key: str) -> Trilingual | None:
    """Name of a kind of actor; None for a key that is not in the file."""
    for group in actor_groups():
        if key in group.kinds:
            return group.kinds[key]
    return None
