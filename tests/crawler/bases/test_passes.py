"""Reading a list that loses and repeats: when to stop, and what was never met."""

import random

from hypothesis import given
from hypothesis import strategies as st

from crawler.bases.passes import MOST_PASSES, Passes


def read_all(passes: Passes, shown: list[list[str]], total: int) -> list[str]:
    """Reads the lists that the source shows pass by pass; returns all that was met."""
    met: list[str] = []
    for rows in shown:
        passes.read(rows)
        met += rows
        if not passes.end_pass(total):
            break
    return met


def test_two_quiet_passes_end_the_reading() -> None:
    passes = Passes()
    read_all(passes, [["a", "b"]] * 9, total=2)
    assert (passes.number, passes.is_settled, passes.shortfall(2)) == (3, True, 0)


def test_something_new_begins_the_counting_anew() -> None:
    passes = Passes()
    met = read_all(passes, [["a"], ["a"], ["a", "b"], ["a"], ["b"], ["c"]], total=2)
    assert (passes.number, sorted(set(met)), passes.most_lost) == (5, ["a", "b"], 1)


def test_eight_passes_at_most() -> None:
    passes = Passes()
    read_all(passes, [[str(number)] for number in range(20)], total=20)
    assert (passes.number, passes.is_settled) == (MOST_PASSES, False)
    assert passes.shortfall(20) == 12


def test_repeats_that_the_total_counts_are_no_shortfall() -> None:
    passes = Passes()
    read_all(passes, [["a", "a", "b"]] * 3, total=3)
    assert passes.shortfall(3) == 0


def test_what_never_came_is_the_shortfall() -> None:
    passes = Passes()
    read_all(passes, [["a", "b"]] * 3, total=5)
    assert passes.shortfall(5) == 3


def test_a_source_that_says_zero_is_asked_twice() -> None:
    passes = Passes()
    read_all(passes, [[]] * 9, total=0)
    assert (passes.number, passes.shortfall(0)) == (2, 0)


@given(st.lists(st.sampled_from("abcdefghij"), max_size=12), st.floats(0, 0.5), st.integers())
def test_met_and_missing_rows_never_exceed_the_total(index: list[str], lossy: float, seed: int) -> None:
    chance = random.Random(seed)
    shown = [[row for row in index if chance.random() >= lossy] for _ in range(MOST_PASSES)]
    passes = Passes()
    met = read_all(passes, shown, total=len(index))
    assert passes.number <= MOST_PASSES
    assert 0 <= passes.shortfall(len(index)) <= len(index) - len(set(met))
    if set(met) == set(index) and lossy == 0:
        assert passes.shortfall(len(index)) == 0
