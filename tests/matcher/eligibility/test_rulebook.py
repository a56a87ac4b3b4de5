"""Rule files: what is refused and how it is told, editions, variants, and which action a call belongs to."""

import re
from datetime import date, time
from pathlib import Path
from typing import TypeVar

import pytest

from matcher.eligibility.conditions import (
    ApplicantType,
    Certainty,
    ConditionBase,
    ConsortiumSize,
    CountryGroup,
    CountryScope,
    Deadline,
    Grant,
)
from matcher.eligibility.facts import CallFacts
from matcher.eligibility.rule_checks import TYPES
from matcher.eligibility.rule_file import CallCountries, ManagedBy
from matcher.eligibility.rulebook import RuleSet, load_rulebook
from matcher.errors import BadRuleFile
from store.vocabulary import Language, Programme
from tests.matcher.eligibility.rule_folders import (
    ACTION,
    COUNTRIES,
    SOURCES,
    line_of,
    rule_folder,
    with_condition,
)

Kind = TypeVar("Kind", bound=ConditionBase)
GRANT = "type: grant\nmaximum: 5\nsource: guide\ncertainty: A"
BROKEN = {
    "unknown key of the file": (ACTION + "colour: red\n", "colour", "unknown key; there are: action, name"),
    "unknown key of a condition": (with_condition(GRANT + "\nsize: 3"), "size", "unknown key; there are: "),
    "unknown type": (with_condition("type: colour\nsource: guide"), "type: colour", "unknown condition type"),
    "no type": (
        with_condition("source: guide"),
        "- source: guide",
        "a condition needs a type; there are: applicant_type, ",
    ),
    "no certainty": (
        with_condition("type: grant\nsource: guide"),
        "type: grant",
        "certainty: is missing; write it",
    ),
    "wrong number": (with_condition(GRANT.replace("5", "many")), "maximum: many", "(found 'many'); mend"),
    "wrong word": (ACTION.replace("groups: [eu]", "groups: [nato]"), "groups: [nato]", "(found 'nato')"),
    "wrong certainty": (
        with_condition(GRANT.replace("certainty: A", "certainty: D")),
        "certainty: D",
        "(found 'D')",
    ),
    "unknown source": (
        with_condition(GRANT.replace("guide", "hearsay")),
        "hearsay",
        "unknown source 'hearsay'",
    ),
    "unknown rule": (ACTION.replace("[R05]", "[R99]"), "R99", "unknown rule 'R99'"),
    "minimum above maximum": (
        with_condition(GRANT + "\nminimum: 6"),
        "minimum: 6",
        "6 is more than maximum 5",
    ),
    "ends before it begins": (
        with_condition(GRANT + "\nvalid_from: 2026-02-01\nvalid_until: 2026-01-31"),
        "valid_from",
        "2026-02-01 is more than valid_until 2026-01-31",
    ),
    "type not in the first line": (
        with_condition("source: guide\ncertainty: A\ntype: colour"),
        "type: colour",
        "conditions.type: unknown condition type 'colour'; there are: applicant_type, country, ",
    ),
    "no such day": (with_condition(GRANT + "\nvalid_from: 2026-02-30"), "2026-02-30", "mend the value"),
    "type twice": (
        with_condition("type: consortium_size\nminimum: 4\nsource: guide\ncertainty: B"),
        "type: consortium_size",
        "conditions.type: consortium_size stands twice for the same days",
    ),
    "type twice, far below": (
        with_condition("certainty: B\nsource: guide\nminimum: 4\ntype: consortium_size"),
        "type: consortium_size",
        "conditions.type: consortium_size stands twice for the same days",
    ),
    "key twice": (with_condition(GRANT + "\nmaximum: 7"), "maximum: 7", "maximum: stands twice; keep one"),
    "no YAML": (ACTION + "  - ]\n", "- ]", "not valid YAML"),
    "pointer": (ACTION.replace("[eu]", "&eu [eu]") + "note: *eu\n", "note: *eu", "not valid YAML"),
    "unknown programme": (ACTION.replace("esf_plus", "esf_minus"), "esf_minus", "(found 'esf_minus')"),
    "no name in a language": (ACTION.replace(", sv: null", ""), "name:", "is missing; write it"),
    "unknown key of a need": (
        with_condition("type: actor_types\nneeds:\n  - {kind: hei}\nsource: guide\ncertainty: A"),
        "kind: hei",
        "unknown key; there are: any_of, trait",
    ),
}


