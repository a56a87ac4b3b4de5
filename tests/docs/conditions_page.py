"""The reference page of eligibility: what a rule can say, and what the rules in the house do say."""

from collections.abc import Iterable, Mapping
from datetime import date, time
from enum import StrEnum
from inspect import cleandoc, isclass
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from matcher.eligibility.applied import says_nothing
from matcher.eligibility.conditions import (
    ActorNeed,
    ConditionBase,
    Country,
    Municipality,
    NutsCode,
    PartnershipCondition,
    Stage,
)
from matcher.eligibility.rule_checks import TYPES
from matcher.eligibility.rulebook import RULES, RuleSet, rulebook
from store.vocabulary import ActorType, LegalType

INTRO = """
# Conditions

What the rules of a call can say, and what they do say. [Adding a rule](adding_a_rule.md) tells how to write
one; [the record on verdicts](decisions/0009-verdicts.md) how they are judged. `make docs` writes this page.

**Certainty.** A: read in an official text. B: read in a secondary source. C: recalled; it asks, and says
neither yes nor no.

**Stage.** A *partnership* condition makes the verdict. A *proposal* condition is a choice or a step still
ahead: it is listed as *to keep to*, and lowers the verdict only when a planned value breaks it.

**Not said.** An empty value means that the sources do not say: such a condition asks.
"""
WORDS: Mapping[object, str] = {
    bool: "yes or no",
    date: "day",
    float: "share, above 0 up to 1",
    int: "whole number",
    str: "word",
    time: "local hour",
    Country: "country code (ISO 3166-1)",
    Municipality: "code of a Finnish municipality",
    NutsCode: "NUTS code of any level",
}
VOCABULARIES: Mapping[type[StrEnum], str] = {ActorType: "actor types", LegalType: "legal types"}
"""Words that several conditions take, listed once at the end."""


def conditions_page() -> str:
    """Every condition type with its fields and the values of each action; then actions, checks, sources."""
    lines = [*INTRO.strip().splitlines(), "", "## Every condition", "", *_told(ConditionBase), ""]
    lines += _fields(ConditionBase, ())
    for stage in Stage:
        lines += ["", f"## Conditions of the {stage}"]
        for word, kind in TYPES.items():
            if (kind in get_args(PartnershipCondition)) == (stage is Stage.PARTNERSHIP):
                lines += [
                    "",
                    f"### `{word}`",
                    "",
                    *_told(kind),
                    "",
                    *_fields(kind, ConditionBase.model_fields),
                ]
                lines += ["", *_values(word)]
    for part in (_vocabularies(), _groups(), _actions(), _checks(), _sources()):
        lines += ["", *part]
    return "\n".join([*lines, ""])


def _told(kind: type[BaseModel]) -> list[str]:
    return cleandoc(kind.__doc__ or "").splitlines()


def _fields(kind: type[BaseModel], but: Iterable[str]) -> list[str]:
    fields = {name: f for name, f in kind.model_fields.items() if name not in {*but, "type"}}
    lines = [f"| `{name}` | {_takes(field.annotation)} |" for name, field in fields.items()]
    return ["| key | takes |", "|---|---|", *lines]


def _takes(kind: Any) -> str:
    """What a field takes, in words; a field that may be empty takes what it takes when it is not."""
    origin, inner = get_origin(kind), [part for part in get_args(kind) if part is not NoneType]
    if origin in (Union, UnionType):
        return _takes(inner[0])
    if origin is tuple:
        return f"list: {_takes(inner[0])}"
    if origin is dict:
        return f"{_takes(inner[0])}, each with a {_takes(inner[1])}"
    if origin is Annotated:
        return WORDS.get(kind) or _takes(inner[0])
    if isclass(kind) and issubclass(kind, StrEnum):
        return VOCABULARIES.get(kind) or ", ".join(f"`{member}`" for member in kind)
    if kind is ActorNeed:
        return "; ".join(f"`{name}`: {_takes(f.annotation)}" for name, f in ActorNeed.model_fields.items())
    return WORDS[kind]


