"""Coalitions are kept whole, go out to a file and come back the same."""

from datetime import date
from pathlib import Path

import pytest
from sqlmodel import Session, select

from store import coalition_file, coalitions, yaml_file
from store.errors import BadCoalitionFile, NotFound, SlugTaken
from store.models import Member
from store.models.member_parts import Answer, Employer
from store.vocabulary import Identifier, LegalType, LetterState, Size
from tests import builders


def test_file_and_store_give_the_same_coalition_back(session: Session, tmp_path: Path) -> None:
    profile = builders.coalition(
        name="Hoivakoalitio: äö", members=[builders.member(), builders.member(slug="b")]
    )
    stored = coalitions.save_coalition(session, profile)
    path = tmp_path / "coalition.yaml"
    path.write_text(coalition_file.write_coalition(coalitions.profile_of(stored)), encoding="utf-8")
    assert coalition_file.read_coalition(path) == profile


def test_saving_again_keeps_identities_and_drops_who_left(session: Session) -> None:
    first = coalitions.save_coalition(
        session, builders.coalition(members=[builders.member(), builders.member(slug="leaver")])
    )
    kept_id = first.members[0].id
    again = coalitions.save_coalition(
        session, builders.coalition(members=[builders.member(slug="new"), builders.member(name="Renamed")])
    )
    assert [m.slug for m in again.members] == ["new", "college"]
    assert again.members[1].id == kept_id
    assert again.members[1].name == "Renamed"
    assert len(session.exec(select(Member)).all()) == 2


def test_an_unknown_slug_names_those_there_are(session: Session) -> None:
    with pytest.raises(NotFound, match="coalition import FILE"):
        coalitions.coalition_by_slug(session, "nobody")
    coalitions.save_coalition(session, builders.coalition())
    with pytest.raises(NotFound, match="sample-care"):
        coalitions.coalition_by_slug(session, "nobody")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "is empty"),
        ("a: [1", "line 1"),
        ("just words", "no `coalition:`"),
        ("coalition: {}", "koalitio: 1"),
        ("koalitio: 1\nextra: 2\ncoalition: {}", "unknown key 'extra'"),
        ("koalitio: 1\ncoalition: {name: x, language: en, country: FI}", "`id` is missing"),
        ("koalitio: 1\ncoalition: {id: a, name: x, language: de, country: FI}", "`language` is 'de'"),
        (
            "koalitio: 1\ncoalition: {id: a, name: x, language: en, country: FI, town: y}",
            "unknown key `town`",
        ),
        (
            "koalitio: 1\ncoalition: {id: a, name: x, language: en, country: FI, "
            "members: [{id: m, name: y, actor_type: wizard, country: FI}]}",
            "`members[1].actor_type` is 'wizard'",
        ),
    ],
)
def test_a_bad_file_is_told_in_one_line(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(text)
    with pytest.raises(BadCoalitionFile) as caught:
        coalition_file.read_coalition(path)
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_file_a_folder_and_a_binary_are_told(tmp_path: Path) -> None:
    binary = tmp_path / "b.yaml"
    binary.write_bytes(b"\xff\xfe\x00")
    for path in (tmp_path / "none.yaml", tmp_path, binary):
        with pytest.raises(BadCoalitionFile, match=str(path)):
            coalition_file.read_coalition(path)


TOP = "koalitio: 1\ncoalition:\n  id: a\n  name: x\n  language: fi\n  country: FI\n"
MEMBER = "    - {id: m, name: y, actor_type: municipality, country: FI}\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (TOP + "  members:\n" + MEMBER * 2, "`members`: 2 of them have the id 'm'"),
        (TOP + "  goals:\n" + "    - {id: g, text: y}\n" * 3, "`goals`: 3 of them have the id 'g'"),
        (TOP + "  target_groups: &a [*a]\n", "line 7: this is not YAML (write it out"),
        (TOP + "  target_groups: " + "[" * 3000 + "]" * 3000 + "\n", "lists within lists"),
        (TOP + "  name: y\n", "the key 'name' stands twice"),
        (TOP + "1: x\nb: y\n~: z\n", "unknown key '1' at the top"),
        (TOP + "  <<: {summary: y}\n", "unknown key `<<`"),
        (
            TOP.replace("id: a", "id: " + "a" * 81),
            "`id` is 'aaaaaaaaaaaa...aaaaaaaaaaaaa': string should have",
        ),
        (TOP.replace("name: x", "name: " + "x" * 301), "at most 300 characters"),
    ],
)
def test_a_file_with_a_trap_in_it_is_told_at_once(text: str, told: str) -> None:
    with pytest.raises(BadCoalitionFile) as caught:
        coalition_file.parse_coalition(text, "trap.yaml")
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_few_lines_never_unfold_to_gigabytes() -> None:
    doubling = "".join(f"   - &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))
    with pytest.raises(BadCoalitionFile, match="write it out"):
        coalition_file.parse_coalition(TOP + "  target_groups:\n   - &a0 [a]\n" + doubling, "bomb.yaml")


def test_a_file_without_end_is_not_read_to_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_file, "LARGEST_FILE", 100)
    path = tmp_path / "long.yaml"
    path.write_text("a" * 101)
    with pytest.raises(BadCoalitionFile, match="more than 100 characters"):
        coalition_file.read_coalition(path)


