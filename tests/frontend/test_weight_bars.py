"""A bar's blocks fill it, one for each weight that somebody gave, and say the table's numbers."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from api.services.members.member_inputs import WEIGHTS, Outcome, Target
from frontend.weight_bars import GAP, WIDTH, blocks_of
from store.vocabulary import InputKind


def outcome(counts: list[int], silent: int) -> Outcome:
    by_weight = {weight: ["x"] * n for weight, n in zip(WEIGHTS, counts, strict=True)}
    target = Target(key="goal:g1", kind=InputKind.GOAL, text="Zx")
    return Outcome(target=target, by_weight=by_weight, silent=["x"] * silent)


@given(st.lists(st.integers(0, 40), min_size=4, max_size=4), st.integers(0, 40))
def test_blocks_fill_the_bar_side_by_side(counts: list[int], silent: int) -> None:
    blocks = blocks_of(outcome(counts, silent))
    assert [block.number for block in blocks] == [n for n in (*counts, silent) if n]
    for left, right in pairwise(blocks):
        assert abs(left.x + left.width + GAP - right.x) < 0.2
    if blocks:
        assert blocks[0].x == 0
        assert abs(blocks[-1].x + blocks[-1].width - WIDTH) < 0.5
