"""The funding plan: who pays what, and what nobody pays yet."""

from collections.abc import Sequence

from proposal_templates.blocks import Block, Words, joined
from proposal_templates.budget.funding import missing_funding
from proposal_templates.context import FundingFacts
from proposal_templates.context.words import FundingKind
from proposal_templates.desk import Desk, Member
from proposal_templates.parts.money.figures import Figure, in_table, in_text, project_origin, summed
from proposal_templates.parts.money.grid import column, open_words, table
from proposal_templates.parts.money.ledger import Ledger, ledger_of
from proposal_templates.parts.money.notes import notes
from proposal_templates.parts.money.shares import grant_of, shares_of
from proposal_templates.parts.tables import Row, cell, row

ORDER: tuple[FundingKind, ...] = ("municipal", "other_public", "private", "own")
"""Kinds of funding beside the grant, in the order of the Finnish funding plan."""

Line = tuple[int, FundingFacts]


def funding_plan(desk: Desk) -> list[Block]:
    """Grant first, then every other funding by kind, total cost, and what is still without a payer."""
    ledger = ledger_of(desk)
    total, grant = total_of(desk, ledger), grant_of(desk, ledger)
    grant_words = in_table(desk, grant, "budget.grant") if grant else desk.gap("money.grant", "finance")
    rows: list[Row] = [row(desk.words(desk.label(_grant_kind(ledger))), grant_words, desk.words("–"))]
    lines = list(enumerate(desk.context.project.budget.funding))
    for kind in (*ORDER, None):
        rows += _kind_rows(desk, kind, [line for line in lines if line[1].kind == kind])
    rows.append(
        row(
            desk.words(desk.label("money.total_cost")),
            in_table(desk, total, "budget.total")
            if total
            else desk.gap("money.total_cost_needed", "finance"),
            desk.words("–"),
        )
    )
    missing = _missing(total, grant, lines)
    if missing is not None and missing.value > 0:
        rows.append(
            row(
                desk.words(desk.label("money.missing")),
                in_table(desk, missing, "budget.missing"),
                desk.gap("money.payer", "all_members"),
            )
        )
    columns = [column(desk, "kind", 3), column(desk, "amount", 2), column(desk, "payer", 5)]
    blocks: list[Block] = [table(desk, "funding_plan", columns, rows, "funding_plan")]
    if missing is not None and missing.value <= 0:
        blocks += notes([_covered(desk, missing)])
    return [*blocks, *_by_member(desk, ledger, lines)]


def _grant_kind(ledger: Ledger | None) -> str:
    """What the grant is called: the Finnish programme adds the state's part to the EU's."""
    state = ledger is not None and ledger.model.kind == "flat_rate"
    return "money.kind_support" if state else "money.kind_grant"


def total_of(desk: Desk, ledger: Ledger | None) -> Figure | None:
    """Total cost as computed when all cost lines are known, else as planned."""
    if ledger and ledger.complete:
        return ledger.total()
    planned = desk.context.project.budget.total
    return None if planned is None else Figure(planned, (project_origin("budget.total"),))


def _missing(total: Figure | None, grant: Figure | None, lines: Sequence[Line]) -> Figure | None:
    """Cost less grant less funding known; None while one of them is not known."""
    if total is None or grant is None or any(line.amount is None for _, line in lines):
        return None
    known = [_figure(i, line) for i, line in lines if line.amount is not None]
    value = missing_funding(total.value, grant.value, [each.value for each in known])
    return Figure(value, summed([total, grant, *known]).rests_on)


def _figure(index: int, line: FundingFacts) -> Figure:
    return Figure(line.amount or summed(()).value, (project_origin(f"budget.funding[{index}].amount"),))


def _kind_rows(desk: Desk, kind: FundingKind | None, lines: Sequence[Line]) -> list[Row]:
    """One row a line of this kind; a kind without lines says that none was entered."""
    if kind is None:
        named = [desk.gap("money.funding_kind", "finance")] * len(lines)
    else:
        named = [desk.words(desk.label(f"money.kind_{kind}"))] * max(1, len(lines))
    if not lines:
        return [(cell(words), cell(desk.words(desk.label("money.none_entered")))) for words in named]
    return [
        row(words, _amount(desk, i, line), _payer(desk, i, line))
        for words, (i, line) in zip(named, lines, strict=True)
    ]


def _amount(desk: Desk, index: int, line: FundingFacts) -> Words:
    if line.amount is None:
        return desk.gap("money.funding_amount", _asked(desk, line) or "finance")
    return in_table(desk, _figure(index, line), "budget.sum")


def _asked(desk: Desk, line: FundingFacts) -> Member | None:
    return desk.member_at(line.member)


def _payer(desk: Desk, index: int, line: FundingFacts) -> Words:
    """The member, the body or budget that gives it, or both."""
    parts: list[Words] = []
    if desk.member_at(line.member):
        origin = project_origin(f"budget.funding[{index}].member")
        parts.append(desk.named_member(line.member, origin, "money.funding_source"))
    if line.source:
        parts.append(desk.project(f"budget.funding[{index}].source", line.source, "money.funding_source"))
    return joined(parts, ", ") if parts else desk.gap("money.funding_source", "finance")


def _covered(desk: Desk, missing: Figure) -> Words:
    """Funding that meets the cost, or that is more than it."""
    if missing.value == 0:
        return desk.say("money.covered")
    return desk.say(
        "money.surplus", amount=in_text(desk, Figure(-missing.value, missing.rests_on), "budget.missing")
    )


def _by_member(desk: Desk, ledger: Ledger | None, lines: Sequence[Line]) -> list[Block]:
    """What the grant leaves to each partner, and how much of it is covered; each has its own plan."""
    if ledger is None or ledger.model.kind != "flat_rate" or not ledger.entries:
        return []
    rows: list[Row] = []
    for member in ledger.payers:
        own = [(i, line) for i, line in lines if line.member == member.index]
        rows.append(
            (cell(desk.name(member)), *(cell(words) for words in _member_cells(desk, ledger, member, own)))
        )
    columns = [
        column(desk, "implementer", 4),
        column(desk, "rest", 2),
        column(desk, "covered", 2),
        column(desk, "missing", 4),
    ]
    return [table(desk, "funding_by_member", columns, rows, "funding_by_member")]


def _member_cells(desk: Desk, ledger: Ledger, member: Member, lines: Sequence[Line]) -> list[Words]:
    grant = None if ledger.is_open(member) else _share(desk, ledger, member)
    if grant is None:
        return [open_words(desk)]
    total = ledger.total([member.index])
    rest = Figure(total.value - grant.value, summed([total, grant]).rests_on)
    known = [_figure(i, line) for i, line in lines if line.amount is not None]
    covered = summed(known)
    missing = Figure(rest.value - covered.value, summed([rest, covered]).rests_on)
    words = [
        in_table(desk, rest, "budget.rest"),
        in_table(desk, covered, "budget.sum") if known else desk.words(desk.label("money.none_entered")),
    ]
    if missing.value <= 0:
        return [*words, desk.words(desk.label("money.nothing_missing"))]
    gap = desk.gap("money.payer", member)
    return [*words, (*in_table(desk, missing, "budget.missing"), *desk.words(" "), *gap)]


def _share(desk: Desk, ledger: Ledger, member: Member) -> Figure | None:
    """The grant of a member: the share agreed, else what the rate gives."""
    return shares_of(desk).of(member) or ledger.grant([member.index])