def test_every_scalar_of_a_file_is_text() -> None:
    text = (
        TOP.replace("FI", "NO").replace("name: x", "name: 2026-01-01") + "  target_groups: [1, yes, 0x1F]\n"
    )
    coalition = coalition_file.parse_coalition(text, "norway.yaml")
    assert (coalition.country, coalition.name) == ("NO", "2026-01-01")
    assert coalition.target_groups == ["1", "yes", "0x1F"]
    assert coalition_file.parse_coalition(coalition_file.write_coalition(coalition), "x") == coalition


def test_signs_that_no_document_can_hold_are_left_out() -> None:
    coalition = coalition_file.parse_coalition(TOP.replace("name: x", 'name: "A\\0\\e[31m\\fB"'), "x")
    assert coalition.name == "A[31mB"


def test_hundreds_of_members_come_and_go(session: Session) -> None:
    many = [builders.member(slug=f"m{number}") for number in range(300)]
    coalitions.save_coalition(session, builders.coalition(members=many))
    stored = coalitions.save_coalition(session, builders.coalition(members=many[::-2]))
    assert [member.slug for member in stored.members] == [member.slug for member in many[::-2]]


FACTS = """koalitio: 1
coalition:
  id: a
  name: x
  language: fi
  country: FI
  members:
    - id: m
      name: y
      actor_type: municipality
      country: FI
      legal_type: public
      founded: 1995-03-01
      municipality: Uleåborg
      identifiers: {pic: 999999999, business_id: 1234567-8, suomi_fi_mandate: yes}
      lacks: [oid, oid]
      may_co_fund: yes
      consortium_experience: no
"""


def test_facts_that_calls_ask_for_come_in_go_out_and_stay(session: Session) -> None:
    profile = coalition_file.parse_coalition(FACTS, "x")
    member = coalitions.save_coalition(session, profile).members[0]
    session.expire_all()
    assert (member.legal_type, member.founded) == (LegalType.PUBLIC, date(1995, 3, 1))
    assert member.municipality == "564"
    assert member.identifiers == {
        Identifier.PIC: "999999999",
        Identifier.BUSINESS_ID: "1234567-8",
        Identifier.SUOMI_FI_MANDATE: "yes",
    }
    assert (member.lacks, member.may_co_fund, member.consortium_experience) == ([Identifier.OID], True, False)
    text = coalition_file.write_coalition(coalitions.profile_of(coalitions.coalition_by_slug(session, "a")))
    assert "may_co_fund: yes\n" in text
    assert "consortium_experience: no\n" in text
    assert coalition_file.parse_coalition(text, "x") == profile


def test_facts_that_no_file_gives_are_not_known() -> None:
    member = coalition_file.parse_coalition(TOP + "  members:\n" + MEMBER, "x").members[0]
    assert (member.legal_type, member.founded, member.municipality) == (None, None, None)
    assert (member.identifiers, member.lacks) == ({}, [])
    assert (member.may_co_fund, member.consortium_experience) == (None, None)


