"""Use cases: what a coalition agrees to, each off until its lead gives it, and withdrawable."""

from datetime import datetime

from pydantic import BaseModel
from sqlmodel import Session

from api.services.access import audit
from api.services.access.permission import Action, require
from store import clock, coalitions
from store import consents as stored
from store.vocabulary import AuditAction, ConsentKind


class ConsentRow(BaseModel):
    """Where one consent stands: `at` and `by` of the last change, None when it was never given."""

    kind: ConsentKind
    given: bool
    at: datetime | None
    by: str | None


def consents(session: Session, slug: str) -> list[ConsentRow]:
    """Every consent there is, given or not; for the coalition's people."""
    require(session, Action.READ_WORK, slug)
    newest: dict[ConsentKind, ConsentRow] = {}
    for consent in reversed(stored.consents_of(session, coalitions.id_of(session, slug))):
        ended = consent.withdrawn_at is not None
        newest[consent.kind] = ConsentRow(
            kind=consent.kind,
            given=not ended,
            at=consent.withdrawn_at if ended else consent.given_at,
            by=consent.withdrawn_by if ended else consent.given_by,
        )
    nothing = [ConsentRow(kind=kind, given=False, at=None, by=None) for kind in ConsentKind]
    return [newest.get(row.kind, row) for row in nothing]


def set_consent(session: Session, slug: str, kind: ConsentKind, given: bool) -> None:
    """Gives or withdraws a consent; the history stays. Nothing happens when it stands so already."""
    actor = require(session, Action.MANAGE_PEOPLE, slug)
    number, moment = coalitions.id_of(session, slug), clock.real_now()
    holds = slug in stored.consenting(session, kind)
    if holds == given:
        return
    if given:
        stored.give(session, number, kind, actor.name, moment)
    else:
        stored.withdraw(session, number, kind, actor.name, moment)
    done = AuditAction.CONSENT_GIVEN if given else AuditAction.CONSENT_WITHDRAWN
    audit.note(session, done, slug, kind=kind)
