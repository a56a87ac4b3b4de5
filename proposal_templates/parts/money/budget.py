"""The budget table, by the form's cost model."""

from collections.abc import Sequence
from dataclasses import replace

from proposal_templates.blocks import Block, Column, TextBlock, Words
from proposal_templates.budget.arithmetic import NOTHING
from proposal_templates.budget.costs import Sums
from proposal_templates.desk import Desk, Member
from proposal_templates.formats import share
from proposal_templates.parts.money.figures import Figure, in_table, summed
from proposal_templates.parts.money.grid import column, nothing, open_words, table, work_grid
from proposal_templates.parts.money.ledger import Ledger, gets_grant, ledger_of
from proposal_templates.parts.money.lines import described_lines
from proposal_templates.parts.money.notes import budget_notes
from proposal_templates.parts.money.role import no_grant
from proposal_templates.parts.money.shares import shares_of
from proposal_templates.parts.tables import Row, cell, fixed_table, row
from proposal_templates.plan import work_packages

OWN_COLUMNS = {
    "participant": 4,
    "personnel": 3,
    "subcontracting": 4,
    "travel": 3,
    "equipment": 3,
    "other": 3,
    "third_parties": 3,
    "indirect": 3,
    "total": 3,
}
"""Columns and widths where the form prescribes no budget table."""
EVEN = 4
"""Width of every column of amounts, so that none is too narrow for its numbers."""


def budget(desk: Desk) -> list[Block]:
    """Costs by member, category and work package, or the lump sum shared out; then what must be told."""
    ledger = ledger_of(desk)
    if ledger is None:
        return _without_model(desk)
    if not desk.members:
        return [
            fixed_table(
                desk, "budget", [(cell(desk.gap("members")),)], "budget", own=OWN_COLUMNS, words="money"
            )
        ]
    if ledger.model.kind == "lump_sum":
        blocks = _lump_sum(desk)
    elif ledger.model.kind == "flat_rate":
        blocks = [_flat_rate(desk, ledger)]
    else:
        blocks = _by_category(desk, ledger)
    return [*blocks, *described_lines(desk, ledger), *budget_notes(desk, ledger)]


def _without_model(desk: Desk) -> list[Block]:
    rows: list[Row] = [
        (
            cell(desk.name(member)),
            cell(desk.gap("cost_lines", member) if gets_grant(desk, member) else no_grant(desk, member)),
        )
        for member in desk.members
    ]
    rows = rows or [(cell(desk.gap("members")),)]
    return [
        TextBlock(words=desk.gap("money.model", "call_document")),
        fixed_table(desk, "budget", rows, "budget", own=OWN_COLUMNS, words="money"),
    ]


def _by_category(desk: Desk, ledger: Ledger) -> list[Block]:
    """Members by category, members by work package, and both together.

    The wide tables name members by their participant number, which the narrow one between them explains.
    """
    blank = fixed_table(desk, "budget", [], "budget", own=OWN_COLUMNS, words="money")
    columns = [replace(each, width=EVEN) for each in blank.columns]
    split_up = any(entry.line.work is not None for entry in ledger.entries)
    rows: list[Row] = []
    for member in desk.members:
        name = desk.words(str(member.number)) if split_up else desk.name(member)
        rows += _member_rows(desk, ledger, member, name, columns)
    rows.append(_whole_row(desk, ledger, columns))
    first = table(desk, "budget", columns, rows, "budget")
    if not split_up:
        split = TextBlock(words=desk.gap("money.split", "finance"))
        return [first, split] if ledger.entries else [first]
    grid = {
        key: Figure(sums.total, (*ledger.origins([key[0]], [key[1]]), *ledger.overhead_origins))
        for key, sums in ledger.plan.by_part.items()
    }
    unsure = [member for member in ledger.payers if ledger.is_open(member)]
    return [
        first,
        *work_grid(desk, "budget_grid", grid, "budget_grid", unsure),
        _detail(desk, ledger, columns),
    ]


