"""Registrations, and the number of applications: of whom they are asked, and in which order."""

import pytest

from matcher.eligibility.conditions import ApplicationCount, Identifiers
from store.vocabulary import Identifier
from tests.matcher.eligibility.making import (
    ASSOCIATED,
    COORDINATOR,
    NO,
    UNKNOWN,
    YES,
    judged,
    lead,
    made,
    party,
)

PIC, OID = Identifier.PIC, Identifier.OID
BOTH = made(Identifiers, needed=(PIC, OID))
ALL = {PIC: True, OID: True}


def test_everybody_has_all() -> None:
    found = judged(BOTH, lead(identifiers=ALL), party(identifiers=ALL), party("x", role=ASSOCIATED))
    assert (found.answer, found.reason.key, found.question) == (YES, "identifiers.yes", None)
    assert found.reason.values == {"identifiers": (PIC, OID)}


def test_who_lacks_what_is_told_before_what_is_not_known() -> None:
    found = judged(BOTH, lead(), party("b", identifiers={OID: False}), party("c", identifiers={OID: False}))
    values = {"identifiers": (OID,), "names": ("B", "C")}
    assert (found.answer, found.reason.key, found.reason.values) == (NO, "identifiers.no", values)
    assert (found.parties, found.curable) == (("b", "c"), True)
    assert found.cure is not None
    assert (found.cure.message.key, found.cure.message.values, found.cure.count) == (
        "cure.identifiers",
        values,
        0,
    )


def test_what_is_not_known_is_asked_one_by_one() -> None:
    first = judged(BOTH, lead(identifiers={PIC: True}), party("b"), party("c"))
    assert (first.answer, first.reason.key, first.parties) == (UNKNOWN, "identifiers.keep", ("b", "c"))
    assert first.reason.values == {"identifiers": (PIC, OID)}
    assert first.question is not None
    assert (first.question.fact, first.question.party) == ("member.pic", "b")
    second = judged(BOTH, lead(identifiers={PIC: True}), party("b", identifiers=ALL))
    assert second.question is not None
    assert (second.question.fact, second.question.party) == ("member.oid", "lead")


@pytest.mark.parametrize("identifier", list(Identifier))
def test_every_identifier_can_be_asked(identifier: Identifier) -> None:
    found = judged(made(Identifiers, needed=(identifier,)), lead())
    assert found.question is not None
    assert found.question.fact == f"member.{identifier}"


def test_only_the_named_roles_need_them() -> None:
    leads_only = made(Identifiers, needed=(PIC,), roles=(COORDINATOR,))
    assert judged(leads_only, lead(identifiers=ALL), party("b", identifiers={PIC: False})).answer is YES
    assert judged(leads_only, lead(identifiers={PIC: False})).answer is NO


def test_a_partner_thought_of_has_what_it_needs() -> None:
    assert judged(BOTH, lead(identifiers=ALL), party("t", assumed=True)).answer is YES


def test_registrations_that_nobody_gives_ask() -> None:
    found = judged(made(Identifiers), lead())
    assert (found.answer, found.reason.key) == (UNKNOWN, "identifiers.not_told")
    assert found.question is not None
    assert found.question.fact == "call.identifiers"


@pytest.mark.parametrize(("number", "answer"), [(4, YES), (5, YES), (6, NO), (None, UNKNOWN)])
def test_applications_of_each_organisation(number: int | None, answer: object) -> None:
    found = judged(made(ApplicationCount, maximum=5), lead(applications=1), party("b", applications=number))
    assert found.answer is answer
    if answer is YES:
        assert (found.reason.key, found.parties, found.question) == ("application_count.yes", (), None)
        return
    assert found.reason.key == ("applications.no" if answer is NO else "applications.keep")
    assert (found.reason.values, found.parties) == ({"name": "B", "count": 5}, ("b",))
    if answer is NO:
        assert found.cure is not None
        assert (found.cure.message.key, found.cure.message.values, found.cure.count) == (
            "cure.applications",
            {"name": "B", "count": 5},
            0,
        )
    else:
        assert found.question is not None
        assert (found.question.fact, found.question.party) == ("member.applications", "b")


@pytest.mark.parametrize(("number", "answer"), [(0, YES), (1, YES), (2, NO), (None, UNKNOWN)])
def test_applications_that_the_coordinator_leads(number: int | None, answer: object) -> None:
    rule = made(ApplicationCount, maximum_as_coordinator=1)
    found = judged(rule, lead(applications_led=number), party("b", applications_led=9))
    assert found.answer is answer
    if answer is NO:
        assert (found.reason.key, found.parties) == ("applications_led.no", ("lead",))
        assert found.cure is not None
        assert found.cure.message.key == "cure.applications_led"
    if answer is UNKNOWN:
        assert found.reason.key == "applications_led.keep"
        assert found.question is not None
        assert found.question.fact == "member.applications_led"


def test_a_failure_is_told_before_a_question() -> None:
    rule = made(ApplicationCount, maximum=5, maximum_as_coordinator=1)
    found = judged(rule, lead(applications_led=2), party("b"))
    assert (found.answer, found.reason.key) == (NO, "applications_led.no")
    assert judged(rule, lead(applications_led=1), party("b")).reason.key == "applications.keep"


def test_associated_partners_and_partners_thought_of_are_not_counted() -> None:
    rule = made(ApplicationCount, maximum=1)
    beside = party("x", role=ASSOCIATED, applications=9)
    assert judged(rule, lead(applications=1), beside, party("t", assumed=True)).answer is YES


def test_no_number_given_asks_the_call() -> None:
    found = judged(made(ApplicationCount), lead(applications=9))
    assert (found.answer, found.reason.key) == (UNKNOWN, "application_count.not_told")
    assert found.question is not None
    assert found.question.fact == "call.application_count"
