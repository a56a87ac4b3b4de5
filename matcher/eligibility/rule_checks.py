"""Reads a rule file and refuses it, with file and line and what to do, when it does not keep its word."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from matcher.eligibility.conditions import (
    ActorNeed,
    Condition,
    ConditionBase,
    PartnershipCondition,
    ProposalCondition,
)
from matcher.eligibility.positions import Lines, Position, read_yaml
from matcher.eligibility.rule_file import Calls, Group, NameCertainty, Names, RuleFile, Source, Variant
from matcher.errors import BadRuleFile

REQUIRED = ("applicant_type", "country", "consortium_size", "country_count")
"""Types every action has to state, if only to say that the sources do not."""

TYPES: Mapping[str, type[ConditionBase]] = {
    kind.model_fields["type"].default: kind
    for kind in (*get_args(PartnershipCondition), *get_args(ProposalCondition))
}
"""Every condition type by the word that stands for it in a file."""

ASKING = frozenset(
    word
    for word, kind in TYPES.items()
    if any(
        kind.model_fields[name].default is None
        for name in kind.model_fields.keys() - ConditionBase.model_fields
    )
)
"""Types of which a value can be not known; the others, when they are empty, restrict nothing."""

_PARTS: Mapping[str, type[BaseModel]] = {
    "calls": Calls,
    "groups": Group,
    "name": Names,
    "name_certainty": NameCertainty,
    "needs": ActorNeed,
    "sources": Source,
    "variants": Variant,
    **TYPES,
}
_RANGES = (("minimum", "maximum"), ("valid_from", "valid_until"))
Model = TypeVar("Model", bound=BaseModel)


def crossed_range(condition: ConditionBase) -> tuple[str, str] | None:
    """Which value is above the one that it must not exceed, and that in words; None when all is in order."""
    for low, high in _RANGES:
        least, most = getattr(condition, low, None), getattr(condition, high, None)
        if least is not None and most is not None and least > most:
            return low, f"{least} is more than {high} {most}"
    return None


def read_part(path: Path, model: type[Model]) -> tuple[Model, Lines]:
    """A file as a model. Raises BadRuleFile for its first problem, in words that say what is allowed."""
    content, lines = read_yaml(path)
    try:
        return model.model_validate(content), lines
    except ValidationError as error:
        raise _refused(error.errors()[0], model, lines) from error


def read_rule_file(
    path: Path, sources: Collection[str], catalogue: Collection[str]
) -> tuple[RuleFile, Lines]:
    """A file checked as a whole; it may name these sources and rule numbers. Raises BadRuleFile."""
    file, lines = read_part(path, RuleFile)
    for place, conditions in _lists_of(file):
        for i, condition in enumerate(conditions):
            _check_condition(condition, (*place, i), lines, sources, catalogue)
        _check_editions(conditions, place, lines, file)
    for kind in REQUIRED:
        if kind not in {condition.type for condition in file.conditions}:
            told = "is missing; state it, with empty values where the sources do not say"
            raise lines.refuse(("conditions",), f"{kind} {told}")
    return file, lines


def _lists_of(file: RuleFile) -> Iterator[tuple[Position, Sequence[Condition]]]:
    yield ("conditions",), file.conditions
    for i, variant in enumerate(file.variants):
        yield ("variants", i, "conditions"), variant.conditions


def _refused(problem: Any, model: type[BaseModel], lines: Lines) -> BadRuleFile:
    """The first of pydantic's problems in our words, at its line."""
    loc, kind = tuple(problem["loc"]), problem["type"]
    where = tuple(part for part in loc if part not in TYPES)
    if kind == "extra_forbidden":
        inner = next((_PARTS[part] for part in reversed(loc[:-1]) if part in _PARTS), model)
        return lines.refuse(where, f"unknown key; there are: {', '.join(inner.model_fields)}")
    if kind == "union_tag_invalid":
        tag = problem["ctx"]["tag"]
        return lines.refuse(
            (*where, "type"), f"unknown condition type '{tag}'; there are: {', '.join(TYPES)}"
        )
    if kind == "union_tag_not_found":
        return lines.refuse(where, f"a condition needs a type; there are: {', '.join(TYPES)}")
    if kind == "missing":
        return lines.refuse(where, "is missing; write it")
    return lines.refuse(where, f"{problem['msg']} (found {problem['input']!r}); mend the value")


def _check_condition(
    condition: Condition,
    position: Position,
    lines: Lines,
    sources: Collection[str],
    catalogue: Collection[str],
) -> None:
    if condition.source not in sources:
        told = (
            f"unknown source '{condition.source}'; add it to sources.yaml or use one of: {', '.join(sources)}"
        )
        raise lines.refuse((*position, "source"), told)
    for number in condition.rules:
        if number not in catalogue:
            told = f"unknown rule '{number}'; add it to catalogue.yaml or leave it out"
            raise lines.refuse((*position, "rules"), told)
    if crossed := crossed_range(condition):
        low, told = crossed
        raise lines.refuse((*position, low), f"{told}; swap or mend them")


def _check_editions(conditions: Sequence[Condition], place: Position, lines: Lines, file: RuleFile) -> None:
    """Two editions of a type may not hold on the same day, unless one is surer than the other."""
    for i, condition in enumerate(conditions):
        for earlier in conditions[:i]:
            alike = (condition.type, condition.certainty) == (earlier.type, earlier.certainty)
            if alike and _overlap(_span(condition, file), _span(earlier, file)):
                told = f"{condition.type} stands twice for the same days; merge them or give them dates apart"
                raise lines.refuse((*place, i, "type"), told)


def _span(condition: ConditionBase, file: RuleFile) -> tuple[date, date]:
    first = condition.valid_from or file.valid_from or date.min
    return first, condition.valid_until or file.valid_until or date.max


def _overlap(one: tuple[date, date], other: tuple[date, date]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
