"""The questions that settle what is not known: about a member, about the plan, about the call."""

from matcher.eligibility.conditions import ConditionBase
from matcher.eligibility.facts import Party
from matcher.eligibility.judgement import AnswerKind, Message, Question

MEMBER_FACTS = {
    "legal_type": AnswerKind.LEGAL_TYPE,
    "founded": AnswerKind.DATE,
    "nuts_region": AnswerKind.REGION,
    "municipality": AnswerKind.MUNICIPALITY,
    "may_co_fund": AnswerKind.YES_NO,
    "consortium_experience": AnswerKind.YES_NO,
    "applications": AnswerKind.NUMBER,
    "applications_led": AnswerKind.NUMBER,
    "pic": AnswerKind.YES_NO,
    "oid": AnswerKind.YES_NO,
    "business_id": AnswerKind.YES_NO,
    "suomi_fi_mandate": AnswerKind.YES_NO,
}
"""What can be asked of a member, and how it is answered."""

PROJECT_FACTS = {
    "regions": AnswerKind.REGION,
    "municipality": AnswerKind.MUNICIPALITY,
    "language": AnswerKind.LANGUAGE,
    "investment": AnswerKind.YES_NO,
    "statements": AnswerKind.YES_NO,
    "declarations": AnswerKind.YES_NO,
    "activities": AnswerKind.YES_NO,
}
"""What can be asked of the plan and is no number."""


def ask_member(party: Party, fact: str) -> Question:
    """The question for one fact of one member."""
    message = Message(f"ask.member.{fact}", {"name": party.name})
    return Question(f"member.{fact}", MEMBER_FACTS[fact], message, party.key)


def ask_project(fact: str, topic: str | None = None) -> Question:
    """The question for one value of the plan; `topic`: which statement, declaration or activity."""
    message = Message(f"ask.project.{fact}", {} if topic is None else {"topic": topic})
    return Question(f"project.{fact}", PROJECT_FACTS.get(fact, AnswerKind.NUMBER), message)


def ask_call(condition: ConditionBase) -> Question:
    """The question for a condition of the call that nobody knows for sure."""
    kind = type_of(condition)
    return Question(f"call.{kind}", AnswerKind.CALL_CONDITION, Message(f"ask.call.{kind}"))


def is_of_call(question: Question) -> bool:
    """Whether it asks about the call, so that no fact of a member answers it."""
    return question.fact.startswith("call.")


def type_of(condition: ConditionBase) -> str:
    """The condition's type as the rule files write it."""
    return str(type(condition).model_fields["type"].default)
