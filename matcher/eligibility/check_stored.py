"""The verdicts of stored coalitions: for one call with everything it rests on, or for all calls at once."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session

from matcher.eligibility.applied import conditions_for
from matcher.eligibility.facts import CallFacts, Party, Project
from matcher.eligibility.from_store import load_calls, parties_of, project_of
from matcher.eligibility.judge import check
from matcher.eligibility.judgement import Judgement, Screening, WhatIf
from matcher.eligibility.line_up import propose
from matcher.eligibility.partners import Thought
from matcher.eligibility.rulebook import Rulebook, rulebook
from matcher.eligibility.screen import screen
from matcher.eligibility.what_if import what_if
from matcher.reading.stored import read_stored
from store import clock, line_ups
from store.models import Coalition, LineUpPublic
from store.vocabulary import ActorType


@dataclass(frozen=True)
class StoredCase:
    """One coalition and one call as the rules see them; `line_up` is what people decided, if anything."""

    coalition_id: int
    call: CallFacts
    parties: tuple[Party, ...]
    project: Project
    line_up: LineUpPublic | None
    book: Rulebook
    now: datetime

    def judgement(self) -> Judgement:
        """The verdict for the stored line-up, or for a proposed one."""
        return check(self.call, self.parties, self.book, self.now, self.project)

    def proposal(self) -> tuple[Party, ...]:
        """The members with the roles that Koalitio proposes, whatever people decided."""
        free = tuple(replace(party, role=None) for party in self.parties)
        return propose(
            self.call, free, conditions_for(self.call, self.book), self.book, self.now, self.project
        )

    def what_if(self, partners: Sequence[tuple[ActorType, str]]) -> WhatIf:
        """The verdict with partners of these kinds and countries beside the line-up that holds now."""
        decided = any(party.role is not None for party in self.parties)
        parties = self.parties if decided else self.proposal()
        applied = conditions_for(self.call, self.book)
        thoughts = [Thought(actor_type, country) for actor_type, country in partners]
        return what_if(self.call, parties, applied, self.book, self.now, self.project, thoughts)


def load_case(
    session: Session, coalition: Coalition, call_id: int, now: datetime | None = None
) -> StoredCase:
    """The call, read first if it is new or changed, and the coalition with its line-up; now is UTC."""
    assert coalition.id is not None
    read_stored(session, [call_id])
    stored = line_ups.line_up_of(session, coalition.id, call_id)
    return StoredCase(
        coalition_id=coalition.id,
        call=load_calls(session, [call_id], coalition.id)[call_id],
        parties=parties_of(coalition, stored),
        project=project_of(stored.project) if stored else Project(),
        line_up=stored,
        book=rulebook(),
        now=now or clock.now(),
    )


def screen_stored(
    session: Session, coalition: Coalition, now: datetime, call_ids: Collection[int] | None = None
) -> dict[int, Screening]:
    """The verdict for each of these calls, or for all, by call id, each for its own line-up.

    What is new and changed is not read here: see `matcher.reading.stored.read_stored`.
    """
    assert coalition.id is not None
    calls = load_calls(session, call_ids, coalition.id)
    decided = {
        key: line_up
        for key, line_up in line_ups.line_ups_of(session, coalition.id).items()
        if key in calls and any(part.role is not None for part in line_up.parts)
    }
    free = [facts for key, facts in calls.items() if key not in decided]
    found = screen(free, parties_of(coalition), rulebook(), now)
    for key, line_up in decided.items():
        judged = check(
            calls[key], parties_of(coalition, line_up), rulebook(), now, project_of(line_up.project)
        )
        found[str(key)] = Screening(judged.verdict, judged.curable, judged.reason, judged.cures)
    return {int(key): screening for key, screening in found.items()}
