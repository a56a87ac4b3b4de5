"""One test for all sources: what a recorded page gives is what `expected.yaml` says, field for field."""

import pytest

from crawler.sources import all_sources
from tests.crawler.playing import Recording, play, recordings


@pytest.mark.parametrize("recording", recordings(), ids=lambda one: f"{one.source}-{one.folder.name}")
def test_recording(recording: Recording, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KOALITIO_TODAY", str(recording.meta["frozen"]))
    calls, dropped = play(recording)
    assert dropped == recording.expected.get("dropped", {})
    expected = recording.expected["calls"]
    assert [call.identifier for call in calls] == [facts["identifier"] for facts in expected]
    for call, facts in zip(calls, expected, strict=True):
        told = call.model_dump(mode="json")
        assert {name: told[name] for name in facts} == facts


def test_every_source_has_a_recording() -> None:
    assert {one.source for one in recordings()} == {source.name for source in all_sources()}
