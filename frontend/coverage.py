"""The picture of who answers which need: a row a member, a column a need, and the same in words."""

import textwrap
from dataclasses import dataclass

from api.services.profile.coverage import assets_of
from api.services.profile.profile_progress import needs_of_nobody
from store.models import CoalitionPublic, MemberCreate, NeedCreate

MOST_COLUMNS, MOST_ROWS = 10, 30
"""A larger picture could not be read on a telephone; then there is the table alone."""
NAME_WIDTH, CELL, ROW, HEAD = 196, 36, 44, 32
LETTERS, LINES = 25, 2


@dataclass(frozen=True)
class Cell:
    """One mark of the picture, by its centre."""

    x: int
    y: int
    answered: bool


@dataclass(frozen=True)
class Label:
    """One line of text of the picture."""

    x: int
    y: int
    text: str


@dataclass(frozen=True)
class TableRow:
    """A need with its number, and the members that answer it with what they bring (empty: not told)."""

    number: int
    need: NeedCreate
    answers: list[tuple[MemberCreate, str]]


@dataclass(frozen=True)
class Coverage:
    """The whole of it; `drawn` says whether there is a picture. nobody: needs that no member answers."""

    table: list[TableRow]
    nobody: list[TableRow]
    drawn: bool
    width: int
    height: int
    heads: list[Label]
    names: list[Label]
    cells: list[Cell]


def coverage_of(coalition: CoalitionPublic) -> Coverage | None:
    """The coverage of a coalition's needs; None without members or needs, for there is nothing to show."""
    needs, members = coalition.needs, coalition.members
    if not needs or not members:
        return None
    assets, nobody = assets_of(coalition), needs_of_nobody(coalition)
    table = [
        TableRow(
            number,
            need,
            [(m, assets[need.slug, m.slug]) for m in members if (need.slug, m.slug) in assets],
        )
        for number, need in enumerate(needs, start=1)
    ]
    return Coverage(
        table=table,
        nobody=[row for row in table if row.need.slug in nobody],
        drawn=len(needs) <= MOST_COLUMNS and len(members) <= MOST_ROWS,
        width=NAME_WIDTH + CELL * len(needs),
        height=HEAD + ROW * len(members),
        heads=[Label(_column(i), HEAD - 12, str(i + 1)) for i in range(len(needs))],
        names=[label for at, m in enumerate(members) for label in _name(m.name, at)],
        cells=[
            Cell(_column(i), _middle(at), (need.slug, m.slug) in assets)
            for at, m in enumerate(members)
            for i, need in enumerate(needs)
        ],
    )


def _name(name: str, row: int) -> list[Label]:
    """A member's name in at most two lines; what does not fit is cut with a mark."""
    lines = textwrap.wrap(name, LETTERS, max_lines=LINES, placeholder=" …")
    top = _middle(row) + (5 if len(lines) == 1 else -3)
    return [Label(0, top + 16 * i, line) for i, line in enumerate(lines)]


def _column(need: int) -> int:
    return NAME_WIDTH + CELL * need + CELL // 2


def _middle(row: int) -> int:
    return HEAD + ROW * row + ROW // 2
