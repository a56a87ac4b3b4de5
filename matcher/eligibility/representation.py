"""Who speaks for job-seekers and for workers: told when nobody does, never a reason for a verdict."""

from collections.abc import Sequence

from matcher.eligibility.facts import Party
from matcher.eligibility.judgement import Message
from matcher.eligibility.judging.case import FUNDED, names
from store.vocabulary import ActorType, PartnerRole

VOICES = {"job_seekers": ActorType.TARGET_GROUP_ORG, "workers": ActorType.TRADE_UNION}
"""Whose voice an inclusive labour market needs, and the kind of member that is it."""


def warn(parties: Sequence[Party]) -> tuple[Message, ...]:
    """One message for each group that nobody represents with a share of the grant."""
    found = (_warning(group, [p for p in parties if p.actor_type is kind]) for group, kind in VOICES.items())
    return tuple(message for message in found if message is not None)


def _warning(group: str, voices: Sequence[Party]) -> Message | None:
    if any(party.role in FUNDED for party in voices):
        return None
    associated = [party for party in voices if party.role is PartnerRole.ASSOCIATED_PARTNER]
    if associated:
        return Message(f"representation.{group}.associated", {"names": names(associated)})
    return Message(f"representation.{group}.none")
