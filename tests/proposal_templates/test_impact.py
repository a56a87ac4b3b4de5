"""Effects over time: goal by goal, and none is lost that names no goal of the coalition."""

import pytest

from proposal_templates.blocks import words_of
from proposal_templates.context import EffectFacts, ProjectFacts
from tests.proposal_templates import builders


@pytest.mark.parametrize("goal", [None, 9, -1])
def test_an_effect_of_no_goal_is_told_and_asks_for_its_goal(goal: int | None) -> None:
    effect = EffectFacts(goal=goal, short_term="more people start to work in care")
    draft = builders.draft(project=ProjectFacts(effects=(effect,)))
    (told,) = [
        " ".join(span.text for span in words_of(block))
        for section in draft.walk()
        for block in section.blocks_of(("effects",))
    ]
    assert "more people start to work in care" in told
    assert told.count("which goal this measures") == 1
