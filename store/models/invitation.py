"""Links that let somebody in: one-time invitations by mail, and a member's own lasting link."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from store.models.columns import Moment, Word
from store.vocabulary import InvitationPurpose, Role


class Invitation(SQLModel, table=True):
    """A link that works once and until `expires_at`; only the SHA-256 of its token is kept.

    What it gives: `role` in the coalition (for a member: speaking for `member_slug`) or organisation; for a
    reset, a new password of the account. Moments are of the real clock.
    """

    id: int | None = Field(default=None, primary_key=True)
    token_hash: str = Field(unique=True, index=True)
    purpose: InvitationPurpose = Field(sa_type=Word(InvitationPurpose))
    email: str | None = Field(default=None, index=True)
    role: Role | None = Field(default=None, sa_type=Word(Role))
    coalition_id: int | None = Field(default=None, foreign_key="coalition.id", index=True)
    member_slug: str | None = None
    organisation_id: int | None = Field(default=None, foreign_key="organisation.id")
    account_id: int | None = Field(default=None, foreign_key="account.id")
    made_by: int | None = Field(default=None, foreign_key="account.id")
    made_at: datetime = Field(sa_type=Moment)
    expires_at: datetime = Field(sa_type=Moment)
    used_at: datetime | None = Field(default=None, sa_type=Moment)


class MemberLink(SQLModel, table=True):
    """The link by which a member answers without an account; several may be valid. Moments: real clock."""

    __tablename__ = "member_link"

    id: int | None = Field(default=None, primary_key=True)
    token_hash: str = Field(unique=True, index=True)
    coalition_id: int = Field(foreign_key="coalition.id", index=True)
    member_slug: str
    made_by: str
    made_at: datetime = Field(sa_type=Moment)
    expires_at: datetime = Field(sa_type=Moment)
    revoked_at: datetime | None = Field(default=None, sa_type=Moment)
    opened_at: datetime | None = Field(default=None, sa_type=Moment, description="first opened")


class Attempt(SQLModel, table=True):
    """One try at something that is throttled; `key` is a hash, so that no address is kept in the clear."""

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(index=True)
    at: datetime = Field(sa_type=Moment, index=True)
