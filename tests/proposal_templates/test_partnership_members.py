"""Who the members are, which needs they answer, and each one for the fields of a web form."""

from dataclasses import replace

import pytest

from proposal_templates.blocks import TableBlock, TextStyle
from proposal_templates.context import AnswerFacts, DraftContext, Language
from proposal_templates.desk import Desk
from proposal_templates.forms import load_forms
from proposal_templates.forms.model import ContentPart
from proposal_templates.origins import OriginKind
from proposal_templates.parts.partnership import PARTS
from proposal_templates.sentences import sentences_in
from tests.proposal_templates import partnership_builders as world


def _said(name: ContentPart, context: DraftContext, about: int | None = None) -> list[str]:
    return world.lines(world.part(name, context, about))


OVERVIEW = {
    "en": (
        "The consortium has 7 members. Countries: Finland, Sweden. Roles: coordinator (COO) 1, beneficiary "
        "(BEN) 3, affiliated entity (AE) 1, associated partner (AP) 2. Coordinator: ",
        "The consortium has 1 member. Country: Finland. Role: beneficiary (BEN) 1. Coordinator: ",
    ),
    "fi": (
        "Hankkeessa on 7 jäsentä. Maat: Suomi, Ruotsi. Roolit: koordinaattori (COO) 1, edunsaaja (BEN) 3, "
        "sidosyhteisö (AE) 1, liitännäiskumppani (AP) 2. Koordinaattori: ",
        "Hankkeessa on 1 jäsen. Maa: Suomi. Rooli: edunsaaja (BEN) 1. Koordinaattori: ",
    ),
    "sv": (
        "Partnerskapet har 7 medlemmar. Länder: Finland, Sverige. Roller: koordinator (COO) 1, "
        "bidragsmottagare (BEN) 3, anknuten enhet (AE) 1, associerad partner (AP) 2. Koordinator: ",
        "Partnerskapet har 1 medlem. Land: Finland. Roll: bidragsmottagare (BEN) 1. Koordinator: ",
    ),
}


@pytest.mark.parametrize("language", ["en", "fi", "sv"])
def test_the_overview_counts_members_in_singular_and_plural(language: Language) -> None:
    several, one = OVERVIEW[language]
    context = world.context(language)
    assert _said("consortium_overview", context)[0].startswith(several)
    alone = replace(context, members=context.members[:1])
    assert _said("consortium_overview", alone)[0].startswith(one)


def test_two_coordinators_are_a_gap_wherever_the_coordinator_is_told() -> None:
    both = world.changed(world.context(), world.AREA, role="coordinator")
    names: tuple[ContentPart, ...] = ("consortium_overview", "governance")
    for name in names:
        need = "one coordinator; the profile names several"
        assert (need, "all members") in world.gaps(world.part(name, both))


def test_the_consortium_stands_in_two_tables_the_coordinator_first() -> None:
    who, strengths = world.part("consortium", world.context())
    assert isinstance(who, TableBlock)
    assert isinstance(strengths, TableBlock)
    first = "1 | Lakeside Vocational College | vocational education and training provider | "
    assert world.lines([who])[0] == first + "Central Ostrobothnia, Finland | coordinator (COO)"
    assert (
        "Lakeside Care Union | trade union | Central Ostrobothnia, Finland | affiliated entity (AE)"
        in (world.lines([who])[-1])
    )
    college = world.lines([strengths])[0]
    assert college.startswith("1 | Lakeside Vocational College | Trains practical nurses")
    assert "Cannot open jobs by itself (1). | Small employers have no time to plan training" in college


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("fi", "Roolit: päätoteuttaja 1, osatoteuttaja 3, yhteistyökumppani 3. Päätoteuttaja: "),
        ("sv", "Roller: huvudgenomförare 1, delgenomförare 3, samarbetspartner 3. Huvudgenomförare: "),
    ],
)
def test_a_form_that_calls_roles_by_name_has_no_codes(language: Language, told: str) -> None:
    context = world.changed(world.context(language), world.UNION, role="associated_partner")
    (line,) = world.lines(world.part("consortium_overview", context, key="eura_2021"))
    assert told in line
    (table,) = world.part("roles", context, key="eura_2021")
    assert isinstance(table, TableBlock)
    assert [column.key for column in table.columns] == ["member", "role", "gets_grant"]
    who = world.part("consortium", context, key="eura_2021")[0]
    assert not [row for row in world.lines([who]) if row.endswith(")")]


