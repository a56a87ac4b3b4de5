"""Shares of the grant by member and work package, each with its reason; the share of management."""

from collections.abc import Mapping
from dataclasses import dataclass

from proposal_templates.blocks import Block, TextBlock, TextStyle, Words, joined
from proposal_templates.budget.funding import all_equal
from proposal_templates.context import ShareFacts
from proposal_templates.desk import Desk, Member
from proposal_templates.formats import money, share
from proposal_templates.parts.money.figures import (
    Figure,
    fact,
    in_table,
    in_text,
    percent_cells,
    project_origin,
    summed,
)
from proposal_templates.parts.money.grid import column, open_words, table
from proposal_templates.parts.money.ledger import Ledger, gets_grant, ledger_of
from proposal_templates.parts.money.role import no_grant
from proposal_templates.parts.tables import Row, cell, row
from proposal_templates.plan import work_packages


@dataclass(frozen=True, kw_only=True)
class Shares:
    """What was agreed on shares: per member its lines in `project.budget.shares`, with their index."""

    lines: Mapping[int, tuple[tuple[int, ShareFacts], ...]]
    grid: Mapping[tuple[int, int | None], Figure]
    """Known amounts by member and work package."""

    def is_open(self, member: Member) -> bool:
        """Whether a member has no share yet, or one without an amount."""
        lines = self.lines.get(member.index, ())
        return not lines or any(line.amount is None or line.amount < 0 for _, line in lines)

    def of(self, member: Member) -> Figure | None:
        """A member's whole share; None while it is open."""
        if self.is_open(member):
            return None
        return summed(figure for (of, _), figure in self.grid.items() if of == member.index)


def shares_of(desk: Desk) -> Shares:
    """The shares that the project has agreed, of members that can get grant."""
    works = {work.facts for work in work_packages(desk)}
    lines: dict[int, list[tuple[int, ShareFacts]]] = {}
    grid: dict[tuple[int, int | None], Figure] = {}
    for i, line in enumerate(desk.context.project.budget.shares):
        member = desk.member_at(line.member)
        if member is None or not gets_grant(desk, member):
            continue
        lines.setdefault(member.index, []).append((i, line))
        if line.amount is not None and line.amount >= 0:
            key = (member.index, line.work if line.work in works else None)
            figure = Figure(line.amount, (project_origin(f"budget.shares[{i}].amount"),))
            grid[key] = summed([grid[key], figure]) if key in grid else figure
    return Shares(lines={member: tuple(found) for member, found in lines.items()}, grid=grid)


def grant_of(desk: Desk, ledger: Ledger | None) -> Figure | None:
    """The grant as the plan has it; else, with all costs known, what the rate gives."""
    planned = desk.context.project.budget.grant
    if planned is not None:
        return Figure(planned, (project_origin("budget.grant"),))
    return ledger.grant() if ledger and ledger.complete else None


def grant_shares(desk: Desk) -> list[Block]:
    """One row a member: its share in EUR and percent, and why it is right for its work."""
    ledger, shares = ledger_of(desk), shares_of(desk)
    takers = [member for member in desk.members if gets_grant(desk, member)]
    amounts = {member.index: _amount(ledger, shares, member) for member in takers}
    known = [amount for amount in amounts.values() if amount is not None]
    whole = _whole(desk, ledger, shares) or (summed(known) if known and len(known) == len(takers) else None)
    told = [member.index for member in takers if amounts[member.index] is not None]
    parts = dict(zip(told, percent_cells(desk, known, whole), strict=True)) if whole else {}
    rows: list[Row] = []
    for member in desk.members:
        amount = amounts.get(member.index)
        if member not in takers:
            rows.append((cell(desk.name(member)), cell(no_grant(desk, member, "money.no_share"))))
        elif amount is None:
            rows.append((cell(desk.name(member)), cell(desk.gap("money.share", member))))
        else:
            percent = parts.get(member.index, open_words(desk))
            reason = _reason(desk, ledger, shares, member)
            rows.append(row(desk.name(member), in_table(desk, amount, "budget.share"), percent, reason))
    if known and len(known) == len(takers) and whole:
        rows.append(_sum_row(desk, summed(known), whole))
    rows = rows or [(cell(desk.gap("members")),)]
    columns = [
        column(desk, "participant", 3),
        column(desk, "share", 2),
        column(desk, "percent", 2),
        column(desk, "reason", 6),
    ]
    return [table(desk, "grant_shares", columns, rows, "grant_shares"), *_notes(desk, shares, known, takers)]


def _whole(desk: Desk, ledger: Ledger | None, shares: Shares) -> Figure | None:
    """What shares are a part of: the grant as planned when they are agreed, else what the rate gives."""
    if shares.lines or ledger is None:
        return grant_of(desk, ledger)
    return ledger.grant() if ledger.complete else None


def _amount(ledger: Ledger | None, shares: Shares, member: Member) -> Figure | None:
    """The share agreed; without any, what the rate gives of the member's own costs."""
    if member.index in shares.lines:
        return shares.of(member)
    if ledger is None or ledger.model.kind == "lump_sum" or ledger.is_open(member):
        return None
    return ledger.grant([member.index])


def _sum_row(desk: Desk, whole: Figure, grant: Figure) -> Row:
    (percent,) = percent_cells(desk, [whole], grant)
    label = desk.words(desk.label("money.total"))
    return (cell(label), cell(in_table(desk, whole, "budget.sum")), cell(percent))


def _reason(desk: Desk, ledger: Ledger | None, shares: Shares, member: Member) -> Words:
    lines = shares.lines.get(member.index)
    if lines is None and ledger and ledger.rate is not None and ledger.rate_origin:
        rate = fact(desk, share(ledger.rate, desk.language), ledger.rate_origin)
        return desk.say("money.reason_costs", rate=rate)
    return joined([reason_of(desk, i, line, member) for i, line in lines or ()], "; ")


def reason_of(desk: Desk, index: int, line: ShareFacts, member: Member, *, coded: bool = True) -> Words:
    """Why one share is right, with the code of its work package; or the gap that asks the member."""
    reason = desk.project(f"budget.shares[{index}].reason", line.reason, "money.reason", member)
    work = next(
        (work for work in work_packages(desk) if work.facts is not None and work.facts == line.work), None
    )
    if work is None or not coded:
        return reason
    code = desk.sentences.text("work.code", number=str(work.number))
    return (*desk.words(f"{code}: "), *reason)


def _notes(desk: Desk, shares: Shares, known: list[Figure], takers: list[Member]) -> list[Block]:
    found: list[Words] = []
    grant = desk.context.project.budget.grant
    agreed = [amount for member in takers if (amount := shares.of(member)) is not None]
    complete = bool(shares.lines) and len(known) == len(takers)
    if complete and grant is not None and summed(known).value != grant:
        found.append(
            desk.say(
                "money.shares_differ",
                shares=in_text(desk, summed(known), "budget.sum"),
                grant=fact(desk, money(grant, desk.language), project_origin("budget.grant")),
            )
        )
    reasons = [line.reason for lines in shares.lines.values() for _, line in lines]
    whole = bool(agreed) and len(agreed) == len(takers)
    if whole and all_equal([each.value for each in agreed]) and not any(reasons):
        origins = tuple(origin for each in agreed for origin in each.rests_on)
        found.append(
            desk.say(
                "money.equal_split", share=in_text(desk, Figure(agreed[0].value, origins), "budget.share")
            )
        )
    return [TextBlock(words=words, style=TextStyle.NOTE) for words in found]
