"""Tables of money: members down, work packages across, with sums at both ends."""

from collections.abc import Iterator, Mapping, Sequence

from proposal_templates.blocks import Block, Column, TableBlock, Words
from proposal_templates.desk import Desk, Member, WorkPackage
from proposal_templates.parts.money.figures import Figure, in_table, summed
from proposal_templates.parts.tables import Row, cell, row, stretched
from proposal_templates.plan import work_packages

MOST_ACROSS = 7
"""At most this many work packages stand side by side; more make a second table."""

Grid = Mapping[tuple[int, int | None], Figure]
"""Amounts by member and work package; None is not split by work package."""


def nothing(desk: Desk) -> Words:
    """The mark of a cell for which no line was planned."""
    return desk.words("–")


def open_words(desk: Desk) -> Words:
    """The mark of a cell whose figure waits for a gap told beside it."""
    return desk.words(desk.label("money.open"))


def table(desk: Desk, key: str, columns: Sequence[Column], rows: Sequence[Row], caption: str) -> TableBlock:
    """A table of the draft's own, short rows stretched; `caption` is a macro `table_...` of `money.jinja`."""
    words = desk.words(desk.label(f"money.table_{caption}"))
    return TableBlock(key=key, columns=tuple(columns), rows=stretched(rows, len(columns)), caption=words)


def column(desk: Desk, key: str, width: int) -> Column:
    """A column headed by a macro `column_...` of `money.jinja`."""
    return Column(key=key, heading=desk.label(f"money.column_{key}"), width=width)


def work_grid(desk: Desk, key: str, grid: Grid, caption: str, unsure: Sequence[Member] = ()) -> list[Block]:
    """Members by work packages with totals; who is `unsure` has an open total, and so has the whole."""
    found: list[Block] = []
    members = [member for member in desk.members if any(of == member.index for of, _ in grid)]
    pages = list(_pages(desk, grid))
    for i, works in enumerate(pages):
        last = i == len(pages) - 1
        columns = [column(desk, "participant", 4), *(_work_column(desk, work) for work in works)]
        if last:
            columns.append(column(desk, "total", 2))
        rows = [_member_row(desk, grid, member, works, last, member in unsure) for member in members]
        rows.append(_sum_row(desk, grid, works, last, bool(unsure)))
        found.append(table(desk, key if i == 0 else f"{key}_{i + 1}", columns, rows, caption))
    return found


def _pages(desk: Desk, grid: Grid) -> Iterator[list[WorkPackage | None]]:
    """Work packages as they stand side by side; last, where there is any, what is not split."""
    works: list[WorkPackage | None] = list(work_packages(desk))
    if any(work is None for _, work in grid):
        works.append(None)
    for start in range(0, len(works), MOST_ACROSS):
        yield works[start : start + MOST_ACROSS]


def _work_column(desk: Desk, work: WorkPackage | None) -> Column:
    if work is None:
        return column(desk, "unsplit", 2)
    code = desk.sentences.text("work.code", number=str(work.number))
    return Column(key=f"work{work.number}", heading=code, width=2)


def _at(grid: Grid, member: int, work: WorkPackage | None) -> Figure | None:
    return grid.get((member, work.facts if work else None))


def _member_row(
    desk: Desk, grid: Grid, member: Member, works: Sequence[WorkPackage | None], last: bool, unsure: bool
) -> Row:
    figures = [_at(grid, member.index, work) for work in works]
    cells = [in_table(desk, each, "budget.sum") if each else nothing(desk) for each in figures]
    if last:
        whole = summed(figure for (of, _), figure in grid.items() if of == member.index)
        cells.append(open_words(desk) if unsure else in_table(desk, whole, "budget.sum"))
    return row((*desk.words(f"{member.number} "), *desk.name(member)), *cells)


def _sum_row(desk: Desk, grid: Grid, works: Sequence[WorkPackage | None], last: bool, unsure: bool) -> Row:
    label = desk.words(desk.label("money.total"))
    if unsure:
        return (cell(label), cell(open_words(desk)))
    cells: list[Words] = []
    for work in works:
        key = work.facts if work else None
        figures = [figure for (_, of), figure in grid.items() if of == key]
        cells.append(in_table(desk, summed(figures), "budget.sum") if figures else nothing(desk))
    if last:
        cells.append(in_table(desk, summed(grid.values()), "budget.sum"))
    return row(label, *cells)