def _values(word: str) -> list[str]:
    """A row for each different statement, with the actions that make it."""
    rows: dict[tuple[str, ...], list[str]] = {}
    for rules in rulebook().rule_sets:
        for condition in rules.conditions:
            if condition.type == word:
                sure = "" if says_nothing(condition) and condition.type != "deadline" else condition.certainty
                said = (_said(condition), _source(condition), sure, _days(condition))
                rows.setdefault(said, []).append(f"`{rules.action}`")
    if not rows:
        return ["No action carries it; it can be read from a call."]
    lines = [f"| {', '.join(actions)} | {' | '.join(said)} |" for said, actions in rows.items()]
    return ["| action | says | source | certainty | cut-offs |", "|---|---|---|---|---|", *lines]


def _said(condition: ConditionBase) -> str:
    """The values of a condition that differ from saying nothing, and its note."""
    own = {
        name: getattr(condition, name)
        for name, field in type(condition).model_fields.items()
        if name not in {*ConditionBase.model_fields, "type"}
        and getattr(condition, name) != field.get_default(call_default_factory=True)
    }
    values = "; ".join(f"{name} {_written(value)}" for name, value in own.items())
    values = values or "not said"
    return f"{values}. {condition.note}" if condition.note else values


def _written(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, ActorNeed):
        return _need(value)
    if isinstance(value, tuple):
        return ", ".join(_written(part) for part in value)
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_written(part)}" for key, part in value.items())
    return str(value)


def _need(need: ActorNeed) -> str:
    who = " or ".join(need.any_of) or f"{need.trait}"
    where = " in each country" if need.per_country else ""
    return f"{need.minimum} {who}{where}{' (associated will do)' if need.may_be_associated else ''}"


def _source(condition: ConditionBase) -> str:
    return f"`{condition.source}`, {condition.place}" if condition.place else f"`{condition.source}`"


def _days(condition: ConditionBase) -> str:
    first, last = condition.valid_from, condition.valid_until
    return f"{first or ''} to {last or ''}".strip() if first or last else "any"


def _vocabularies() -> list[str]:
    lines = ["## Actor types and legal types", "", "| kind | words |", "|---|---|"]
    return lines + [
        f"| {name} | {', '.join(f'`{word}`' for word in words)} |" for words, name in VOCABULARIES.items()
    ]


def _groups() -> list[str]:
    lines = ["## Groups of countries", "", "| group | members | source | certainty |", "|---|---|---|---|"]
    return lines + [
        f"| `{key}` | {', '.join(sorted(group.members))} | `{group.source}` | {group.certainty} |"
        for key, group in rulebook().countries.items()
    ]


def _actions() -> list[str]:
    lines = ["## Actions", "", "| action | name | how its calls are known | file |", "|---|---|---|---|"]
    for rules in rulebook().rule_sets:
        names = " / ".join(name for name in rules.name.values() if name)
        file = rules.file.relative_to(RULES)
        link = f"[{file}](../matcher/eligibility/rules/{file})"
        lines.append(f"| `{rules.action}` | {names} | {_known_by(rules)} | {link} |")
    return lines


def _known_by(rules: RuleSet) -> str:
    known = [*(f"`{words}`" for words in rules.calls.identifiers)]
    known += [f"other calls of `{source}`" for source in rules.calls.sources]
    known += [f"other calls of `{rules.programme}`"] if rules.calls.programme else []
    return ", ".join(known) or "its key alone"


def _checks() -> list[str]:
    lines = ["## Checks", "", "| number | check | conditions |", "|---|---|---|"]
    for number, words in rulebook().catalogue.items():
        kinds = {
            c.type: None for rules in rulebook().rule_sets for c in rules.conditions if number in c.rules
        }
        lines.append(f"| {number} | {words} | {', '.join(f'`{kind}`' for kind in kinds)} |")
    return lines


def _sources() -> list[str]:
    lines = ["## Sources", "", "| key | source | where to look | certainty |", "|---|---|---|---|"]
    return lines + [
        f"| `{key}` | {source.title.en} | {source.reference} | {source.note or ''} |"
        for key, source in rulebook().sources.items()
    ]
