"""Contexts with valid defaults for tests: one realistic coalition in each language, all names made up."""

from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import yaml

from proposal_templates.context import (
    CallFacts,
    CoalitionFacts,
    CutOff,
    DraftContext,
    GoalFacts,
    Language,
    MatchReason,
    MemberFacts,
    NeedFacts,
    ProjectFacts,
    Quote,
)
from proposal_templates.draft import Draft, build_draft
from proposal_templates.forms import find_form

NETWORKS = (
    "the establishment of transnational collaborative networks that bring together local and regional VET "
    "stakeholders"
)
DRIVERS = "support and act as drivers for local and regional development, innovation and social inclusion"
PATHWAYS = (
    "Projects should open pathways for adults who need new skills and let employers take part in "
    "designing them."
)
LEARNING = "Partners are expected to share what they learn with each other."
CALL_TEXT = (
    "Centres of Vocational Excellence connect training providers with firms, social partners and "
    f"authorities of their region. The main objective is {NETWORKS}. Centres shall {DRIVERS}. {PATHWAYS} "
    f"{LEARNING}"
)


def quote(text: str, field: str = "description", within: str = CALL_TEXT) -> Quote:
    """A quotation at the place where the text really stands."""
    start = within.index(text)
    return Quote(text=text, field=field, start=start, end=start + len(text))


def call(**changes: object) -> CallFacts:
    """The centres call of 2026 with its real identifier, dates and amounts, and a short text of our own."""
    facts = CallFacts(
        identifier="ERASMUS-EDU-2026-PEX-COVE",
        title="Centres of Vocational Excellence",
        programme="erasmus_plus",
        action="ERASMUS Lump Sum Grants",
        language="en",
        opening=date(2025, 12, 4),
        cut_offs=(CutOff(day=date(2026, 9, 3), hour=time(17, 0), zone="Europe/Brussels"),),
        budget=Decimal(68_000_000),
        grant_max=Decimal(4_000_000),
        rate=Decimal("0.8"),
        url="https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/opportunities/topic-details/ERASMUS-EDU-2026-PEX-COVE",
        source="EU Funding & Tenders Portal",
        fetched_at=datetime(2026, 5, 20, 8, 15, tzinfo=ZoneInfo("Europe/Brussels")),
        texts={"description": CALL_TEXT},
        quotes=(quote(DRIVERS), quote(PATHWAYS), quote(LEARNING)),
    )
    return replace(facts, **changes)  # type: ignore[arg-type]


_SAID: dict[Language, dict[str, str]] = yaml.safe_load(
    Path(__file__).with_name("coalitions.yaml").read_text(encoding="utf-8")
)


def coalition(language: Language = "en", **changes: object) -> CoalitionFacts:
    """A coalition with three goals and two needs, some of them without indicator, region or evidence."""
    said = _SAID[language]
    facts = CoalitionFacts(
        name=said["name"],
        language=language,
        summary=said["summary"],
        country="FI",
        regions=(said["region"],),
        goals=(
            GoalFacts(text=said["goal1"], indicator=said["indicator1"], given_by=said["area"]),
            GoalFacts(text=said["goal2"]),
            GoalFacts(text=said["goal3"], indicator=said["indicator3"]),
        ),
        needs=(
            NeedFacts(
                text=said["need1"], region=said["region"], evidence=said["evidence1"], given_by=said["area"]
            ),
            NeedFacts(text=said["need2"], region=said["region"], given_by=said["employers"]),
        ),
        target_groups=(said["group1"], said["group2"]),
    )
    return replace(facts, **changes)  # type: ignore[arg-type]


def members(language: Language = "en") -> tuple[MemberFacts, ...]:
    """Five members: one of each group but research, one abroad of which little is known yet."""
    said = _SAID[language]

    def member(key: str, actor_type: str, role: str | None) -> MemberFacts:
        has = said.get(f"{key}_has")
        return MemberFacts(
            name=said[key],
            actor_type=actor_type,
            country="FI",
            region=said["region"],
            role=role,  # type: ignore[arg-type]
            expertise=said.get(f"{key}_expertise"),
            contribution=said.get(f"{key}_adds"),
            capacities=tuple(has.split("|")) if has else (),
        )

    return (
        member("area", "employment_authority", "beneficiary"),
        member("college", "vet_provider", "coordinator"),
        member("employers", "employer_org", "associated_partner"),
        member("peers", "third_sector", "beneficiary"),
        replace(member("abroad", "vet_provider", None), country="SE", region=None),
    )


def context(language: Language = "en", profile: Language | None = None, **changes: object) -> DraftContext:
    """A realistic context; `profile` is the language of the coalition's texts when it is another."""
    spoken = profile or language
    said = _SAID[spoken]
    facts = DraftContext(
        language=language,
        made_on=date(2026, 5, 20),
        call=call(),
        coalition=coalition(spoken),
        members=members(spoken),
        reasons=(
            MatchReason(aim=said["goal1"], quote=quote(DRIVERS)),
            MatchReason(aim=said["goal2"], quote=quote(PATHWAYS)),
        ),
        project=ProjectFacts(),
    )
    return replace(facts, **changes)  # type: ignore[arg-type]


def draft(language: Language = "en", profile: Language | None = None, **changes: object) -> Draft:
    """A draft of that context on the form of its call."""
    made = context(language, profile, **changes)
    return build_draft(made, find_form(made.call.programme, made.call.action, made.call.identifier))