@pytest.mark.parametrize(
    ("fact", "told"),
    [
        ("founded: 1995", "founded`: write the whole day as 1995-03-01"),
        ("founded: 86400", "founded`: write the whole day as 1995-03-01"),
        ("founded: 1995-13-01", "founded` is '1995-13-01'"),
        ("legal_type: kunta", "legal_type` is 'kunta': input should be 'public'"),
        ("municipality: Atlantis", "municipality`: 'Atlantis' is no municipality of Finland"),
        ("municipality: 12", "municipality`: '12' is no municipality"),
        ("identifiers: {pic: 12}", "identifiers`: pic is '12': write nine digits"),
        ("identifiers: {oid: 99999999}", "identifiers`: oid is '99999999': write E and eight digits"),
        ("identifiers: {business_id: 12345678}", "business_id is '12345678': write seven digits, a hyphen"),
        ("identifiers: {suomi_fi_mandate: no}", "suomi_fi_mandate is 'no': write `yes`"),
        ("identifiers: {vat: 1}", "is 'vat': input should be 'pic', 'oid'"),
        ("identifiers: {pic: 999999999}, lacks: [pic]", "lacks`: pic stands in `identifiers` as well"),
        ("lacks: [vat]", "lacks[1]` is 'vat'"),
        ("may_co_fund: maybe", "may_co_fund` is 'maybe'"),
    ],
)
def test_a_fact_that_cannot_be_read_is_told_at_its_place(fact: str, told: str) -> None:
    with pytest.raises(BadCoalitionFile) as caught:
        coalition_file.parse_coalition(TOP + "  members:\n" + MEMBER.replace("}", f", {fact}}}"), "x")
    assert str(caught.value).startswith("x: `members[1].")
    assert told in str(caught.value)


@pytest.mark.parametrize("number", ["556677-8899", "HRB 12345", "10137025"])
def test_business_ids_of_other_countries_are_taken_as_written(number: str) -> None:
    member = builders.member(country="SE", identifiers={Identifier.BUSINESS_ID: number})
    assert member.identifiers[Identifier.BUSINESS_ID] == number


TOGETHER = """  needs:
    - {id: n, text: y}
  cooperation:
    governance:
      steering_group: [{member: m, seat: head, represents: workers}]
      chair: m
      meetings: [{body: steering group, first_month: 1, every_months: 3, form: hybrid}]
    peer_learning: [{teacher: m, learners: [m], subject: y, month: 4}]
    theory:
      inflow: [{text: y, member: m}]
"""
PARTS = (
    "cannot_alone: x, answers: [{need: n, asset: y}], represents: [workers], newcomer: yes, "
    "employer: {size: small, vacancies: 3, contact_owner: m, letter: asked}, staff: [{function: z}], "
    "past_projects: [{title: t}]"
)


def together(parts: str = PARTS, rest: str = TOGETHER) -> str:
    return TOP + "  members:\n" + MEMBER.replace("}", f", {parts}}}") + rest


def test_how_members_work_together_comes_in_goes_out_and_stays(session: Session) -> None:
    profile = coalition_file.parse_coalition(together(), "x")
    stored = coalitions.save_coalition(session, profile)
    coalitions.save_coalition(session, profile)
    session.expire_all()
    member = stored.members[0]
    assert member.employer == Employer(
        size=Size.SMALL, vacancies=3, contact_owner="m", letter=LetterState.ASKED
    )
    assert (member.answers, member.newcomer) == ([Answer(need="n", asset="y")], True)
    assert stored.cooperation.governance.chair == "m"
    assert coalitions.profile_of(stored) == profile
    assert coalition_file.parse_coalition(coalition_file.write_coalition(profile), "x") == profile


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            together().replace("chair: m", "chair: z"),
            "`cooperation.governance.chair`: there is no member 'z'; there are: m",
        ),
        (
            together().replace("learners: [m]", "learners: [m, z]"),
            "`cooperation.peer_learning[1].learners[2]`",
        ),
        (
            together(PARTS.replace("need: n", "need: z")),
            "`members[1].answers[1].need`: there is no need 'z'; there are: n",
        ),
        (together(PARTS.replace("owner: m", "owner: z")), "`members[1].employer.contact_owner`"),
        (together(PARTS.replace("size: small", "size: big")), "`members[1].employer.size` is 'big'"),
        (together().replace("form: hybrid", "form: y"), "`cooperation.governance.meetings[1].form` is 'y'"),
        (together().replace("chair: m", "head: m"), "unknown key `cooperation.governance.head`"),
    ],
)
def test_a_part_that_points_at_nobody_is_refused_in_one_line(text: str, told: str) -> None:
    with pytest.raises(BadCoalitionFile) as caught:
        coalition_file.parse_coalition(text, "x")
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


def test_two_who_add_the_same_name_at_once_keep_apart(session: Session) -> None:
    coalitions.add_coalition(session, builders.coalition(summary="First"))
    with pytest.raises(SlugTaken, match="another name"):
        coalitions.add_coalition(session, builders.coalition(summary="Second"))
    assert coalitions.coalition_by_slug(session, "sample-care").summary == "First"
