"""The main job with the real spiders and the real model: crawl, match, explain, draft; and again, quickly."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

pytestmark = pytest.mark.journey


def koalitio(*words: str) -> str:
    """What the command prints; it must succeed."""
    ran = subprocess.run(
        [sys.executable, "-m", "cli", *words],
        cwd=ROOT,
        env=os.environ | {"COLUMNS": "120"},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def test_the_demo_goes_from_sources_to_a_draft_and_repeats_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "drafts"
    first = koalitio("demo", "--no-serve", "--out", str(folder))
    drafts = {path: path.read_bytes() for path in folder.iterdir()}
    assert {path.suffix for path in drafts} == {".docx", ".html"}
    assert "Checklist" in first
    assert "Who can fill the gaps" in first
    calls = json.loads(koalitio("calls", "--json"))
    assert 35 <= len(calls) <= 50
    assert {call["status"] for call in calls} == {"open", "forecasted", "closed"}
    assert "pinned to 20 May 2026" in first
    assert "possible with" in first
    assert "koalitio check" in first

    second = koalitio("demo", "--no-serve", "--out", str(folder))
    assert "crawled already, nothing to repeat" in second
    assert "is there already, unchanged" in second
    assert {path: path.read_bytes() for path in folder.iterdir()} == drafts

    (coalition, *_) = (one["slug"] for one in json.loads(koalitio("coalition", "list", "--json")))
    matches = json.loads(koalitio("match", coalition, "--json"))
    texts = {call["identifier"]: call["description"] for call in calls}
    quoted = 0
    for match in matches:
        for reason in match["reasons"]:
            quoted += 1
            assert texts[match["identifier"]][reason["start"] : reason["end"]] == reason["passage"]
    assert quoted > 5
