"""One member at a time, as prose for the fields of a web form."""

from collections.abc import Callable

from proposal_templates.blocks import Block, TextBlock, TextStyle, Words, joined
from proposal_templates.context import PastProjectFacts, StaffFacts
from proposal_templates.desk import Desk, Member
from proposal_templates.parts.kinds import Part, Parts
from proposal_templates.parts.member_words import answers_of, capacities, need_answered, said

WANTED = ("title", "programme", "period", "part")
"""What is asked of an earlier project when it is not known; the rest is told where it is."""


def of_each(part: Callable[[Desk, Member], list[Block]]) -> Part:
    """A part on the member that the section is about, or on every member in turn under its name."""

    def written(desk: Desk) -> list[Block]:
        if desk.about:
            return part(desk, desk.about)
        if not desk.members:
            return [TextBlock(words=desk.gap("members"))]
        return [block for member in desk.members for block in (_name(desk, member), *part(desk, member))]

    return written


def _name(desk: Desk, member: Member) -> Block:
    return TextBlock(words=desk.name(member), style=TextStyle.LABEL)


def presentation(desk: Desk, member: Member) -> list[Block]:
    """Who the member is, where and as what it takes part, what it cannot do alone, which needs it answers."""
    facts = member.facts
    intro = desk.say(
        "partnership.presented",
        name=desk.name(member),
        kind=desk.kind_of_actor(member),
        region=desk.member(member, "region", facts.region),
        country=desk.country_of(member),
        role=desk.role_words(member),
    )
    alone = said(desk, member, "cannot_alone", facts.cannot_alone, "partnership.need_cannot_alone")
    return [
        TextBlock(words=intro),
        *_registered(desk, member),
        TextBlock(lead=desk.label("partnership.column_cannot_alone"), words=alone),
        *_answers(desk, member),
        *_speaks_for(desk, member),
    ]


def _registered(desk: Desk, member: Member) -> list[Block]:
    """Legal form and registrations, where they are known."""
    parts: list[Words] = []
    if member.facts.legal_type:
        parts.append(desk.member(member, "legal_type", member.facts.legal_type, named=True))
    for i, identifier in enumerate(member.facts.identifiers):
        field = f"identifiers[{i}]"
        name = desk.member(member, f"{field}.name", identifier.name, named=True)
        number = desk.member(member, f"{field}.number", identifier.number)
        parts.append(joined([name, number], " "))
    lead = desk.label("partnership.registered")
    return [TextBlock(lead=lead, words=joined(parts))] if parts else []


def _answers(desk: Desk, member: Member) -> list[Block]:
    """Each need that the member answers, with what it puts against it."""
    found = answers_of(desk, member)
    lead = desk.label("partnership.answers")
    if not found:
        return [TextBlock(lead=lead, words=desk.gap("cooperation.need_answers", member))]
    told = [
        desk.say(
            "partnership.answer",
            need=need_answered(desk, member, i),
            asset=said(desk, member, f"answers[{i}].asset", answer.asset, "cooperation.need_asset"),
        )
        for i, answer in found
    ]
    heading = TextBlock(words=desk.words(lead), style=TextStyle.LABEL)
    return [heading, *(TextBlock(words=words, style=TextStyle.BULLET) for words in told)]


def _speaks_for(desk: Desk, member: Member) -> list[Block]:
    groups = [
        desk.member(member, f"represents[{i}]", desk.label(f"cooperation.{group}"), named=True)
        for i, group in enumerate(member.facts.represents)
    ]
    return [TextBlock(lead=desk.label("partnership.speaks_for"), words=joined(groups))] if groups else []


def experience(desk: Desk, member: Member) -> list[Block]:
    """Expertise, what only this member adds, its resources, and the people who do the work."""
    facts = member.facts
    return [
        TextBlock(lead=desk.label("expertise"), words=desk.member(member, "expertise", facts.expertise)),
        TextBlock(lead=desk.label("adds"), words=desk.member(member, "contribution", facts.contribution)),
        TextBlock(lead=desk.label("capacities"), words=capacities(desk, member)),
        *_staff(desk, member),
    ]


def _staff(desk: Desk, member: Member) -> list[Block]:
    lead = desk.label("partnership.staff")
    if not member.facts.staff:
        return [TextBlock(lead=lead, words=desk.gap("partnership.need_staff", member))]
    people = [_person(desk, member, i, person) for i, person in enumerate(member.facts.staff)]
    heading = TextBlock(words=desk.words(lead), style=TextStyle.LABEL)
    return [heading, *(TextBlock(words=words, style=TextStyle.BULLET) for words in people)]


def _person(desk: Desk, member: Member, index: int, person: StaffFacts) -> Words:
    field = f"staff[{index}]"
    return desk.say(
        "partnership.person",
        function=said(desk, member, f"{field}.function", person.function, "partnership.need_function"),
        tasks=said(desk, member, f"{field}.tasks", person.tasks, "partnership.need_tasks"),
        expertise=said(desk, member, f"{field}.expertise", person.expertise, "partnership.need_expertise"),
    )


def past_projects(desk: Desk, member: Member) -> list[Block]:
    """Earlier projects, one line each; title, programme, period and part are asked for where they lack."""
    lead = desk.label("partnership.past_projects")
    if not member.facts.past_projects:
        return [TextBlock(lead=lead, words=desk.gap("partnership.need_past_projects", member))]
    heading = TextBlock(words=desk.words(lead), style=TextStyle.LABEL)
    return [
        heading,
        *(
            TextBlock(words=_project(desk, member, i, project), style=TextStyle.BULLET)
            for i, project in enumerate(member.facts.past_projects)
        ),
    ]


def _project(desk: Desk, member: Member, index: int, project: PastProjectFacts) -> Words:
    field = f"past_projects[{index}]"
    values = {
        "title": project.title,
        "reference": project.reference,
        "programme": project.programme,
        "period": project.period,
        "part": project.part,
        "amount": project.amount,
        "website": project.website,
    }
    return joined(
        [
            said(desk, member, f"{field}.{name}", value, f"partnership.need_project_{name}")
            for name, value in values.items()
            if value or name in WANTED
        ]
    )


PARTS: Parts = {
    "member_presentation": of_each(presentation),
    "member_experience": of_each(experience),
    "member_past_projects": of_each(past_projects),
}
