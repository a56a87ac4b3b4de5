"""How each question is answered."""

import pytest

from matcher.eligibility.conditions import Grant
from matcher.eligibility.judgement import AnswerKind, Message, Question
from matcher.eligibility.judging.questions import MEMBER_FACTS, ask_call, ask_member, ask_project
from tests.matcher.eligibility.making import made, party, say_all


@pytest.mark.parametrize("fact", MEMBER_FACTS)
def test_of_a_member(fact: str) -> None:
    found = ask_member(party("b"), fact)
    say_all([found.message])
    assert found == Question(
        f"member.{fact}", MEMBER_FACTS[fact], Message(f"ask.member.{fact}", {"name": "B"}), "b"
    )


@pytest.mark.parametrize(
    ("fact", "kind"),
    [
        ("grant", AnswerKind.NUMBER),
        ("months", AnswerKind.NUMBER),
        ("regions", AnswerKind.REGION),
        ("municipality", AnswerKind.MUNICIPALITY),
        ("language", AnswerKind.LANGUAGE),
        ("investment", AnswerKind.YES_NO),
        ("activities", AnswerKind.YES_NO),
    ],
)
def test_of_the_plan(fact: str, kind: AnswerKind) -> None:
    found = ask_project(fact)
    say_all([found.message])
    assert found == Question(f"project.{fact}", kind, Message(f"ask.project.{fact}"))


@pytest.mark.parametrize("fact", ["statements", "declarations"])
def test_of_one_statement_or_declaration(fact: str) -> None:
    found = ask_project(fact, "tobacco")
    say_all([found.message])
    message = Message(f"ask.project.{fact}", {"topic": "tobacco"})
    assert found == Question(f"project.{fact}", AnswerKind.YES_NO, message)


def test_of_the_call() -> None:
    found = ask_call(made(Grant))
    assert found == Question("call.grant", AnswerKind.CALL_CONDITION, Message("ask.call.grant"))
