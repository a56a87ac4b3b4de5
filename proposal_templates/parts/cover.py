"""Cover page and summary."""

from proposal_templates.blocks import Block, TableBlock, TextBlock, TextStyle, Words, joined
from proposal_templates.context import CutOff
from proposal_templates.desk import Desk
from proposal_templates.formats import country, day, hour, money, share
from proposal_templates.forms.model import FixedTable
from proposal_templates.parts.kinds import Parts
from proposal_templates.parts.tables import row, sheet


def cover(desk: Desk) -> list[Block]:
    """The form's own fields: name, acronym, coordinator and contact; headings beside their values."""
    project, coordinator = desk.context.project, desk.coordinator
    values = {
        "project_name": desk.project("name", project.name, "project_name"),
        "acronym": desk.project("acronym", project.acronym, "project_acronym"),
        "coordinator": desk.name(coordinator) if coordinator else coordinator_gap(desk),
        "contact": desk.project("contact", project.contact, "project_contact"),
    }
    table = desk.form.table("cover")
    labels = _official(desk, table) if table else [(key, desk.label(f"cover.{key}")) for key in values]
    rows = tuple(row(desk.words(label), values[key]) for key, label in labels)
    return [TableBlock(key="cover", columns=sheet(desk, "cover", []).columns, rows=rows, headed=False)]


def _official(desk: Desk, table: FixedTable) -> list[tuple[str, str]]:
    """The form's own fields by key, each with its heading and its gloss."""
    glosses = {
        column.key: column.gloss.get(desk.language) if column.gloss else None for column in table.columns
    }
    headings = {column.key: desk.heading(column.heading) for column in table.columns}
    return [(key, f"{text} / {glosses[key]}" if glosses[key] else text) for key, text in headings.items()]


def coordinator_gap(desk: Desk) -> Words:
    """The gap for a missing coordinator, or for more than one."""
    several = any(member.facts.role == "coordinator" for member in desk.members)
    return desk.gap("one_coordinator" if several else "coordinator", "all_members")


def call_brief(desk: Desk) -> list[Block]:
    """The call's facts that a writer needs at hand, as the source gave them."""
    call, language = desk.context.call, desk.language
    ground = desk.form.ground_of(call)
    countries = ", ".join(country(code, language) for code in call.countries)
    programme = ground.programme_name[language] if ground else call.programme
    values = [
        ("call_identifier", desk.call("identifier", call.identifier, code=True)),
        ("call_title", desk.call("title", call.title, own_words=True)),
        ("call_programme", desk.call("programme", programme)),
        ("call_action", desk.call("action", call.action, own_words=True)),
        ("call_opening", desk.call("opening", day(call.opening, language) if call.opening else None)),
        ("call_cut_offs", _cut_offs(desk)),
        (
            "call_budget",
            desk.call("budget", money(call.budget, language) if call.budget is not None else None),
        ),
        ("call_grant", grant_range(desk)),
        ("call_rate", desk.call("rate", share(call.rate, language) if call.rate is not None else None)),
        ("call_countries", desk.call("countries", countries)),
        ("call_source", desk.call("source", call.source)),
        ("call_url", desk.call("url", call.url, code=True)),
        ("call_fetched", desk.fetched()),
    ]
    heading = TextBlock(words=desk.words(desk.label("call_in_brief")), style=TextStyle.LABEL)
    return [heading, sheet(desk, "call_brief", values)]


def _cut_offs(desk: Desk) -> Words:
    cut_offs = desk.context.call.cut_offs
    if not cut_offs:
        return desk.call("cut_offs", None)
    return joined([_cut_off(desk, f"cut_offs[{i}]", each) for i, each in enumerate(cut_offs)], "; ")


def _cut_off(desk: Desk, field: str, cut_off: CutOff) -> Words:
    text = day(cut_off.day, desk.language)
    if cut_off.hour:
        zone = desk.sentences.text("words.zone", name=cut_off.zone) if cut_off.zone else ""
        text = f"{text}, {hour(cut_off.hour, desk.language)} {zone}".rstrip()
    return desk.call(field, text)


def grant_range(desk: Desk) -> Words:
    """What one project can get: the call's least and greatest grant."""
    call, language = desk.context.call, desk.language
    least = desk.call("grant_min", money(call.grant_min, language) if call.grant_min is not None else None)
    most = desk.call("grant_max", money(call.grant_max, language) if call.grant_max is not None else None)
    if call.grant_min is None and call.grant_max is None:
        return desk.gap("call_grant", "call_document")
    if call.grant_min is None:
        return desk.say("cover.grant_up_to", most=most)
    if call.grant_max is None:
        return desk.say("cover.grant_from", least=least)
    return desk.say("cover.grant_between", least=least, most=most)


def abstract(desk: Desk) -> list[Block]:
    """What the form itself says in place of a summary, then a start for it."""
    call, coalition = desk.context.call, desk.context.coalition
    opening = desk.say(
        "cover.abstract",
        coalition=desk.profile("name", coalition.name, "coalition_name"),
        title=desk.call("title", call.title, own_words=True),
        identifier=desk.call("identifier", call.identifier, code=True),
    )
    blocks: list[Block] = [*_fixed_words(desk), TextBlock(words=opening)]
    if coalition.goals:
        blocks.append(TextBlock(words=desk.words(desk.label("goals_of_project")), style=TextStyle.LABEL))
    for i, goal in enumerate(coalition.goals):
        words = desk.profile(f"goals[{i}].text", goal.text, "goals")
        blocks.append(TextBlock(words=words, style=TextStyle.BULLET))
    if not coalition.goals:
        blocks.append(TextBlock(words=desk.gap("goals", "all_members")))
    return blocks


def _fixed_words(desk: Desk) -> list[Block]:
    section = desk.form.with_content("abstract")
    if section is None or section.says is None:
        return []
    path = f"sections.{section.key}"
    told = desk.rule(section.says, path, section.source, section.certainty, desk.form.heading_language)
    return [TextBlock(words=told)]


PARTS: Parts = {
    "cover": cover,
    "call_brief": call_brief,
    "abstract": abstract,
}
