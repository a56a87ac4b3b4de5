"""Takes the answer to a question of the check; the profile, the line-up or the plan is updated with it."""

from collections.abc import Callable

from api.errors import BadChoice
from api.services.checking import answer_question
from api.services.checking.check_call import check_call
from api.services.checking.check_shapes import QuestionPublic
from frontend import typed
from frontend.check_rows import all_questions, answer_id
from frontend.faults import Fault
from frontend.pages.check_post import Done, Outcome, Post
from frontend.regions import municipality_code, region_code

READERS: dict[str, Callable[[str], object | None]] = {
    "date": typed.day,
    "region": region_code,
    "municipality": municipality_code,
}
"""Reads what was typed, by the kind of answer; the others are chosen, or plain numbers."""


def answer(post: Post) -> Outcome:
    """Stores the answer. A question that somebody else has answered meanwhile is no longer asked."""
    words = post.reader.words
    check = check_call(post.session, post.slug, post.call, language=post.reader.language)
    question = _asked(post, all_questions(check))
    if question is None:
        return [Fault("question", words("check.error.answered"))]
    field = answer_id(question)
    value = value_of(question, post.line(field).strip())
    if value is None:
        return [Fault(field, words(f"check.error.{asked_for(question)}"))]
    try:
        answer_question.answer(
            post.session, post.slug, post.call, question.fact, value, member=question.member
        )
    except BadChoice:
        return [Fault(field, words(f"check.error.{asked_for(question)}"))]
    return Done("answer", "whole" if question in check.questions else "keep")


def _asked(post: Post, questions: list[QuestionPublic]) -> QuestionPublic | None:
    wanted = (post.line("fact"), post.line("member") or None)
    return next((q for q in questions if (q.fact, q.member) == wanted), None)


def value_of(question: QuestionPublic, text: str) -> str | None:
    """The answer as the service takes it; None when it is none of that kind."""
    kind = str(question.kind)
    if question.choices is not None:
        return text if text in {choice.value for choice in question.choices} else None
    if kind == "number":
        found = typed.count(text)
        number = typed.euros(text) if found is None else found
        return None if number is None else str(number)
    read = READERS.get(kind)
    value = read(text) if read else text or None
    return None if value is None else str(value)


def asked_for(question: QuestionPublic) -> str:
    """What kind of answer to ask for: a yes that is written is a registration's number."""
    written = str(question.kind) == "yes_no" and question.choices is None
    return "registration" if written else str(question.kind)
