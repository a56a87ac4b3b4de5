"""How long verdicts take: `make bench` screens 10,000 made-up calls for one coalition.

The calls are as varied as real ones: all actions that have rules, regions and countries, deadlines on any
day, conditions read from the call's own text. Prints seconds of one core, and how many times longer one check
per call takes.
"""

import random
import sys
import time
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from matcher.eligibility.conditions import (
    ApplicantType,
    Certainty,
    CoFinancing,
    ConditionBase,
    ConsortiumSize,
    CountryCount,
    Duration,
    Grant,
)
from matcher.eligibility.facts import Applied, CallFacts, Evidence, Origin, Party
from matcher.eligibility.judge import check
from matcher.eligibility.rulebook import Rulebook, rulebook
from matcher.eligibility.screen import screen
from store.regions import area_regions, areas, regions
from store.vocabulary import ActorType, LegalType, PartnerRole, Programme

NOW = datetime(2026, 5, 20, 10, tzinfo=UTC)
CALLS = 10_000
CHECKED = 500
"""Calls that are checked one by one, to compare; the rest would only take longer."""

COALITION = (
    Party("area", "Employment area", ActorType.EMPLOYMENT_AUTHORITY, "FI", nuts_region="FI1D7"),
    Party("town", "Town", ActorType.MUNICIPALITY, "FI", nuts_region="FI1D7", municipality="698"),
    Party("college", "College", ActorType.VET_PROVIDER, "FI", nuts_region="FI1D7", founded=date(2024, 9, 1)),
    Party("firm", "Firm", ActorType.EMPLOYER, "FI", nuts_region="FI1D9", legal_type=LegalType.FOR_PROFIT),
    Party("union", "Union", ActorType.TRADE_UNION, "FI", role_wish=PartnerRole.ASSOCIATED_PARTNER),
    Party("seekers", "Job-seekers' association", ActorType.TARGET_GROUP_ORG, "FI", nuts_region="FI1D7"),
    Party("university", "University", ActorType.HEI, "FI", nuts_region="FI1D7", founded=date(1979, 1, 1)),
    Party("partner", "Swedish partner", ActorType.THIRD_SECTOR, "SE", nuts_region="SE332"),
)


WHO_MAY = (
    (LegalType.PUBLIC, LegalType.NON_PROFIT),
    (LegalType.PUBLIC, LegalType.PUBLIC_SERVICE, LegalType.NON_PROFIT),
    (LegalType.PUBLIC,),
)
"""Kinds of organisation that texts name."""


def calls(number: int, book: Rulebook, seed: int = 7) -> list[CallFacts]:
    """Made-up calls, the same for the same seed."""
    chance = random.Random(seed)
    return [_call(str(place), book, chance) for place in range(number)]


def _call(key: str, book: Rulebook, chance: random.Random) -> CallFacts:
    rules = chance.choice(book.rule_sets)
    finnish = rules.action.startswith("FI_")
    day = date(2026, 1, 1) + timedelta(days=chance.randrange(500))
    hour = chance.choice((9, 15))
    known = chance.random() < 0.9
    return CallFacts(
        key=key,
        programme=chance.choice(list(Programme)) if chance.random() < 0.05 else rules.programme,
        identifier=rules.action,
        action=rules.action,
        closes_at=datetime(day.year, day.month, day.day, hour, tzinfo=UTC) if known else None,
        cut_off=day if known else None,
        nuts_regions=chance.choice(_places()) if finnish else None,
        countries=None if finnish or chance.random() < 0.8 else ("FI",),
        own=tuple(_read(chance) for _ in range(chance.choice((0, 0, 1, 2)))),
    )


@lru_cache(maxsize=1)
def _places() -> list[tuple[str, ...]]:
    """Where regional calls apply: each region by itself, each broad area, the whole mainland."""
    single = [(region.nuts_2024,) for region in regions()]
    broad = [found.sure for area in areas() if (found := area_regions(area.code)) is not None and found.sure]
    return [*single, *broad, ("FI",)]


def _read(chance: random.Random) -> Applied:
    """A condition as it is read from a call's text, with values of its own."""
    condition = chance.choice((_partnership, _proposal))(chance)
    start = chance.randrange(5000)
    evidence = Evidence(quote="words of the call", field="description", start=start, end=start + 17)
    return Applied(
        condition, chance.choice((Origin.TEXT, Origin.TEXT, Origin.DOCUMENT, Origin.OFFICER)), evidence
    )


def _partnership(chance: random.Random) -> ConditionBase:
    made = {"source": "call", "certainty": Certainty.B}
    return chance.choice(
        (
            ConsortiumSize(**made, minimum=chance.choice((1, 2, 2, 3, 3, 4, 5))),
            CountryCount(**made, minimum=chance.choice((1, 2, 2, 3, 3, 4))),
            ApplicantType(**made, legal_types=chance.choice(WHO_MAY)),
        )
    )


def _proposal(chance: random.Random) -> ConditionBase:
    made = {"source": "call", "certainty": Certainty.B}
    return chance.choice(
        (
            Grant(**made, minimum=10_000 * chance.randint(1, 9), maximum=10_000 * chance.randint(10, 300)),
            Duration(**made, minimum=chance.randint(1, 12), maximum=chance.randint(13, 48)),
            CoFinancing(**made, maximum_rate=chance.randint(50, 95) / 100),
        )
    )


def measure() -> tuple[float, float, Counter[str]]:
    """Seconds to screen all calls, seconds that a check of each would take, and how the verdicts fall."""
    book = rulebook()
    made = calls(CALLS, book)
    start = time.process_time()
    found = screen(made, COALITION, book, NOW)
    screened = time.process_time() - start
    start = time.process_time()
    for call in made[:CHECKED]:
        check(call, COALITION, book, NOW)
    checked = (time.process_time() - start) * CALLS / CHECKED
    return screened, checked, Counter(str(each.verdict) for each in found.values())


def main() -> None:
    """Prints the figures."""
    screened, checked, verdicts = measure()
    told = ", ".join(f"{number} {verdict}" for verdict, number in sorted(verdicts.items()))
    sys.stdout.write(
        f"{CALLS} calls, {len(COALITION)} members: screened in {screened:.2f} s ({told}); "
        f"a check of each takes {checked / screened:.0f} times as long ({checked:.1f} s).\n"
    )


if __name__ == "__main__":
    main()
