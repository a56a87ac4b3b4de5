"""Which conditions a call has: rules, its own fields, and what people read or confirmed."""

from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import pytest

from matcher.eligibility import applied
from matcher.eligibility.applied import conditions_for, says_nothing
from matcher.eligibility.conditions import (
    ActorTypes,
    ApplicantType,
    Certainty,
    ConditionBase,
    ConsortiumSize,
    CountryCount,
    CountryGroup,
    CountryScope,
    Deadline,
    Identifiers,
    Lead,
    Region,
)
from matcher.eligibility.facts import Applied, CallFacts, Origin
from matcher.eligibility.rule_checks import TYPES
from matcher.eligibility.rulebook import Rulebook, load_rulebook, rulebook
from store.vocabulary import LegalType, Programme
from tests.matcher.eligibility.rule_folders import ACTION, rule_folder, with_condition

Kind = TypeVar("Kind", bound=ConditionBase)
BRUSSELS, HELSINKI = ZoneInfo("Europe/Brussels"), ZoneInfo("Europe/Helsinki")
LAPLAND, OULU = "FI1D7", "FI1D9"


@pytest.fixture(autouse=True)
def _nothing_is_remembered() -> None:
    """What a test sees is worked out in that test."""
    for known in vars(applied).values():
        if hasattr(known, "cache_clear"):
            known.cache_clear()


def call(identifier: str = "KA220-ADU", **facts: Any) -> CallFacts:
    """A call that closes on 5 March 2026 at noon in Brussels, unless told."""
    facts = {"programme": Programme.ERASMUS_PLUS, "key": identifier, "identifier": identifier} | facts
    if "closes_at" not in facts and "cut_off" not in facts:
        facts |= {"closes_at": datetime(2026, 3, 5, 11, tzinfo=UTC), "cut_off": date(2026, 3, 5)}
    return CallFacts(**facts)


def regional(**facts: Any) -> CallFacts:
    """A Finnish call of the Just Transition Fund whose source gives a day alone."""
    facts = {
        "programme": Programme.JUST_TRANSITION_FUND,
        "source": "fi_eura_jtf",
        "countries": ("FI",),
    } | facts
    if "cut_off" not in facts:
        end = datetime(2026, 10, 30, tzinfo=HELSINKI).astimezone(UTC)
        facts |= {"cut_off": date(2026, 10, 29), "closes_at": end}
    return call("PSUEVK-112", **facts)


def having(found: tuple[Applied, ...], kind: type[Kind]) -> list[tuple[Kind, Origin]]:
    """The conditions of a type, each with its origin."""
    return [(one.condition, one.origin) for one in found if isinstance(one.condition, kind)]


def own(condition: ConditionBase, origin: Origin) -> Applied:
    """Something read or confirmed of a call."""
    return Applied(condition, origin)


def size(minimum: int | None, certainty: Certainty = Certainty.B) -> ConsortiumSize:
    """A number of organisations that stands in the call."""
    return ConsortiumSize(source="call", certainty=certainty, minimum=minimum)


def test_rules_come_first_and_say_that_they_are_rules() -> None:
    found = conditions_for(call(), rulebook())
    assert found[0].origin is Origin.RULE
    assert [c.minimum for c, _ in having(found, ConsortiumSize)] == [3]
    assert len(found) == len(set(map(id, found)))


@pytest.mark.parametrize(
    ("cut_off", "minimum"), [(date(2025, 12, 31), None), (date(2026, 1, 1), 3), (date(2028, 1, 1), None)]
)
def test_rules_of_the_day_of_the_cut_off(cut_off: date, minimum: int | None) -> None:
    found = conditions_for(call(cut_off=cut_off), rulebook())
    assert [c.minimum for c, _ in having(found, ConsortiumSize)] == [minimum]


def test_without_a_cut_off_the_last_edition_holds_and_the_deadline_asks() -> None:
    found = conditions_for(call(cut_off=None, closes_at=None), rulebook())
    assert [c.minimum for c, _ in having(found, ConsortiumSize)] == [3]
    ((deadline, origin),) = having(found, Deadline)
    assert (deadline.day, deadline.hour, origin) == (None, time(12), Origin.RULE)


def test_a_call_nobody_has_rules_for_asks_four_questions() -> None:
    nobody = Rulebook((), {}, {}, {})
    found = conditions_for(call(), nobody)
    kinds = [type(one.condition) for one in found]
    assert kinds == [ApplicantType, CountryScope, ConsortiumSize, CountryCount, Deadline]
    assert all(says_nothing(one.condition) for one in found[:4])
    ((deadline, origin),) = having(found, Deadline)
    assert (deadline.day, deadline.hour, origin) == (date(2026, 3, 5), time(12), Origin.SOURCE)


