"""Every condition of the closed list has one judge, and every judge can say all it has to say."""

from typing import get_args

from matcher.eligibility.conditions import (
    ConditionBase,
    PartnershipCondition,
    ProposalCondition,
    Stage,
    stage_of,
)
from matcher.eligibility.judging.case import FUNDED, ON_MEMBERS
from matcher.eligibility.judging.lead import OneCoordinator
from matcher.eligibility.judging.questions import type_of
from matcher.eligibility.judging.registry import LINE_UP_JUDGES, MEMBER_RULES, ORDER
from store.vocabulary import PartnerRole
from tests.matcher.eligibility.making import judged, lead, made, party

ALL: tuple[type[ConditionBase], ...] = (*get_args(PartnershipCondition), *get_args(ProposalCondition))


def test_every_class_of_the_closed_list_has_one_judge() -> None:
    assert set(MEMBER_RULES) | set(LINE_UP_JUDGES) == {*ALL, OneCoordinator}
    assert not set(MEMBER_RULES) & set(LINE_UP_JUDGES)
    assert set(MEMBER_RULES) == ON_MEMBERS


def test_the_order_has_each_once_and_begins_with_what_sinks() -> None:
    assert sorted(map(repr, ORDER)) == sorted(map(repr, (*ALL, OneCoordinator)))
    assert [type_of_class(kind) for kind in ORDER[:12]] == [
        "deadline",
        "region",
        "applicant_type",
        "associated_only",
        "country",
        "lead",
        "coordinator_age",
        "one_coordinator",
        "country_count",
        "consortium_size",
        "actor_types",
        "application_count",
    ]


def type_of_class(kind: type[ConditionBase]) -> str:
    """The name of a class of conditions."""
    return str(kind.model_fields["type"].default)


def test_what_is_judged_member_by_member() -> None:
    told = {
        type_of_class(kind): (rule.roles, rule.asked_as, rule.sinks, rule.dated)
        for kind, rule in MEMBER_RULES.items()
    }
    lead_only, beneficiary = (PartnerRole.COORDINATOR,), PartnerRole.BENEFICIARY
    everybody = tuple(PartnerRole)
    assert told == {
        "region": (FUNDED, beneficiary, True, False),
        "applicant_type": (FUNDED, beneficiary, True, False),
        "associated_only": (FUNDED, beneficiary, True, False),
        "country": (everybody, beneficiary, False, False),
        "lead": (lead_only, PartnerRole.COORDINATOR, False, False),
        "coordinator_age": (lead_only, PartnerRole.COORDINATOR, False, True),
    }


def test_every_condition_can_be_judged_empty_and_said() -> None:
    for kind in ALL:
        judged(made(kind), lead(), party())


def test_stages() -> None:
    for kind in ALL:
        wanted = Stage.PARTNERSHIP if kind in get_args(PartnershipCondition) else Stage.PROPOSAL
        assert stage_of(made(kind)) is wanted  # type: ignore[arg-type]


def test_a_condition_knows_its_type() -> None:
    assert [type_of(made(kind)) for kind in ALL] == [type_of_class(kind) for kind in ALL]
