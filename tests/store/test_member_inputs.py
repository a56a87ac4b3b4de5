"""Proposals are kept once, weights one a member and target, and go on to what a proposal became."""

from sqlmodel import Session

from store import database, member_inputs
from store.models import MemberInput
from store.vocabulary import InputKind, InputState
from tests.api import care


def coalition_id(session: Session) -> int:
    found = care.coalition(session).id
    assert found is not None
    return found


def propose(
    session: Session, at: int, text: str = "Night shifts stand empty", member: str = "college"
) -> MemberInput:
    return member_inputs.propose(session, at, member, InputKind.NEED, text, by="College", figure="14 posts")


def weights(session: Session, at: int) -> list[tuple[str, str, int]]:
    return [(one.target, one.member_slug, one.weight) for one in member_inputs.weighings_of(session, at)]


def test_a_proposal_sent_twice_is_kept_once(session: Session) -> None:
    at = coalition_id(session)
    first = propose(session, at)
    assert propose(session, at, " Night shifts stand empty ").id == first.id
    assert propose(session, at, member="town").id != first.id
    assert len(member_inputs.inputs_of(session, at)) == 2


def test_a_later_weight_takes_the_place_of_an_earlier_one(session: Session) -> None:
    at = coalition_id(session)
    member_inputs.weigh(session, at, "college", {"goal:g1": 3, "need:n1": 0}, "College")
    member_inputs.weigh(session, at, "college", {"goal:g1": 1}, "College")
    assert weights(session, at) == [("goal:g1", "college", 1), ("need:n1", "college", 0)]


def test_weights_sent_twice_at_once_count_once(session: Session) -> None:
    """The other stores its first weight between our look and our write."""
    at = coalition_id(session)
    original = session.commit
    flushed: list[bool] = []

    def slow() -> None:
        if not flushed:
            flushed.append(True)
            with database.session() as other:
                member_inputs.weigh(other, at, "college", {"goal:g1": 2}, "College")
        original()

    session.commit = slow  # type: ignore[method-assign]
    member_inputs.weigh(session, at, "college", {"goal:g1": 2}, "College")
    assert weights(session, at) == [("goal:g1", "college", 2)]


def test_weights_of_a_proposal_go_on_to_what_it_became_and_none_counts_twice(session: Session) -> None:
    at = coalition_id(session)
    row = propose(session, at)
    target = f"input:{row.id}"
    member_inputs.weigh(session, at, "college", {target: 3}, "College")
    member_inputs.weigh(session, at, "town", {target: 2, "need:night": 1}, "Town")
    member_inputs.decide(session, row, InputState.TAKEN, "Lead", became="night")
    assert weights(session, at) == [("need:night", "college", 3), ("need:night", "town", 1)]
    assert (row.state, row.became, row.decided_by) == (InputState.TAKEN, "night", "Lead")
