"""The plan for a call as fields: what is stored stands in them, and comes back as it was."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontend.formats import Formats
from frontend.plan_form import FIELDS, field_id, plan_texts, read_plan
from frontend.words import Words
from store.models import ProjectPlan
from store.vocabulary import Language
from tests.frontend.stored import NOW

EUROS = st.none() | st.integers(min_value=0, max_value=99_999_999)
PLANS = st.builds(
    ProjectPlan,
    grant=EUROS,
    total_cost=EUROS,
    own_funding=EUROS,
    months=st.none() | st.integers(min_value=1, max_value=99),
    language=st.none() | st.sampled_from(list(Language)),
    regions=st.sampled_from([(), ("FI1D7",), ("FI1D7", "FI196")]),
    municipalities=st.sampled_from([(), ("698",), ("698", "564")]),
    investment=st.none() | st.booleans(),
)


def typed_in(**texts: str) -> Callable[[str], str]:
    return lambda name: texts.get(name.removeprefix("plan-"), "")


@given(PLANS, st.sampled_from(list(Language)))
def test_a_plan_comes_back_as_it_was(plan: ProjectPlan, language: Language) -> None:
    texts = plan_texts(plan, Formats(Words(language), NOW))
    assert set(texts) == set(FIELDS)
    assert read_plan(typed_in(**texts), plan, Words(language)) == (plan, [])


def test_an_empty_field_is_not_decided() -> None:
    plan = ProjectPlan(grant=1, months=2, language=Language.FI, regions=("FI1D7",), investment=True)
    assert read_plan(typed_in(), plan, Words(Language.EN)) == (ProjectPlan(investment=True), [])


@pytest.mark.parametrize(
    ("field", "text", "says"),
    [
        ("grant", "a lot", "a lot"),
        ("months", "0", "0"),
        ("months", "two years", "two years"),
        ("where", "Lapland, Atlantis", "Atlantis"),
    ],
)
def test_what_cannot_be_read_is_said_at_its_field(field: str, text: str, says: str) -> None:
    _, (fault,) = read_plan(typed_in(**{field: text}), ProjectPlan(), Words(Language.EN))
    assert fault.field == field_id(field)
    assert says in fault.message


def test_a_place_is_a_region_or_a_municipality_and_counts_once() -> None:
    plan, faults = read_plan(typed_in(where="lappi; Urjala, Lappland"), ProjectPlan(), Words(Language.EN))
    assert faults == []
    assert (plan.regions, plan.municipalities) == (("FI1D7",), ("887",))
