"""Employers as owners of the project: how many are reached, and what each member of them commits to."""

from decimal import Decimal

from proposal_templates.blocks import Block, GapBlock, TextBlock, Words
from proposal_templates.context import EmployerBaseFacts, EmployerFacts
from proposal_templates.desk import Desk, Member
from proposal_templates.formats import number, share
from proposal_templates.parts.kinds import Parts
from proposal_templates.parts.member_words import arranged, said
from proposal_templates.parts.tables import Row, cell, own_table, row

COUNTED = ("vacancies", "work_trials", "mentors")
EMPLOYER_KINDS = ("employer", "social_enterprise")
"""Kinds of actor that are asked for commitments although their profile names none."""
NOTHING = EmployerFacts()


def employers(desk: Desk) -> list[Block]:
    """Employers beyond the members, the shortage, and the commitments of each employer among the members."""
    return [*_reach(desk), *_commitments(desk)]


def _reach(desk: Desk) -> list[Block]:
    """How many employers are reached, and the shortage; nothing known of their number is one gap."""
    base = desk.context.coalition.cooperation.employers
    shortage = desk.cooperation("employers.shortage", base.shortage, "cooperation.need_shortage")
    told = TextBlock(lead=desk.label("cooperation.shortage"), words=shortage)
    if base.employers is None and base.small_employers is None and not base.source:
        (gap,) = desk.gap("cooperation.need_reach", "all_members")
        return [GapBlock(label=desk.label("cooperation.reached"), gap=gap), told]
    employers = desk.cooperation(
        "employers.employers", _number(desk, base.employers), "cooperation.need_employers", named=True
    )
    words = desk.say(
        "cooperation.reach",
        employers=employers,
        small=_small(desk, base),
        source=desk.cooperation("employers.source", base.source, "cooperation.need_employers_source"),
        n=base.employers if base.employers is not None else 0,
    )
    return [TextBlock(words=words), told]


def _number(desk: Desk, value: int | None) -> str | None:
    return None if value is None else number(Decimal(value), desk.language)


def _small(desk: Desk, base: EmployerBaseFacts) -> Words:
    """Micro, small and medium-sized employers, with their share in whole percent where both counts are known.

    A share that would round to all or to none although it is neither is left out.
    """
    small = desk.cooperation(
        "employers.small_employers", _number(desk, base.small_employers), "cooperation.need_small", named=True
    )
    if base.small_employers is None or not base.employers or base.small_employers > base.employers:
        return small
    part = (Decimal(base.small_employers) / base.employers).quantize(Decimal("0.01"))
    if (part in (0, 1)) != (base.small_employers in (0, base.employers)):
        return small
    grounds = (arranged("employers.small_employers"), arranged("employers.employers"))
    told = desk.computed(share(part, desk.language), "employers.small_share", grounds)
    return desk.say("partnership.member_with_kind", name=small, kind=told)


def _commitments(desk: Desk) -> list[Block]:
    found = [
        member
        for member in desk.members
        if member.facts.employer or member.facts.actor_type in EMPLOYER_KINDS
    ]
    if not found:
        (gap,) = desk.gap("cooperation.need_commitments", "all_members")
        return [GapBlock(label=desk.label("cooperation.table_employers"), gap=gap)]
    numbers = [_numbers(desk, member) for member in found]
    if len(found) > 1:
        numbers.append(_totals(desk, found))
    counts = {"employer": 5, "size": 3, "vacancies": 3, "work_trials": 3, "mentors": 3}
    care = {"employer": 5, "retention": 5, "contact": 5, "letter": 4}
    return [
        own_table(desk, "employers", counts, numbers, "employers", words="cooperation"),
        own_table(
            desk,
            "employer_care",
            care,
            [_care(desk, member) for member in found],
            "employer_care",
            words="cooperation",
        ),
        *_letters(desk, found),
    ]


def _numbers(desk: Desk, member: Member) -> Row:
    facts = member.facts.employer or NOTHING
    if facts.size is None and all(_count(member, field) is None for field in COUNTED):
        return cell(desk.name(member)), cell(desk.gap("cooperation.need_numbers", member))
    size = desk.label(f"cooperation.size_{facts.size}") if facts.size else None
    return row(
        desk.name(member),
        said(desk, member, "employer.size", size, "cooperation.need_size", named=True),
        *(
            said(
                desk,
                member,
                f"employer.{field}",
                _number(desk, _count(member, field)),
                f"cooperation.need_{field}",
                named=True,
            )
            for field in COUNTED
        ),
    )


def _count(member: Member, field: str) -> int | None:
    """One of the counts an employer commits to; None when it is not known."""
    facts = member.facts.employer or NOTHING
    return {"vacancies": facts.vacancies, "work_trials": facts.work_trials, "mentors": facts.mentors}[field]


def _totals(desk: Desk, found: list[Member]) -> Row:
    """Sums over the numbers that are known; a sum that some employer has no part in yet says so."""
    return row(
        desk.words(desk.label("cooperation.total")),
        desk.words("–"),
        *(_total(desk, found, field) for field in COUNTED),
    )


def _total(desk: Desk, found: list[Member], field: str) -> Words:
    known = [(member, count) for member in found if (count := _count(member, field)) is not None]
    if not known:
        return desk.words(desk.label("cooperation.not_known"))
    grounds = tuple(member.origin(f"employer.{field}") for member, _ in known)
    total = desk.computed(
        number(Decimal(sum(count for _, count in known)), desk.language), f"employers.{field}", grounds
    )
    if len(known) == len(found):
        return total
    everybody = tuple(member.origin("name") for member in found)
    return desk.say(
        "cooperation.total_of_known",
        total=total,
        known=desk.computed(str(len(known)), f"employers.{field}.known", grounds),
        all=desk.computed(str(len(found)), "employers.count", everybody),
    )


def _care(desk: Desk, member: Member) -> Row:
    """What an employer does so that people stay, who keeps the contact, and whether its letter is signed."""
    facts = member.facts.employer or NOTHING
    letter = desk.label(f"cooperation.letter_{facts.letter}") if facts.letter else None
    return row(
        desk.name(member),
        said(desk, member, "employer.retention", facts.retention, "cooperation.need_retention"),
        desk.named_member(
            facts.contact_owner, member.origin("employer.contact_owner"), "cooperation.need_contact"
        ),
        said(desk, member, "employer.letter", letter, "cooperation.need_letter", named=True),
    )


def _letters(desk: Desk, found: list[Member]) -> list[Block]:
    """How many letters are signed; told only when the state of every letter is known."""
    states = [(member.facts.employer or NOTHING).letter for member in found]
    if None in states:
        return []
    grounds = tuple(member.origin("employer.letter") for member in found)
    words = desk.say(
        "cooperation.letters",
        signed=desk.computed(str(states.count("signed")), "employers.letters_signed", grounds),
        all=desk.computed(str(len(found)), "employers.letters", grounds),
    )
    return [TextBlock(words=words)]


PARTS: Parts = {
    "employers": employers,
}
