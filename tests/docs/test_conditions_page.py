"""The page of conditions holds every type, every action and every source, in words."""

import re
from datetime import time
from inspect import getdoc

import pytest

from matcher.eligibility.conditions import ConditionBase
from matcher.eligibility.rule_checks import TYPES
from matcher.eligibility.rulebook import RuleSet, rulebook
from tests.docs.conditions_page import conditions_page

PAGE = conditions_page()
SECTIONS = dict(re.findall(r"^##+ `?([^`\n]+?)`?\n\n(.*?)(?=^##|\Z)", PAGE, re.M | re.S))


@pytest.mark.parametrize("word", TYPES)
def test_every_type_is_told_with_all_its_keys(word: str) -> None:
    told = getdoc(TYPES[word]) or ""
    assert told
    assert told != getdoc(ConditionBase)
    assert SECTIONS[word].startswith(told)
    keys = set(TYPES[word].model_fields) - set(ConditionBase.model_fields) - {"type"}
    assert keys == set(re.findall(r"^\| `(\w+)` \| [^|]+ \|$", SECTIONS[word], re.M))


@pytest.mark.parametrize("rules", rulebook().rule_sets, ids=lambda rules: rules.action)
def test_every_value_of_an_action_stands_in_the_section_of_its_type(rules: RuleSet) -> None:
    for condition in rules.conditions:
        rows = [row for row in SECTIONS[condition.type].splitlines() if f"`{rules.action}`" in row]
        assert any(f"`{condition.source}`" in row for row in rows), condition
        for name in ("minimum", "maximum", "maximum_rate", "minimum_years"):
            value = getattr(condition, name, None)
            assert value is None or any(f"{name} {value}" in row for row in rows), condition
        hour = getattr(condition, "hour", None)
        assert not isinstance(hour, time) or any(f"hour {hour:%H:%M}" in row for row in rows)


@pytest.mark.parametrize("part", ["Actions", "Sources", "Checks", "Groups of countries"])
def test_nothing_is_left_out_of_the_lists(part: str) -> None:
    book = rulebook()
    expected = {
        "Actions": {rules.action for rules in book.rule_sets},
        "Sources": set(book.sources),
        "Checks": set(book.catalogue),
        "Groups of countries": {str(group) for group in book.countries},
    }[part]
    first_cells = re.findall(r"^\| `?(\w+)`? \|", SECTIONS[part], re.M)
    assert set(first_cells[1:]) == expected