def test_the_gap_a_member_fills_is_the_need_it_answers_else_what_only_it_adds() -> None:
    context = world.changed(world.context(), world.COLLEGE, answers=())
    _, table = world.part("consortium", context)
    assert world.lines([table])[0].endswith("The right to award qualifications and parts of them.")
    unknown = world.changed(context, world.COLLEGE, answers=(), contribution=None, cannot_alone=None)
    _, table = world.part("consortium", unknown)
    assert [ask for _, ask in world.gaps([table])] == ["Lakeside Vocational College"] * 2


def test_a_need_told_of_a_member_rests_on_its_answer_and_on_the_need() -> None:
    _, table = world.part("consortium", world.context())
    assert isinstance(table, TableBlock)
    (told,) = table.rows[0][4].words
    assert told.language == "en"
    assert told.origin
    assert told.origin.kind is OriginKind.COMPUTED
    grounds = [origin.path for origin in told.origin.rests_on]
    assert grounds == ["members[1].answers[0].need", "coalition.needs[1].text"]


def test_missing_kinds_are_only_told_when_every_members_kind_is_known() -> None:
    assert any("municipality" in line for line in _said("actor_groups", world.context()))
    unsure = world.changed(world.context(), world.UNION, actor_type=None)
    assert not any("municipality" in line for line in _said("actor_groups", unsure))


COUNTED = {
    "en": "Needs of the region: 2. Needs that at least one member answers: 1. Needs that several members "
    "answer together: 0.",
    "fi": "Alueen tarpeita: 2. Tarpeita, joihin vastaa vähintään yksi jäsen: 1. Tarpeita, joihin vastaa "
    "useampi jäsen: 0.",
    "sv": "Behov i regionen: 2. Behov som minst en medlem svarar mot: 1. Behov som flera medlemmar svarar "
    "mot tillsammans: 0.",
}


@pytest.mark.parametrize("language", ["en", "fi", "sv"])
def test_needs_without_answer_and_members_without_need_are_gaps(language: Language) -> None:
    context = world.context(language)
    quiet = tuple(replace(m, answers=()) for m in context.members)
    context = replace(
        context, members=(replace(quiet[0], answers=(AnswerFacts(need=0, asset="A"),)), *quiet[1:])
    )
    blocks = world.part("need_matrix", context)
    assert world.lines(blocks)[0] == COUNTED[language]
    asked = [ask for _, ask in world.gaps(blocks)]
    assert len(asked) == 1 + 6
    assert str(quiet[0].name) not in asked
    assert {str(member.name) for member in quiet[1:]} <= set(asked)


def test_a_need_that_several_answer_is_written_out_once() -> None:
    _, table = world.part("need_matrix", world.context())
    rows = world.lines([table])
    need = "1. Care homes cannot fill their vacancies, while long-term unemployment has grown"
    assert [row.startswith(need) for row in rows] == [True, *[False] * 6]
    assert rows[1].startswith("1. Care homes cannot fill their vacancies")
    assert rows[1].endswith("… | Lakeside Entrepreneurs | asset of member 2")


def test_a_web_form_takes_the_answers_as_a_list_under_each_need() -> None:
    answers = (AnswerFacts(asset="simulation rooms"),)
    context = world.changed(world.context(), world.COLLEGE, answers=answers)
    blocks = world.part("need_matrix", context, key="ka220")
    assert not [block for block in blocks if isinstance(block, TableBlock)]
    said = world.lines(blocks)
    assert said[1] == "1. Care homes cannot fill their vacancies, while long-term unemployment has grown"
    assert said[2] == "Lakeside Employment Area – asset of member 0"
    assert said[-1].endswith("] – Lakeside Vocational College – simulation rooms")
    table = world.part("need_matrix", context)
    assert sorted(world.gaps(blocks)) == sorted(world.gaps(table))


def test_an_asset_without_need_and_a_need_without_asset_ask_the_member() -> None:
    answers = (AnswerFacts(need=0), AnswerFacts(asset="simulation rooms"), AnswerFacts(need=9, asset="bus"))
    context = world.changed(world.context(), world.COLLEGE, answers=answers)
    blocks = world.part("need_matrix", context)
    assert world.gaps(blocks) == [
        ("what this member brings to the need", "Lakeside Vocational College"),
        ("which need of the region this answers", "Lakeside Vocational College"),
        ("which need of the region this answers", "Lakeside Vocational College"),
    ]
    assert world.lines(blocks)[-1].endswith("| Lakeside Vocational College | bus")


