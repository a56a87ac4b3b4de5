"""Cures put together: one partner may cure several conditions."""

import pytest

from matcher.eligibility.conditions import Trait
from matcher.eligibility.cures import combined, partners_needed
from matcher.eligibility.judgement import Cure, Message, Value
from store.vocabulary import ActorType, PartnerRole
from tests.matcher.eligibility.making import say_all

VET, EMPLOYER = ActorType.VET_PROVIDER, ActorType.EMPLOYER


def partners(count: int) -> Cure:
    """So many partners more."""
    return Cure(Message("cure.partners", {"count": count}), count)


def countries(count: int) -> Cure:
    """Partners from so many countries more."""
    message = Message("cure.countries", {"count": count, "nth": 2})
    return Cure(message, count, countries=count, not_from=("FI",))


def kind(actor: ActorType, count: int = 1, places: tuple[str, ...] = ()) -> Cure:
    """A kind of partner."""
    values: dict[str, Value] = {"count": count, "actors": (actor,), "countries": places}
    key = "cure.kinds.in" if places else "cure.kinds"
    return Cure(Message(key, values), count, actor_types=(actor,), in_countries=places)


LEAD = Cure(Message("cure.lead.other", {}), role=PartnerRole.COORDINATOR)
OLDER = Cure(Message("cure.coordinator_age", {"count": 2}), role=PartnerRole.COORDINATOR)
CO_FUNDER = Cure(Message("cure.potential_co_funder"), trait=Trait.POTENTIAL_CO_FUNDER)
CHOICE = Cure(Message("cure.one_coordinator"), 0)


@pytest.mark.parametrize(
    ("cures", "wanted", "needed"),
    [
        ([], [], 0),
        ([partners(2)], [("cure.partners", 2, False)], 2),
        ([countries(1)], [("cure.countries", 1, False)], 1),
        ([partners(2), countries(2)], [("cure.countries", 2, False)], 2),
        ([countries(2), partners(1)], [("cure.countries", 2, False)], 2),
        ([partners(3), countries(2)], [("cure.partners_countries", 3, False)], 3),
        ([kind(VET)], [("cure.kinds", 1, False)], 1),
        ([kind(VET), kind(EMPLOYER, 2)], [("cure.kinds", 1, False), ("cure.kinds", 2, False)], 3),
        ([kind(VET), kind(VET)], [("cure.kinds", 1, False)], 1),
        ([countries(2), kind(VET)], [("cure.countries", 2, False), ("cure.among", 1, True)], 2),
        (
            [countries(1), kind(VET), kind(EMPLOYER)],
            [("cure.countries", 1, False), ("cure.among", 1, True)] * 1 + [("cure.among", 1, True)],
            2,
        ),
        ([kind(VET, 1, ("EE", "SE"))], [("cure.kinds.in", 1, False)], 2),
        (
            [countries(1), kind(VET, 1, ("EE",))],
            [("cure.countries", 1, False), ("cure.kinds.in", 1, False)],
            2,
        ),
        ([LEAD], [("cure.lead.other", 1, False)], 1),
        ([LEAD, OLDER], [("cure.lead.other", 1, False), ("cure.coordinator_age", 1, False)], 1),
        ([countries(1), LEAD], [("cure.countries", 1, False), ("cure.among", 1, True)], 1),
        ([countries(1), CO_FUNDER], [("cure.countries", 1, False), ("cure.among", 1, True)], 1),
        ([CO_FUNDER], [("cure.potential_co_funder", 1, False)], 1),
        ([CHOICE, countries(1)], [("cure.countries", 1, False), ("cure.one_coordinator", 0, False)], 1),
        ([CHOICE, CHOICE], [("cure.one_coordinator", 0, False)], 0),
    ],
)
def test_together(cures: list[Cure], wanted: list[tuple[str, int, bool]], needed: int) -> None:
    found = combined(cures)
    say_all(cure.message for cure in found)
    assert [(cure.message.key, cure.count, cure.among) for cure in found] == wanted
    assert partners_needed(found) == needed


def test_more_partners_than_countries_tells_both() -> None:
    (cure,) = combined([partners(3), countries(2)])
    assert cure.message.values == {"count": 3, "countries": 2}
    assert (cure.countries, cure.not_from) == (2, ("FI",))


def test_the_largest_of_two_numbers_counts() -> None:
    (cure,) = combined([partners(1), partners(3), partners(2)])
    assert (cure.count, cure.message.values) == (3, {"count": 3})
    (cure,) = combined([countries(1), countries(3)])
    assert (cure.count, cure.countries) == (3, 3)


def test_a_kind_among_them_keeps_its_words() -> None:
    _, among = combined([countries(2), kind(VET)])
    assert among.message.values == {"partner": kind(VET).message}
    assert among.actor_types == (VET,)
