"""Who does what: members by work packages, and why each part is that member's."""

from collections.abc import Iterator
from dataclasses import dataclass

from proposal_templates.blocks import Block, Cell, Column, TableBlock, TextBlock, TextStyle, Words, joined
from proposal_templates.context import PartFacts
from proposal_templates.desk import Desk, Member, WorkPackage
from proposal_templates.origins import Origin
from proposal_templates.parts.kinds import Parts
from proposal_templates.parts.tables import Row, cell, own_table, row
from proposal_templates.parts.work_words import asked, named, together
from proposal_templates.plan import code_of, decided, facts_of, lead_of, leader_of, path_of, work_packages

MOST_COLUMNS = 8
"""More work packages than this stand in a second table, so that members' names keep their room."""


@dataclass(frozen=True)
class Involvement:
    """A member's part in one work package: whether it leads it, and the decisions that show its part."""

    leads: bool
    grounds: tuple[Origin, ...]


def involvement(desk: Desk, work: WorkPackage, member: Member) -> Involvement | None:
    """A member's part in a work package, from its lead, its parts and its tasks; None when it has none."""
    leads = leader_of(desk, work) == member
    facts = facts_of(desk, work)
    grounds: tuple[Origin, ...]
    if facts is None:
        grounds = (member.origin("role"),) if leads else ()
    elif leads:
        grounds = (decided(f"{path_of(work)}.lead"),)
    else:
        grounds = tuple(_shown(desk, work, member.index))
    return Involvement(leads, grounds) if grounds else None


def _shown(desk: Desk, work: WorkPackage, index: int) -> Iterator[Origin]:
    """Decisions that give a member a part in a work package without leading it."""
    facts = facts_of(desk, work)
    if facts is None:
        return
    path = path_of(work)
    for i, part in enumerate(facts.parts):
        if part.member == index:
            yield decided(f"{path}.parts[{i}].member")
    for i, task in enumerate(facts.tasks):
        if task.lead == index:
            yield decided(f"{path}.tasks[{i}].lead")
        elif index in task.members:
            yield decided(f"{path}.tasks[{i}].members[{task.members.index(index)}]")


def work_matrix(desk: Desk) -> list[Block]:
    """The matrix with its legend, the reasons for each part, and who leads nothing yet."""
    if not desk.members:
        return [TextBlock(words=desk.gap("members", "coordinator"))]
    packages = work_packages(desk)
    blocks: list[Block] = []
    for start in range(0, len(packages), MOST_COLUMNS):
        blocks.append(_matrix(desk, packages[start : start + MOST_COLUMNS]))
    legend = TextBlock(words=desk.say("work.matrix_legend"), style=TextStyle.NOTE)
    notes = (*_without_reason(desk, packages), *_leads_nothing(desk, packages))
    return [*blocks, legend, *_reasons(desk, packages), *notes]


def _matrix(desk: Desk, packages: tuple[WorkPackage, ...]) -> TableBlock:
    columns = (
        Column(key="member", heading=desk.label("work.column_member"), width=5),
        *(Column(key=f"wp{work.number}", heading=code_of(desk, work), width=1) for work in packages),
    )
    rows = tuple(_member_row(desk, member, packages) for member in desk.members)
    caption = desk.words(desk.label("work.table_work_matrix"))
    return TableBlock(key="work_matrix", columns=columns, rows=rows, caption=caption)


def _member_row(desk: Desk, member: Member, packages: tuple[WorkPackage, ...]) -> Row:
    """L or P a work package; who has no part in the whole plan is asked for it."""
    name = cell(desk.name(member))
    if not any(involvement(desk, work, member) for work in work_packages(desk)):
        return name, cell(desk.gap("work.need_part_anywhere", member), len(packages))
    return name, *(_mark(desk, work, member) for work in packages)


def _mark(desk: Desk, work: WorkPackage, member: Member) -> Cell:
    found = involvement(desk, work, member)
    if found is None:
        return cell(())
    letter = desk.sentences.text("work.mark_leads" if found.leads else "work.mark_takes_part")
    return cell(together(desk, letter, "plan.involvement", list(found.grounds)))


