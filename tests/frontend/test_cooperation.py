"""How the members work together: shown on the coalition's page, kept by its form."""

from fastapi.testclient import TestClient
from sqlmodel import Session

from store.coalition_file import parse_coalition
from store.coalitions import coalition_by_slug, profile_of
from store.models import Cooperation
from store.models.cooperation import EmployerBase, Governance, Meeting, PeerLearning, Seat
from store.models.member_parts import Answer, Employer, PastProject, Staff
from store.vocabulary import LetterState, MeetingForm, Represents, Size
from tests.builders import member
from tests.frontend.checked import section
from tests.frontend.stored import get, soup, store_coalition, values, words

COOPERATION = Cooperation(
    governance=Governance(
        steering_group=(Seat(member="b", seat="head nurse", represents=Represents.WORKERS),),
        chair="a",
        quorum="half of the members",
        escalation=("the two talk", "the chair decides"),
        meetings=(
            Meeting(
                body="Steering group", first_month=1, every_months=3, form=MeetingForm.ONLINE, attendees=8
            ),
        ),
    ),
    employers=EmployerBase(employers=12, small_employers=9, source="survey 2025"),
    peer_learning=(PeerLearning(teacher="a", learners=("b", "gone"), subject="Work trials", month=4),),
)


def _store(session: Session, cooperation: Cooperation = COOPERATION) -> None:
    employer = Employer(size=Size.SMALL, vacancies=3, mentors=0, letter=LetterState.SIGNED)
    first = member(
        slug="a",
        name="Town",
        cannot_alone="Reach employers.",
        answers=[Answer(need="need-1", asset="a hall")],
        represents=[Represents.JOB_SEEKERS, Represents.WORKERS],
        newcomer=True,
        staff=[Staff(function="Planner")],
        past_projects=[PastProject(title="Before")],
    )
    members = [first, member(slug="b", name="Care home", employer=employer)]
    store_coalition(session, members=members, cooperation=cooperation)


def test_the_page_tells_who_decides_when_and_who_learns(client: TestClient, session: Session) -> None:
    _store(session)
    told = words(section(get(client, "/coalitions/zx"), "cooperation"))
    for part in (
        "Care home, head nurse · seat in the steering group, workers",
        "Town · chairs the steering group",
        "half of the members · quorum",
        "the two talk → the chair decides · how a conflict is settled",
        "Steering group · from project month 1, every 3 months, online, 8 people",
        "survey 2025 · 12 employers reached, 9 of them small or medium-sized",
        "Care home · small enterprise, 3 vacancies, 0 mentors, letter signed",
        "Work trials: Town → Care home · project month 4",
    ):
        assert part in told
    assert "gone" not in told
    assert "Reach employers." in words(section(get(client, "/coalitions/zx"), "members"))


def test_nothing_agreed_is_said_and_every_language_has_its_words(
    client: TestClient, session: Session
) -> None:
    store_coalition(session)
    assert "Nothing is agreed" in words(section(get(client, "/coalitions/zx"), "cooperation"))
    _store(session)
    assert "joka" not in words(section(get(client, "/coalitions/zx", "sv"), "cooperation"))
    assert "3 kuukauden välein" in words(section(get(client, "/coalitions/zx", "fi"), "cooperation"))


def test_the_form_keeps_what_it_has_no_fields_for(client: TestClient, session: Session) -> None:
    _store(session, COOPERATION.model_copy(update={"peer_learning": ()}))
    before = profile_of(coalition_by_slug(session, "zx"))
    typed = values(get(client, "/coalitions/zx/edit"))
    assert client.post("/coalitions/zx/edit", data=typed).status_code == 303
    session.expire_all()
    assert profile_of(coalition_by_slug(session, "zx")) == before


def test_what_the_form_has_fields_for_is_changed_and_taken_back(client: TestClient, session: Session) -> None:
    _store(session)
    page = get(client, "/coalitions/zx/edit")
    assert "Saving keeps them" in words(page.main)
    changed = {
        "members-0-cannot_alone": "",
        "members-0-represents": "",
        "members-0-newcomer": "no",
        "members-1-represents": "workers",
        "members-1-role_wish": "affiliated_entity",
    }
    assert client.post("/coalitions/zx/edit", data=values(page) | changed).status_code == 303
    session.expire_all()
    first, second = coalition_by_slug(session, "zx").members
    assert (first.cannot_alone, first.represents, first.newcomer) == (None, [], False)
    assert second.represents == [Represents.WORKERS]
    assert second.role_wish == "affiliated_entity"
    assert second.employer is not None
    assert first.past_projects == [PastProject(title="Before")]


def test_a_member_that_is_removed_takes_its_parts_along(client: TestClient, session: Session) -> None:
    _store(session)
    typed = values(get(client, "/coalitions/zx/edit"))
    answer = client.post("/coalitions/zx/edit", data=typed | {"do": "remove-members-0"})
    saved = client.post("/coalitions/zx/edit", data=values(soup(answer)))
    assert saved.headers["location"] == "/coalitions/zx?saved=1&cleared=3"
    session.expire_all()
    (left,) = coalition_by_slug(session, "zx").members
    assert (left.slug, left.staff) == ("b", [])
    assert left.employer is not None
    page = get(client, saved.headers["location"])
    assert "3 places pointed at members or needs that have left" in words(page.main)
    assert "pointed at" not in words(get(client, "/coalitions/zx?saved=1&cleared=x").main)
    file = client.get("/coalitions/zx.yaml").text
    assert parse_coalition(file, "zx.yaml").cooperation.governance.chair is None


def test_a_region_abroad_is_kept_by_the_form(client: TestClient, session: Session) -> None:
    store_coalition(session, members=[member(country="EE", nuts_region="EE00A")])
    typed = values(get(client, "/coalitions/zx/edit"))
    assert typed["members-0-region"] == "EE00A"
    assert client.post("/coalitions/zx/edit", data=typed).status_code == 303