@pytest.mark.parametrize(
    ("identifier", "closes_at", "cut_off", "hour", "zone", "source"),
    [
        # The hour of the source is shown in the authority's zone, whatever the source's zone was.
        ("KA220-ADU", datetime(2026, 3, 5, 13, tzinfo=HELSINKI), date(2026, 3, 5), 12, BRUSSELS, "call"),
        ("ESF-2026-POW", datetime(2026, 10, 6, 17, tzinfo=BRUSSELS), date(2026, 10, 6), 17, BRUSSELS, "call"),
        # A day alone ends at the authority's hour, where one is known.
        ("KA220-ADU", datetime(2026, 3, 6, tzinfo=HELSINKI), date(2026, 3, 5), 12, BRUSSELS, "oph"),
        (
            "ESF-2026-POW",
            datetime(2026, 10, 7, tzinfo=BRUSSELS),
            date(2026, 10, 6),
            17,
            BRUSSELS,
            "portal_topics",
        ),
        ("ESF-2026-POW", None, date(2026, 10, 6), 17, BRUSSELS, "portal_topics"),
        ("FI_JTF", datetime(2026, 10, 30, tzinfo=HELSINKI), date(2026, 10, 29), None, HELSINKI, "call"),
        ("SI_PLUS", datetime(2026, 10, 30, tzinfo=BRUSSELS), date(2026, 10, 29), None, BRUSSELS, "call"),
        ("SI_PLUS", datetime(2026, 10, 30, tzinfo=HELSINKI), date(2026, 10, 29), None, HELSINKI, "call"),
        ("SI_PLUS", datetime.max.replace(tzinfo=UTC), date.max, None, BRUSSELS, "call"),
        # Without the local day the moment says it all.
        ("FI_JTF", datetime(2026, 10, 29, 16, 15, tzinfo=HELSINKI), None, 16, HELSINKI, "call"),
    ],
)
def test_the_deadline_is_the_calls_own_in_the_authoritys_zone(
    identifier: str,
    closes_at: datetime | None,
    cut_off: date | None,
    hour: int | None,
    zone: ZoneInfo,
    source: str,
) -> None:
    utc = closes_at.astimezone(UTC) if closes_at else None
    found = conditions_for(call(identifier, closes_at=utc, cut_off=cut_off), rulebook())
    ((deadline, origin),) = having(found, Deadline)
    assert origin is Origin.SOURCE
    assert (deadline.source, deadline.zone) == (source, zone.key)
    assert deadline.day == (cut_off or date(2026, 10, 29))
    assert (deadline.hour.hour if deadline.hour else None) == hour
    assert (deadline.certainty, deadline.rules) == (Certainty.A, ("R22",))
    assert deadline.note == (
        None if source == "call" else "The call gives the day; the hour is the authority's."
    )


def test_the_authoritys_hour_is_that_of_the_day_of_the_cut_off(tmp_path: Path) -> None:
    early = "type: deadline\nhour: 12:00\nvalid_until: 2026-03-05\nsource: guide\ncertainty: A"
    late = early.replace("12:00", "15:00").replace("valid_until: 2026-03-05", "valid_from: 2026-03-06")
    text = with_condition(early) + with_condition(late).removeprefix(ACTION)
    book = load_rulebook(rule_folder(tmp_path, text))
    for day, hour in ((5, 12), (6, 15)):
        found = conditions_for(call("ACT-1", cut_off=date(2026, 3, day), closes_at=None), book)
        assert [c.hour for c, _ in having(found, Deadline)] == [time(hour)]


def test_the_territory_of_the_fund_and_the_regions_of_the_call_both_hold() -> None:
    found = having(conditions_for(regional(nuts_regions=(LAPLAND, OULU)), rulebook()), Region)
    (fund, rule), (own_regions, source) = found
    assert (len(fund.regions or ()), rule) == (13, Origin.RULE)
    assert (own_regions.regions, own_regions.certainty, source) == (
        (LAPLAND, OULU),
        Certainty.A,
        Origin.SOURCE,
    )


def test_a_broad_area_leaves_some_regions_uncertain() -> None:
    facts = regional(area_regions=(LAPLAND,), area_uncertain=(OULU,))
    _, (found, _) = having(conditions_for(facts, rulebook()), Region)
    assert (found.regions, found.uncertain) == ((LAPLAND,), (OULU,))


def test_named_regions_come_before_the_area() -> None:
    facts = regional(nuts_regions=(LAPLAND,), area_regions=(LAPLAND, OULU), area_uncertain=("FI1D8",))
    _, (found, _) = having(conditions_for(facts, rulebook()), Region)
    assert (found.regions, found.uncertain) == ((LAPLAND,), ())


