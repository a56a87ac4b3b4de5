"""Use cases: the audit log: noted by every use case that touches who may do what, read by administrators.

No entry holds a password, a token or what somebody typed; of a failed sign-in it says only which account
was meant, if there is one.
"""

from datetime import datetime
from typing import Any

from pydantic import BaseModel
from sqlmodel import Session

from api.services.access.actor import actor_of
from api.services.access.permission import Action, require
from store import audit as stored

PAGE_SIZE = 50


class AuditRow(BaseModel):
    """One entry as shown; `actor` is empty for somebody who is not signed in."""

    id: int
    at: datetime
    account_id: int | None
    actor: str
    action: str
    subject: str
    detail: dict[str, Any]


class AuditPage(BaseModel):
    """One page of the log, the newest first; `actions` are all that occur in it."""

    entries: list[AuditRow]
    page: int
    pages: int
    total: int
    actions: list[str]


def note(session: Session, action: str, subject: str = "", **detail: Any) -> None:
    """Notes what who asks has just done; `action` of store.vocabulary.AuditAction, or a word of that form."""
    actor = actor_of(session)
    stored.add(session, actor.account_id, actor.name, str(action), subject, detail)


def entries(session: Session, *, action: str = "", page: int = 1) -> AuditPage:
    """One page of the log; `action`: only these (`sign_in.failed`, or `sign_in` for all that begin so)."""
    require(session, Action.ADMINISTER)
    total = stored.count(session, action)
    pages = max(1, -(-total // PAGE_SIZE))
    number = min(max(page, 1), pages)
    found = stored.entries(session, action, (number - 1) * PAGE_SIZE, PAGE_SIZE)
    return AuditPage(
        entries=[AuditRow.model_validate(entry.model_dump()) for entry in found],
        page=number,
        pages=pages,
        total=total,
        actions=stored.actions(session),
    )
