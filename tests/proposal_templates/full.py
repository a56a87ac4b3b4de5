"""A context in which every field is filled, in each language and for each form; all of it made up.

`full/facts.yaml` holds what is the same in every language, `full/<language>.yaml` the words, in the shape of
`DraftContext`; `full/budgets.yaml` the money by cost model. `full_context` lays them over each other.
"""

from collections.abc import Mapping
from dataclasses import is_dataclass, replace
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints
from zoneinfo import ZoneInfo

import yaml

from proposal_templates.context import (
    BudgetFacts,
    CallFacts,
    CoalitionFacts,
    CostLineFacts,
    DraftContext,
    FundingFacts,
    Language,
    MatchReason,
    MemberFacts,
    ProjectFacts,
    Quote,
    ShareFacts,
    SubcontractFacts,
)
from proposal_templates.draft import Draft, build_draft
from proposal_templates.forms import Form, load_forms

FOLDER = Path(__file__).with_name("full")
FIELD = "description"
"""The field of the call that holds its text here."""


@cache
def read(name: str) -> Any:
    """The content of one of the files of words and figures."""
    return yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))


def full_context(language: Language, form: Form) -> DraftContext:
    """Everything a draft on the form can be made from, and nothing missing."""
    said = laid_over(read("facts"), read(language))
    coalition = made(CoalitionFacts, {**said["coalition"], "language": language})
    call = _call(said["call"], form, language)
    answers = {
        question.key: said["project"]["answer"].format(label=question.label[language])
        for section in form.sections
        for question in section.questions
    }
    project = {k: v for k, v in said["project"].items() if k not in ("budget", "answer")}
    return DraftContext(
        language=language,
        made_on=said["made_on"],
        call=call,
        coalition=coalition,
        members=made(tuple[MemberFacts, ...], said["members"]),
        reasons=_reasons(coalition, call.quotes),
        project=replace(
            made(ProjectFacts, project), answers=answers, budget=_budget(form, said["project"]["budget"])
        ),
    )


def laid_over(facts: Any, words: Any) -> Any:
    """Two trees of one shape as one: maps by key, lists by place."""
    if isinstance(facts, dict) and isinstance(words, dict):
        return {key: laid_over(facts.get(key), words.get(key)) for key in {**facts, **words}}
    if isinstance(facts, list) and isinstance(words, list):
        assert len(facts) == len(words), (facts, words)
        return [laid_over(*pair) for pair in zip(facts, words, strict=True)]
    return words if facts is None else facts


def made(hint: Any, value: Any) -> Any:
    """A value of a file as the type that the context wants; a key that no field has is a TypeError."""
    if value is None:
        return None
    if get_origin(hint) in (Union, UnionType):
        (hint,) = (each for each in get_args(hint) if each is not type(None))
    if get_origin(hint) is tuple:
        return tuple(made(get_args(hint)[0], each) for each in value)
    if is_dataclass(hint) and isinstance(hint, type):
        hints = get_type_hints(hint)
        return hint(**{name: made(hints.get(name), each) for name, each in value.items()})
    if hint is Decimal:
        return Decimal(str(value))
    if hint is time:
        return time.fromisoformat(value)
    if get_origin(hint) is Literal:
        assert value in get_args(hint), value
    elif hint in (str, int, bool, date):
        assert type(value) is hint, (hint, value)
    return value


def _call(said: Mapping[str, Any], form: Form, language: Language) -> CallFacts:
    """A call that uses the form: its programme, and the words and sources by which forms are found."""
    rule = form.applies_to[0]
    passages = said["passages"]
    text = " ".join(passages)
    found = [text.index(passage) for passage in passages]
    facts = {k: v for k, v in said.items() if k != "passages"}
    call: CallFacts = made(CallFacts, facts)
    return replace(
        call,
        identifier=f"{next(iter(rule.identifier_contains), 'CALL')}-2026-OPEN",
        programme=rule.programme,
        action=next(iter(rule.action_contains), "Development Project"),
        source_key=next(iter(rule.from_sources), "eu_portal"),
        language=language,
        fetched_at=datetime(2026, 5, 20, 8, 15, tzinfo=ZoneInfo("Europe/Helsinki")),
        texts={FIELD: text},
        quotes=tuple(
            Quote(text=passage, field=FIELD, start=start, end=start + len(passage))
            for passage, start in zip(passages, found, strict=True)
        ),
    )


def _reasons(coalition: CoalitionFacts, quotes: tuple[Quote, ...]) -> tuple[MatchReason, ...]:
    """One reason for each goal and, with the last passage, one for the first need."""
    aims = [*(goal.text for goal in coalition.goals), coalition.needs[0].text]
    return tuple(MatchReason(aim=aim, quote=quote) for aim, quote in zip(aims, quotes, strict=True))


def _budget(form: Form, words: Mapping[str, Any]) -> BudgetFacts:
    """The money of the form's usual cost model; reasons and sources by member."""
    money = read("budgets")
    model = money["models"][next(iter(form.cost_models), "ls2")]
    reasons = dict(zip(money["members"], words["reasons"], strict=True))
    sources = [each["source"] for each in words["funding"]]
    return BudgetFacts(
        grant=Decimal(model["grant"]),
        total=Decimal(model["total"]),
        investment=False,
        costs=tuple(_cost(line, words["descriptions"]) for line in model["costs"]),
        shares=tuple(
            ShareFacts(member=member, work=work, amount=Decimal(amount), reason=reasons[member])
            for member, work, amount in model["shares"]
        ),
        funding=tuple(
            FundingFacts(member=member, kind=kind, source=source, amount=Decimal(amount))
            for member, kind, source, amount in zip(
                money["members"], money["kinds"], sources, model["funding"], strict=True
            )
        ),
        subcontracts=tuple(
            SubcontractFacts(work=3, cost=Decimal(model["subcontract"]), **each)
            for each in words["subcontracts"]
        ),
    )


def _cost(line: list[Any], descriptions: list[str]) -> CostLineFacts:
    member, work, category, amount, *months = line
    return CostLineFacts(
        member=member,
        work=work,
        category=category,
        description=descriptions[work],
        amount=Decimal(amount),
        person_months=Decimal(months[0]) if months else None,
    )


@cache
def full_draft(language: Language, key: str) -> Draft:
    """The draft on the form of that key from its full context."""
    form = form_of(key)
    return build_draft(full_context(language, form), form)


def form_of(key: str) -> Form:
    """A form by its key."""
    return next(form for form in load_forms() if form.key == key)


COMBINATIONS = [(form.key, language) for form in load_forms() for language in form.languages]
"""Every form in every language it may be written in."""
