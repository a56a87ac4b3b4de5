"""The data is plausible: dates, identifiers, honest marks, and a mix that shows something."""

from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest
from pydantic import ValidationError

from sample_world import PINNED_DAY, SECOND_DAY, BadSampleData, load_world, world
from sample_world.models import Basis, Listed, PortalCall
from sample_world.shapes.eura import notice_id
from sample_world.site import portal_rows
from tests.sample_world.asking import OURS

OUR_PROGRAMMES = {"esf_plus", "erasmus_plus", "jtm", "socpl"}


def spans(day: date) -> dict[str, tuple[date, date]]:
    """Identifier to opening and last day, for every call of our sources on `day`."""
    shown = load_world(day)
    found = {mirror.identifier: (mirror.opens, max(mirror.deadlines)) for mirror in shown.mirrors}
    for call in shown.portal:
        if call.programme in OUR_PROGRAMMES:
            found |= {topic.identifier: (call.opens, max(call.deadlines)) for topic in call.topics}
    found |= {
        notice.identifier: (notice.opens, notice.closes) for notice in shown.eura if notice.fund != "EAKR"
    }
    return found | {call.slug: (call.opens, call.closes) for call in shown.agency}


def state(span: tuple[date, date], day: date) -> str:
    return "forecasted" if day < span[0] else "open" if day <= span[1] else "closed"


def test_about_forty_calls_and_a_good_share_open_on_the_pinned_day() -> None:
    states = Counter(state(span, PINNED_DAY) for span in spans(PINNED_DAY).values())
    assert 38 <= states.total() <= 46
    assert states["open"] >= states.total() / 3
    assert states["forecasted"] >= 4
    assert states["closed"] >= 8


@pytest.mark.parametrize("day", [PINNED_DAY, SECOND_DAY])
def test_every_call_opens_before_it_closes_and_cut_offs_are_in_order(day: date) -> None:
    assert all(opens < closes for opens, closes in spans(day).values())
    assert all(call.deadlines == sorted(call.deadlines) for call in load_world(day).portal)


@pytest.mark.parametrize("day", [PINNED_DAY, SECOND_DAY])
def test_identifiers_are_unique(day: date) -> None:
    shown = load_world(day)
    current = [topic.identifier for call in shown.portal for topic in call.topics]
    uuids = [notice_id(notice) for notice in shown.eura]
    slugs = [call.slug for call in shown.agency]
    for names in (current, uuids, slugs):
        assert len(names) == len(set(names))


def test_what_is_not_recorded_is_marked_as_a_sample() -> None:
    shown = load_world(PINNED_DAY)
    for call in shown.portal:
        sample = call.basis is Basis.SAMPLE
        assert call.call.startswith("SAMPLE-") == sample, call.call
        for topic in call.topics:
            assert topic.identifier.startswith("SAMPLE-") == sample, topic.identifier
            said = "sample" in topic.title and any("sample call" in part.text for part in topic.sections)
            assert said == sample, topic.identifier
    for notice in shown.eura:
        assert notice.identifier.startswith("SAMPLE-") == (notice.basis is not Basis.RECORDED), (
            notice.identifier
        )
        says_so = any(word in notice.text for word in ("esimerkki", "exempel"))
        assert says_so == (notice.basis is not Basis.RECORDED), notice.identifier
    for entry in shown.agency:
        assert entry.slug.startswith("sample-") == (entry.basis is Basis.SAMPLE)
        assert ("esimerkkihaku" in entry.text) == (entry.basis is Basis.SAMPLE)


def test_portal_descriptions_have_length_and_headings() -> None:
    for call in load_world(PINNED_DAY).portal:
        if call.programme in OUR_PROGRAMMES:
            for topic in call.topics:
                words = sum(len(part.text.split()) for part in topic.sections)
                assert 120 <= words <= 350, f"{topic.identifier}: {words} words"


def test_the_fields_oddities_are_there() -> None:
    shown = load_world(PINNED_DAY)
    shared = next(call for call in shown.portal if call.call == "JTM-2026-PSLF")
    assert {topic.amount for topic in shared.topics} == {630_000_000}
    assert len(shared.deadlines) == 3
    rows = portal_rows(shown)
    versions = {row["metadata"]["esDA_IngestDate"][0] for row in rows if "ECHECharter" in row["reference"]}
    assert len(versions) == 2
    epoch = next(row for row in rows if row["metadata"]["identifier"] == ["ESF-2023-EPOCH"])
    assert epoch["metadata"]["status"] == ["31094502"]
    prolonged = next(notice for notice in shown.eura if notice.identifier == "SAMPLE-KASEVK-912")
    assert f"{prolonged.closes.day}.{prolonged.closes.month}.{prolonged.closes.year}" not in prolonged.text
    assert "Hakuaikaa on jatkettu" in prolonged.text
    assert any(
        "null" in [part.heading for topic in call.topics for part in topic.sections] for call in shown.portal
    )
    assert {row["metadata"]["frameworkProgramme"][0] for row in rows} > set(OURS)


def test_the_second_day_has_changes_a_crawl_can_record() -> None:
    first, second = spans(PINNED_DAY), spans(SECOND_DAY)
    assert {"ESF-2026-SE-INCUBATION", "ESF-2026-AG-TCS", "ESF-2023-HOMELESS"} <= set(second) - set(first)
    assert "ESF-2026-EURES-TMS" in set(first) - set(second)
    assert second["SAMPLE-ESF-2026-CARE-WORK"][1] - first["SAMPLE-ESF-2026-CARE-WORK"][1] == timedelta(
        days=14
    )
    assert second["SAMPLE-SATLII-910"][1] < first["SAMPLE-SATLII-910"][1]

    def pslf(day: date) -> PortalCall:
        return next(call for call in load_world(day).portal if call.call == "JTM-2026-PSLF")

    assert set(pslf(PINNED_DAY).deadlines) - set(pslf(SECOND_DAY).deadlines) == {date(2026, 9, 17)}

    def neet(day: date) -> int | None:
        return (
            next(call for call in load_world(day).portal if call.call == "SAMPLE-ESF-2026-NEET")
            .topics[0]
            .amount
        )

    assert (neet(PINNED_DAY), neet(SECOND_DAY)) == (3_000_000, 6_000_000)


def test_a_broken_file_is_named_with_its_field(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "agency").mkdir()
    (tmp_path / "agency" / "broken.yaml").write_text("basis: sample\nslug: sample-x\nopens: soon\n")
    monkeypatch.setattr(world, "CALLS", tmp_path)
    with pytest.raises(BadSampleData, match=r"broken\.yaml: (action|opens)"):
        load_world(date(2000, 1, 1))


@pytest.mark.parametrize("text", ["- a list\n", "{unclosed\n"])
def test_a_file_that_is_no_mapping_is_refused(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "eura").mkdir()
    (tmp_path / "eura" / "broken.yaml").write_text(text)
    monkeypatch.setattr(world, "CALLS", tmp_path)
    with pytest.raises(BadSampleData, match=r"broken\.yaml"):
        load_world(date(2000, 1, 2))


def test_a_misspelt_field_is_an_error() -> None:
    with pytest.raises(ValidationError):
        Listed.model_validate({"basis": "sample", "listed_form": "2026-01-01"})
