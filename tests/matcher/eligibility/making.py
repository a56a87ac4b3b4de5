"""Small builders with valid defaults for the tests of the judges; `told` says all that is to be said."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, TypeVar

from matcher.eligibility.assess import outcome_of
from matcher.eligibility.conditions import Certainty, ConditionBase, CountryGroup
from matcher.eligibility.facts import NO_PLAN, Applied, CallFacts, Origin, Party, Project
from matcher.eligibility.judgement import Answer, Finding, Judgement, Message
from matcher.eligibility.judging.case import Case, Outcome, Standing
from matcher.eligibility.judging.standing import standing
from matcher.eligibility.sentences import say
from store.vocabulary import ActorType, Language, PartnerRole, Programme

C = TypeVar("C", bound=ConditionBase)

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
COORDINATOR, BENEFICIARY = PartnerRole.COORDINATOR, PartnerRole.BENEFICIARY
AFFILIATED = PartnerRole.AFFILIATED_ENTITY
ASSOCIATED, SUBCONTRACTOR = PartnerRole.ASSOCIATED_PARTNER, PartnerRole.SUBCONTRACTOR
YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN


@dataclass(frozen=True)
class Countries:
    """A group of countries."""

    members: frozenset[str]
    certainty: Certainty = Certainty.A


@dataclass(frozen=True)
class Book:
    """A rule book with nothing but its countries: the EU sure, the EEA of certainty B, a third of C."""

    countries: Mapping[CountryGroup, Countries] = field(
        default_factory=lambda: {
            CountryGroup.EU: Countries(frozenset({"FI", "SE", "EE", "DE", "LV"})),
            CountryGroup.EEA: Countries(frozenset({"FI", "SE", "EE", "DE", "LV", "NO"}), Certainty.B),
            CountryGroup.ERASMUS_ASSOCIATED: Countries(frozenset({"NO", "TR"}), Certainty.C),
        }
    )


BOOK = Book()


def made(kind: type[C], certainty: Certainty = Certainty.A, /, **values: Any) -> C:
    """A condition of a type."""
    return kind(source="call", certainty=certainty, **values)


def applied(condition: ConditionBase, origin: Origin = Origin.RULE) -> Applied:
    """A condition as it stands for a call."""
    return Applied(condition, origin)


def party(key: str = "a", country: str = "FI", role: PartnerRole | None = BENEFICIARY, **facts: Any) -> Party:
    """An organisation: a VET provider in Finland unless told; it is called by its key in capitals."""
    kind = facts.pop("kind", ActorType.VET_PROVIDER)
    return Party(key, key.upper(), kind, country, role=role, **facts)


def lead(key: str = "lead", country: str = "FI", **facts: Any) -> Party:
    """An organisation that coordinates."""
    return party(key, country, COORDINATOR, **facts)


def a_call(**facts: Any) -> CallFacts:
    """A call."""
    return CallFacts(**{"key": "1", "programme": Programme.ERASMUS_PLUS, "identifier": "KA220-ADU"} | facts)


def a_case(
    *parties: Party,
    call: CallFacts | None = None,
    conditions: Iterable[Applied] = (),
    project: Project = NO_PLAN,
    now: datetime = NOW,
) -> Case:
    """A line-up before a call."""
    return Case(call or a_call(), parties, tuple(conditions), BOOK, now, project)


def judged(condition: ConditionBase, *parties: Party, **facts: Any) -> Outcome:
    """What a condition comes to for these parties, after all of it was said in every language."""
    facts.setdefault("conditions", (applied(condition),))
    outcome = outcome_of(applied(condition), a_case(*parties, **facts))
    told(outcome)
    return outcome


def stands(condition: ConditionBase, one: Party, role: PartnerRole | None = None, **facts: Any) -> Standing:
    """How one member stands, after it was said in every language."""
    found = standing(condition, one, role or one.role or BENEFICIARY, a_case(one, **facts))
    told(found)
    return found


def told(found: Outcome | Standing | Finding) -> None:
    """Says reason, question and cure in every language: what cannot be said fails the test."""
    cure = None if isinstance(found, Standing) else found.cure
    messages = [found.reason, found.question and found.question.message, cure and cure.message]
    say_all(message for message in messages if message)


def told_judgement(judgement: Judgement) -> None:
    """Says all that a judgement says."""
    say_all([judgement.reason, *judgement.warnings])
    say_all(cure.message for cure in judgement.cures)
    say_all(what_if.message for what_if in judgement.what_ifs)
    say_all(question.message for question in judgement.questions)
    for found in (*judgement.findings, *judgement.to_keep):
        told(found)
    for member in judgement.members:
        say_all([member.reason, *(role.reason for role in member.roles if role.reason)])


def say_all(messages: Iterable[Message]) -> None:
    """Says each message in every language."""
    for message in messages:
        for language in Language:
            assert say(message, language).strip()
