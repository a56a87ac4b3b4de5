"""Builders with valid defaults: a test names only what it is about."""

from datetime import UTC, date, datetime, time
from typing import Any

from store.models import CallCreate, CoalitionCreate, CutOff, GoalCreate, MemberCreate, NeedCreate
from store.vocabulary import ActorType, Language, PartnerRole, Programme


def cut_off(day: str, hour: str | None = "17:00", zone: str = "Europe/Brussels") -> CutOff:
    """A cut-off from an ISO day and an hour such as `17:00` (None: the source gives none)."""
    return CutOff(date=date.fromisoformat(day), time=time.fromisoformat(hour) if hour else None, zone=zone)


def call(**facts: Any) -> CallCreate:
    """A plausible call of the portal; any fact can be replaced."""
    defaults: dict[str, Any] = {
        "source": "eu_esf_plus",
        "external_id": "1TOPICSen",
        "identifier": "ESF-2026-TEST",
        "programme": Programme.ESF_PLUS,
        "action": "ESF Project Grants",
        "title": "Paths to work for people far from it",
        "language": "en",
        "description": "## Objective\n\nPartnerships open paths to work.\n\n- coaching\n- employers",
        "opening_date": date(2026, 4, 30),
        "cut_offs": [cut_off("2026-10-06")],
        "url": "https://example.org/ESF-2026-TEST",
        "source_url": "https://example.org/search",
        "raw": {"identifier": "ESF-2026-TEST"},
        "fetched_at": datetime(2026, 5, 19, 22, tzinfo=UTC),
    }
    return CallCreate(**(defaults | facts))


def member(**facts: Any) -> MemberCreate:
    """A plausible member; any fact can be replaced."""
    defaults: dict[str, Any] = {
        "slug": "college",
        "name": "Sample College",
        "actor_type": ActorType.VET_PROVIDER,
        "country": "FI",
        "nuts_region": "FI1D7",
        "role_wish": PartnerRole.BENEFICIARY,
        "capacities": ["work-based learning"],
        "expertise": "Trains practical nurses.",
        "contribution": "The only training provider.",
    }
    return MemberCreate(**(defaults | facts))


def coalition(**facts: Any) -> CoalitionCreate:
    """A plausible coalition with one member, goal and need; any fact can be replaced."""
    defaults: dict[str, Any] = {
        "slug": "sample-care",
        "name": "Sample care coalition",
        "language": Language.EN,
        "summary": "Brings job-seekers into care work.",
        "country": "FI",
        "nuts_regions": ["FI1D7"],
        "target_groups": ["long-term unemployed"],
        "members": [member()],
        "goals": [GoalCreate(slug="g1", text="Train unemployed people for care work")],
        "needs": [NeedCreate(slug="n1", text="Nurses are missing", nuts_region="FI1D7")],
    }
    return CoalitionCreate(**(defaults | facts))
