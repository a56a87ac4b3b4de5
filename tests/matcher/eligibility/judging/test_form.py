"""What the form asks: lengths, languages, priorities, statements, declarations, limits of text."""

import pytest

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
from matcher.eligibility.facts import Project
from matcher.eligibility.judging.case import Outcome
from store.vocabulary import Language
from tests.matcher.eligibility.making import NO, UNKNOWN, YES, judged, lead, made


def planned(condition: ConditionBase, **values: object) -> Outcome:
    """The outcome for a plan with these values."""
    return judged(condition, lead(), project=Project(**values))  # type: ignore[arg-type]


def fact(found: Outcome) -> str | None:
    """What is asked."""
    return found.question.fact if found.question else None


def cure(found: Outcome) -> tuple[str, object]:
    """What would cure it, by key and values; a choice, not a partner."""
    assert found.cure is not None
    assert found.cure.count == 0
    return found.cure.message.key, found.cure.message.values


@pytest.mark.parametrize(
    ("condition", "kind"),
    [
        (made(Duration), "duration"),
        (made(ApplicationLanguage), "language"),
        (made(Priorities), "priorities"),
        (made(Statements), "statements"),
        (made(Declarations), "declarations"),
        (made(ExcludedActivities), "excluded_activities"),
        (made(TextLength), "text_length"),
    ],
)
def test_a_value_that_nobody_gives_asks(condition: ConditionBase, kind: str) -> None:
    found = planned(condition, months=12, language="fi", pages=3, activities=())
    assert (found.answer, found.reason.key, fact(found)) == (UNKNOWN, f"{kind}.not_told", f"call.{kind}")


@pytest.mark.parametrize(
    ("values", "months", "answer", "name"),
    [
        ({"minimum": 12, "maximum": 36}, 11, NO, "duration.between"),
        ({"minimum": 12, "maximum": 36}, 12, YES, "duration.between"),
        ({"minimum": 12, "maximum": 36}, 36, YES, "duration.between"),
        ({"minimum": 12, "maximum": 36}, 37, NO, "duration.between"),
        ({"minimum": 48, "maximum": 48}, 48, YES, "duration.exactly"),
        ({"options": (24,)}, 24, YES, "duration.exactly"),
        ({"options": (24,)}, 25, NO, "duration.exactly"),
        ({"options": (24, 36)}, 36, YES, "duration.options"),
        ({"options": (24, 36)}, 30, NO, "duration.options"),
        ({"maximum": 36}, 37, NO, "duration.at_most"),
        ({"minimum": 12}, 12, YES, "duration.at_least"),
        ({"minimum": 12}, None, UNKNOWN, "duration.at_least"),
    ],
)
def test_lengths_at_their_edges(
    values: dict[str, object], months: int | None, answer: object, name: str
) -> None:
    found = planned(made(Duration, **values), months=months)
    assert found.answer is answer
    assert fact(found) == ("project.months" if answer is UNKNOWN else None)
    if answer is NO:
        assert (found.reason.key, found.reason.values["planned"]) == ("broken.months", months)
        assert found.reason.values["rule"].key == f"keep.{name}"  # type: ignore[union-attr]
        assert cure(found)[0] == f"cure.{name}"
    else:
        assert found.reason.key == f"keep.{name}"


@pytest.mark.parametrize(("language", "answer"), [("fi", YES), ("sv", YES), ("en", NO), (None, UNKNOWN)])
def test_languages(language: str | None, answer: object) -> None:
    found = planned(made(ApplicationLanguage, languages=(Language.FI, Language.SV)), language=language)
    assert (found.answer, fact(found)) == (answer, "project.language" if answer is UNKNOWN else None)
    told = {"languages": ("fi", "sv")}
    if answer is NO:
        assert (found.reason.key, cure(found)) == ("broken.plain", ("cure.language", told))
    else:
        assert (found.reason.key, found.reason.values) == ("keep.language", told)


@pytest.mark.parametrize(
    ("rule", "plan", "answer", "asks"),
    [
        ({"main": 1, "maximum_further": 2}, (None, None), UNKNOWN, "project.main_priorities"),
        ({"main": 1, "maximum_further": 2}, (1, None), UNKNOWN, "project.further_priorities"),
        ({"main": 1, "maximum_further": 2}, (1, 2), YES, None),
        ({"main": 1, "maximum_further": 2}, (1, 3), NO, None),
        ({"main": 1, "maximum_further": 2}, (None, 3), NO, None),
        ({"main": 1, "maximum_further": 2}, (0, None), NO, None),
        ({"main": 1, "maximum_further": 2}, (2, 0), NO, None),
        ({"main": 1}, (1, None), YES, None),
        ({"main": 1}, (1, 9), YES, None),
        ({"main": 2}, (1, None), NO, None),
        ({"maximum_further": 2}, (None, 2), YES, None),
        ({"maximum_further": 2}, (7, 3), NO, None),
        ({"maximum_further": 2}, (1, None), UNKNOWN, "project.further_priorities"),
        ({"maximum_further": 0}, (1, 0), YES, None),
    ],
)
def test_priorities(
    rule: dict[str, int], plan: tuple[int | None, int | None], answer: object, asks: str | None
) -> None:
    found = planned(made(Priorities, **rule), main_priorities=plan[0], further_priorities=plan[1])
    assert (found.answer, fact(found)) == (answer, asks)
    name, values = "both", {"count": rule.get("main"), "further": rule.get("maximum_further")}
    if len(rule) == 1:
        name = "main" if "main" in rule else "further"
        values = {"count": next(iter(rule.values()))}
    if answer is NO:
        assert (found.reason.key, cure(found)) == ("broken.plain", (f"cure.priorities.{name}", values))
    else:
        assert (found.reason.key, found.reason.values) == (f"keep.priorities.{name}", values)