def _member_rows(
    desk: Desk, ledger: Ledger, member: Member, name: Words, columns: Sequence[Column]
) -> list[Row]:
    """What is known of a member under its `name`, and a row for what is open."""
    sums = ledger.of(member)
    if member not in ledger.payers:
        named = () if name == desk.name(member) else (*desk.name(member), *desk.words(": "))
        return [(cell(name), cell((*named, *no_grant(desk, member))))]
    is_open = ledger.is_open(member)
    rows: list[Row] = []
    if sums is not None:
        rows.append(row(name, *_sums(desk, ledger, sums, columns, [member.index], None, is_open)))
    if is_open:
        need = "cost_lines" if sums is None else "money.amounts"
        rows.append((cell(name), cell(desk.gap(need, member))))
    return rows


def _whole_row(desk: Desk, ledger: Ledger, columns: Sequence[Column]) -> Row:
    label = desk.words(desk.label("money.total"))
    if not ledger.complete:
        return (cell(label), cell(open_words(desk)))
    members = list(ledger.plan.by_member)
    return row(label, *_sums(desk, ledger, ledger.plan.whole, columns, members, None, False))


def _sums(
    desk: Desk,
    ledger: Ledger,
    sums: Sums,
    columns: Sequence[Column],
    members: Sequence[int],
    works: Sequence[int | None] | None,
    is_open: bool,
) -> list[Words]:
    """The cells of sums after the first column; computed ones wait while an amount is open."""
    rule = ledger.overhead_origins
    found: list[Words] = []
    for each in columns[1:]:
        listed = _listed(ledger, each.key, members, works)
        if each.key == "total":
            whole = Figure(sums.total, (*ledger.origins(members, works), *rule))
            found.append(open_words(desk) if is_open else in_table(desk, whole, "budget.total"))
        elif each.key == "indirect" and not rule:
            found.append(open_words(desk))
        elif each.key == "indirect":
            overhead = Figure(sums.overhead, (*ledger.origins(members, works), *rule))
            found.append(open_words(desk) if is_open else in_table(desk, overhead, "budget.indirect"))
        else:
            found.append(in_table(desk, listed, "budget.sum") if listed else nothing(desk))
    return found


def _listed(
    ledger: Ledger, key: str, members: Sequence[int], works: Sequence[int | None] | None
) -> Figure | None:
    """Sum of the lines of the categories that a column holds; None without any."""
    categories = [each.key for each in ledger.model.categories if key in (each.column, each.key)]
    found = [
        entry.figure
        for entry in ledger.entries
        if entry.line.category in categories
        and entry.line.member in members
        and (works is None or entry.line.work in works)
    ]
    return summed(found) if found else None


def _detail(desk: Desk, ledger: Ledger, columns: Sequence[Column]) -> Block:
    """Every work package and member with cost lines, by those categories that any of them uses."""
    columns = [each for each in columns if _is_used(ledger, each.key)]
    rows: list[Row] = []
    for work in (*work_packages(desk), None):
        key = work.facts if work else None
        code = (
            desk.sentences.text("work.code", number=str(work.number))
            if work
            else desk.label("money.column_unsplit")
        )
        for member in desk.members:
            sums = ledger.plan.by_part.get((member.index, key))
            if sums is not None:
                name = desk.words(f"{code} – {member.number}")
                open_here = any(of == member.index for of, _ in ledger.open_lines)
                rows.append(row(name, *_sums(desk, ledger, sums, columns, [member.index], [key], open_here)))
    return table(desk, "budget_detail", columns, rows, "budget_detail")


def _is_used(ledger: Ledger, key: str) -> bool:
    """Whether a column holds names, computed figures, or any cost line."""
    return key in ("participant", "indirect", "total") or bool(
        _listed(ledger, key, list(ledger.plan.by_member), None)
    )


