"""Which of a coalition's matches are shown: by fit, programme, verdict and decision, the muted ones apart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from pydantic import BaseModel

from api.services.deciding.decisions import MutePublic
from matcher.eligibility.judgement import Screening
from matcher.ranking import Match
from store.models import Call
from store.vocabulary import CallStatus, Choice, Programme, Verdict

OPEN = "open"
"""Of a decision: there is none yet."""


class MatchFilter(BaseModel):
    """What is asked for; None is any. muted: those that the coalition muted, instead of the others."""

    fit: Literal["strong", "good", "possible"] | None = None
    programme: Programme | None = None
    verdict: Verdict | None = None
    decision: Choice | Literal["open"] | None = None
    muted: bool = False

    @property
    def is_set(self) -> bool:
        """Whether anything is asked for beyond the usual list."""
        return self != MatchFilter()


@dataclass
class Sieve:
    """Lets through the calls that are asked for, and counts those that are left out as muted."""

    asked: MatchFilter
    mutes: Sequence[MutePublic]
    choices: Mapping[int, Choice]
    muted: int = field(default=0, init=False)

    def wanted(self, call: Call, match: Match, screening: Screening) -> bool:
        """Whether the call is among the matches asked for; closed ones never are."""
        if match.document.status is CallStatus.CLOSED:
            return False
        is_muted = any(mute.covers(call) for mute in self.mutes)
        self.muted += is_muted
        return is_muted is self.asked.muted and self._is_asked(call, match, screening)

    def _is_asked(self, call: Call, match: Match, screening: Screening) -> bool:
        decided = self.choices.get(call.id or 0, OPEN)
        pairs: tuple[tuple[object, object], ...] = (
            (self.asked.fit, match.fit.value),
            (self.asked.programme, call.programme),
            (self.asked.verdict, screening.verdict),
            (self.asked.decision, decided),
        )
        return all(wanted is None or wanted == found for wanted, found in pairs)
