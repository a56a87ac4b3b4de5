"""Members propose and weigh from their seats; nobody sees others' weights early, and none counts twice."""

import pytest
from sqlmodel import Session

from api.errors import BadChoice, Forbidden, SignInNeeded
from api.services.access.actor import STRANGER, Actor
from api.services.drafting.make_draft import drafted
from api.services.members import member_inputs
from api.services.members.member_inputs import InputsShown, inputs, inputs_for, propose, rests_on, weigh
from store import consents
from store.clock import now
from store.coalitions import coalition_by_slug, profile_of, save_coalition
from store.errors import NotFound
from store.vocabulary import ConsentKind, InputKind, InputState, Language, Role
from tests import builders
from tests.api import care, seats
from tests.proposal_templates.nonces import said_in

GOAL, NEED = "goal:g1", "need:n1"


@pytest.fixture(autouse=True)
def _stored(session: Session) -> None:
    care.coalition(session)


def shown(session: Session, member: str = "college") -> InputsShown:
    return inputs_for(session, seats.seat(session, member))


def proposal(session: Session, member: str = "college", kind: InputKind = InputKind.NEED) -> int:
    """The number of a new proposal."""
    propose(session, seats.seat(session, member), kind, "Night shifts", figure="14 posts", source="own count")
    return inputs(session, care.SLUG).proposals[-1].id


def test_goals_needs_and_proposals_are_there_to_weigh(session: Session) -> None:
    number = proposal(session)
    proposal(session)
    targets = shown(session, "town").targets
    assert [one.key for one in targets] == [GOAL, NEED, f"input:{number}"]
    assert (targets[2].text, targets[2].figure, targets[2].source, targets[2].proposed_by) == (
        "Night shifts",
        "14 posts",
        "own count",
        "Sample College",
    )
    assert all(one.own is None for one in targets)


def test_a_member_sees_no_others_weight_before_it_has_given_its_own(session: Session) -> None:
    weigh(session, seats.seat(session, "town"), {GOAL: 3, NEED: 2})
    before = shown(session)
    assert (before.outcomes, before.hidden) == ([], 2)
    weigh(session, seats.seat(session), {GOAL: 1})
    after = shown(session)
    assert [one.target.key for one in after.outcomes] == [GOAL]
    assert after.hidden == 1
    assert after.outcomes[0].by_weight == {3: ["Sample Town"], 2: [], 1: ["Sample College"], 0: []}
    assert after.outcomes[0].silent == ["Sample Job-seekers"]


def test_a_lead_without_a_member_sees_all_and_one_with_a_member_answers_first(session: Session) -> None:
    weigh(session, seats.seat(session, "town"), {GOAL: 3})
    with seats.asking(session, seats.actor(Role.LEAD)):
        assert [one.total for one in inputs(session, care.SLUG).outcomes] == [3, 0]
    with seats.asking(session, seats.actor(Role.LEAD, member="college")):
        assert inputs(session, care.SLUG).outcomes == []


def test_the_outcome_is_ranked_by_the_sum_of_weights(session: Session) -> None:
    weigh(session, seats.seat(session, "town"), {GOAL: 3, NEED: 1})
    weigh(session, seats.seat(session, "college"), {GOAL: 0, NEED: 3})
    found = inputs(session, care.SLUG)
    assert [(one.target.key, one.total) for one in found.outcomes] == [(NEED, 4), (GOAL, 3)]
    assert [(one.member, one.given, one.of) for one in found.voices] == [
        ("town", 2, 2),
        ("college", 2, 2),
        ("jobless", 0, 2),
    ]
    assert [one.member for one in found.missing] == ["jobless"]


def test_weights_sent_twice_count_once_and_the_last_holds(session: Session) -> None:
    seat = seats.seat(session)
    for weight in (3, 3, 2):
        weigh(session, seat, {GOAL: weight})
    (goal, _) = inputs(session, care.SLUG).outcomes
    assert goal.total == 2


@pytest.mark.parametrize("weights", [{GOAL: 4}, {GOAL: -1, NEED: 2}])
def test_what_is_no_weight_stores_none(session: Session, weights: dict[str, int]) -> None:
    with pytest.raises(BadChoice):
        weigh(session, seats.seat(session), weights)
    assert shown(session).hidden == 2


def test_what_is_not_there_is_not_weighed(session: Session) -> None:
    weigh(session, seats.seat(session), {"goal:gone": 3, "input:99": 3})
    assert rests_on(session, care.SLUG) == {}
    assert shown(session).hidden == 2


def test_a_proposal_that_is_taken_keeps_who_proposed_and_who_weighed_it(session: Session) -> None:
    number = proposal(session)
    weigh(session, seats.seat(session, "town"), {f"input:{number}": 3})
    weigh(session, seats.seat(session, "jobless"), {f"input:{number}": 2})
    name = member_inputs.take(session, care.SLUG, number)
    assert member_inputs.take(session, care.SLUG, number) == name
    needs = profile_of(coalition_by_slug(session, care.SLUG)).needs
    assert [(one.slug, one.text, one.figure, one.evidence) for one in needs[1:]] == [
        (name, "Night shifts", "14 posts", "own count")
    ]
    rest = rests_on(session, care.SLUG)[f"need:{name}"]
    assert rest.proposed_by == "Sample College"
    assert [(one.name, one.weight) for one in rest.weighed_by] == [
        ("Sample Town", 3),
        ("Sample Job-seekers", 2),
    ]
    (row,) = inputs(session, care.SLUG).proposals
    assert (row.state, row.became) == (InputState.TAKEN, name)


