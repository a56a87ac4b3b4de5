"""Section 2.2: the partnership, from the members; the heart of the draft."""

from proposal_templates.actors import actor_groups as all_groups
from proposal_templates.blocks import Block, Cell, TextBlock, TextStyle, Words, joined
from proposal_templates.desk import Desk, Member
from proposal_templates.formats import country
from proposal_templates.parts.cover import coordinator_gap
from proposal_templates.parts.tables import Row, cell, own_table, row


def consortium_overview(desk: Desk) -> list[Block]:
    """How many members, from which countries, in which roles; computed."""
    if not desk.members:
        return [TextBlock(words=desk.gap("members"))]
    everybody = tuple(member.origin("name") for member in desk.members)
    words = desk.say(
        "partnership.overview",
        count=desk.computed(str(len(desk.members)), "members.count", everybody),
        countries=_countries(desk),
        roles=_role_counts(desk),
        coordinator=desk.name(desk.coordinator) if desk.coordinator else coordinator_gap(desk),
        n=len(desk.members),
        lands=len({member.facts.country for member in desk.members if member.facts.country}),
    )
    return [TextBlock(words=words)]


def _countries(desk: Desk) -> Words:
    located = [member for member in desk.members if member.facts.country]
    if not located:
        return desk.gap("member_countries", "all_members")
    names = dict.fromkeys(country(member.facts.country or "", desk.language) for member in located)
    return desk.computed(", ".join(names), "members.countries", tuple(m.origin("country") for m in located))


def _role_counts(desk: Desk) -> Words:
    counted = [
        (rule, sum(member.facts.role == rule.role for member in desk.members)) for rule in desk.form.roles
    ]
    text = ", ".join(f"{rule.name[desk.language]} ({rule.code}) {count}" for rule, count in counted if count)
    if not text:
        return desk.gap("member_roles", "all_members")
    grounds = tuple(member.origin("role") for member in desk.members if member.facts.role)
    return desk.computed(text, "members.roles", grounds)


def consortium(desk: Desk) -> list[Block]:
    """The consortium at a glance: number, name, kind of actor, country, region."""
    rows = [
        row(
            desk.words(str(member.number)),
            desk.name(member),
            desk.kind_of_actor(member),
            joined([desk.member(member, "region", member.facts.region), desk.country_of(member)]),
        )
        for member in desk.members
    ]
    columns = {"number": 1, "member": 5, "actor_type": 5, "place": 4}
    return [own_table(desk, "consortium", columns, rows, "consortium")] if rows else []


def members(desk: Desk) -> list[Block]:
    """Each member in turn: expertise, what it adds, what it has; in its own words."""
    blocks: list[Block] = []
    for member in desk.members:
        heading = joined([desk.words(str(member.number)), desk.name(member)], ". ")
        blocks.append(TextBlock(words=heading, style=TextStyle.LABEL))
        blocks += _who(desk, member)
        blocks += [
            TextBlock(
                lead=desk.label("expertise"), words=desk.member(member, "expertise", member.facts.expertise)
            ),
            TextBlock(
                lead=desk.label("adds"), words=desk.member(member, "contribution", member.facts.contribution)
            ),
            TextBlock(lead=desk.label("capacities"), words=_capacities(desk, member)),
        ]
    return blocks


def _who(desk: Desk, member: Member) -> list[Block]:
    """Kind of actor, place and role in one line; what is not known is a gap in the tables above and below."""
    facts = member.facts
    known = [desk.kind_of_actor(member)] if facts.actor_type or facts.actor_type_label else []
    known += [desk.member(member, "region", facts.region)] if facts.region else []
    known += [desk.country_of(member)] if facts.country else []
    known += [desk.role_words(member)] if facts.role else []
    return [TextBlock(lead=desk.label("who"), words=joined(known))] if known else []


def _capacities(desk: Desk, member: Member) -> Words:
    found = member.facts.capacities
    if not found:
        return desk.member(member, "capacities", None)
    return joined([_capacity(desk, member, i, text) for i, text in enumerate(found)], "; ")


def _capacity(desk: Desk, member: Member, index: int, text: str) -> Words:
    return desk.member(member, f"capacities[{index}]", text)


def roles(desk: Desk) -> list[Block]:
    """Role matrix: each member's role, its code, whether it gets grant and counts for the minimum."""
    rows = [_role(desk, member) for member in desk.members]
    columns = {"member": 5, "role": 4, "code": 2, "gets_grant": 3, "counts": 3}
    return [own_table(desk, "roles", columns, rows, "roles")] if rows else []


def _role(desk: Desk, member: Member) -> tuple[Cell, ...]:
    rule = desk.role_of(member)
    if rule is None:
        return cell(desk.name(member)), cell(desk.gap("member_role", member))
    yes, no = desk.label("yes"), desk.label("no")
    told = (rule.code, yes if rule.gets_grant else no, yes if rule.counts_for_minimum else no)
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
    kinds = [
        name[desk.language]
        for group in all_groups()
        for key, name in group.kinds.items()
        if key not in present
    ]
    if not kinds:
        return []
    grounds = tuple(member.origin("actor_type") for member in desk.members)
    words = desk.computed(", ".join(kinds), "members.absent_kinds", grounds)
    return [TextBlock(words=desk.say("partnership.absent", kinds=words), style=TextStyle.NOTE)]


def governance(desk: Desk) -> list[Block]:
    """Whom the rules bind; the rules themselves are the form's open questions."""
    if not desk.members:
        return [TextBlock(words=desk.gap("members"))]
    coordinator = desk.name(desk.coordinator) if desk.coordinator else coordinator_gap(desk)
    others = tuple(member for member in desk.members if member != desk.coordinator)
    bound = desk.names(others) if others else desk.gap("members")
    return [TextBlock(words=desk.say("partnership.governance", coordinator=coordinator, members=bound))]
