"""A coalition for care work and two calls of real kinds: one at home, and one that wants three countries."""

from typing import Any

from sqlmodel import Session

from store.coalitions import save_coalition
from store.importer import save_call
from store.models import Call, Coalition, MemberCreate
from store.vocabulary import ActorType, LegalType, PartnerRole, Programme
from tests import builders

REGIONAL, ADULT = "LAPLAND-1", "KA220-ADU-2026"
SLUG = "sample-care"
SIZE_QUOTE = "A project needs at least four organisations."


def members() -> list[MemberCreate]:
    """A town that leads, a college, and an association that wishes to stand beside."""
    return [
        builders.member(
            slug="town",
            name="Sample Town",
            actor_type=ActorType.MUNICIPALITY,
            role_wish=PartnerRole.COORDINATOR,
            founded="1970-01-01",
        ),
        builders.member(slug="college", legal_type=LegalType.PUBLIC, founded="1985-01-01"),
        builders.member(
            slug="jobless",
            name="Sample Job-seekers",
            actor_type=ActorType.TARGET_GROUP_ORG,
            role_wish=PartnerRole.ASSOCIATED_PARTNER,
        ),
    ]


def coalition(session: Session, **facts: Any) -> Coalition:
    """The stored coalition; any fact can be replaced."""
    return save_coalition(session, builders.coalition(**({"slug": SLUG, "members": members()} | facts)))


def regional_call(session: Session, **facts: Any) -> Call:
    """An open ESF+ call of Lapland in EURA 2021."""
    known: dict[str, Any] = {
        "source": "fi_eura_esf_plus",
        "external_id": REGIONAL,
        "identifier": REGIONAL,
        "action": None,
        "description": "Hanke auttaa ihmisiä hoiva-alan töihin.",
        "language": "fi",
        "cut_offs": [builders.cut_off("2026-08-31", "16:15", "Europe/Helsinki")],
        "time_zone": "Europe/Helsinki",
        "countries": ["FI"],
        "nuts_regions": ["FI1D7"],
    }
    return save_call(session, builders.call(**(known | facts))).call


def adult_call(session: Session, **facts: Any) -> Call:
    """An open Erasmus+ call for cooperation partnerships in adult education."""
    known: dict[str, Any] = {
        "source": "fi_erasmus_agency",
        "external_id": ADULT,
        "identifier": ADULT,
        "programme": Programme.ERASMUS_PLUS,
        "action": None,
        "cut_offs": [builders.cut_off("2026-10-01", "12:00")],
        "countries": None,
    }
    return save_call(session, builders.call(**(known | facts))).call