def test_a_weight_given_while_a_proposal_is_taken_counts_for_what_it_became(session: Session) -> None:
    number = proposal(session, kind=InputKind.GOAL)
    name = member_inputs.take(session, care.SLUG, number)
    weigh(session, seats.seat(session, "town"), {f"input:{number}": 3})
    assert [one.weight for one in rests_on(session, care.SLUG)[f"goal:{name}"].weighed_by] == [3]


def test_a_proposal_is_set_aside_with_a_word_and_no_longer_weighed(session: Session) -> None:
    number = proposal(session)
    with pytest.raises(BadChoice):
        member_inputs.set_aside(session, care.SLUG, number, "  ")
    member_inputs.set_aside(session, care.SLUG, number, "The next round")
    (row,) = shown(session).proposals
    assert (row.state, row.word) == (InputState.SET_ASIDE, "The next round")
    assert len(shown(session).targets) == 2
    member_inputs.take(session, care.SLUG, number)
    member_inputs.set_aside(session, care.SLUG, number, "Not after all")
    assert inputs(session, care.SLUG).proposals[0].state is InputState.TAKEN


def test_only_the_lead_decides_on_proposals(session: Session) -> None:
    number = proposal(session)
    for role in (Role.GRANT_WRITER, Role.MEMBER):
        with seats.asking(session, seats.actor(role)):
            with pytest.raises(Forbidden):
                member_inputs.take(session, care.SLUG, number)
            with pytest.raises(Forbidden):
                member_inputs.set_aside(session, care.SLUG, number, "No")


def test_a_proposal_of_another_coalition_is_not_there(session: Session) -> None:
    save_coalition(session, builders.coalition(slug="other"))
    propose(session, seats.seat(session, "college", "other"), InputKind.NEED, "Theirs")
    theirs = inputs(session, "other").proposals[0].id
    with pytest.raises(NotFound):
        member_inputs.take(session, care.SLUG, theirs)
    weigh(session, seats.seat(session), {f"input:{theirs}": 3})
    assert inputs(session, "other").outcomes[-1].total == 0


def test_what_a_goal_rests_on_is_hidden_like_the_outcome(session: Session) -> None:
    weigh(session, seats.seat(session, "town"), {GOAL: 3})
    with seats.asking(session, seats.actor(Role.MEMBER, member="college")):
        assert rests_on(session, care.SLUG) == {}
    weigh(session, seats.seat(session), {GOAL: 0})
    with seats.asking(session, seats.actor(Role.MEMBER, member="college")):
        assert [one.name for one in rests_on(session, care.SLUG)[GOAL].weighed_by] == ["Sample Town"]
    with seats.asking(session, STRANGER), pytest.raises(SignInNeeded):
        rests_on(session, care.SLUG)


def test_an_officer_sees_who_proposed_and_nobodys_weight(session: Session) -> None:
    number = proposal(session)
    name = member_inputs.take(session, care.SLUG, number)
    weigh(session, seats.seat(session, "town"), {f"need:{name}": 3, GOAL: 3})
    stored = coalition_by_slug(session, care.SLUG)
    assert stored.id is not None
    consents.give(session, stored.id, ConsentKind.SEEN_BY_OFFICERS, "Lead", now())
    with seats.asking(session, Actor("account", account_id=7, organisations={1: "Agency"})):
        found = rests_on(session, care.SLUG)
    assert {key: (one.proposed_by, one.weighed_by) for key, one in found.items()} == {
        f"need:{name}": ("Sample College", [])
    }


def test_a_member_that_has_left_is_named_nowhere(session: Session) -> None:
    name = member_inputs.take(session, care.SLUG, proposal(session))
    weigh(session, seats.seat(session), {f"need:{name}": 3})
    profile = profile_of(coalition_by_slug(session, care.SLUG))
    left = [one for one in profile.members if one.slug != "college"]
    save_coalition(session, profile.model_copy(update={"members": left}))
    assert rests_on(session, care.SLUG) == {}


def test_a_draft_shows_whose_input_a_need_rests_on_whoever_makes_it(session: Session) -> None:
    care.regional_call(session)
    name = member_inputs.take(session, care.SLUG, proposal(session))
    weigh(session, seats.seat(session, "town"), {f"need:{name}": 3})
    drafts = []
    for who in (seats.actor(Role.LEAD), seats.actor(Role.MEMBER, member="college")):
        with seats.asking(session, who):
            drafts.append(drafted(session, care.SLUG, care.REGIONAL, Language.FI))
    told = ["".join(s.text for part in one.walk() for s in said_in(part.blocks)) for one in drafts]
    assert told[0] == told[1]
    assert "Sample College; painottajat: Sample Town (eniten)" in told[0]
    assert "14 posts; lähde: own count" in told[0]
