"""Matches carry the verdict, what it would be possible with, and the question that settles it."""

import pytest
from sqlmodel import Session

from api.services.checking import line_ups
from api.services.matching.list_matches import MatchPublic, list_matches
from store.models import LineUpPart
from store.vocabulary import Language, PartnerRole, Verdict
from tests.api import care
from tests.api.fakes import one_hot_ranking


@pytest.fixture(autouse=True)
def _without_a_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """Vectors that can be told by eye."""
    one_hot_ranking(monkeypatch)


def matches(session: Session, language: Language = Language.EN) -> dict[str, MatchPublic]:
    """Matches by identifier, in their order."""
    return {one.call.identifier: one for one in list_matches(session, care.SLUG, language=language).matches}


def test_a_match_says_what_it_would_be_possible_with(session: Session) -> None:
    care.coalition(session)
    care.regional_call(session)
    care.adult_call(session)
    found = matches(session)
    home, abroad = found[care.REGIONAL], found[care.ADULT]
    assert (home.verdict, home.possible_with, home.question) == (Verdict.ELIGIBLE, None, None)
    assert (abroad.verdict, abroad.curable) == (Verdict.INELIGIBLE, True)
    assert str(abroad.possible_with).startswith("possible with")
    assert abroad.verdict_reason
    swedish = matches(session, Language.SV)[care.ADULT]
    assert (swedish.verdict_label, str(swedish.possible_with)[:12]) == ("inte stödberättigad", "möjligt med ")


def test_a_call_for_another_region_comes_last(session: Session) -> None:
    care.coalition(session)
    care.regional_call(session, external_id="far", identifier="far", nuts_regions=["FI200"], title="care")
    care.adult_call(session, title="sport")
    found = matches(session)
    assert list(found) == [care.ADULT, "far"]
    assert (found["far"].verdict, found["far"].curable) == (Verdict.INELIGIBLE, False)


def test_a_verdict_to_be_clarified_comes_with_its_question(session: Session) -> None:
    bare = [one.model_copy(update={"nuts_region": None, "municipality": None}) for one in care.members()]
    care.coalition(session, members=bare)
    care.regional_call(session)
    (match,) = matches(session).values()
    assert match.verdict is Verdict.NEEDS_REVIEW
    assert match.question
    assert match.question.text
    assert match.question.member_name


def test_the_stored_line_up_counts(session: Session) -> None:
    care.coalition(session)
    care.regional_call(session)
    line_ups.save(
        session, care.SLUG, care.REGIONAL, [LineUpPart(member="town", role=PartnerRole.BENEFICIARY)]
    )
    assert matches(session)[care.REGIONAL].verdict is Verdict.INELIGIBLE