def _flat_rate(desk: Desk, ledger: Ledger) -> Block:
    """One row a member: base, flat rate, total, support and what is left; each partner has its own plan."""
    (category,), overhead = ledger.model.categories, ledger.model.overhead
    rate = f" {share(overhead.value, desk.language)}" if overhead else ""
    columns = [
        column(desk, "implementer", 4),
        _named_column(desk, "base", category.name[desk.language]),
        _named_column(desk, "overhead", f"{overhead.name[desk.language]}{rate}" if overhead else ""),
        column(desk, "total_cost", 3),
        column(desk, "support", 3),
        column(desk, "rest", 3),
    ]
    rows: list[Row] = []
    for member in desk.members:
        name = desk.name(member)
        if member not in ledger.payers:
            rows.append((cell(name), cell(no_grant(desk, member))))
        elif ledger.is_open(member):
            rows += _open_base(desk, ledger, member)
        else:
            rows.append(row(name, *_flat_cells(desk, ledger, [member.index])))
    label = desk.words(desk.label("money.total"))
    members = list(ledger.plan.by_member)
    whole: Row = (cell(label), cell(open_words(desk)))
    rows.append(row(label, *_flat_cells(desk, ledger, members)) if ledger.complete else whole)
    return table(desk, "budget", columns, rows, "budget_flat")


def _named_column(desk: Desk, key: str, name: str) -> Column:
    """A column of amounts in EUR headed by a name of the cost model."""
    heading = desk.sentences.text("money.in_euros", name=name[:1].upper() + name[1:])
    return Column(key=key, heading=heading, width=3)


def _open_base(desk: Desk, ledger: Ledger, member: Member) -> list[Row]:
    """What a member has told so far, and the gap for the rest."""
    known = _listed(ledger, "base", [member.index], None)
    name, need = desk.name(member), f"money.{ledger.model.categories[0].key}"
    gap: Row = (cell(name), cell(desk.gap(need, member)))
    if known is None:
        return [gap]
    return [(cell(name), cell(in_table(desk, known, "budget.sum")), cell(open_words(desk))), gap]


def _flat_cells(desk: Desk, ledger: Ledger, members: Sequence[int]) -> list[Words]:
    sums = [ledger.plan.by_member[index] for index in members]
    total, grant = ledger.total(members), ledger.grant(members)
    overhead = Figure(sum((each.overhead for each in sums), NOTHING), total.rests_on)
    base = _listed(ledger, "base", members, None)
    cells = [
        in_table(desk, base, "budget.sum") if base else nothing(desk),
        in_table(desk, overhead, "budget.flat_rate"),
        in_table(desk, total, "budget.total"),
    ]
    if grant is None:
        return [*cells, desk.gap("call_rate", "call_document"), open_words(desk)]
    rest = Figure(total.value - grant.value, grant.rests_on)
    return [*cells, in_table(desk, grant, "budget.grant"), in_table(desk, rest, "budget.rest")]


def _lump_sum(desk: Desk) -> list[Block]:
    """The lump sum by member and work package, and a gap for each member without a share."""
    shares = shares_of(desk)
    grid = shares.grid
    unsure = [member for member in desk.members if gets_grant(desk, member) and shares.is_open(member)]
    blocks: list[Block] = []
    if grid:
        blocks += work_grid(desk, "budget", grid, "lump_sum", unsure)
    rows: list[Row] = [
        (cell(desk.name(member)), cell(desk.gap("money.lump_share", member))) for member in unsure
    ]
    rows += [
        (cell(desk.name(member)), cell(no_grant(desk, member, "money.no_share")))
        for member in desk.members
        if not gets_grant(desk, member)
    ]
    if rows:
        columns = [column(desk, "participant", 3), column(desk, "open_share", 7)]
        blocks.append(table(desk, "budget_open", columns, rows, "lump_sum_open"))
    return blocks
