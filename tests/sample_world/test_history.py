"""The past of the sample coalitions: of goals and members that are there, before the pinned day, marked."""

from pathlib import Path

import pytest

from sample_world import PINNED_DAY, BadSampleData, coalition_files, history, load_world, sample_history
from store.coalition_file import read_coalition
from store.models import CoalitionCreate

COALITIONS: dict[str, CoalitionCreate] = {
    one.slug: one for one in (read_coalition(path) for path in coalition_files())
}
MARKS = ("esimerk", "exempel", "sample")


@pytest.mark.parametrize("past", sample_history(), ids=lambda past: past.coalition)
def test_it_speaks_of_what_there_is(past: history.SampleHistory) -> None:
    coalition = COALITIONS[past.coalition]
    goals, needs = {one.slug for one in coalition.goals}, {one.slug for one in coalition.needs}
    members = {one.slug for one in coalition.members}
    assert set(past.values) <= goals
    assert {one.member for one in past.proposals} | set(past.weights.given) <= members
    targets = {target for given in past.weights.given.values() for target in given}
    assert targets <= {f"goal:{slug}" for slug in goals} | {f"need:{slug}" for slug in needs}
    for proposal in past.proposals:
        assert set(proposal.weights) <= members


@pytest.mark.parametrize("past", sample_history(), ids=lambda past: past.coalition)
def test_it_is_past_and_says_that_it_is_made_up(past: history.SampleHistory) -> None:
    days = [value.day for values in past.values.values() for value in values]
    days += [one.day for one in past.decisions]
    days += [step.day for one in past.decisions for step in one.steps]
    days += [one.day for one in past.proposals] + [past.weights.day]
    assert max(days) <= PINNED_DAY
    words = [past.by, *(value.note for values in past.values.values() for value in values)]
    words += [one.reason for one in past.decisions if one.reason]
    words += [step.learnt for one in past.decisions for step in one.steps if step.learnt]
    assert [one for one in words if not any(mark in one.lower() for mark in MARKS)] == []


def test_its_calls_are_in_the_sample_world() -> None:
    world = load_world()
    names = {topic.identifier for call in world.portal for topic in call.topics}
    names |= {one.identifier for one in world.mirrors}
    assert {one.call for past in sample_history() for one in past.decisions} & names


def test_a_broken_file_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("coalitions: [{coalition: x}]", encoding="utf-8")
    monkeypatch.setattr(history, "FILE", broken)
    with pytest.raises(BadSampleData, match=r"broken\.yaml"):
        sample_history.__wrapped__()
