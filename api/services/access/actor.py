"""Who asks: a stranger, a signed-in person, a member by its own link, or the operator at the console.

A session of the database carries its actor (`session.info`), so that no use case can be asked without one:
the web puts there whoever the request comes from; where nobody is put, it is the operator's own machine.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal

from sqlmodel import Session

from store.vocabulary import Language, Role, Theme

_KEY = "actor"
NOBODY: frozenset[Role] = frozenset()


@dataclass(frozen=True)
class Actor:
    """One who asks. roles: by slug of the coalition; member_of: for which member the person speaks there.

    `guest` is a member that came by its link: it has no account and may do nothing outside its own page.
    """

    kind: Literal["console", "stranger", "account", "guest"]
    name: str = ""
    account_id: int | None = None
    email: str = ""
    is_administrator: bool = False
    is_sample: bool = False
    roles: Mapping[str, frozenset[Role]] = field(default_factory=dict)
    member_of: Mapping[str, str] = field(default_factory=dict)
    organisations: Mapping[int, str] = field(default_factory=dict)
    language: Language | None = None
    theme: Theme = Theme.AUTO

    @property
    def is_signed_in(self) -> bool:
        """Whether it is a person with an account."""
        return self.kind == "account"

    @property
    def is_officer(self) -> bool:
        """Whether it is a funding officer of any organisation."""
        return bool(self.organisations)

    def roles_in(self, slug: str) -> frozenset[Role]:
        """The roles in one coalition; empty for none."""
        return self.roles.get(slug, NOBODY)


CONSOLE = Actor("console", name="console")
STRANGER = Actor("stranger")


def actor_of(session: Session) -> Actor:
    """Who asks through this session."""
    found = session.info.get(_KEY, CONSOLE)
    assert isinstance(found, Actor)
    return found


def act_as(session: Session, actor: Actor) -> None:
    """Makes the session that of `actor`."""
    session.info[_KEY] = actor


@contextmanager
def trusted(session: Session) -> Iterator[None]:
    """For a use case that has decided for itself: what it hands on to others is done as the operator's."""
    actor = actor_of(session)
    act_as(session, CONSOLE)
    try:
        yield
    finally:
        act_as(session, actor)
