"""Conditions of a call: read, confirmed for all or for one coalition, kept over crawls."""

from datetime import UTC, datetime

import pytest
from sqlmodel import Session

from api.errors import BadChoice
from api.services.checking import call_conditions
from api.services.checking.call_conditions import list_conditions
from api.services.checking.check_call import check_call
from api.services.checking.check_shapes import CallConditions, ConditionPublic
from store.vocabulary import Language, Verdict
from tests.api import care

TEXT = f"Partnerships learn together. {care.SIZE_QUOTE}"


@pytest.fixture(autouse=True)
def _stored(session: Session) -> None:
    care.coalition(session)
    care.coalition(session, slug="other", name="Other coalition")
    care.adult_call(session, description=TEXT)


def sizes(session: Session, slug: str | None = None) -> list[ConditionPublic]:
    """The conditions on the number of partners that hold now."""
    found = list_conditions(session, care.ADULT, slug)
    return [one for one in found.conditions if one.type == "consortium_size"]


def told(found: CallConditions) -> list[str]:
    """Types that are set aside."""
    return [one.type for one in found.rejected]


def test_a_reading_stands_beside_the_rule_until_somebody_confirms_it(session: Session) -> None:
    rule, read = sizes(session)
    assert (rule.value, rule.evidence.origin, rule.read) == ("at least 3", "rule", False)
    assert (read.value, read.evidence.quote, read.read) == ("at least 4", care.SIZE_QUOTE, True)


def test_an_officers_confirmation_holds_for_all(session: Session) -> None:
    call_conditions.confirm(session, care.ADULT, "consortium_size", by="An Officer", note="call page")
    for slug in (None, care.SLUG, "other"):
        (size,) = sizes(session, slug)
        assert (size.value, size.evidence.origin, size.evidence.certainty) == ("at least 4", "officer", "A")
        assert size.evidence.quote == care.SIZE_QUOTE
        assert size.decision
        assert (size.decision.by, size.decision.for_all, size.decision.note) == (
            "An Officer",
            True,
            "call page",
        )


def test_a_leads_correction_holds_for_that_coalition_and_before_an_officers(session: Session) -> None:
    call_conditions.confirm(session, care.ADULT, "consortium_size", by="An Officer")
    call_conditions.correct(
        session, care.ADULT, "consortium_size", {"minimum": "2"}, by="A Lead", slug=care.SLUG
    )
    assert [(one.value, one.evidence.origin) for one in sizes(session, care.SLUG)] == [("at least 2", "lead")]
    assert [(one.value, one.evidence.origin) for one in sizes(session, "other")] == [
        ("at least 4", "officer")
    ]
    assert [one.value for one in sizes(session)] == ["at least 4"]


def test_a_rejected_reading_is_set_aside_and_the_rule_holds(session: Session) -> None:
    call_conditions.reject(session, care.ADULT, "consortium_size", by="A Lead", slug=care.SLUG)
    assert [(one.value, one.evidence.origin) for one in sizes(session, care.SLUG)] == [("at least 3", "rule")]
    found = list_conditions(session, care.ADULT, care.SLUG)
    assert told(found) == ["consortium_size"]
    assert (found.rejected[0].value, found.rejected[0].evidence.quote) == ("at least 4", care.SIZE_QUOTE)
    assert told(list_conditions(session, care.ADULT)) == []


def test_a_rejected_rule_is_not_known_so_it_asks(session: Session) -> None:
    call_conditions.reject(session, care.ADULT, "country_count", by="An Officer")
    found = check_call(session, care.SLUG, care.ADULT)
    countries = next(one for one in found.findings if one.type == "country_count")
    assert (countries.answer, countries.value) == ("unknown", None)
    assert countries.question
    assert (countries.question.fact, countries.question.choices) == ("call.country_count", None)


def test_a_rule_can_be_confirmed_as_it_stands(session: Session) -> None:
    call_conditions.confirm(session, care.ADULT, "country_count", by="An Officer")
    found = list_conditions(session, care.ADULT)
    (countries,) = [one for one in found.conditions if one.type == "country_count"]
    assert (countries.value, countries.evidence.origin) == ("at least 3", "officer")


def test_what_is_withdrawn_is_as_it_was(session: Session) -> None:
    before = sizes(session)
    call_conditions.confirm(session, care.ADULT, "consortium_size", by="An Officer")
    assert call_conditions.withdraw(session, care.ADULT, "consortium_size")
    assert not call_conditions.withdraw(session, care.ADULT, "consortium_size")
    assert sizes(session) == before


def test_a_decision_survives_the_next_crawl_and_says_that_the_words_have_changed(session: Session) -> None:
    call_conditions.confirm(session, care.ADULT, "consortium_size", by="An Officer")
    care.adult_call(session, description="Other words.", fetched_at=datetime(2026, 5, 21, tzinfo=UTC))
    (size,) = sizes(session)
    assert size.value == "at least 4"
    assert size.decision
    assert size.decision.source_changed
    care.adult_call(session, description=TEXT, fetched_at=datetime(2026, 5, 22, tzinfo=UTC))
    (size,) = sizes(session)
    assert size.decision
    assert not size.decision.source_changed


def test_changed_words_are_read_again(session: Session) -> None:
    assert len(sizes(session)) == 2
    care.adult_call(session, description="Other words.", fetched_at=datetime(2026, 5, 21, tzinfo=UTC))
    assert [one.value for one in sizes(session)] == ["at least 3"]


def test_a_decision_changes_the_verdict_of_whom_it_holds_for(session: Session) -> None:
    values = {"minimum": "1"}
    for kind in ("consortium_size", "country_count"):
        call_conditions.correct(session, care.ADULT, kind, values, by="A Lead", slug=care.SLUG)
    assert check_call(session, care.SLUG, care.ADULT).verdict is not Verdict.INELIGIBLE
    assert check_call(session, "other", care.ADULT).verdict is Verdict.INELIGIBLE


@pytest.mark.parametrize("language", list(Language))
def test_conditions_are_told_in_the_readers_language(session: Session, language: Language) -> None:
    found = list_conditions(session, care.ADULT, language=language)
    labels = {"en": "number of countries", "fi": "maiden määrä", "sv": "antal länder"}
    values = {"en": "at least 3", "fi": "vähintään 3", "sv": "minst 3"}
    countries = next(one for one in found.conditions if one.type == "country_count")
    assert (countries.label, countries.value) == (labels[language], values[language])


@pytest.mark.parametrize(
    ("kind", "values", "told"),
    [
        ("consortium_size", {"minimum": "many"}, "minimum cannot be 'many'"),
        ("consortium_size", {"least": "3"}, "it has: minimum, maximum"),
        ("consortium_size", {}, "right values of consortium_size"),
        ("co_financing", {"maximum_rate": "180 %"}, "maximum_rate cannot be '180 %'"),
        ("region", {"regions": "Atlantis"}, "no region that is known"),
        ("size", {"minimum": "3"}, "No condition type 'size'"),
    ],
)
def test_bad_values_are_told_and_decide_nothing(
    session: Session, kind: str, values: dict[str, str], told: str
) -> None:
    with pytest.raises(BadChoice, match=told):
        call_conditions.correct(session, care.ADULT, kind, values, by="An Officer")
    assert len(sizes(session)) == 2


def test_nobody_decides_without_a_name(session: Session) -> None:
    with pytest.raises(BadChoice, match="carries a name"):
        call_conditions.confirm(session, care.ADULT, "consortium_size", by=" ")
