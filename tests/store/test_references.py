"""Pointers: those that point at nothing are told with their place, and emptied without touching the rest."""

from store.models import Cooperation
from store.models.cooperation import Governance, NewcomerSupport, PeerLearning, Seat
from store.models.member_parts import Answer, Employer
from store.references import unknown_within, without_unknown
from tests import builders

HELD = Cooperation(
    governance=Governance(
        steering_group=(Seat(member="gone", seat="rector"), Seat(member="a", seat="mayor")), chair="gone"
    ),
    peer_learning=(PeerLearning(teacher="a", learners=("gone", "b"), subject="Work trials"),),
    newcomers=(NewcomerSupport(member="b", mentor="gone", support="forms"),),
)
MEMBERS = [
    builders.member(slug="a", answers=[Answer(need="no-need", asset="a hall")]),
    builders.member(slug="b", employer=Employer(vacancies=3, contact_owner="gone")),
]


def test_what_points_at_nothing_is_emptied_and_the_rest_stands() -> None:
    coalition = builders.coalition(members=MEMBERS, cooperation=HELD)
    assert len(unknown_within(coalition)) == 6
    cleared = without_unknown(coalition)
    assert unknown_within(cleared) == ()
    governance = cleared.cooperation.governance
    assert governance.steering_group == (Seat(seat="rector"), Seat(member="a", seat="mayor"))
    assert governance.chair is None
    assert cleared.cooperation.peer_learning[0].learners == ("b",)
    assert cleared.cooperation.newcomers == (NewcomerSupport(member="b", support="forms"),)
    assert cleared.members[0].answers == [Answer(asset="a hall")]
    assert cleared.members[1].employer == Employer(vacancies=3)
    assert len(unknown_within(coalition)) == 6


def test_a_coalition_whose_pointers_all_hold_stays_as_it_is() -> None:
    coalition = without_unknown(builders.coalition(members=MEMBERS, cooperation=HELD))
    assert without_unknown(coalition) == coalition
