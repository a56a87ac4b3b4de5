"""The command line: errors are one line with status 2, quick commands stay quick, JSON is as promised."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import Session

from store.importer import save_call
from tests import builders

ROOT = Path(__file__).parents[1]
HEAVY = ("torch", "sentence_transformers", "transformers", "scrapy", "sklearn", "docx", "numpy")


def koalitio(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs the command in a process of its own, on the test's database."""
    command = [sys.executable, "-m", "cli", *words]
    return subprocess.run(
        command,
        cwd=ROOT,
        env=os.environ | {"COLUMNS": "120"} | environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def printed_json(*words: str) -> Any:
    """What a command that must succeed prints as JSON."""
    ran = koalitio(*words)
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


def test_calls_as_json_have_what_machines_were_promised(session: Session) -> None:
    assert printed_json("calls", "--json") == []
    save_call(session, builders.call())
    (call,) = printed_json("calls", "--json")
    assert {"identifier", "title", "programme", "status", "cut_offs", "source", "url"} <= set(call)
    assert call["status"] == "open"
    assert call["cut_offs"] == [{"date": "2026-10-06", "time": "17:00:00", "zone": "Europe/Brussels"}]
    assert printed_json("calls", "--status", "closed", "--json") == []


def test_a_coalition_goes_in_and_comes_out(tmp_path: Path) -> None:
    example = tmp_path / "ours.yaml"
    example.write_text(koalitio("coalition", "example").stdout, encoding="utf-8")
    saved = printed_json("coalition", "import", str(example), "--json")
    exported = koalitio("coalition", "export", saved["slug"]).stdout
    example.write_text(exported, encoding="utf-8")
    again = printed_json("coalition", "import", str(example), "--json")
    assert again["id"] == saved["id"]
    assert [c["slug"] for c in printed_json("coalition", "list", "--json")] == [saved["slug"]]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["crawl", "no_such_source"], "no_such_source"),
        (["crawl", "--base-url", "ftp://x"], "ftp://x"),
        (["crawl", "fi_eura_jtf", "--base-url", "http://127.0.0.1:9"], "127.0.0.1:9"),
        (["coalition", "import", "nowhere.yaml"], "nowhere.yaml"),
        (["coalition", "export", "nobody"], "nobody"),
        (["match", "nobody"], "nobody"),
        (["draft", "--coalition", "nobody", "--call", "X"], "nobody"),
        (["evaluate", "nowhere"], "nowhere"),
        (["calls", "--source", "nowhere"], "nowhere"),
        (["calls", "--status", "ajar"], "ajar"),
        (["draft", "--coalition", "x"], "--call"),
        (["match", "x", "--limit", "0"], "--limit"),
        (["fly"], "fly"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_bad_input_ends_with_status_2_and_names_it(words: list[str], told: str) -> None:
    ran = koalitio(*words)
    assert ran.returncode == 2
    assert told in ran.stderr
    assert "Traceback" not in ran.stderr
    assert len(ran.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("variable", "value"), [("KOALITIO_TODAY", "soon"), ("KOALITIO_DATABASE_URL", "cellar")]
)
def test_a_bad_setting_is_told_in_one_line(variable: str, value: str) -> None:
    ran = koalitio("calls", **{variable: value})
    assert ran.returncode == 2
    assert variable in ran.stderr
    assert len(ran.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("words", [["calls"], ["sources"], ["coalition", "list"], ["--help"]], ids=" ".join)
def test_quick_commands_load_nothing_heavy(words: list[str]) -> None:
    code = (
        "import sys, cli\n"
        f"sys.argv = ['koalitio', *{words!r}]\n"
        "try:\n    cli.main()\nexcept SystemExit as end:\n    assert not end.code, end.code\n"
        f"print('LOADED', [name for name in {HEAVY!r} if name in sys.modules])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )
    assert "LOADED []" in ran.stdout, ran.stdout + ran.stderr
