"""An account: one person who signs in, and what that person may be where."""

from datetime import datetime

from sqlmodel import Field, SQLModel, UniqueConstraint

from store.models.columns import Moment, Word
from store.models.kinds import Name, Slug
from store.vocabulary import Language, Role, Theme


class AccountBase(SQLModel):
    """Who it is and how pages are shown; `email` is in lower case and names one account."""

    email: str = Field(unique=True, index=True, max_length=320)
    name: Name
    language: Language | None = Field(default=None, sa_type=Word(Language), description="None: the browser's")
    theme: Theme = Field(default=Theme.AUTO, sa_type=Word(Theme))
    is_administrator: bool = False
    is_active: bool = True
    is_sample: bool = Field(default=False, description="a ready user of the demo, without a password")


class Account(AccountBase, table=True):
    """A stored account.

    password_hash: Argon2id, None until a password is set. calls_seen_at: calls that came later are *new*.
    """

    id: int | None = Field(default=None, primary_key=True)
    password_hash: str | None = None
    created_at: datetime = Field(sa_type=Moment)
    calls_seen_at: datetime | None = Field(default=None, sa_type=Moment)


class AccountPublic(AccountBase):
    """What an administrator sees of an account."""

    id: int
    created_at: datetime


class Organisation(SQLModel, table=True):
    """A body whose officers publish matches: a managing authority, a regional council, a national agency."""

    id: int | None = Field(default=None, primary_key=True)
    slug: Slug = Field(unique=True, index=True)
    name: Name


class CoalitionRole(SQLModel, table=True):
    """One role of one account in one coalition; `member_slug` says for which member the person speaks."""

    __tablename__ = "coalition_role"
    __table_args__ = (UniqueConstraint("account_id", "coalition_id", "role"),)

    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id", index=True)
    coalition_id: int = Field(foreign_key="coalition.id", index=True)
    role: Role = Field(sa_type=Word(Role))
    member_slug: str | None = None
    since: datetime = Field(sa_type=Moment)


class Officer(SQLModel, table=True):
    """That an account is a funding officer of an organisation."""

    __table_args__ = (UniqueConstraint("account_id", "organisation_id"),)

    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id", index=True)
    organisation_id: int = Field(foreign_key="organisation.id", index=True)
    since: datetime = Field(sa_type=Moment)


class WebSession(SQLModel, table=True):
    """A signed-in browser; only the SHA-256 of its token is kept. Moments are of the real clock."""

    __tablename__ = "web_session"

    id: int | None = Field(default=None, primary_key=True)
    token_hash: str = Field(unique=True, index=True)
    account_id: int = Field(foreign_key="account.id", index=True)
    began_at: datetime = Field(sa_type=Moment)
    seen_at: datetime = Field(sa_type=Moment)
    expires_at: datetime = Field(sa_type=Moment)
