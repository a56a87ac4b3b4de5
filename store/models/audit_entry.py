"""An audit entry: who did what to what, when; entries are only ever added."""

from datetime import datetime
from typing import Any

from sqlmodel import Field, SQLModel

from store.models.columns import JsonOf, Moment


class AuditEntry(SQLModel, table=True):
    """`action` such as `sign_in.failed` or `role.given`; `subject` such as a coalition's slug; real clock."""

    __tablename__ = "audit_entry"

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(sa_type=Moment, index=True)
    account_id: int | None = Field(default=None, foreign_key="account.id")
    actor: str = Field(description="name as it was then")
    action: str = Field(index=True)
    subject: str = ""
    detail: dict[str, Any] = Field(default_factory=dict, sa_type=JsonOf(dict[str, Any]))
