"""Where the project takes place: the call's regions and municipalities, the members', and the plan's."""

from dataclasses import dataclass

from matcher.eligibility.conditions import Region
from matcher.eligibility.facts import Party
from matcher.eligibility.judgement import Answer, Message
from matcher.eligibility.judging.case import Case, Standing, worst
from matcher.eligibility.judging.questions import ask_call, ask_member, ask_project
from store.regions import municipality, within
from store.vocabulary import PartnerRole

FINLAND = "FI"


@dataclass(frozen=True, slots=True)
class Place:
    """A region or country (NUTS, or ISO for a country) and, where known, a Finnish municipality in it."""

    region: str
    municipality: str | None = None


@dataclass(frozen=True, slots=True)
class Inside:
    """Whether a place is in the territory; if unknown, the fact that is missing, if any."""

    answer: Answer
    missing: str | None = None


YES, NO, DISPUTED = Inside(Answer.YES), Inside(Answer.NO), Inside(Answer.UNKNOWN)


def region(condition: Region, party: Party, _role: PartnerRole, case: Case) -> Standing:
    """The planned places are in the territory, and in a group project each member's own. Source: R17, R33.

    Without a plan the project is where its members are; with one, whoever applies alone may be elsewhere, and
    a member whose place is not known is no obstacle.
    """
    if condition.regions is None:
        return Standing(Answer.UNKNOWN, Message("region.not_told"), ask_call(condition))
    if case.places_planned and (planned := _of_plan(condition, case)).answer is not Answer.YES:
        return planned
    alone = case.applicants == (party,)
    found = inside(condition, Place(party.nuts_region or party.country, party.municipality))
    values = {"name": party.name}
    if case.places_planned and (alone or found.answer is Answer.UNKNOWN):
        return Standing(Answer.YES, Message("region.plan_yes"))
    if found.answer is not Answer.UNKNOWN:
        return Standing(found.answer, Message(f"region.{found.answer}", values))
    if found.missing is None:
        return Standing(Answer.UNKNOWN, Message("region.disputed", values), ask_call(condition))
    return Standing(Answer.UNKNOWN, Message("region.unknown", values), ask_member(party, found.missing))


def inside(condition: Region, place: Place) -> Inside:
    """Whether a place is in the territory; a known municipality decides, by its region of today."""
    if place.municipality is not None and (known := municipality(place.municipality)) is not None:
        if known.code in condition.municipalities:
            return YES
        return _of_region(condition, known.nuts_2024)
    found = _of_region(condition, place.region)
    return found if found.answer is Answer.YES else _by_municipality(condition, place.region, found)


def _of_region(condition: Region, code: str) -> Inside:
    sure = within(code, condition.regions or ())
    if sure:
        return YES
    if within(code, condition.uncertain):
        return DISPUTED
    reaches = sure is None and bool(condition.regions)
    return Inside(Answer.UNKNOWN, "nuts_region") if reaches or _reaches_uncertain(condition, code) else NO


def _reaches_uncertain(condition: Region, code: str) -> bool:
    return bool(condition.uncertain) and within(code, condition.uncertain) is None


def _by_municipality(condition: Region, code: str, found: Inside) -> Inside:
    """A region of which only single municipalities belong: which municipality is it?"""
    partly = tuple(known.nuts_2024 for each in condition.municipalities if (known := municipality(each)))
    lies = within(code, partly)
    if lies:
        return Inside(Answer.UNKNOWN, "municipality")
    return Inside(Answer.UNKNOWN, "nuts_region") if lies is None and partly else found


def _of_plan(condition: Region, case: Case) -> Standing:
    found = [inside(condition, place) for place in _planned(case)]
    answer = worst([each.answer for each in found])
    reason = Message(f"region.plan_{answer}")
    if answer is not Answer.UNKNOWN:
        return Standing(answer, reason)
    missing = next(each.missing for each in found if each.answer is answer)
    return Standing(answer, reason, ask_call(condition) if missing is None else ask_project(PLANNED[missing]))


PLANNED = {"nuts_region": "regions", "municipality": "municipality"}
"""What the plan calls the place that a member's profile calls so."""


def _planned(case: Case) -> list[Place]:
    """Each planned municipality, and each planned region in which no municipality is named."""
    named = [Place(_region_of(code), code) for code in case.project.municipalities]
    bare = [code for code in case.project.regions if not any(within(each.region, (code,)) for each in named)]
    return [*named, *(Place(code) for code in bare)]


def _region_of(code: str) -> str:
    known = municipality(code)
    return FINLAND if known is None else known.nuts_2024
