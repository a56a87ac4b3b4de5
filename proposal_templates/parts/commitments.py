"""What goes on after the project: who keeps what, at what cost, from which money, signed or not."""

from proposal_templates.blocks import Block, GapBlock, TextBlock
from proposal_templates.context import CommitmentFacts
from proposal_templates.desk import Desk, Member
from proposal_templates.forms.model import Asked
from proposal_templates.origins import Origin, OriginKind
from proposal_templates.parts.kinds import Parts
from proposal_templates.parts.tables import Row, own_table, row


def commitments(desk: Desk) -> list[Block]:
    """One row a commitment; signatures are counted once all are known."""
    found = desk.context.project.commitments
    if not found:
        (gap,) = desk.gap("cooperation.need_after_project", "all_members")
        return [GapBlock(label=desk.label("cooperation.table_commitments"), gap=gap)]
    columns = {"what": 4, "keeper": 5, "yearly_cost": 3, "money": 4, "signed": 3}
    rows = [_commitment(desk, i, each) for i, each in enumerate(found)]
    table = own_table(desk, "commitments", columns, rows, "commitments", words="cooperation")
    return [table, *_signed(desk, found)]


def _origin(index: int, field: str) -> Origin:
    return Origin(kind=OriginKind.PROJECT, path=f"project.commitments[{index}].{field}")


def _commitment(desk: Desk, index: int, facts: CommitmentFacts) -> Row:
    field = f"commitments[{index}]"
    keeper: Asked | Member = desk.member_at(facts.member) or "all_members"
    state = None if facts.signed is None else desk.label(f"cooperation.signed_{str(facts.signed).lower()}")
    return row(
        desk.project(f"{field}.what", facts.what, "cooperation.need_what", "all_members"),
        desk.named_member(facts.member, _origin(index, "member"), "cooperation.need_keeper"),
        desk.project(f"{field}.yearly_cost", facts.yearly_cost, "cooperation.need_yearly_cost", keeper),
        desk.project(f"{field}.money", facts.money, "cooperation.need_money", keeper),
        desk.project(f"{field}.signed", state, "cooperation.need_signed", keeper, named=True),
    )


def _signed(desk: Desk, found: tuple[CommitmentFacts, ...]) -> list[Block]:
    if any(each.signed is None for each in found):
        return []
    grounds = tuple(_origin(i, "signed") for i in range(len(found)))
    words = desk.say(
        "cooperation.commitments_signed",
        signed=desk.computed(str(sum(each.signed is True for each in found)), "commitments.signed", grounds),
        all=desk.computed(str(len(found)), "commitments.count", grounds),
    )
    return [TextBlock(words=words)]


PARTS: Parts = {
    "commitments": commitments,
}
