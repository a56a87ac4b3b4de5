"""Keeping comments of a coalition's people: added, listed, taken back."""

from sqlmodel import Session, col, select

from store import clock
from store.errors import NotFound
from store.models import Comment


def comments_of(session: Session, coalition_id: int, call_id: int | None) -> list[Comment]:
    """The comments about a call, or about the coalition as a whole, the first first."""
    query = select(Comment).where(Comment.coalition_id == coalition_id)
    query = query.where(
        col(Comment.call_id).is_(None) if call_id is None else col(Comment.call_id) == call_id
    )
    return list(session.exec(query.order_by(col(Comment.id))))


def comment_by_id(session: Session, coalition_id: int, comment_id: int) -> Comment:
    """One comment of the coalition. Raises NotFound."""
    found = session.get(Comment, comment_id)
    if found is None or found.coalition_id != coalition_id:
        raise NotFound(f"No comment {comment_id} in this coalition.")
    return found


def add(
    session: Session, coalition_id: int, call_id: int | None, text: str, *, by: str, account_id: int | None
) -> Comment:
    """The comment; the last one again, sent twice by the same person, is the one that is there."""
    last = next(iter(comments_of(session, coalition_id, call_id)[-1:]), None)
    if last is not None and (last.by, last.account_id, last.text) == (by, account_id, text):
        return last
    row = Comment(
        coalition_id=coalition_id, call_id=call_id, account_id=account_id, by=by, text=text, at=clock.now()
    )
    session.add(row)
    session.commit()
    return row


def take_back(session: Session, row: Comment, by: str) -> Comment:
    """Empties the comment and says who did it; once more changes nothing."""
    if row.removed_by is None:
        row.text, row.removed_by, row.removed_at = "", by, clock.now()
        session.add(row)
        session.commit()
    return row


def comments_by(session: Session, account_id: int) -> list[Comment]:
    """What the account said anywhere, oldest first."""
    query = select(Comment).where(Comment.account_id == account_id)
    return list(session.exec(query.order_by(col(Comment.id))).all())
