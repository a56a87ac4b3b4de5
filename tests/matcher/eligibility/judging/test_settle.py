"""Certainty, origin and disagreement: what they make of an outcome."""

import pytest

from matcher.eligibility.conditions import Certainty, ConsortiumSize
from matcher.eligibility.facts import Applied, Origin
from matcher.eligibility.judgement import Answer, Cure, Finding, Message, Question
from matcher.eligibility.judging.case import Outcome
from matcher.eligibility.judging.questions import ask_call, ask_member
from matcher.eligibility.judging.settle import doubtful, settle
from tests.matcher.eligibility.making import NO, UNKNOWN, YES, applied, made, party, told

CURE = Cure(Message("cure.partners", {"count": 1}))
GOOD, BAD = Message("actor_types.yes"), Message("one_coordinator.none")


def one(
    answer: Answer,
    origin: Origin = Origin.RULE,
    certainty: Certainty = Certainty.A,
    *,
    curable: bool = True,
    question: Question | None = None,
) -> tuple[Applied, Outcome]:
    """A condition with its outcome."""
    condition = made(ConsortiumSize, certainty, minimum=2)
    cure = CURE if answer is NO and curable else None
    outcome = Outcome(answer, GOOD if answer is YES else BAD, curable, cure, question, ("a",))
    return applied(condition, origin), outcome


def only(*judged: tuple[Applied, Outcome]) -> Finding:
    """The one finding that these come to."""
    (found,) = settle(judged)
    told(found)
    return found


@pytest.mark.parametrize("certainty", [Certainty.A, Certainty.B])
@pytest.mark.parametrize("answer", list(Answer))
def test_what_is_known_stands(answer: Answer, certainty: Certainty) -> None:
    given = one(answer, certainty=certainty)
    found = only(given)
    assert found.applied is given[0]
    assert (found.answer, found.reason, found.curable, found.cure, found.parties) == (
        answer,
        given[1].reason,
        True,
        given[1].cure,
        ("a",),
    )


def test_a_question_stands() -> None:
    question = ask_member(party(), "founded")
    assert only(one(UNKNOWN, question=question)).question == question


@pytest.mark.parametrize("answer", list(Answer))
@pytest.mark.parametrize("origin", list(Origin))
def test_what_is_recalled_always_asks(answer: Answer, origin: Origin) -> None:
    given = one(answer, origin, Certainty.C)
    found = only(given)
    assert (found.answer, found.reason) == (UNKNOWN, Message("doubt.recalled", {"reason": given[1].reason}))
    assert found.question == ask_call(given[0].condition)
    assert (found.curable, found.cure, found.parties) == (True, None, ("a",))


def test_a_recalled_condition_without_a_value_asks_once() -> None:
    condition = made(ConsortiumSize, Certainty.C)
    question = ask_call(condition)
    found = only((applied(condition), Outcome(UNKNOWN, BAD, question=question)))
    assert (found.reason, found.question) == (BAD, question)


def test_doubt_is_certainty_c() -> None:
    assert [doubtful(made(ConsortiumSize, certainty)) for certainty in Certainty] == [False, False, True]


@pytest.mark.parametrize("origin", list(Origin))
def test_only_what_is_confirmed_can_sink(origin: Origin) -> None:
    given = one(NO, origin, curable=False)
    found = only(given)
    if origin in (Origin.TEXT, Origin.DOCUMENT):
        assert (found.answer, found.reason) == (UNKNOWN, Message("doubt.read", {"reason": BAD}))
        assert found.question == ask_call(given[0].condition)
        assert (found.curable, found.cure) == (True, None)
    else:
        assert (found.answer, found.curable, found.question) == (NO, False, None)


@pytest.mark.parametrize("origin", [Origin.TEXT, Origin.DOCUMENT])
def test_a_reading_that_fails_curably_stands(origin: Origin) -> None:
    found = only(one(NO, origin))
    assert (found.answer, found.curable, found.cure) == (NO, True, CURE)


@pytest.mark.parametrize(("ours", "theirs"), [(YES, NO), (NO, YES), (YES, UNKNOWN), (UNKNOWN, NO)])
def test_a_disagreement_is_one_question_that_tells_both_sides(ours: Answer, theirs: Answer) -> None:
    question = ask_member(party(), "founded")
    rule = one(ours, question=question if ours is UNKNOWN else None)
    reading = one(theirs, Origin.TEXT, question=question if theirs is UNKNOWN else None)
    found = only(rule, reading)
    assert (found.answer, found.applied) == (UNKNOWN, reading[0])
    assert found.reason == Message("doubt.disagree", {"rule": rule[1].reason, "reading": reading[1].reason})
    asks_a_member = UNKNOWN in (ours, theirs)
    assert found.question == (question if asks_a_member else ask_call(reading[0].condition))
    assert (found.curable, found.cure) == (True, None)


@pytest.mark.parametrize("answer", [YES, NO])
def test_where_they_agree_the_reading_speaks(answer: Answer) -> None:
    reading = one(answer, Origin.DOCUMENT)
    found = only(one(answer), reading)
    assert (found.applied, found.answer) == (reading[0], answer)


def test_where_both_would_sink_the_rule_speaks() -> None:
    rule = one(NO, curable=False)
    found = only(rule, one(NO, Origin.TEXT, curable=False))
    assert (found.applied, found.answer, found.curable) == (rule[0], NO, False)


def test_a_reading_that_can_be_cured_speaks_for_a_rule_that_cannot() -> None:
    reading = one(NO, Origin.TEXT)
    assert only(one(NO, curable=False), reading).applied is reading[0]


def test_a_side_that_does_not_know_leaves_it_to_the_other() -> None:
    silent = ask_call(made(ConsortiumSize))
    reading, rule = one(NO, Origin.TEXT), one(YES)
    assert only(one(UNKNOWN, question=silent), reading).applied is reading[0]
    assert only(one(YES, certainty=Certainty.C), reading).answer is NO
    assert only(rule, one(UNKNOWN, Origin.TEXT, question=silent)).applied is rule[0]
    assert only(rule, one(NO, Origin.TEXT, Certainty.C)).applied is rule[0]


def test_of_several_rules_those_that_know_speak() -> None:
    reading = one(YES, Origin.TEXT)
    found = settle([one(YES), one(NO, certainty=Certainty.C), reading])
    assert [each.applied for each in found] == [reading[0]]
    worst = one(NO)
    (disagreement,) = settle([one(YES), worst, reading])
    assert disagreement.reason.values["rule"] == worst[1].reason


def test_conditions_of_one_side_stand_side_by_side() -> None:
    given = [one(YES), one(NO), one(YES, Origin.OFFICER)]
    assert [found.applied for found in settle(given)] == [each[0] for each in given]
    read = [one(YES, Origin.TEXT), one(NO, Origin.TEXT)]
    assert [found.answer for found in settle(read)] == [YES, NO]
    assert settle([]) == []


def test_a_document_wins_over_the_text() -> None:
    document = one(YES, Origin.DOCUMENT)
    assert only(one(NO, Origin.TEXT), document).applied is document[0]
    assert only(one(NO, Origin.TEXT), one(YES), document).applied is document[0]
    assert only(one(YES, Origin.TEXT), one(YES), one(NO, Origin.DOCUMENT)).reason.key == "doubt.disagree"
