"""Who is in the consortium: counted, at a glance, by role, and by the kinds of actor a coalition joins."""

from proposal_templates.actors import actor_groups as all_groups
from proposal_templates.blocks import Block, TextBlock, TextStyle, Words, joined
from proposal_templates.desk import Desk, Member
from proposal_templates.formats import country
from proposal_templates.parts.cover import coordinator_gap
from proposal_templates.parts.kinds import Parts
from proposal_templates.parts.member_words import (
    answers_of,
    need_answered,
    said,
)
from proposal_templates.parts.tables import Row, cell, own_table, row


def consortium_overview(desk: Desk) -> list[Block]:
    """How many members, from which countries, in which roles; computed."""
    if not desk.members:
        return [TextBlock(words=desk.gap("members"))]
    everybody = tuple(member.whole for member in desk.members)
    words = desk.say(
        "partnership.overview",
        count=desk.computed(str(len(desk.members)), "members.count", everybody),
        countries=_countries(desk),
        roles=_role_counts(desk),
        title=desk.words(coordinator_title(desk)),
        coordinator=desk.name(desk.coordinator) if desk.coordinator else coordinator_gap(desk),
        n=len(desk.members),
        lands=len({member.facts.country for member in desk.members if member.facts.country}),
    )
    return [TextBlock(words=words)]


def coordinator_title(desk: Desk) -> str:
    """What the form calls the coordinator, with a capital: Coordinator, Päätoteuttaja."""
    name = desk.coordinator_role
    return name[:1].upper() + name[1:]


def _countries(desk: Desk) -> Words:
    located = [member for member in desk.members if member.facts.country]
    if not located:
        return desk.gap("member_countries", "all_members")
    names = dict.fromkeys(country(member.facts.country or "", desk.language) for member in located)
    known = desk.computed(", ".join(names), "members.countries", tuple(m.origin("country") for m in located))
    if len(located) == len(desk.members):
        return known
    return joined([known, desk.gap("partnership.need_other_countries", "all_members")])


def _role_counts(desk: Desk) -> Words:
    counted = [
        (rule, sum(member.facts.role == rule.role for member in desk.members)) for rule in desk.form.roles
    ]
    text = ", ".join(f"{rule.told(desk.language)} {count}" for rule, count in counted if count)
    if not text:
        return desk.gap("member_roles", "all_members")
    grounds = tuple(member.origin("role") for member in desk.members if member.facts.role)
    known = desk.computed(text, "members.roles", grounds)
    if all(desk.role_of(member) for member in desk.members):
        return known
    return joined([known, desk.gap("member_roles", "all_members")])


def consortium(desk: Desk) -> list[Block]:
    """Two tables: who takes part as what; and what each can, cannot do alone, and fills for the others."""
    if not desk.members:
        return [TextBlock(words=desk.gap("partnership.need_consortium"))]
    who = {"number": 1, "member": 5, "actor_type": 4, "place": 4, "role": 4}
    strengths = {"number": 1, "member": 5, "expertise": 5, "cannot_alone": 5, "fills": 5}
    return [
        own_table(desk, "consortium", who, [_who(desk, m) for m in desk.members], "consortium"),
        own_table(
            desk,
            "strengths",
            strengths,
            [_strengths(desk, m) for m in desk.members],
            "strengths",
            words="partnership",
        ),
    ]


def _who(desk: Desk, member: Member) -> Row:
    return row(
        desk.words(str(member.number)),
        desk.name(member),
        desk.kind_of_actor(member),
        joined([desk.member(member, "region", member.facts.region), desk.country_of(member)]),
        desk.role_words(member),
    )


def _strengths(desk: Desk, member: Member) -> Row:
    facts = member.facts
    return row(
        desk.words(str(member.number)),
        desk.name(member),
        desk.member(member, "expertise", facts.expertise),
        said(desk, member, "cannot_alone", facts.cannot_alone, "partnership.need_cannot_alone"),
        _fills(desk, member),
    )


def _fills(desk: Desk, member: Member) -> Words:
    """The needs that a member answers; else what it brings that no other does."""
    needs = [need_answered(desk, member, i) for i, _ in answers_of(desk, member)]
    if needs:
        return joined(needs, "; ")
    return said(desk, member, "contribution", member.facts.contribution, "partnership.need_fills")


def roles(desk: Desk) -> list[Block]:
    """Role matrix: each member's role, its code, whether it gets grant and counts for the minimum.

    A form that calls its roles by name alone has no column for codes, and one that knows no least number of
    members none for that.
    """
    if not desk.members:
        return [TextBlock(words=desk.gap("member_roles", "all_members"))]
    columns = {"member": 5, "role": 4, "code": 2, "gets_grant": 3, "counts": 3}
    if not any(rule.has_code for rule in desk.form.roles):
        del columns["code"]
    if all(rule.counts_for_minimum is None for rule in desk.form.roles):
        del columns["counts"]
    rows = [_role(desk, member, tuple(columns)) for member in desk.members]
    return [own_table(desk, "roles", columns, rows, "roles")]


def _role(desk: Desk, member: Member, columns: tuple[str, ...]) -> Row:
    rule = desk.role_of(member)
    if rule is None:
        return cell(desk.name(member)), cell(desk.gap("member_role", member))
    yes, no = desk.label("yes"), desk.label("no")
    known = {
        "code": rule.code,
        "gets_grant": yes if rule.gets_grant else no,
        "counts": yes if rule.counts_for_minimum else no,
    }
    told = [text for column, text in known.items() if column in columns]
    return row(
        desk.name(member),
        desk.member(member, "role", rule.name[desk.language], named=True),
        *(desk.rule(text, f"roles.{rule.role}", rule.source, rule.certainty) for text in told),
    )


def actor_groups(desk: Desk) -> list[Block]:
    """Which kinds of actor a coalition is meant to join are here, and which are missing."""
    rows: list[Row] = []
    placed: set[str] = set()
    for group in all_groups():
        here = tuple(member for member in desk.members if member.facts.actor_type in group.kinds)
        placed |= {member.facts.actor_type or "" for member in here}
        found = joined([_member_with_kind(desk, member) for member in here], "; ")
        rows.append(row(desk.words(group.name[desk.language]), found or desk.gap("actor_group")))
    others = tuple(m for m in desk.members if m.facts.actor_type and m.facts.actor_type not in placed)
    if others:
        listed = joined([_member_with_kind(desk, member) for member in others], "; ")
        rows.append(row(desk.words(desk.label("other_actors")), listed))
    table = own_table(desk, "actor_groups", {"actor_group": 4, "members": 7}, rows, "actor_groups")
    return [table, *_absent(desk, placed)]


def _member_with_kind(desk: Desk, member: Member) -> Words:
    return desk.say("partnership.member_with_kind", name=desk.name(member), kind=desk.kind_of_actor(member))


def _absent(desk: Desk, present: set[str]) -> list[Block]:
    """Kinds that no member is; told only when every member's kind is known."""
    grounds = tuple(member.origin("actor_type") for member in desk.members if member.facts.actor_type)
    kinds = [
        name[desk.language]
        for group in all_groups()
        for key, name in group.kinds.items()
        if key not in present
    ]
    if not (kinds and grounds) or len(grounds) < len(desk.members):
        return []
    words = desk.computed(", ".join(kinds), "members.absent_kinds", grounds)
    return [TextBlock(words=desk.say("partnership.absent", kinds=words), style=TextStyle.NOTE)]


PARTS: Parts = {
    "consortium_overview": consortium_overview,
    "consortium": consortium,
    "roles": roles,
    "actor_groups": actor_groups,
}
