"""What the matcher knows of a coalition: its words, its languages, its regions."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from matcher.encoder import Vectors


class AimKind(StrEnum):
    """Whether an aim is something to reach or something that is lacking."""

    GOAL = "goal"
    NEED = "need"


@dataclass(frozen=True)
class Aim:
    """One goal or need in the coalition's own words; `ref` is its short name inside the coalition."""

    kind: AimKind
    ref: str
    text: str


@dataclass(frozen=True)
class Profile:
    """A coalition as the ranking reads it; whatever is not known is left empty and weighs nothing.

    language: ISO 639-1, None when not known; regions: NUTS codes.
    """

    summary: str = ""
    name: str = ""
    members: tuple[str, ...] = ()
    target_groups: tuple[str, ...] = ()
    aims: tuple[Aim, ...] = ()
    language: str | None = None
    regions: tuple[str, ...] = ()


@dataclass(frozen=True)
class EmbeddedProfile:
    """A profile with its raw query vectors: `whole` (d,) of `profile_text`, `aims` (n, d) in order."""

    profile: Profile
    whole: Vectors
    aims: Vectors


def profile_text(profile: Profile) -> str:
    """The one text that stands for the coalition: name, members, summary, goals and needs, target groups.

    >>> profile_text(Profile(summary="Care work.", name="North", members=("town", "college")))
    'North. town, college. Care work.'
    """
    aims = " ".join(aim.text.strip() for aim in profile.aims)
    parts = (
        profile.name,
        ", ".join(profile.members),
        profile.summary,
        aims,
        ", ".join(profile.target_groups),
    )
    return _joined([part.strip() for part in parts if part.strip()])


def _joined(parts: list[str]) -> str:
    """Parts as sentences: a full stop where one is missing between two of them."""
    ended = [part if part.endswith((".", "!", "?", ":")) else part + "." for part in parts[:-1]]
    return " ".join(ended + parts[-1:])


def without_aims(profile: Profile, whole: Vectors) -> EmbeddedProfile:
    """A profile of one vector only, when nothing is to be explained."""
    return EmbeddedProfile(profile, whole, np.empty((0, whole.shape[-1]), dtype=np.float32))
