"""Coalitions are kept whole, go out to a file and come back the same."""

from pathlib import Path

import pytest
from sqlmodel import Session, select

from store import coalition_file, coalitions
from store.errors import BadCoalitionFile, NotFound
from store.models import Member
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
