"""What the form asks of the proposal: length, language, priorities, statements, declarations, text limits."""

from collections.abc import Mapping, Sequence

from matcher.eligibility.conditions import (
    ApplicationLanguage,
    ConditionBase,
    Declarations,
    Duration,
    ExcludedActivities,
    Priorities,
    Statements,
    TextLength,
)
from matcher.eligibility.judging.case import Case, Outcome
from matcher.eligibility.judging.plan import Limits, ToKeep, not_told


def duration(condition: Duration, case: Case) -> Outcome:
    """The project is one of the set lengths, or within the bounds, in months. Source: R15."""
    limits, months = Limits(condition.options, condition.minimum, condition.maximum), case.project.months
    if not limits:
        return not_told(condition)
    rule = limits.to_keep("duration")
    if months is None:
        return rule.missing("months")
    return rule.kept() if limits.allow(months) else rule.broken(months, "months")


def language(condition: ApplicationLanguage, case: Case) -> Outcome:
    """The application is written in one of the languages. Source: R30."""
    if condition.languages is None:
        return not_told(condition)
    rule = ToKeep("language", {"languages": tuple(condition.languages)})
    if case.project.language is None:
        return rule.missing("language")
    return rule.kept() if case.project.language in condition.languages else rule.broken()


def priorities(condition: Priorities, case: Case) -> Outcome:
    """As many main priorities as asked, and no more further ones than allowed. Source: R32."""
    if condition.main is None and condition.maximum_further is None:
        return not_told(condition)
    main, further = case.project.main_priorities, case.project.further_priorities
    rule = _priorities_to_keep(condition)
    if condition.main is not None and main is not None and main != condition.main:
        return rule.broken()
    if condition.maximum_further is not None and further is not None and further > condition.maximum_further:
        return rule.broken()
    if condition.main is not None and main is None:
        return rule.missing("main_priorities")
    if condition.maximum_further is not None and further is None:
        return rule.missing("further_priorities")
    return rule.kept()


def _priorities_to_keep(condition: Priorities) -> ToKeep:
    if condition.main is None:
        return ToKeep("priorities.further", {"count": condition.maximum_further or 0})
    if condition.maximum_further is None:
        return ToKeep("priorities.main", {"count": condition.main})
    return ToKeep("priorities.both", {"count": condition.main, "further": condition.maximum_further})


def statements(condition: Statements, case: Case) -> Outcome:
    """The proposal says what it has to (plan's link, principles, state aid). Source: R18, R28, R29."""
    return _given(condition, "statements", condition.keys, case.project.statements)


def declarations(condition: Declarations, case: Case) -> Outcome:
    """Every declaration is given. Source: R27."""
    return _given(condition, "declarations", condition.keys, case.project.declarations)


def _given(condition: ConditionBase, name: str, keys: Sequence[str], given: Mapping[str, bool]) -> Outcome:
    if not keys:
        return not_told(condition)
    lacking = tuple(key for key in keys if given.get(key) is False)
    if lacking:
        return ToKeep(name, {"topics": lacking}).broken()
    rule = ToKeep(name, {"topics": tuple(keys)})
    unsaid = [key for key in keys if key not in given]
    return rule.missing(name, unsaid[0]) if unsaid else rule.kept()


def excluded_activities(condition: ExcludedActivities, case: Case) -> Outcome:
    """Nothing is planned that is not paid for. Source: R31."""
    if not condition.keys:
        return not_told(condition)
    planned = case.project.activities
    if planned is None:
        return ToKeep("excluded_activities", {"topics": tuple(condition.keys)}).missing("activities")
    shut_out = tuple(key for key in condition.keys if key in planned)
    if shut_out:
        return ToKeep("excluded_activities", {"topics": shut_out}).broken()
    return ToKeep("excluded_activities", {"topics": tuple(condition.keys)}).kept()


def text_length(condition: TextLength, case: Case) -> Outcome:
    """The document has no more pages, the answers no more characters than allowed. Source: R20, R21."""
    if condition.pages is None and not condition.characters:
        return not_told(condition)
    pages, written = case.project.pages, case.project.characters
    if condition.pages is not None and pages is not None and pages > condition.pages:
        return ToKeep("text_length.pages", {"count": condition.pages}).broken(pages, "pages")
    for question, limit in condition.characters.items():
        if written.get(question, 0) > limit:
            rule = ToKeep("text_length.question", {"count": limit})
            return rule.broken(written[question], "characters")
    if condition.pages is not None:
        rule = ToKeep("text_length.pages", {"count": condition.pages})
        if pages is None:
            return rule.missing("pages")
    else:
        rule = ToKeep("text_length.characters", {"count": len(condition.characters)})
    return rule.missing("characters") if condition.characters.keys() - written.keys() else rule.kept()