def test_a_regional_call_that_names_its_country_alone_is_for_all_of_it() -> None:
    found = conditions_for(regional(), rulebook())
    assert [c.regions for c, origin in having(found, Region) if origin is Origin.SOURCE] == [("FI",)]
    assert [origin for _, origin in having(found, CountryScope)] == [Origin.RULE]


def test_the_country_of_an_agencys_call_is_where_the_lead_is() -> None:
    found = conditions_for(call(countries=("FI",)), rulebook())
    (rule, _), (lead, origin) = having(found, Lead)
    assert rule.groups == (CountryGroup.EU, CountryGroup.ERASMUS_ASSOCIATED)
    assert (lead.countries, lead.certainty, origin) == (("FI",), Certainty.B, Origin.SOURCE)
    assert not having(found, Region)
    assert [origin for _, origin in having(found, CountryScope)] == [Origin.RULE]


def test_the_countries_of_a_direct_call_are_those_of_the_applicants() -> None:
    found = conditions_for(call("ESF-2026-POW", countries=("FI", "SE")), rulebook())
    scope = [c for c, origin in having(found, CountryScope) if origin is Origin.SOURCE]
    assert [(c.countries, c.certainty) for c in scope] == [(("FI", "SE"), Certainty.A)]


@pytest.mark.parametrize("origin", [Origin.OFFICER, Origin.LEAD])
def test_a_persons_word_takes_the_place_of_all_else(origin: Origin) -> None:
    said = (own(size(2), Origin.TEXT), own(size(5), Origin.DOCUMENT), own(size(4), origin))
    found = conditions_for(call(own=said), rulebook())
    assert [(c.minimum, where) for c, where in having(found, ConsortiumSize)] == [(4, origin)]
    assert [c.minimum for c, _ in having(found, CountryCount)] == [3]


def test_a_lead_comes_before_an_officer_and_the_later_word_before_the_earlier() -> None:
    said = (own(size(4), Origin.LEAD), own(size(5), Origin.LEAD), own(size(6), Origin.OFFICER))
    found = conditions_for(call(own=said), rulebook())
    assert [(c.minimum, where) for c, where in having(found, ConsortiumSize)] == [(5, Origin.LEAD)]


def test_a_confirmed_deadline_replaces_the_sources() -> None:
    later = Deadline(source="call", certainty=Certainty.A, day=date(2026, 4, 1), hour=time(12))
    found = conditions_for(call(own=(own(later, Origin.OFFICER),)), rulebook())
    assert having(found, Deadline) == [(later, Origin.OFFICER)]


@pytest.mark.parametrize("origin", [Origin.TEXT, Origin.DOCUMENT])
def test_a_reading_stands_beside_a_rule(origin: Origin) -> None:
    found = conditions_for(call(own=(own(size(2), origin),)), rulebook())
    told = [(c.minimum, where) for c, where in having(found, ConsortiumSize)]
    assert told == [(3, Origin.RULE), (2, origin)]


def test_a_reading_takes_the_place_of_a_rule_that_says_nothing_or_is_recalled() -> None:
    said = (own(size(2), Origin.TEXT),)
    silent = conditions_for(call("ESF-2026-POW", programme=Programme.ESF_PLUS, own=said), rulebook())
    recalled = conditions_for(call("ERASMUS-EDU-2026-PI-ALL-INNO-BLUEPRINT", own=said), rulebook())
    assert having(silent, ConsortiumSize) == having(recalled, ConsortiumSize) == [(size(2), Origin.TEXT)]
    assert [c.minimum for c, _ in having(silent, CountryCount)] == [None]
    assert [c.certainty for c, _ in having(recalled, CountryCount)] == [Certainty.C]


def test_of_a_surer_and_a_recalled_part_a_reading_leaves_the_surer() -> None:
    identifier = "ERASMUS-EDU-2026-PI-ALL-INNO-EDU-ENTERP"
    read = ActorTypes(source="call", certainty=Certainty.B, needs=())
    before = having(conditions_for(call(identifier), rulebook()), ActorTypes)
    after = having(conditions_for(call(identifier, own=(own(read, Origin.TEXT),)), rulebook()), ActorTypes)
    assert [c.certainty for c, _ in before] == [Certainty.B, Certainty.C]
    assert after == [before[0], (read, Origin.TEXT)]


