"""Use cases: keep coalitions: list, show, save, import and export as a file."""

from pathlib import Path

from sqlmodel import Session

from store import coalition_file, coalitions
from store.models import CoalitionCreate, CoalitionPublic
from store.references import unknown_within, without_unknown


def list_coalitions(session: Session) -> list[CoalitionPublic]:
    """All coalitions by name."""
    return [coalitions.public_coalition(stored) for stored in coalitions.coalitions(session)]


def show_coalition(session: Session, slug: str) -> CoalitionPublic:
    """One coalition whole. Raises store.errors.NotFound."""
    return coalitions.public_coalition(coalitions.coalition_by_slug(session, slug))


def save_coalition(session: Session, profile: CoalitionCreate) -> CoalitionPublic:
    """Adds the coalition or replaces the profile of the one with the same slug."""
    return coalitions.public_coalition(coalitions.save_coalition(session, profile))


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
    return coalition_file.write_coalition(coalitions.profile_of(coalitions.coalition_by_slug(session, slug)))