@pytest.mark.parametrize(("text", "words", "told"), BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_refused_at_its_line(tmp_path: Path, text: str, words: str, told: str) -> None:
    folder = rule_folder(tmp_path, text)
    with pytest.raises(BadRuleFile) as caught:
        load_rulebook(folder)
    file = folder / "esf_plus" / "act.yaml"
    assert str(caught.value).startswith(f"{file}:{line_of(text, words)}: "), caught.value
    assert told in str(caught.value)
    assert (caught.value.path, caught.value.line) == (file, line_of(text, words))


@pytest.mark.parametrize("kind", ["applicant_type", "country", "consortium_size", "country_count"])
def test_each_action_states_the_four_it_cannot_do_without(tmp_path: Path, kind: str) -> None:
    before, _, after = ACTION.partition(f"  - type: {kind}\n")
    rest = "".join(f"  - type{block}" for block in after.split("  - type")[1:])
    with pytest.raises(BadRuleFile, match=f"conditions: {kind} is missing; state it, with empty values"):
        load_rulebook(rule_folder(tmp_path, before + rest))


def test_an_empty_value_says_that_the_sources_do_not_say(tmp_path: Path) -> None:
    book = load_rulebook(rule_folder(tmp_path, ACTION.replace("minimum: 3", "minimum:")))
    assert _only(book.rule_sets[0], ConsortiumSize, None).minimum is None


def test_words_that_yaml_would_take_for_something_else_stay_words(tmp_path: Path) -> None:
    text = with_condition("type: deadline\nhour: 12:00\nsource: guide\ncertainty: A")
    rules = load_rulebook(rule_folder(tmp_path, text.replace("groups: [eu]", "countries: [NO]"))).rule_sets[0]
    assert _only(rules, CountryScope, None).countries == ("NO",)
    assert _only(rules, Deadline, None).hour == time(12)


def test_an_empty_file_and_a_missing_one_are_told(tmp_path: Path) -> None:
    with pytest.raises(BadRuleFile, match=r"act\.yaml:1: the file is empty"):
        load_rulebook(rule_folder(tmp_path, "# nothing yet\n"))
    (tmp_path / "catalogue.yaml").unlink()
    with pytest.raises(BadRuleFile, match=r"catalogue\.yaml:1: cannot be read"):
        load_rulebook(tmp_path)


def test_a_source_is_titled_in_every_language(tmp_path: Path) -> None:
    with pytest.raises(BadRuleFile, match=r"sources\.yaml:3: sources\.guide\.title\.sv: is missing"):
        load_rulebook(rule_folder(tmp_path, sources=SOURCES.replace(", sv: En guide", "")))
    book = load_rulebook(rule_folder(tmp_path))
    told = [book.sources["guide"].title.in_language(language) for language in Language]
    assert told == ["A guide", "Opas", "En guide"]


def test_every_group_has_its_countries(tmp_path: Path) -> None:
    without = "\n".join(line for line in COUNTRIES.splitlines() if "eea" not in line)
    with pytest.raises(BadRuleFile, match=r"countries\.yaml:2: groups: the group 'eea' is missing"):
        load_rulebook(rule_folder(tmp_path, countries=without))
    book = load_rulebook(rule_folder(tmp_path))
    assert book.countries[CountryGroup.ERASMUS_ASSOCIATED].members == {"NO", "RS"}


def test_a_least_and_a_most_may_be_the_same(tmp_path: Path) -> None:
    rules = load_rulebook(rule_folder(tmp_path, with_condition(GRANT + "\nminimum: 5"))).rule_sets[0]
    assert (_only(rules, Grant, None).minimum, _only(rules, Grant, None).maximum) == (5, 5)


def test_what_the_book_holds(tmp_path: Path) -> None:
    head = "call_countries: lead\nconditions:"
    book = load_rulebook(rule_folder(tmp_path, VARIANT.replace("conditions:", head, 1)))
    assert (set(book.sources), book.catalogue) == (
        {"guide", "other"},
        {"R05": "least number of organisations"},
    )
    for rules in book.rule_sets:
        assert (rules.programme, rules.managed_by) == (Programme.ESF_PLUS, ManagedBy.COMMISSION)
        assert (rules.call_countries, rules.file) == (CallCountries.LEAD, tmp_path / "esf_plus" / "act.yaml")
    assert load_rulebook(rule_folder(tmp_path)).rule_sets[0].call_countries is CallCountries.APPLICANTS


@pytest.mark.parametrize(
    ("change", "claim"),
    [(("ACT", "act"), "ACT"), (("action: ACT", "action: OTHER"), "ACT-*"), (("ACT", "Act"), "ACT")],
)
def test_two_actions_do_not_claim_the_same_calls(tmp_path: Path, change: tuple[str, str], claim: str) -> None:
    told = rf"other\.yaml:1: action: '{re.escape(claim)}' is claimed by ACT already; take it out"
    with pytest.raises(BadRuleFile, match=told):
        load_rulebook(rule_folder(tmp_path, other=ACTION.replace(*change)))


@pytest.mark.parametrize(
    ("change", "claim"), [(("ACT_BIG", "ACT"), "ACT"), (('"ACT-*-BIG"', '"act-*"'), "ACT-*")]
)
def test_a_variant_does_not_claim_what_its_action_does(
    tmp_path: Path, change: tuple[str, str], claim: str
) -> None:
    text = VARIANT.replace(*change)
    line = line_of(text, "  - action: ")
    told = rf"act\.yaml:{line}: variants\.action: '{re.escape(claim)}' is claimed by ACT already"
    with pytest.raises(BadRuleFile, match=told):
        load_rulebook(rule_folder(tmp_path, text))


@pytest.mark.parametrize(
    ("first", "second", "overlap"),
    [
        ((1, 10), (10, 20), True),
        ((10, 20), (1, 10), True),
        ((1, 20), (5, 6), True),
        ((5, 6), (1, 20), True),
        ((1, 10), (5, 15), True),
        ((5, 15), (1, 10), True),
        ((1, 9), (10, 20), False),
        ((10, 20), (1, 9), False),
    ],
)
def test_editions_of_a_type_hold_on_different_days(
    tmp_path: Path, first: tuple[int, int], second: tuple[int, int], overlap: bool
) -> None:
    one, other = (
        f"type: grant\nmaximum: 5\nsource: guide\ncertainty: A\n"
        f"valid_from: 2026-01-{start:02}\nvalid_until: 2026-01-{end:02}"
        for start, end in (first, second)
    )
    block = with_condition(other).removeprefix(ACTION)
    folder = rule_folder(tmp_path, with_condition(one) + block)
    if not overlap:
        assert len(load_rulebook(folder).rule_sets[0].conditions) == 6
        return
    with pytest.raises(
        BadRuleFile, match="grant stands twice for the same days; merge them or give them dates"
    ):
        load_rulebook(folder)


EDITIONS = with_condition(
    "type: consortium_size\nminimum: 4\nvalid_from: 2026-07-01\nsource: guide\ncertainty: B"
).replace("minimum: 3", "minimum: 3\n    valid_from: 2026-01-01\n    valid_until: 2026-06-30")


@pytest.mark.parametrize(
    ("cut_off", "minimum"),
    [
        (date(2025, 12, 31), None),
        (date(2026, 1, 1), 3),
        (date(2026, 6, 30), 3),
        (date(2026, 7, 1), 4),
        (None, 4),
    ],
)
def test_the_cut_off_decides_on_the_edition(
    tmp_path: Path, cut_off: date | None, minimum: int | None
) -> None:
    rules = load_rulebook(rule_folder(tmp_path, EDITIONS)).rule_sets[0]
    assert _only(rules, ConsortiumSize, cut_off).minimum == minimum


def test_dates_of_the_file_are_those_of_its_conditions(tmp_path: Path) -> None:
    text = ACTION.replace("conditions:", "valid_from: 2025-01-01\nvalid_until: 2027-12-31\nconditions:")
    rules = load_rulebook(rule_folder(tmp_path, text)).rule_sets[0]
    dates = {(condition.valid_from, condition.valid_until) for condition in rules.conditions}
    assert dates == {(date(2025, 1, 1), date(2027, 12, 31))}
    assert _only(rules, ApplicantType, date(2027, 12, 31)).any_organisation
    after = _only(rules, ApplicantType, date(2028, 1, 1))
    assert not after.any_organisation
    assert (after.legal_types, after.source, after.certainty) == (None, "guide", Certainty.A)
    size = _only(rules, ConsortiumSize, date(2028, 1, 1))
    assert (size.minimum, size.certainty, size.rules) == (None, Certainty.B, ("R05",))
    assert after.note == "The sources give no value for a cut-off on this day."


def test_a_surer_and_a_less_sure_part_may_stand_together(tmp_path: Path) -> None:
    text = with_condition("type: consortium_size\nminimum: 8\nsource: guide\ncertainty: C")
    rules = load_rulebook(rule_folder(tmp_path, text)).rule_sets[0]
    assert [c.minimum for c in rules.conditions if isinstance(c, ConsortiumSize)] == [3, 8]


VARIANT = (
    ACTION
    + """variants:
  - action: ACT_BIG
    name: {en: A bigger action, fi: null, sv: null}
    calls:
      identifiers: ["ACT-*-BIG"]
    conditions:
      - {type: consortium_size, minimum: 9, source: guide, certainty: B}
"""
)


def test_a_variant_changes_what_it_states_and_keeps_the_rest(tmp_path: Path) -> None:
    base, variant = load_rulebook(rule_folder(tmp_path, VARIANT)).rule_sets
    assert (base.action, variant.action) == ("ACT", "ACT_BIG")
    assert variant.name == {Language.EN: "A bigger action", Language.FI: None, Language.SV: None}
    assert _only(base, ConsortiumSize, None).minimum == 3
    assert _only(variant, ConsortiumSize, None).minimum == 9
    assert _only(variant, CountryScope, None) == _only(base, CountryScope, None)


def test_a_fault_in_a_variant_is_told_at_its_line(tmp_path: Path) -> None:
    text = VARIANT.replace("minimum: 9", "minimum: 9, maximum: 8")
    with pytest.raises(BadRuleFile, match=rf"act\.yaml:{line_of(text, 'maximum: 8')}: variants.conditions"):
        load_rulebook(rule_folder(tmp_path, text))


FALLBACK = ACTION.replace("action: ACT", "action: OTHER").replace(
    'identifiers: ["ACT-*"]', "sources: [a_source]\n  programme: true"
)


@pytest.mark.parametrize(
    ("identifier", "source", "programme", "action"),
    [
        ("ACT-2026-X", None, Programme.ESF_PLUS, "ACT"),
        ("act-2026-x", None, Programme.ESF_PLUS, "ACT"),
        ("SAMPLE-ACT-2026", "a_source", Programme.ESF_PLUS, "ACT"),
        ("ACT-2026-BIG", None, Programme.ESF_PLUS, "ACT_BIG"),
        ("ACT_BIG", None, Programme.ERASMUS_PLUS, "ACT_BIG"),
        ("FACT-2026", None, Programme.ERASMUS_PLUS, None),
        ("PACT", "a_source", Programme.ERASMUS_PLUS, "OTHER"),
        ("PACT", "elsewhere", Programme.ESF_PLUS, "OTHER"),
        ("PACT", "elsewhere", Programme.ERASMUS_PLUS, None),
    ],
)
def test_identifier_before_source_before_programme(
    tmp_path: Path, identifier: str, source: str | None, programme: Programme, action: str | None
) -> None:
    book = load_rulebook(rule_folder(tmp_path, VARIANT, other=FALLBACK))
    rules = book.rules_of(CallFacts("1", programme, identifier, source))
    assert (rules.action if rules else None) == action


def test_the_type_of_action_of_a_call_counts_as_its_identifier(tmp_path: Path) -> None:
    book = load_rulebook(rule_folder(tmp_path, VARIANT, other=FALLBACK))
    rules = book.rules_of(CallFacts("1", Programme.ESF_PLUS, "a-page-about-it", "a_source", action="ACT-ADU"))
    assert rules is not None
    assert rules.action == "ACT"


def test_every_type_of_condition_can_be_written() -> None:
    assert len(TYPES) == 23
    assert all(kind.model_fields["type"].default == word for word, kind in TYPES.items())


def _only(rules: RuleSet, kind: type[Kind], cut_off: date | None) -> Kind:
    (found,) = [condition for condition in rules.on(cut_off) if isinstance(condition, kind)]
    return found
