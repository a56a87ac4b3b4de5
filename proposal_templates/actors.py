"""Kinds of actor and their groups, read from `actors.yaml`."""

from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from proposal_templates.forms.files import read_shape
from proposal_templates.forms.model import Text, Trilingual

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
    return read_shape(ACTORS_FILE, _ActorFile)[0].groups


def actor_kind(key: str) -> Trilingual | None:
    """Name of a kind of actor; None for a key that is not in the file."""
    for group in actor_groups():
        if key in group.kinds:
            return group.kinds[key]
    return None
