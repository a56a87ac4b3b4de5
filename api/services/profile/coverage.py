"""Use case: which member answers which need, and with what."""

from collections.abc import Mapping

from sqlmodel import Session

from api.services.access.permission import Action, require
from api.services.profile.coalitions import save_coalition
from store import coalitions
from store.models import CoalitionPublic
from store.models.member_parts import Answer

Assets = Mapping[tuple[str, str], str]
"""By slugs of a need and of a member: what the member brings, empty when that is not told."""


def assets_of(coalition: CoalitionPublic) -> dict[tuple[str, str], str]:
    """What is stored; one member that answers a need twice has both in one text."""
    found: dict[tuple[str, str], str] = {}
    for member in coalition.members:
        for answer in member.answers:
            if answer.need is not None:
                before = found.get((answer.need, member.slug), "")
                found[answer.need, member.slug] = " ".join(filter(None, (before, answer.asset)))
    return found


def save_answers(session: Session, slug: str, assets: Assets) -> CoalitionPublic:
    """Stores who answers which need, in place of what was stored; answers to no need in particular stay.

    Raises what `access.permission.require` does. Slugs of nobody and of no need are left out.
    """
    require(session, Action.EDIT_PROFILE, slug)
    profile = coalitions.profile_of(coalitions.coalition_by_slug(session, slug))
    for member in profile.members:
        loose = [answer for answer in member.answers if answer.need is None]
        told = [
            Answer(need=need.slug, asset=assets[need.slug, member.slug].strip() or None)
            for need in profile.needs
            if (need.slug, member.slug) in assets
        ]
        member.answers = told + loose
    return save_coalition(session, profile)
