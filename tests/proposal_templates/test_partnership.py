"""The partnership as a whole: all of it said with everything known, all of it asked with nothing known."""

import re
from dataclasses import replace
from typing import get_args

import pytest

from proposal_templates.blocks import Span, SpanKind, TableBlock, words_of
from proposal_templates.context import (
    LANGUAGES,
    DraftContext,
    EmployerFacts,
    GovernanceFacts,
    Language,
    MeetingFacts,
    NewcomerSupportFacts,
    PastProjectFacts,
    PeerLearningFacts,
    SeatFacts,
    StaffFacts,
    StepFacts,
    TheoryFacts,
)
from proposal_templates.context.words import LetterState, Size
from proposal_templates.desk import Desk
from proposal_templates.forms import load_forms
from proposal_templates.forms.model import ContentPart
from proposal_templates.origins import OriginKind
from proposal_templates.parts.partnership import PARTS
from proposal_templates.sentences import sentences_in
from tests.proposal_templates import partnership_builders as world

ONE_MEMBER: tuple[ContentPart, ...] = ("member_presentation", "member_experience", "member_past_projects")
NAMES = sorted(PARTS)


def _spans(name: ContentPart, language: Language) -> list[Span]:
    return [span for block in world.part(name, world.context(language)) for span in words_of(block)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [name for name in NAMES if name != "actor_groups"])
def test_with_everything_known_nothing_is_asked(name: ContentPart, language: Language) -> None:
    blocks = world.part(name, world.context(language))
    assert blocks
    assert world.gaps(blocks) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_with_nothing_known_everything_is_asked_and_no_fact_is_told(
    name: ContentPart, language: Language
) -> None:
    blocks = world.part(name, world.empty(language))
    assert world.gaps(blocks)
    assert not [s.text for block in blocks for s in words_of(block) if s.kind is SpanKind.FACT]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_fact_has_an_origin_and_no_wording_has_one(name: ContentPart, language: Language) -> None:
    for span in _spans(name, language):
        assert (span.origin is not None) == (span.kind is SpanKind.FACT), span.text
        if span.origin and span.origin.kind is OriginKind.COMPUTED:
            assert span.origin.rests_on, span.text


@pytest.mark.parametrize("name", NAMES)
def test_every_row_fills_its_table(name: ContentPart) -> None:
    for context in (world.context(), world.empty()):
        for block in world.part(name, context):
            if isinstance(block, TableBlock):
                assert {sum(cell.across for cell in row) for row in block.rows} == {len(block.columns)}


@pytest.mark.parametrize("language", ["fi", "sv"])
@pytest.mark.parametrize("name", NAMES)
def test_our_own_words_are_in_the_drafts_language(name: ContentPart, language: Language) -> None:
    """Sentences and worded values (sizes, rhythms, signatures) differ from the English ones."""
    ours, english = (
        {s.text for s in _spans(name, spoken) if s.language == spoken and re.search(r"[a-z]{3}", s.text)}
        for spoken in (language, "en")
    )
    told = str((world.cooperation(), world.commitments(), world.members("en")))
    assert {text for text in ours & english if text not in told} <= {"Finland"}


@pytest.mark.parametrize("name", NAMES)
def test_the_same_context_gives_the_same_blocks(name: ContentPart) -> None:
    assert world.part(name, world.context()) == world.part(name, world.context())


@pytest.mark.parametrize("name", NAMES)
def test_pointers_to_members_that_take_no_part_are_gaps_not_errors(name: ContentPart) -> None:
    whole = world.context("en")
    alone = replace(whole, members=whole.members[:1])
    said = " ".join(world.lines(world.part(name, alone)))
    for absent in whole.members[1:]:
        assert str(absent.name) not in said


@pytest.mark.parametrize("name", NAMES)
def test_a_member_without_a_name_is_asked_for_it(name: ContentPart) -> None:
    unnamed = world.changed(world.context(), world.COLLEGE, name=None)
    blocks = world.part(name, unnamed)
    gone = str(world.members()[world.COLLEGE].name)
    assert gone not in " ".join(world.lines(blocks))
    if gone in " ".join(world.lines(world.part(name, world.context()))):
        assert ("name of the member", "coordinator") in world.gaps(blocks)


@pytest.mark.parametrize("name", ONE_MEMBER)
def test_a_repeated_section_is_about_its_member_alone(name: ContentPart) -> None:
    context = world.context()
    said = " ".join(world.lines(world.part(name, context, about=world.PEERS)))
    others = [m.name for i, m in enumerate(context.members) if i != world.PEERS]
    assert not [other for other in others if str(other) in said]
    everybody = " ".join(world.lines(world.part(name, context)))
    assert all(str(member.name) in everybody for member in context.members)


def _half_known(language: Language) -> DraftContext:
    """Every list of the partnership with one entry that says next to nothing."""
    blank = replace(
        world.cooperation(),
        governance=GovernanceFacts(
            steering_group=(SeatFacts(),), meetings=(MeetingFacts(first_month=1, form="online"),)
        ),
        peer_learning=(PeerLearningFacts(),),
        newcomers=(NewcomerSupportFacts(),),
        theory=TheoryFacts(inflow=(StepFacts(),), mobility=(StepFacts(),)),
    )
    context = world.arranged(world.context(language), **vars(blank))
    context = world.changed(
        context, world.COLLEGE, staff=(StaffFacts(),), past_projects=(PastProjectFacts(reference="R-1"),)
    )
    return world.changed(context, world.CARE, employer=EmployerFacts(vacancies=1))


@pytest.mark.parametrize("language", LANGUAGES)
def test_entries_that_say_next_to_nothing_ask_field_by_field(language: Language) -> None:
    context = _half_known(language)
    expected: dict[ContentPart, int] = {
        "governance": 9,
        "representation": 2,
        "peer_learning": 5,
        "newcomers": 4,
        "theory_of_change": 6,
        "employers": 6,
        "member_experience": 3,
        "member_past_projects": 4,
    }
    asked = {name: len(world.gaps(world.part(name, context))) for name in expected}
    assert asked == expected


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", get_args(Size))
@pytest.mark.parametrize("letter", get_args(LetterState))
def test_every_size_and_state_of_a_letter_has_its_words(
    language: Language, size: Size, letter: LetterState
) -> None:
    context = world.changed(
        world.context(language), world.CARE, employer=world.employer(size=size, letter=letter)
    )
    said = world.lines(world.part("employers", context))
    counts, care = (line.split(" | ") for line in said if line.startswith("Lakeside Care Homes"))
    assert counts[1]
    assert care[3]


def test_a_role_that_the_form_does_not_know_is_asked_for() -> None:
    form = next(form for form in load_forms() if form.key == "erasmus_part_b")
    context = world.context()
    few = form.model_copy(update={"roles": tuple(r for r in form.roles if r.role == "beneficiary")})
    desk = Desk(context, few, sentences_in("en"))
    blocks = [block for name in ("consortium", "roles", "governance") for block in PARTS[name](desk)]
    asked = [need for need, _ in world.gaps(blocks)]
    assert asked.count("role in the project") == 2 * 4
    assert "Coordinator. Lakeside Vocational College" in world.lines(blocks)
