"""Facts at the head of a web form: authority, applicant, name, priority, period and area of the project."""

from datetime import date, timedelta

from proposal_templates.blocks import Block, TextBlock, Words, joined
from proposal_templates.desk import Desk, Member
from proposal_templates.formats import day
from proposal_templates.origins import Origin, OriginKind
from proposal_templates.parts.cover import coordinator_gap
from proposal_templates.parts.kinds import Parts


def authority(desk: Desk) -> list[Block]:
    """Who takes the application."""
    return [TextBlock(words=_of_call(desk, "authority", desk.context.call.authority))]


def _of_call(desk: Desk, field: str, value: str | None) -> Words:
    return desk.call(field, value) if value else desk.gap(f"applicant.need_{field}", "call_document")


def applicant(desk: Desk) -> list[Block]:
    """Who applies: name, legal form, registrations, place and role of the member, and the contact person."""
    member = desk.about or desk.coordinator
    if member is None:
        return [TextBlock(words=coordinator_gap(desk))]
    facts, contact = member.facts, desk.context.project.contact
    place = [desk.member(member, "municipality", facts.municipality)] if facts.municipality else []
    place.append(desk.member(member, "region", facts.region))
    said = [
        ("name", desk.name(member)),
        ("legal_type", _own(desk, member, "legal_type", facts.legal_type)),
        ("identifiers", _identifiers(desk, member)),
        ("kind", desk.kind_of_actor(member)),
        ("place", joined([*place, desk.country_of(member)])),
        ("role", desk.role_words(member)),
        ("contact", desk.project("contact", contact, "project_contact")),
    ]
    return [TextBlock(lead=desk.label(f"applicant.{label}"), words=words) for label, words in said]


def _own(desk: Desk, member: Member, field: str, value: str | None) -> Words:
    if not value:
        return desk.gap(f"applicant.need_{field}", member)
    return desk.member(member, field, value, named=True)


def _identifiers(desk: Desk, member: Member) -> Words:
    found = member.facts.identifiers
    if not found:
        return desk.gap("applicant.need_identifiers", member)
    told = [
        joined(
            [
                desk.member(member, f"identifiers[{i}].name", each.name, named=True),
                desk.member(member, f"identifiers[{i}].number", each.number),
            ],
            " ",
        )
        for i, each in enumerate(found)
    ]
    return joined(told)


def project_name(desk: Desk) -> list[Block]:
    """Name and acronym of the project."""
    project = desk.context.project
    blocks: list[Block] = [TextBlock(words=desk.project("name", project.name, "project_name"))]
    if project.acronym:
        words = desk.project("acronym", project.acronym, "project_acronym")
        blocks.append(TextBlock(lead=desk.label("applicant.acronym"), words=words))
    return blocks


def priority_objective(desk: Desk) -> list[Block]:
    """Priority and specific objective of the programme, as the call has them."""
    call = desk.context.call
    said = [
        ("priority", _of_call(desk, "priority", call.priority)),
        ("specific_objective", _of_call(desk, "specific_objective", call.specific_objective)),
    ]
    return [TextBlock(lead=desk.label(f"applicant.{label}"), words=words) for label, words in said]


def period(desk: Desk) -> list[Block]:
    """First and last day of the project and its length in months."""
    project = desk.context.project
    months = project.duration_months
    start = day(project.start, desk.language) if project.start else None
    length = str(months) if months is not None else None
    said = [
        ("start", _decided(desk, "start", start)),
        ("end", _end(desk)),
        ("months", desk.project("duration_months", length, "project_duration", named=True)),
    ]
    return [TextBlock(lead=desk.label(f"applicant.{label}"), words=words) for label, words in said]


def _decided(desk: Desk, field: str, value: str | None) -> Words:
    if not value:
        return desk.gap(f"applicant.need_{field}")
    return desk.project(field, value, "project_name", named=True)


def _end(desk: Desk) -> Words:
    project = desk.context.project
    if project.start is None or project.duration_months is None:
        return desk.gap("applicant.need_end")
    grounds = tuple(
        Origin(kind=OriginKind.PROJECT, path=f"project.{field}") for field in ("start", "duration_months")
    )
    last = last_day(project.start, project.duration_months)
    return desk.computed(day(last, desk.language), "project.end", grounds)


def last_day(start: date, months: int) -> date:
    """The day before the one that many months after the start; a day the month lacks becomes its last."""
    years, month = divmod(start.month - 1 + months, 12)
    first = date(start.year + years, month + 1, 1)
    after = first + timedelta(days=start.day - 1)
    end = after if after.month == first.month else _month_after(first)
    return end - timedelta(days=1)


def _month_after(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)


def area(desk: Desk) -> list[Block]:
    """Regions of the coalition, and the municipalities where the work is done."""
    from_profile = desk.context.coalition.regions
    regions = [
        desk.profile(f"regions[{i}]", text, "coalition_regions") for i, text in enumerate(from_profile)
    ]
    towns = [
        desk.project(f"municipalities[{i}]", text, "project_name", named=True)
        for i, text in enumerate(desk.context.project.municipalities)
    ]
    said = [
        ("regions", joined(regions) if regions else desk.gap("coalition_regions")),
        ("municipalities", joined(towns) if towns else desk.gap("applicant.need_municipalities")),
    ]
    return [TextBlock(lead=desk.label(f"applicant.{label}"), words=words) for label, words in said]


PARTS: Parts = {
    "authority": authority,
    "applicant": applicant,
    "project_name": project_name,
    "priority_objective": priority_objective,
    "period": period,
    "area": area,
}
