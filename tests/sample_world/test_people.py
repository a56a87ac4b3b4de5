"""The ready users of the demo exist nowhere else, and fit the coalitions of the sample world."""

from pathlib import Path

import pytest
import yaml

from sample_world import BadSampleData, coalition_files, people, sample_people


def test_nobody_is_real() -> None:
    found = sample_people().people
    assert len({person.email for person in found}) == len({person.name for person in found}) == len(found)
    assert all(person.email.endswith("@example.org") for person in found)
    assert all(
        any(word in person.name for word in ("(sample)", "(exempel)", "(esimerkki)")) for person in found
    )


def test_roles_and_consents_are_those_of_sample_coalitions() -> None:
    files = [yaml.safe_load(path.read_text(encoding="utf-8"))["coalition"] for path in coalition_files()]
    members = {one["id"]: {member["id"] for member in one["members"]} for one in files}
    languages = {one["id"]: one["language"] for one in files}
    for person in sample_people().people:
        for role in person.roles:
            assert (role.member is not None) == (role.role == "member")
            assert role.member is None or role.member in members[role.coalition]
            assert person.language == languages[role.coalition]
    assert {consent.coalition for consent in sample_people().consents} <= set(members)


def test_a_broken_file_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = tmp_path / "people.yaml"
    broken.write_text("people: [{email: x@example.org}]\nconsents: []\n", encoding="utf-8")
    monkeypatch.setattr(people, "FILE", broken)
    sample_people.cache_clear()
    try:
        with pytest.raises(BadSampleData, match=r"people\.yaml"):
            sample_people()
    finally:
        sample_people.cache_clear()
