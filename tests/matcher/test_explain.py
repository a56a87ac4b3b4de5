"""Reasons say what met, quote it exactly, and are silent where nothing meets."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from matcher.explain import ABOVE_NOISE, AT_MOST, CallPassages, Reason, explain
from matcher.language_means import not_measured
from matcher.passages import passage_text, split_passages
from matcher.profile import Aim, AimKind
from tests.matcher.doubles import THEMES, OneHotEncoder, means, profile

CARE = Aim(AimKind.GOAL, "g1", "More people in care")
PEAT = Aim(AimKind.NEED, "n1", "Jobs after peat")
TEXT = (
    "## Objective\nProjects bring people into care work. They are trained at the workplace.\n\n"
    "## Other\nRegions that leave peat behind make a plan. Reports are due in May."
)


def passages(text: str = TEXT) -> CallPassages:
    """The call's passages with one-hot vectors."""
    found = split_passages(text)
    vectors = OneHotEncoder().encode_passages([passage_text(text, passage) for passage in found])
    return CallPassages(text, "en", found, vectors)


def reasons(*aims: Aim, call: CallPassages | None = None) -> list[Reason]:
    """Reasons for a profile with these aims."""
    return explain(profile("x", aims=aims), call or passages(), means())


def test_each_aim_is_paired_with_the_passage_it_met() -> None:
    found = reasons(CARE, PEAT)
    begin = {(reason.aim.ref, reason.quote[:14]) for reason in found}
    assert begin == {("g1", "Projects bring"), ("n1", "Regions that l")}
    assert all(TEXT[reason.start : reason.end] == reason.quote for reason in found)


def test_where_nothing_meets_nothing_is_said() -> None:
    assert reasons(Aim(AimKind.GOAL, "g", "sport")) == []
    assert reasons() == []
    assert reasons(CARE, call=passages("")) == []
    assert explain(profile("x", aims=(CARE,)), passages(), not_measured(OneHotEncoder.key)) == []


def test_a_passage_and_an_aim_are_named_once() -> None:
    twin = Aim(AimKind.NEED, "n2", "care again")
    found = reasons(CARE, twin)
    assert [reason.aim for reason in found] == [CARE]


def test_the_threshold_is_so_many_deviations_above_unrelated_texts() -> None:
    half = Aim(AimKind.GOAL, "g", "care digital youth sport")
    one, other = OneHotEncoder().encode_queries([half.text, "care"])
    cosine = float(one @ other)
    just_met, just_missed = cosine / ABOVE_NOISE - 0.01, cosine / ABOVE_NOISE + 0.01
    wanted = profile("x", aims=(half,))
    assert explain(wanted, passages(), means(just_met))
    assert not explain(wanted, passages(), means(just_missed))


@given(
    st.lists(st.sampled_from(THEMES), max_size=6),
    st.lists(st.tuples(st.sampled_from(THEMES), st.sampled_from(["\n", "\n\n## Next\n", " "])), max_size=12),
)
def test_every_quotation_is_found_in_the_call_and_every_aim_in_the_profile(
    wanted: list[str], offered: list[tuple[str, str]]
) -> None:
    text = "".join(f"Work with {theme} is paid for here.{gap}" for theme, gap in offered)
    aims = tuple(Aim(AimKind.GOAL, f"g{n}", theme) for n, theme in enumerate(wanted))
    found = reasons(*aims, call=passages(text))
    assert len(found) <= AT_MOST
    for reason in found:
        assert reason.aim in aims
        assert text[reason.start : reason.end] == reason.quote
    assert [reason.cosine for reason in found] == sorted((reason.cosine for reason in found), reverse=True)
    assert np.isfinite([reason.cosine for reason in found]).all()