def _reasons(desk: Desk, packages: tuple[WorkPackage, ...]) -> list[Block]:
    """Each part with its reason; a default plan has none to give yet."""
    rows = [each for work in packages for each in _reasons_of(desk, work)]
    if not desk.context.project.work_packages:
        return [TextBlock(words=desk.gap("work.need_parts", "all_members"))]
    columns = {"wp": 1, "member": 4, "part": 5, "reason": 6}
    return [own_table(desk, "work_reasons", columns, rows, "work_reasons", words="work")]


def _reasons_of(desk: Desk, work: WorkPackage) -> Iterator[Row]:
    """The lead's row, with its own parts in the same row, then a row for each part of another member."""
    facts = facts_of(desk, work)
    if facts is None:
        return
    code, path = desk.words(code_of(desk, work)), path_of(work)
    told = [(part, *_part(desk, f"{path}.parts[{i}]", part)) for i, part in enumerate(facts.parts)]
    own = [each for each in told if facts.lead is not None and each[0].member == facts.lead]
    leads = desk.words(desk.label("work.leads"))
    why = desk.project(f"{path}.lead_reason", facts.lead_reason, "work.need_lead_reason", "all_members")
    yield row(
        code,
        lead_of(desk, work),
        joined([leads, *(part for _, _, part, _ in own)], "; "),
        joined([why, *(reason for *_, reason in own)], " – "),
    )
    for each in told:
        if each not in own:
            yield row(code, *each[1:])


def _part(desk: Desk, path: str, part: PartFacts) -> tuple[Words, Words, Words]:
    """Who has a part, the part, and why it is this member's."""
    ask = asked(desk, part)
    return (
        named(desk, f"{path}.member", part.member),
        desk.project(f"{path}.part", part.part, "work.need_part", ask),
        desk.project(f"{path}.reason", part.reason, "work.need_part_reason", ask),
    )


def _without_reason(desk: Desk, packages: tuple[WorkPackage, ...]) -> list[Block]:
    """Says who takes part in a work package only through its tasks, so that no part and reason is given."""
    found: list[Words] = []
    for work in packages:
        facts = facts_of(desk, work)
        told = {facts.lead, *(part.member for part in facts.parts)} if facts else set()
        for member in desk.members if facts else ():
            part = involvement(desk, work, member)
            if member.facts.name and part and member.index not in told:
                grounds = (member.origin("name"), *part.grounds)
                name = desk.computed(member.facts.name, "plan.without_reason", grounds, named=False)
                found.append(joined([desk.words(code_of(desk, work)), name], " "))
    if not found:
        return []
    words = desk.say("work.without_reason", parts=joined(found, "; "))
    return [TextBlock(words=words, style=TextStyle.NOTE)]


def _leads_nothing(desk: Desk, packages: tuple[WorkPackage, ...]) -> list[Block]:
    """Says which members with a grant lead neither a work package nor a task."""
    grounds = tuple(origin for work in packages for origin in _leads(desk, work))
    idle = [member for member in desk.members if _should_lead(desk, member, packages)]
    if not idle or not grounds:
        return []
    names: list[Words] = [
        desk.computed(member.facts.name, "plan.leads_nothing", (member.origin("name"), *grounds), named=False)
        for member in idle
        if member.facts.name
    ]
    if not names:
        return []
    words = desk.say("work.leads_nothing", names=joined(names, "; "))
    return [TextBlock(words=words, style=TextStyle.NOTE)]


def _leads(desk: Desk, work: WorkPackage) -> Iterator[Origin]:
    facts = facts_of(desk, work)
    if facts is None:
        return
    if facts.lead is not None:
        yield decided(f"{path_of(work)}.lead")
    for i, task in enumerate(facts.tasks):
        if task.lead is not None:
            yield decided(f"{path_of(work)}.tasks[{i}].lead")


def _should_lead(desk: Desk, member: Member, packages: tuple[WorkPackage, ...]) -> bool:
    """Whether a member gets a grant under the form and leads neither a work package nor a task."""
    rule = desk.role_of(member)
    if rule is None or not rule.gets_grant:
        return False
    for work in packages:
        facts = facts_of(desk, work)
        if leader_of(desk, work) == member or any(
            task.lead == member.index for task in (facts.tasks if facts else ())
        ):
            return False
    return True


PARTS: Parts = {"work_matrix": work_matrix}
