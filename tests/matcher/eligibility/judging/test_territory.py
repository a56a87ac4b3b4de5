"""Where the project takes place: regions of any edition and level, municipalities, plans."""

import pytest

from matcher.eligibility.conditions import ApplicantType, AssociatedOnly, Certainty, CountryScope, Region
from matcher.eligibility.facts import Origin, Project
from matcher.eligibility.judging.territory import Place, inside
from store.vocabulary import ActorType, LegalType
from tests.matcher.eligibility.making import (
    ASSOCIATED,
    COORDINATOR,
    NO,
    UNKNOWN,
    YES,
    applied,
    judged,
    lead,
    made,
    party,
    stands,
)

LAPLAND = made(Region, regions=("FI1D7",))
PARKANO, TAMPERE, HEINAVESI, IITTI = "581", "837", "090", "142"
WITH_PARKANO = made(Region, regions=("FI196",), municipalities=(PARKANO,))
DISPUTED = made(Region, regions=("FI1D7",), uncertain=("FI1D5",))


@pytest.mark.parametrize(
    ("rule", "region", "municipality", "answer", "missing"),
    [
        (LAPLAND, "FI1D7", None, YES, None),
        (LAPLAND, "FI1D9", None, NO, None),
        (LAPLAND, "FI1D", None, UNKNOWN, "nuts_region"),
        (LAPLAND, "FI", None, UNKNOWN, "nuts_region"),
        (LAPLAND, "SE", None, NO, None),
        (LAPLAND, "SE332", None, NO, None),
        (made(Region, regions=("FI",)), "FI1D7", None, YES, None),
        (made(Region, regions=("FI",)), "FI", None, YES, None),
        (made(Region, regions=("FI1D2",)), "FI1DB", None, YES, None),
        (WITH_PARKANO, "FI19B", None, UNKNOWN, "municipality"),
        (WITH_PARKANO, "FI197", None, UNKNOWN, "municipality"),
        (WITH_PARKANO, "FI19B", PARKANO, YES, None),
        (WITH_PARKANO, "FI19B", TAMPERE, NO, None),
        (WITH_PARKANO, "FI", PARKANO, YES, None),
        (WITH_PARKANO, "FI", TAMPERE, NO, None),
        (WITH_PARKANO, "FI19B", "999", UNKNOWN, "municipality"),
        (WITH_PARKANO, "FI196", None, YES, None),
        (WITH_PARKANO, "FI19", None, UNKNOWN, "nuts_region"),
        (WITH_PARKANO, "FI1C1", None, NO, None),
        (made(Region, regions=(), municipalities=(PARKANO,)), "FI19", None, UNKNOWN, "nuts_region"),
        (made(Region, regions=(), municipalities=(PARKANO,)), "FI1C", None, NO, None),
        (DISPUTED, "FI1D5", None, UNKNOWN, None),
        (DISPUTED, "FI1D9", None, NO, None),
        (DISPUTED, "FI1D", None, UNKNOWN, "nuts_region"),
        (made(Region, regions=("FI196",), uncertain=("FI1D5",)), "FI1D", None, UNKNOWN, "nuts_region"),
        (made(Region, regions=("FI1DC",)), "FI", HEINAVESI, YES, None),
        (made(Region, regions=("FI1DA",)), "FI", HEINAVESI, NO, None),
        (made(Region, regions=("FI1C7",)), "FI1C7", IITTI, NO, None),
    ],
)
def test_what_lies_inside(
    rule: Region, region: str, municipality: str | None, answer: object, missing: str | None
) -> None:
    found = inside(rule, Place(region, municipality))
    assert (found.answer, found.missing) == (answer, missing)


def test_a_member_is_where_its_profile_says() -> None:
    yes = stands(LAPLAND, party(nuts_region="FI1D7"))
    no = stands(LAPLAND, party(nuts_region="FI1B1"))
    assert (yes.answer, yes.reason.key, yes.reason.values, yes.question) == (
        YES,
        "region.yes",
        {"name": "A"},
        None,
    )
    assert (no.answer, no.reason.key, no.reason.values, no.question) == (NO, "region.no", {"name": "A"}, None)


@pytest.mark.parametrize(
    ("rule", "region", "fact", "key"),
    [
        (LAPLAND, None, "member.nuts_region", "region.unknown"),
        (LAPLAND, "FI1D", "member.nuts_region", "region.unknown"),
        (WITH_PARKANO, "FI19B", "member.municipality", "region.unknown"),
        (DISPUTED, "FI1D5", "call.region", "region.disputed"),
    ],
)
def test_what_is_missing_is_asked(rule: Region, region: str | None, fact: str, key: str) -> None:
    found = stands(rule, party(nuts_region=region))
    assert (found.answer, found.reason.key, found.reason.values) == (UNKNOWN, key, {"name": "A"})
    assert found.question is not None
    assert found.question.fact == fact
    assert found.question.party == (None if fact == "call.region" else "a")


def test_a_territory_that_nobody_gives_asks() -> None:
    found = stands(made(Region), party(nuts_region="FI1D7"))
    assert (found.answer, found.reason.key) == (UNKNOWN, "region.not_told")
    assert found.question is not None
    assert found.question.fact == "call.region"


def test_every_funded_member_has_to_be_inside() -> None:
    outside = party("b", nuts_region="FI1B1")
    found = judged(LAPLAND, lead(nuts_region="FI1D7"), outside)
    assert (found.answer, found.curable, found.parties) == (NO, True, ("b",))
    assert found.cure is not None
    assert (found.cure.message.key, found.cure.message.values) == ("cure.associated", {"names": ("B",)})
    beside = party("b", nuts_region="FI1B1", role=ASSOCIATED)
    assert judged(LAPLAND, lead(nuts_region="FI1D7"), beside).answer is YES


