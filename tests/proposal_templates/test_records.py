"""Records: facts of one member, goal or work package share a number; many of one list have one for all."""

from proposal_templates.blocks import Span, SpanKind
from proposal_templates.context import Quote
from proposal_templates.draft import Draft
from proposal_templates.notes import origin_rows
from proposal_templates.origins import Origin, OriginKind
from proposal_templates.records import leaves, numbers_after, records_of
from tests.proposal_templates import builders


def member(index: int, field: str) -> Origin:
    """Origin of a member's field."""
    return Origin(kind=OriginKind.MEMBER, path=f"members[{index}].{field}", member=f"Member {index}")


def project(path: str) -> Origin:
    """Origin of a decision on the project."""
    return Origin(kind=OriginKind.PROJECT, path=f"project.{path}")


def computed(*grounds: Origin) -> Origin:
    """Origin of what was computed from others."""
    return Origin(kind=OriginKind.COMPUTED, path="sum", rests_on=grounds)


def fact(origin: Origin) -> Span:
    """A fact with that origin."""
    return Span(text="x", kind=SpanKind.FACT, origin=origin)


def paths(origin: Origin) -> list[str]:
    """Paths of the records that an origin leads to."""
    return [record.path for record in records_of(origin)]


def test_fields_of_one_thing_lead_to_the_same_record() -> None:
    assert records_of(member(2, "name")) == records_of(member(2, "answers[0].asset"))
    assert paths(member(2, "name")) == ["members[2]"]
    assert paths(project("work_packages[1].tasks[0].title")) == ["project.work_packages[1]"]
    assert paths(project("budget.costs[3].amount")) == ["project.budget"]
    assert paths(project("risks[4].measure")) == ["project.risks"]
    assert paths(project("name")) == ["project"]
    assert paths(project("answers.concept")) == ["project.answers.concept"]


def test_different_things_stay_apart() -> None:
    assert records_of(member(0, "name")) != records_of(member(1, "name"))
    assert paths(project("work_packages[0].title")) != paths(project("work_packages[1].title"))
    one, two = (
        Origin(kind=OriginKind.QUOTE, path="reasons[0]", quote=Quote(text=t, field="title", start=0, end=1))
        for t in "ab"
    )
    assert records_of(one) != records_of(two)


def test_a_computed_fact_leads_to_all_it_rests_on_and_many_of_a_list_to_the_list() -> None:
    two = computed(member(0, "name"), computed(project("work_packages[1].lead")))
    assert paths(two) == ["members[0]", "project.work_packages[1]"]
    assert [leaf.path for leaf in leaves(two)] == ["members[0].name", "project.work_packages[1].lead"]
    assert paths(computed(*(member(i, "country") for i in range(3)))) == [f"members[{i}]" for i in range(3)]
    assert paths(computed(*(member(i, "country") for i in range(4)))) == ["members"]


def test_a_number_stands_after_the_last_fact_that_needs_it() -> None:
    numbers = {records_of(member(i, "name"))[0]: i + 1 for i in range(2)}
    words = (fact(member(0, "name")), fact(member(1, "name")), fact(member(0, "region")))
    assert numbers_after(words, numbers) == [(), (2,), (1,)]
    assert numbers_after(words, numbers, (fact(member(0, "country")),)) == [(), (2,), ()]


def test_every_fact_of_a_draft_has_a_number_that_the_notes_explain() -> None:
    draft: Draft = builders.draft()
    listed = {row.number for row in origin_rows(draft)}
    assert listed == set(draft.record_numbers.values()) == set(range(1, len(draft.records) + 1))
    for origin in draft.numbers:
        assert {draft.record_numbers[record] for record in records_of(origin)} <= listed
    assert all(used.origins and used.sections for used in draft.records)
