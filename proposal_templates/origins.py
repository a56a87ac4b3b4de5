"""Where an inserted fact comes from: every fact in a draft carries one of these."""

from dataclasses import dataclass
from enum import StrEnum

from proposal_templates.context import Quote


class OriginKind(StrEnum):
    """Kinds of ground a fact can stand on."""

    PROFILE = "profile"
    MEMBER = "member"
    PROJECT = "project"
    CALL = "call"
    QUOTE = "quote"
    FORM = "form"
    COMPUTED = "computed"


@dataclass(frozen=True, kw_only=True)
class Origin:
    """One source of one fact; `path` is a path into the context or into the form file."""

    kind: OriginKind
    path: str
    member: str | None = None
    """Name of the member, for kind MEMBER."""
    quote: Quote | None = None
    """Passage with its position, for kind QUOTE."""
    source: str | None = None
    """Document the rule was read in, for kind FORM."""
    certainty: str | None = None
    """A read in an official text, B in a secondary one, C recalled; for kind FORM."""
    rests_on: tuple["Origin", ...] = ()
    """What a computed fact was computed from."""
