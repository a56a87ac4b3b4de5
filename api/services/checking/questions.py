"""Questions as shown: in the reader's words, with the answers there are to choose from."""

from collections.abc import Collection, Mapping

from api.services.checking.answer_question import CONFIRM, REJECT
from api.services.checking.check_shapes import Choice, QuestionPublic
from matcher.eligibility.applied import says_nothing
from matcher.eligibility.judgement import AnswerKind, Judgement, Question
from matcher.eligibility.judging.questions import type_of
from matcher.eligibility.sentences import say
from store.labels import ORDER, RoleWords, label
from store.vocabulary import Identifier, Language, LegalType

YES_NO: dict[str, tuple[str, str, str]] = {"yes": ("yes", "kyllä", "ja"), "no": ("no", "ei", "nej")}
LANGUAGES: dict[Language, tuple[str, str, str]] = {
    Language.EN: ("English", "englanti", "engelska"),
    Language.FI: ("Finnish", "suomi", "finska"),
    Language.SV: ("Swedish", "ruotsi", "svenska"),
}
DECISIONS: dict[str, tuple[str, str, str]] = {
    CONFIRM: ("right as it stands", "pitää paikkansa", "stämmer"),
    REJECT: ("not a condition", "ei ole ehto", "är inget villkor"),
}
KEYED = ("project.statements", "project.declarations", "project.activities")
NUMBERED = tuple(f"member.{one}" for one in Identifier if one is not Identifier.SUOMI_FI_MANDATE)
"""A yes to these is the number itself, so it is written and not chosen."""


def question_public(
    question: Question | None,
    names: Mapping[str, str],
    confirmable: Collection[str],
    language: Language,
    said_by: RoleWords,
) -> QuestionPublic | None:
    """The question in words; `names` are the members' by slug, `confirmable` as given by `confirmable`,
    `said_by` whose words the call uses."""
    if question is None:
        return None
    topic = question.message.values.get("topic")
    fact = f"{question.fact}.{topic}" if question.fact in KEYED[:2] and topic else question.fact
    return QuestionPublic(
        fact=fact,
        kind=question.kind,
        text=say(question.message, language, said_by),
        member=question.party,
        member_name=names.get(question.party or ""),
        choices=_choices(question, confirmable, language),
    )


def confirmable(judged: Judgement) -> frozenset[str]:
    """Types of condition that have a value, so that it can be confirmed or rejected as it stands."""
    conditions = [found.applied.condition for found in (*judged.findings, *judged.to_keep)]
    return frozenset(type_of(condition) for condition in conditions if not says_nothing(condition))


def _choices(question: Question, confirmable: Collection[str], language: Language) -> list[Choice] | None:
    place = ORDER.index(language)
    if question.kind is AnswerKind.LEGAL_TYPE:
        return [Choice(value=kind.value, label=label(kind, language)) for kind in LegalType]
    if question.kind is AnswerKind.YES_NO and question.fact not in NUMBERED:
        return [Choice(value=value, label=told[place]) for value, told in YES_NO.items()]
    if question.kind is AnswerKind.LANGUAGE:
        return [Choice(value=one.value, label=told[place]) for one, told in LANGUAGES.items()]
    if question.kind is AnswerKind.CALL_CONDITION and question.fact.removeprefix("call.") in confirmable:
        return [Choice(value=value, label=told[place]) for value, told in DECISIONS.items()]
    return None