def test_a_subcontractor_is_not_asked_which_need_it_answers() -> None:
    context = world.changed(world.context(), world.UNION, answers=(), role="subcontractor")
    assert world.gaps(world.part("need_matrix", context)) == []


def test_without_needs_and_answers_the_needs_are_asked_for() -> None:
    assert world.gaps(world.part("need_matrix", world.empty())) == [("needs of the region", "all members")]


def test_members_tell_their_expertise_where_no_table_of_the_form_does() -> None:
    context = world.context()
    form = next(form for form in load_forms() if form.key == "erasmus_part_b")
    bare = tuple(
        section.model_copy(
            update={"content": tuple(part for part in section.content if part != "consortium")}
        )
        for section in form.sections
    )
    told = []
    for each in (form, form.model_copy(update={"sections": bare})):
        blocks = PARTS["members"](Desk(context, each, sentences_in("en")))
        told.append(" ".join(world.lines(blocks)))
    assert ["Cannot open jobs by itself" in said for said in told] == [False, True]
    assert all("The right to award qualifications" in said for said in told)


PRESENTED = {
    "en": "Peer House Association (third-sector organisation) is based in Central Ostrobothnia, Finland. "
    "Role in the project: beneficiary (BEN).",
    "fi": "Vertaistalo ry (kolmannen sektorin toimija). Sijainti: Keski-Pohjanmaa, Suomi. Rooli hankkeessa: "
    "edunsaaja (BEN).",
    "sv": "Kamrathuset rf (aktör inom tredje sektorn). Plats: Österbotten, Finland. Roll i projektet: "
    "bidragsmottagare (BEN).",
}
SPEAKS = {
    "en": "Speaks for. job-seekers",
    "fi": "Edustaa. työnhakijat",
    "sv": "Företräder. arbetssökande",
}


@pytest.mark.parametrize("language", ["en", "fi", "sv"])
def test_a_member_presents_itself_with_its_needs_and_whom_it_speaks_for(language: Language) -> None:
    said = _said("member_presentation", world.context(language), world.PEERS)
    assert said[0] == PRESENTED[language]
    assert any("Business ID 1234563-0" in line for line in said)
    assert any(line.endswith(" – asset of member 3") for line in said)
    assert said[-1] == SPEAKS[language]


def test_what_a_member_has_not_told_is_asked_of_that_member() -> None:
    bare = replace(world.members()[world.COLLEGE], expertise=None, contribution=None, capacities=(), staff=())
    context = world.changed(
        world.context(), world.COLLEGE, **{**vars(bare), "past_projects": (), "legal_type": None}
    )
    expected: tuple[tuple[ContentPart, int], ...] = (("member_experience", 4), ("member_past_projects", 1))
    for name, count in expected:
        asked = [ask for _, ask in world.gaps(world.part(name, context, world.COLLEGE))]
        assert asked == ["Lakeside Vocational College"] * count
    assert not any("association" in line for line in _said("member_presentation", context, world.COLLEGE))


def test_earlier_projects_ask_for_what_a_reader_misses_and_only_that() -> None:
    (project,) = world.members()[world.COLLEGE].past_projects
    known = replace(project, period=None, website=None, amount=None)
    context = world.changed(world.context(), world.COLLEGE, past_projects=(known,))
    heading, line = world.part("member_past_projects", context, world.COLLEGE)
    assert world.notes([heading])[0].style is TextStyle.LABEL
    assert world.gaps([line]) == [("years of this earlier project", "Lakeside Vocational College")]
    assert world.lines([line])[0].startswith("Paths to Work, 2022-1-FI01-KA220-000000001, Erasmus+, [TO")


def test_countries_of_some_members_are_not_told_as_those_of_all() -> None:
    context = world.context("en")
    first, *others = context.members
    unknown = replace(context, members=(replace(first, country=None), *others))
    (line,) = _said("consortium_overview", unknown)
    assert "countries of the other members" in line
    assert "countries of the other members" not in _said("consortium_overview", context)[0]
