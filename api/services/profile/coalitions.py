"""Use cases: keep coalitions: list, show, save, import and export as a file."""

from dataclasses import replace
from pathlib import Path

from sqlmodel import Session

from api.services.access.actor import act_as
from api.services.access.permission import Action, may, require, visible_slugs
from store import coalition_file, coalitions, roles
from store.models import CoalitionCreate, CoalitionPublic
from store.references import unknown_within, without_unknown
from store.vocabulary import Role


def list_coalitions(session: Session) -> list[CoalitionPublic]:
    """The coalitions whose profile who asks may read, by name."""
    return [
        coalitions.public_coalition(stored)
        for stored in coalitions.coalitions(session, visible_slugs(session))
    ]


def my_coalitions(session: Session) -> list[CoalitionPublic]:
    """The coalitions that who asks belongs to, by name; the operator belongs to all."""
    return [one for one in list_coalitions(session) if may(session, Action.READ_WORK, one.slug)]


def taken_slugs(session: Session) -> frozenset[str]:
    """Every coalition's slug, so that a new one gets its own. Raises SignInNeeded."""
    require(session, Action.ADD_COALITION)
    return coalitions.slugs(session)


def show_coalition(session: Session, slug: str) -> CoalitionPublic:
    """One coalition whole. Raises store.errors.NotFound."""
    require(session, Action.READ_PROFILE, slug)
    return coalitions.public_coalition(coalitions.coalition_by_slug(session, slug))


def save_coalition(session: Session, profile: CoalitionCreate) -> CoalitionPublic:
    """Adds the coalition, led by who asks, or replaces the profile of the one with the same slug.

    Raises what `access.permission.require` does: a coalition of others is not there, and cannot be replaced;
    and store.errors.SlugTaken when somebody adds one of that slug at the same moment.
    """
    is_new = profile.slug not in coalitions.slugs(session)
    if is_new:
        actor = require(session, Action.ADD_COALITION)
    else:
        actor = require(session, Action.EDIT_PROFILE, profile.slug)
    keep = coalitions.add_coalition if is_new else coalitions.save_coalition
    saved = keep(session, profile)
    if is_new and actor.account_id is not None:
        assert saved.id is not None
        roles.give(session, actor.account_id, saved.id, Role.LEAD)
        act_as(session, replace(actor, roles={**actor.roles, saved.slug: frozenset({Role.LEAD})}))
    return coalitions.public_coalition(saved)


def save_edited(session: Session, profile: CoalitionCreate) -> tuple[CoalitionPublic, int]:
    """Saves as `save_coalition`, and empties the places that point at a member or a need that has left.

    Gives how many these are, so that the file of the coalition can be imported again.
    """
    return save_coalition(session, without_unknown(profile)), len(unknown_within(profile))


def import_coalition(session: Session, path: Path) -> CoalitionPublic:
    """Saves the coalition of a YAML file. Raises store.errors.BadCoalitionFile; then nothing is saved."""
    return save_coalition(session, coalition_file.read_coalition(path))


def export_coalition(session: Session, slug: str) -> str:
    """The coalition as YAML text that imports to the same. Raises store.errors.NotFound."""
    require(session, Action.READ_PROFILE, slug)
    return coalition_file.write_coalition(coalitions.profile_of(coalitions.coalition_by_slug(session, slug)))
