"""Each member in turn, in its own words."""

from proposal_templates.blocks import Block, TextBlock, TextStyle, joined
from proposal_templates.desk import Desk, Member
from proposal_templates.parts.kinds import Parts
from proposal_templates.parts.member_words import capacities, said


def members(desk: Desk) -> list[Block]:
    """What each member adds and has for its role.

    Kind, place, role, expertise and what it cannot do alone come first where no consortium table of the form
    tells them already.
    """
    if not desk.members:
        return [TextBlock(words=desk.gap("partnership.need_members", "all_members"))]
    tabled = any("consortium" in section.content for section in desk.form.sections)
    blocks: list[Block] = []
    for member in desk.members:
        heading = joined([desk.words(str(member.number)), desk.name(member)], ". ")
        blocks.append(TextBlock(words=heading, style=TextStyle.LABEL))
        blocks += [] if tabled else [*_who(desk, member), *_strengths(desk, member)]
        blocks += [
            TextBlock(
                lead=desk.label("adds"), words=desk.member(member, "contribution", member.facts.contribution)
            ),
            TextBlock(lead=desk.label("capacities"), words=capacities(desk, member)),
        ]
    return blocks


def _who(desk: Desk, member: Member) -> list[Block]:
    """Kind of actor, place and role in one line."""
    parts = [
        desk.kind_of_actor(member),
        desk.member(member, "region", member.facts.region),
        desk.country_of(member),
        desk.role_words(member),
    ]
    return [TextBlock(lead=desk.label("who"), words=joined(parts))]


def _strengths(desk: Desk, member: Member) -> list[Block]:
    facts = member.facts
    return [
        TextBlock(lead=desk.label("expertise"), words=desk.member(member, "expertise", facts.expertise)),
        TextBlock(
            lead=desk.label("partnership.column_cannot_alone"),
            words=said(desk, member, "cannot_alone", facts.cannot_alone, "partnership.need_cannot_alone"),
        ),
    ]


PARTS: Parts = {
    "members": members,
}