def test_nobody_inside_cannot_be_cured() -> None:
    found = judged(LAPLAND, lead(nuts_region="FI1B1"), party("b", nuts_region="FI1C1", role=None))
    assert (found.answer, found.curable, found.cure) == (NO, False, None)


@pytest.mark.parametrize("region", ["FI1D7", "FI1D", None])
def test_one_member_that_is_or_may_be_inside_is_a_cure(region: str | None) -> None:
    found = judged(LAPLAND, lead(nuts_region="FI1B1"), party("b", nuts_region=region, role=ASSOCIATED))
    assert (found.answer, found.curable) == (NO, True)
    assert found.cure is not None
    assert (found.cure.message.key, found.cure.role) == ("cure.region", COORDINATOR)


@pytest.mark.parametrize(
    ("other", "curable"),
    [
        (applied(made(ApplicantType, legal_types=(LegalType.FOR_PROFIT,))), False),
        (applied(made(AssociatedOnly, actor_types=(ActorType.TRADE_UNION,))), False),
        (applied(made(CountryScope, countries=("SE",))), True),
        (applied(made(ApplicantType, legal_types=(LegalType.NON_PROFIT,))), True),
        (applied(made(ApplicantType, Certainty.C, legal_types=(LegalType.FOR_PROFIT,))), True),
        (applied(made(ApplicantType, legal_types=(LegalType.FOR_PROFIT,)), Origin.TEXT), True),
        (applied(made(ApplicantType, legal_types=(LegalType.FOR_PROFIT,)), Origin.DOCUMENT), True),
        (applied(made(ApplicantType, legal_types=(LegalType.FOR_PROFIT,)), Origin.OFFICER), False),
    ],
)
def test_a_member_inside_that_may_not_be_funded_is_no_cure(other: object, curable: bool) -> None:
    union = party("b", nuts_region="FI1D7", role=ASSOCIATED, kind=ActorType.TRADE_UNION)
    conditions = (applied(LAPLAND), other)
    found = judged(LAPLAND, lead(nuts_region="FI1B1"), union, conditions=conditions)
    assert (found.answer, found.curable) == (NO, curable)


def test_the_plan_is_judged_first() -> None:
    home = lead(nuts_region="FI1D7")
    inside_plan = judged(LAPLAND, home, party("b"), project=Project(regions=("FI1D7",)))
    assert (inside_plan.answer, inside_plan.reason.key) == (YES, "member.and_others")
    outside = judged(LAPLAND, home, party("b"), project=Project(regions=("FI1D7", "FI1B1")))
    assert (outside.answer, outside.curable, outside.reason.key) == (NO, True, "region.plan_no")
    assert outside.cure is not None
    assert (outside.cure.message.key, outside.cure.count) == ("cure.region_planned", 0)


def test_a_plan_outside_cannot_be_cured_when_nobody_is_inside() -> None:
    found = judged(LAPLAND, lead(nuts_region="FI1B1"), project=Project(regions=("FI1B1",)))
    assert (found.answer, found.curable) == (NO, False)


def test_whoever_applies_alone_may_work_elsewhere() -> None:
    project = Project(regions=("FI1D7",))
    alone = judged(LAPLAND, lead(nuts_region="FI1B1"), project=project)
    assert (alone.answer, alone.reason.key) == (YES, "region.plan_yes")
    found = judged(LAPLAND, lead(nuts_region="FI1B1"), party("b", nuts_region="FI1D7"), project=project)
    assert (found.answer, found.curable, found.parties) == (NO, True, ("lead",))
    assert found.cure is not None
    assert found.cure.message.key == "cure.associated_lead"


@pytest.mark.parametrize(
    ("project", "answer", "fact"),
    [
        (Project(municipalities=(PARKANO,)), YES, None),
        (Project(municipalities=(TAMPERE,)), NO, None),
        (Project(municipalities=(PARKANO, TAMPERE)), NO, None),
        (Project(regions=("FI19B",), municipalities=(PARKANO,)), YES, None),
        (Project(regions=("FI197",), municipalities=(PARKANO,)), YES, None),
        (Project(regions=("FI19B", "FI1B1"), municipalities=(PARKANO,)), NO, None),
        (Project(regions=("FI19B",)), UNKNOWN, "project.municipality"),
        (Project(regions=("FI19",)), UNKNOWN, "project.regions"),
        (Project(regions=("FI196", "FI19B")), UNKNOWN, "project.municipality"),
        (Project(municipalities=("999",)), UNKNOWN, "project.regions"),
    ],
)
def test_planned_places(project: Project, answer: object, fact: str | None) -> None:
    found = stands(WITH_PARKANO, lead(nuts_region="FI19B", municipality=PARKANO), project=project)
    assert found.answer is answer
    assert (found.question.fact if found.question else None) == fact
    assert found.reason.key == f"region.plan_{found.answer}" or found.answer is YES


def test_a_disputed_plan_asks_the_call() -> None:
    found = stands(DISPUTED, lead(nuts_region="FI1D7"), project=Project(regions=("FI1D5",)))
    assert (found.answer, found.reason.key) == (UNKNOWN, "region.plan_unknown")
    assert found.question is not None
    assert found.question.fact == "call.region"


def test_a_members_municipality_decides() -> None:
    assert stands(WITH_PARKANO, party(nuts_region="FI19B", municipality=PARKANO)).answer is YES
    assert stands(WITH_PARKANO, party(nuts_region="FI19B", municipality=TAMPERE)).answer is NO
    assert stands(WITH_PARKANO, party(municipality=PARKANO)).answer is YES
