"""The tree: official order, tags, the partnership section, work packages, gaps and how full it is."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proposal_templates.blocks import SpanKind, TableBlock, TextBlock
from proposal_templates.context import CoalitionFacts, Language, MatchReason, ProjectFacts
from proposal_templates.draft import Draft, build_draft
from proposal_templates.errors import LanguageNotPermitted, QuoteNotInCall, UnknownAim
from proposal_templates.forms import load_forms
from proposal_templates.origins import Origin, OriginKind
from proposal_templates.plan import SHORT_NAME, first_words
from tests.proposal_templates import builders
from tests.proposal_templates.reading import spans
from tests.proposal_templates.test_forms import OFFICIAL


def _said(draft: Draft, section: str) -> str:
    return "".join(span.text for span in spans(draft, section))


def _tables(draft: Draft, section: str, key: str) -> list[TableBlock]:
    blocks = [block for part in draft.section(section).walk() for block in part.blocks]
    return [block for block in blocks if isinstance(block, TableBlock) and block.key == key]


@pytest.mark.parametrize("language", ["en", "fi", "sv"])
def test_sections_stand_in_official_order_with_glosses_beneath(language: Language) -> None:
    draft = builders.draft(language)
    assert [section.heading for section in draft.walk()] == OFFICIAL
    assert all((section.gloss is None) == (language == "en") for section in draft.walk())


def test_every_row_of_every_table_fills_its_columns() -> None:
    for project in (ProjectFacts(), ProjectFacts(duration_months=24), ProjectFacts(duration_months=48)):
        for section in builders.draft(project=project).walk():
            for block in section.blocks:
                if isinstance(block, TableBlock):
                    widths = {sum(cell.across for cell in row) for row in block.rows}
                    assert widths == {len(block.columns)}, block.key


def test_the_partnership_section_says_who_each_member_is_and_what_it_adds() -> None:
    said = _said(builders.draft(), "2.2.1")
    for member in builders.members():
        for value in (member.name, member.region, member.expertise, member.contribution, *member.capacities):
            assert value is None or value in said
    assert "coordinator (COO) 1, beneficiary (BEN) 2, associated partner (AP) 1" in said


def test_the_coordinator_is_participant_one() -> None:
    (table,) = _tables(builders.draft(), "2.2.1", "consortium")
    first = ["".join(span.text for span in cell.words) for cell in table.rows[0]]
    assert first[:2] == ["1", "Lakeside Vocational College"]


def test_missing_kinds_of_actor_are_named() -> None:
    draft = builders.draft()
    (table,) = _tables(draft, "2.2.1", "actor_groups")
    missing = [row[0].words[0].text for row in table.rows if row[1].words[0].gap]
    assert missing == ["Job-seekers' and workers' representatives"]
    assert "trade union, organisation of the target group" in _said(draft, "2.2.1")


def test_two_coordinators_are_a_gap_not_a_choice() -> None:
    both = tuple(replace(member, role="coordinator") for member in builders.members()[:2])
    draft = builders.draft(members=both)
    assert "one coordinator; the profile names several" in [gap.gap.need for gap in draft.gaps("cover")]


def test_work_packages_are_management_then_goals_then_impact() -> None:
    (table,) = _tables(builders.draft(), "4.1", "work_plan")
    names = ["".join(span.text for span in row[1].words) for row in table.rows]
    goals = builders.coalition().goals
    assert names == [
        "Project management and coordination",
        goals[0].text,
        goals[1].text,
        "Goal 3: Help workers in declining trades to move to new tasks…",
        "Impact and dissemination",
    ]


def test_the_first_words_of_a_long_goal_stay_in_the_profiles_language_with_their_origin() -> None:
    draft = builders.draft("en", profile="fi")
    (table,) = _tables(draft, "4.1", "work_plan")
    number, _, words = table.rows[3][1].words
    assert number.text == "Goal 3"
    assert words.text == "Autetaan hiipuvien alojen työntekijöitä siirtymään uusiin…"
    assert words.language == "fi"
    assert words.origin == Origin(kind=OriginKind.PROFILE, path="coalition.goals[2].text")


@given(st.text(max_size=200))
def test_first_words_begin_the_text_and_are_short(text: str) -> None:
    cut = first_words(text)
    assert text.strip().startswith(cut.removesuffix("…"))
    assert len(cut) <= SHORT_NAME + 1
    assert cut == text.strip() or cut.endswith("…")


TARGET_GROUPS = {
    "en": ("Target groups", "how many people or organisations each target group has"),
    "fi": ("Kohderyhmät", "kuinka monta henkilöä tai organisaatiota kuhunkin kohderyhmään kuuluu"),
    "sv": ("Målgrupper", "hur många personer eller organisationer varje målgrupp omfattar"),
}


@pytest.mark.parametrize("language", ["en", "fi", "sv"])
def test_target_groups_are_the_coalitions_own_and_their_size_stays_a_gap(language: Language) -> None:
    label, open_need = TARGET_GROUPS[language]
    draft = builders.draft(language)
    (told,) = [b for b in draft.section("1.2").blocks if isinstance(b, TextBlock) and b.lead == label]
    facts = [span for span in told.words if span.kind is SpanKind.FACT]
    assert tuple(span.text for span in facts) == builders.coalition(language).target_groups
    paths = [span.origin.path for span in facts if span.origin]
    assert paths == ["coalition.target_groups[0]", "coalition.target_groups[1]"]
    assert [gap for gap in draft.gaps("1.2") if gap.gap.need.startswith(open_need)]
    bare = builders.draft(language, coalition=builders.coalition(language, target_groups=()))
    said = [block.lead for block in bare.section("1.2").blocks if isinstance(block, TextBlock)]
    assert label not in said
    assert len(bare.gaps("1.2")) == len(draft.gaps("1.2")) + 1


ONE_COUNTRY = {
    "en": ("All members come from the same country: Finland.", "Country: Finland.", "Country known so far: "),
    "fi": (
        "Kaikki jäsenet ovat samasta maasta: Suomi.",
        "Maa: Suomi.",
        "Tähän mennessä tiedossa oleva maa: ",
    ),
    "sv": (
        "Alla medlemmar kommer från samma land: Finland.",
        "Land: Finland.",
        "Land som är känt hittills: ",
    ),
}


@pytest.mark.parametrize("language", ["en", "fi", "sv"])
def test_one_country_is_told_as_one_and_as_shared_only_when_all_are_known(language: Language) -> None:
    shared, overview, so_far = ONE_COUNTRY[language]
    home = builders.members(language)[:4]
    one = builders.draft(language, members=home)
    assert shared in _said(one, "1.3")
    assert overview in _said(one, "2.2.1")
    unsure = (*home, replace(home[3], name="Fifth", country=None))
    assert so_far in _said(builders.draft(language, members=unsure), "1.3")
    assert so_far in _said(builders.draft(language, members=home[:1]), "1.3")
    assert shared not in _said(builders.draft(language), "1.3")


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "20 May 2026, 08:15 Brussels time"),
        ("fi", "20.5.2026, klo 8.15 Brysselin aikaa"),
        ("sv", "20 maj 2026, kl. 8.15 Brysseltid"),
    ],
)
def test_the_moment_of_reading_names_its_zone(language: Language, told: str) -> None:
    draft = builders.draft(language)
    assert told in _said(draft, "cover")
    assert told in "".join(span.text for block in draft.about for span in block.words)


def test_tasks_name_members_with_their_role_codes_and_the_leader_in_bold() -> None:
    tasks = _tables(builders.draft(), "4.2", "tasks")
    assert len(tasks) == 5
    said = "".join(span.text for span in tasks[0].rows[0][2].words)
    assert "Lakeside Vocational College (COO); Lakeside Employment Area (BEN)" in said
    assert "Lakeside Entrepreneurs (AP)" in said
    strong = [[span.text for span in table.rows[0][2].words if span.strong] for table in tasks]
    assert strong == [["Lakeside Vocational College"], [], [], [], []]


def test_lump_sums_have_no_table_of_effort_and_other_grants_do() -> None:
    assert not _tables(builders.draft(), "4.2", "staff_effort")
    call = builders.call(action="ERASMUS Project Grants", identifier="ERASMUS-EDU-2026-SAMPLE")
    assert _tables(builders.draft(call=call), "4.2", "staff_effort")


@pytest.mark.parametrize(
    ("months", "headings"),
    [
        (10, ["M1", "M2", "M10"]),
        (24, ["1", "2", "24"]),
        (25, ["Y1 Q1", "Y1 Q2", "Y3 Q1"]),
        (48, ["Y1 Q1", "Y1 Q2", "Y4 Q4"]),
    ],
)
def test_the_timetable_counts_months_to_two_years_and_quarters_above(
    months: int, headings: list[str]
) -> None:
    draft = builders.draft(project=ProjectFacts(duration_months=months))
    (table,) = _tables(draft, "4.2", "timetable")
    assert [table.columns[i].heading for i in (1, 2, -1)] == headings


def test_a_form_chosen_by_type_of_action_alone_asks_to_be_checked() -> None:
    sure, unsure = builders.draft(), builders.draft(call=builders.call(identifier="ERASMUS-EDU-2026-SAMPLE"))
    said = ["".join(s.text for block in draft.about for s in block.words) for draft in (sure, unsure)]
    assert ["Check that the call lists this form" in each for each in said] == [False, True]


def test_filled_counts_facts_and_gaps_of_a_section() -> None:
    draft = builders.draft()
    partnership = draft.filled("2.2")
    assert (partnership.filled, partnership.open) == (66, 45)
    assert 0.59 < partnership.share < 0.60
    assert len(draft.gaps("2.2")) == 40
    bare = builders.draft(coalition=CoalitionFacts(), members=(), reasons=())
    assert bare.filled("2.2").filled == 0
    assert draft.filled().filled > bare.filled().filled


def test_a_quote_that_is_not_in_the_call_is_refused() -> None:
    moved = replace(builders.quote(builders.DRIVERS), start=3)
    for call in (builders.call(quotes=(moved,)), builders.call(texts={})):
        with pytest.raises(QuoteNotInCall, match="full text"):
            builders.draft(call=call)


def test_a_reason_for_an_unknown_goal_is_refused() -> None:
    stray = MatchReason(aim="Something else", quote=builders.quote(builders.DRIVERS))
    with pytest.raises(UnknownAim, match="Something else"):
        builders.draft(reasons=(stray,))


def test_a_language_the_form_does_not_permit_is_refused() -> None:
    english = load_forms()[0].model_copy(update={"languages": ("en",)})
    with pytest.raises(LanguageNotPermitted, match="Use en"):
        build_draft(builders.context("fi"), english)


@settings(max_examples=25, deadline=None)
@given(st.text(min_size=1, max_size=60).filter(lambda text: bool(text.strip())))
def test_any_words_of_the_profile_come_through_unchanged(text: str) -> None:
    draft = builders.draft(coalition=builders.coalition(summary=text))
    assert text in [span.text for span in spans(draft, "1.1")]
