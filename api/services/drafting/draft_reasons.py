"""Use case: the passages of a call that a draft may set beside the coalition's goals."""

from collections.abc import Sequence

from sqlmodel import Session

from api.services.matching.list_matches import ReasonPublic, reasons_for
from store import call_conditions
from store.models import Call, CallReadingPublic, Coalition

FORMAL = frozenset(
    {
        "applicant_type",
        "consortium_size",
        "country",
        "country_count",
        "co_financing",
        "deadline",
        "duration",
        "grant",
        "identifiers",
        "language",
        "lead",
        "text_length",
    }
)
"""Types of conditions that say who may apply and how; no goal answers them, so they show no common aim."""


def aims_in_common(session: Session, coalition: Coalition, call: Call) -> list[ReasonPublic]:
    """Why the call fits, without passages that state a formal condition. Raises api.errors.NoModel."""
    readings = call_conditions.readings_of(session, [call.id or 0]).get(call.id or 0, [])
    formal = [one for one in readings if one.type in FORMAL and one.field == "description"]
    return [reason for reason in reasons_for(session, coalition, call) if not _states(reason, formal)]


def _states(reason: ReasonPublic, formal: Sequence[CallReadingPublic]) -> bool:
    """Whether a passage holds a formal condition whole."""
    return any(reason.start <= one.start and one.end <= reason.end for one in formal)
