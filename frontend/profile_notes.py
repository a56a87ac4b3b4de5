"""What stands out in a stored coalition: no fault, but its people may have meant otherwise."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from frontend.words import Words
from store.models import CoalitionPublic
from store.vocabulary import PartnerRole


@dataclass(frozen=True)
class Note:
    """What is to be noticed, in the reader's words; `names` are members', in the coalition's language."""

    said: str
    names: tuple[str, ...] = ()


def notes_on(coalition: CoalitionPublic, words: Words) -> list[Note]:
    """Members of the same name, more than one coordinator, a coalition with neither members nor goals."""
    notes = [
        Note(_counted(words, "note.same_name", len(names)), names[:1])
        for names in _alike(member.name for member in coalition.members)
    ]
    leads = tuple(m.name for m in coalition.members if m.role_wish is PartnerRole.COORDINATOR)
    if len(leads) > 1:
        notes.append(Note(_counted(words, "note.coordinators", len(leads)), leads))
    if not coalition.members and not coalition.goals:
        notes.append(Note(words("note.bare")))
    return notes


def _counted(words: Words, key: str, number: int) -> str:
    """The text for two, written out, or for more, in figures."""
    return words(f"{key}.pair" if number == 2 else f"{key}.more", n=number)


def _alike(names: Iterable[str]) -> list[tuple[str, ...]]:
    """Groups of two or more names that differ in spaces and capitals at most."""
    groups: dict[str, list[str]] = defaultdict(list)
    for name in names:
        groups[" ".join(name.split()).casefold()].append(name)
    return [tuple(group) for group in groups.values() if len(group) > 1]
