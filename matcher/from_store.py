"""From the store's nouns to the matcher's: the one place that turns a stored call into ranking data."""

from datetime import datetime

from matcher.documents import Document
from matcher.profile import Aim, AimKind, Profile
from store import call_dates
from store.models import Call, Coalition


def profile_of(coalition: Coalition) -> Profile:
    """The coalition's words in its own language; members stand for themselves by name."""
    goals = tuple(Aim(AimKind.GOAL, goal.slug, goal.text) for goal in coalition.goals)
    needs = tuple(Aim(AimKind.NEED, need.slug, need.text) for need in coalition.needs)
    return Profile(
        summary=coalition.summary,
        name=coalition.name,
        members=tuple(member.name for member in coalition.members),
        target_groups=tuple(coalition.target_groups),
        aims=goals + needs,
        language=coalition.language.value,
        regions=tuple(coalition.nuts_regions),
    )


def document_of(call: Call, now: datetime, *, barred: bool = False) -> Document:
    """The call's words and where its dates put it at `now` (UTC); `barred` as in Document."""
    status = call_dates.derive_status(call.opens_at, call.closes_at, call.continuous, now)
    cut_off = call_dates.next_cut_off(call.cut_offs, now)
    return Document(
        id=str(call.id),
        title=call.title,
        text=call.description,
        language=call.language,
        programme=call.programme.value,
        status=status,
        next_cut_off=None if cut_off is None else cut_off.ends_at(),
        barred=barred,
    )