@pytest.mark.parametrize(
    ("sizes", "countries"),
    [
        ([(1, Origin.OFFICER)], [(1, Origin.OFFICER)]),
        ([(1, Origin.TEXT)], [(1, Origin.TEXT)]),
        ([(1, Origin.TEXT), (1, Origin.DOCUMENT)], [(1, Origin.DOCUMENT)]),
        ([(1, Origin.TEXT), (2, Origin.DOCUMENT)], [(None, Origin.RULE)]),
        ([(2, Origin.OFFICER)], [(None, Origin.RULE)]),
        ([(None, Origin.OFFICER)], [(None, Origin.RULE)]),
    ],
)
def test_where_one_organisation_is_enough_one_country_is(
    sizes: list[tuple[int | None, Origin]], countries: list[tuple[int | None, Origin]]
) -> None:
    said = tuple(own(size(minimum), origin) for minimum, origin in sizes)
    found = conditions_for(call("ESF-2026-POW", programme=Programme.ESF_PLUS, own=said), rulebook())
    counts = having(found, CountryCount)
    assert [(c.minimum, origin) for c, origin in counts] == countries
    derived = ("call", Certainty.B, "One organisation is enough, and so is one country.")
    silent = ("portal_topics", Certainty.A, None)
    assert {(c.source, c.certainty, c.note) for c, _ in counts} == {derived if countries[0][0] else silent}


def test_a_number_of_countries_that_is_given_stays() -> None:
    found = conditions_for(call(own=(own(size(1), Origin.OFFICER),)), rulebook())
    assert [(c.minimum, origin) for c, origin in having(found, CountryCount)] == [(3, Origin.RULE)]


def test_after_the_period_nothing_is_known_any_more_not_even_where() -> None:
    later = conditions_for(regional(cut_off=date(2028, 3, 2), closes_at=None), rulebook())
    assert all(says_nothing(c) for c, origin in having(later, Region) if origin is Origin.RULE)
    assert [origin for _, origin in having(later, Region)] == [Origin.RULE, Origin.SOURCE]
    assert not having(later, Identifiers)


def test_a_read_deadline_stands_beside_the_sources_and_in_the_place_of_none() -> None:
    read = Deadline(source="call", certainty=Certainty.B, day=date(2026, 4, 1))
    said = (own(read, Origin.TEXT),)
    dated = having(conditions_for(call(own=said), rulebook()), Deadline)
    undated = having(conditions_for(call(own=said, cut_off=None, closes_at=None), rulebook()), Deadline)
    assert [where for _, where in dated] == [Origin.SOURCE, Origin.TEXT]
    assert undated == [(read, Origin.TEXT)]


@pytest.mark.parametrize("kind", TYPES.values(), ids=TYPES)
def test_every_type_can_say_nothing(kind: type[ConditionBase]) -> None:
    assert says_nothing(kind(source="call", certainty=Certainty.A))


def test_any_value_says_something() -> None:
    plain = {"source": "call", "certainty": Certainty.A}
    assert not says_nothing(ApplicantType(**plain, any_organisation=True))
    assert not says_nothing(ApplicantType(**plain, legal_types=(LegalType.PUBLIC,)))
    assert not says_nothing(ConsortiumSize(**plain, minimum=0))
    assert not says_nothing(Deadline(**plain, day=date(2026, 1, 1)))
    assert says_nothing(Deadline(**plain, hour=time(12)))


@pytest.mark.parametrize("origin", [Origin.OFFICER, Origin.LEAD])
def test_a_confirmed_region_stands_inside_the_actions_own_territory(origin: Origin) -> None:
    pirkanmaa = Region(source="call", certainty=Certainty.A, regions=("FI19B",))
    found = conditions_for(regional(nuts_regions=(LAPLAND,), own=(own(pirkanmaa, origin),)), rulebook())
    (fund, rule), (said, where) = having(found, Region)
    assert (len(fund.regions or ()), rule, said, where) == (13, Origin.RULE, pirkanmaa, origin)


def test_a_territory_that_the_rules_do_not_give_gives_way_to_a_confirmed_one() -> None:
    said = own(Region(source="call", certainty=Certainty.A, regions=(LAPLAND,)), Origin.OFFICER)
    later = regional(cut_off=date(2028, 3, 2), closes_at=None, own=(said,))
    assert [where for _, where in having(conditions_for(later, rulebook()), Region)] == [Origin.OFFICER]


@pytest.mark.parametrize(
    ("values", "excluded"),
    [
        ({"groups": (CountryGroup.EU,)}, [("BY",), ()]),
        ({"groups": (CountryGroup.EU,), "excluded": ("RU",)}, [("RU",)]),
        ({}, [("BY",), ()]),
    ],
)
def test_a_confirmed_scope_lets_in_nobody_whom_the_rules_shut_out(
    values: dict[str, Any], excluded: list[tuple[str, ...]]
) -> None:
    said = CountryScope(source="call", certainty=Certainty.A, **values)
    found = having(conditions_for(call(own=(own(said, Origin.OFFICER),)), rulebook()), CountryScope)
    assert sorted((c.excluded for c, _ in found), reverse=True) == sorted(excluded, reverse=True)
    assert (said, Origin.OFFICER) in found
    assert all(not c.groups and not c.countries for c, origin in found if origin is Origin.RULE)
