"""Use cases: comments of a coalition's people, about a call or about the coalition as a whole."""

from datetime import datetime

from pydantic import BaseModel
from sqlmodel import Session

from api.errors import BadChoice, Forbidden
from api.services.access.actor import Actor
from api.services.access.permission import Action, may, require
from store import coalitions, queries
from store import comments as stored
from store.models import Comment

MOST_CHARACTERS = 4000


class CommentPublic(BaseModel):
    """One comment as shown; one that was taken back has no text and says by whom. own: may be taken back."""

    id: int
    by: str
    text: str
    at: datetime
    removed_by: str | None
    own: bool


def comments_of(session: Session, slug: str, call_name: str | None = None) -> list[CommentPublic]:
    """The comments about the call, or about the coalition, the first first. Raises NotFound."""
    actor = require(session, Action.READ_WORK, slug)
    leads = may(session, Action.EDIT_PROFILE, slug)
    return [
        CommentPublic(
            id=row.id or 0,
            by=row.by,
            text=row.text,
            at=row.at,
            removed_by=row.removed_by,
            own=row.removed_by is None and (leads or _is_of(row, actor)),
        )
        for row in stored.comments_of(session, *_ids(session, slug, call_name))
    ]


def comment(session: Session, slug: str, call_name: str | None, text: str) -> None:
    """Adds a comment; sent twice it is there once. Raises NotFound, and BadChoice for no text or too long."""
    actor = require(session, Action.COMMENT, slug)
    plain = text.strip()
    if not plain or len(plain) > MOST_CHARACTERS:
        raise BadChoice(f"Write a comment of 1 to {MOST_CHARACTERS} characters.")
    ids = _ids(session, slug, call_name)
    stored.add(session, *ids, plain, by=actor.name, account_id=actor.account_id)


def take_back(session: Session, slug: str, comment_id: int) -> None:
    """Empties a comment, by its author or the lead; who did it stays. Raises NotFound and Forbidden."""
    actor = require(session, Action.COMMENT, slug)
    row = stored.comment_by_id(session, _ids(session, slug, None)[0], comment_id)
    if not _is_of(row, actor) and not may(session, Action.EDIT_PROFILE, slug):
        raise Forbidden("Only its author or the coalition's lead takes a comment back.")
    stored.take_back(session, row, actor.name)


def _is_of(row: Comment, actor: Actor) -> bool:
    return row.account_id is not None and row.account_id == actor.account_id


def _ids(session: Session, slug: str, call_name: str | None) -> tuple[int, int | None]:
    return coalitions.id_of(session, slug), queries.id_of(session, call_name) if call_name else None
