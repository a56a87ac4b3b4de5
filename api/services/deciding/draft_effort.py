"""What a draft would take: the form, its sections, what is open. Building a draft is slow, so it is kept."""

from collections import OrderedDict
from collections.abc import Hashable
from datetime import date, datetime
from threading import Lock

from pydantic import BaseModel
from sqlmodel import Session

from api.services.access.permission import Action, require
from api.services.checking.check_shapes import CheckPublic
from api.services.drafting.forms import draft_language, form_of, has_form
from api.services.drafting.make_draft import drafted
from store import clock, coalitions, projects
from store.vocabulary import Language

KEPT = 512
"""Drafts whose effort is remembered by this process."""

_lock = Lock()
_known: OrderedDict[Hashable, "EffortPublic"] = OrderedDict()


class EffortPublic(BaseModel):
    """The form's name, its sections and how many of them have gaps; places filled and gaps open."""

    form: str
    sections: int
    open_sections: int
    filled: int
    open: int


def effort_of(session: Session, check: CheckPublic) -> EffortPublic | None:
    """The effort of the draft for the line-up of that check; None where there is no form to draft in.

    Raises store.errors.NotFound.
    """
    slug, call = check.coalition.slug, check.call
    require(session, Action.READ_WORK, slug)
    if not has_form(call):
        return None
    key = _key(session, check)
    with _lock:
        if key in _known:
            _known.move_to_end(key)
            return _known[key]
    made = _made(session, slug, call.external_id)
    with _lock:
        _known[key] = made
        while len(_known) > KEPT:
            _known.popitem(last=False)
    return made


def _key(session: Session, check: CheckPublic) -> Hashable:
    """Everything that a draft is made from, by when it changed."""
    slug, call = check.coalition.slug, check.call
    coalition = coalitions.coalition_by_slug(session, slug)
    project = projects.stored_project(session, slug, call.external_id)
    spoken: Language = draft_language(form_of(call), None, coalition.language)
    roles = tuple((one.slug, one.role) for one in check.members)
    changed: tuple[datetime | None, ...] = (
        coalition.last_modified_at,
        call.last_modified_at,
        call.fetched_at,
        check.line_up_saved_at,
        project.last_modified_at if project else None,
    )
    today: date = clock.today()
    return str(session.get_bind()), coalition.id, call.id, spoken, roles, changed, today


def _made(session: Session, slug: str, call_name: str) -> EffortPublic:
    draft = drafted(session, slug, call_name)
    whole, gaps = draft.filled(), draft.gaps()
    return EffortPublic(
        form=draft.form.short_title,
        sections=sum(1 for _ in draft.walk()),
        open_sections=len({gap.section for gap in gaps}),
        filled=whole.filled,
        open=len(gaps),
    )