@pytest.mark.parametrize(("kind", "name"), [(Statements, "statements"), (Declarations, "declarations")])
def test_statements_and_declarations(kind: type[Statements | Declarations], name: str) -> None:
    condition = made(kind, keys=("tjtp_link", "eu_values"))
    nothing = planned(condition)
    half = planned(condition, **{name: {"tjtp_link": True}})
    whole = planned(condition, **{name: {"tjtp_link": True, "eu_values": True, "tobacco": False}})
    refused = planned(condition, **{name: {"eu_values": False}})
    keep = {"topics": ("tjtp_link", "eu_values")}
    assert (nothing.answer, fact(nothing), nothing.reason.values) == (UNKNOWN, f"project.{name}", keep)
    assert nothing.question is not None
    assert nothing.question.message.values == {"topic": "tjtp_link"}
    assert (half.answer, half.reason.key) == (UNKNOWN, f"keep.{name}")
    assert half.question is not None
    assert half.question.message.values == {"topic": "eu_values"}
    assert (whole.answer, whole.reason.key, whole.reason.values) == (YES, f"keep.{name}", keep)
    assert (refused.answer, refused.reason.key) == (NO, "broken.plain")
    assert cure(refused) == (f"cure.{name}", {"topics": ("eu_values",)})


def test_excluded_activities() -> None:
    condition = made(ExcludedActivities, keys=("tobacco", "fossil_fuels"))
    keep = {"topics": ("tobacco", "fossil_fuels")}
    asked, kept = planned(condition), planned(condition, activities=("training",))
    assert (asked.answer, fact(asked), asked.reason.key) == (
        UNKNOWN,
        "project.activities",
        "keep.excluded_activities",
    )
    assert (kept.answer, kept.reason.key) == (YES, "keep.excluded_activities")
    assert asked.reason.values == kept.reason.values == keep
    assert planned(condition, activities=()).answer is YES
    broken = planned(condition, activities=("training", "fossil_fuels"))
    assert (broken.answer, broken.reason.key) == (NO, "broken.plain")
    assert cure(broken) == ("cure.excluded_activities", {"topics": ("fossil_fuels",)})


@pytest.mark.parametrize(("pages", "answer"), [(40, YES), (41, NO), (None, UNKNOWN)])
def test_pages(pages: int | None, answer: object) -> None:
    found = planned(made(TextLength, pages=40), pages=pages)
    assert (found.answer, fact(found)) == (answer, "project.pages" if answer is UNKNOWN else None)
    if answer is NO:
        assert (found.reason.key, found.reason.values["planned"]) == ("broken.pages", 41)
        assert cure(found) == ("cure.text_length.pages", {"count": 40})
    else:
        assert (found.reason.key, found.reason.values) == ("keep.text_length.pages", {"count": 40})


@pytest.mark.parametrize(
    ("written", "answer"),
    [
        ({}, UNKNOWN),
        ({"a": 10}, UNKNOWN),
        ({"a": 10, "b": 20}, YES),
        ({"a": 11}, NO),
        ({"b": 21, "a": 1}, NO),
    ],
)
def test_characters(written: dict[str, int], answer: object) -> None:
    found = planned(made(TextLength, characters={"a": 10, "b": 20}), characters=written)
    assert (found.answer, fact(found)) == (answer, "project.characters" if answer is UNKNOWN else None)
    if answer is NO:
        planned_value = max(written.values())
        limit = {"count": 10 if "b" not in written else 20}
        assert (found.reason.key, found.reason.values["planned"]) == ("broken.characters", planned_value)
        assert cure(found) == ("cure.text_length.question", limit)
    else:
        assert (found.reason.key, found.reason.values) == ("keep.text_length.characters", {"count": 2})


def test_pages_and_characters_both_hold() -> None:
    both = made(TextLength, pages=40, characters={"a": 10})
    assert fact(planned(both, characters={"a": 10})) == "project.pages"
    assert fact(planned(both, pages=40)) == "project.characters"
    assert planned(both, pages=40, characters={"a": 10}).answer is YES
    assert planned(both, pages=40, characters={"a": 11}).answer is NO
    assert planned(both, pages=41, characters={"a": 10}).reason.key == "broken.pages"
