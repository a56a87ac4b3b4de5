"""The command line: errors are one line with status 2, quick commands stay quick, JSON is as promised."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import Session

from store.coalitions import save_coalition
from store.importer import save_call
from tests import builders
from tests.api import care
from tests.api.drafting import COVE, PLAN, PROJECT, cove

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
    told = " ".join(koalitio("coalition", "import", str(example)).stdout.split())
    assert f"koalitio account invite EMAIL --lead {saved['slug']}" in told
    exported = koalitio("coalition", "export", saved["slug"]).stdout
    example.write_text(exported, encoding="utf-8")
    again = printed_json("coalition", "import", str(example), "--json")
    assert again["id"] == saved["id"]
    assert [c["slug"] for c in printed_json("coalition", "list", "--json")] == [saved["slug"]]


def test_a_project_goes_in_and_comes_out(session: Session, tmp_path: Path) -> None:
    cove(session)
    place = (care.SLUG, COVE)
    example = tmp_path / "project.yaml"
    koalitio("project", "example", *place, str(example))
    assert printed_json("project", "import", *place, str(example), "--json")["parts"] == {"work_packages": 3}
    example.write_text(PROJECT + PLAN, encoding="utf-8")
    ran = koalitio("project", "import", *place, str(example))
    assert "Warning: `risks[1].owner`: there is no member 'nobody-here'" in " ".join(ran.stdout.split())
    exported = koalitio("project", "export", *place).stdout
    assert "name: Care together" in exported
    refused = koalitio("project", "export", *place, str(example))
    assert (refused.returncode, "is there already" in refused.stderr) == (2, True)
    assert example.read_text(encoding="utf-8") == PROJECT + PLAN
    assert printed_json("project", "show", *place, "--json")["name"] == "Care together"


def test_a_draft_tells_shares_askers_and_the_checklist(session: Session, tmp_path: Path) -> None:
    cove(session)
    save_coalition(session, builders.coalition(slug=care.SLUG, goals=[], needs=[]))
    command = ("draft", "--coalition", care.SLUG, "--call", COVE, "--out", str(tmp_path))
    told = koalitio(*command, "--lang", "fi").stdout
    for part in ("Wrote", "Filled:", "Who can fill the gaps", "Checklist", "points"):
        assert part in told
    made = printed_json(*command, "--format", "md", "--json")
    assert made["file"].endswith("_en.md")
    assert Path(made["file"]).is_file()
    assert made["summary"]["gaps"] == made["gaps"] > 0


def test_forms_are_listed_and_sound() -> None:
    listed = printed_json("forms", "list", "--json")
    assert {"erasmus_part_b"} <= {form["key"] for form in listed}
    assert all(form["languages"] for form in listed)
    ran = koalitio("forms", "check")
    assert ran.returncode == 0, ran.stdout
    assert len(ran.stdout.strip().splitlines()) >= len(listed)


def test_an_unsound_form_ends_with_status_1_and_says_where(tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("key: x\ncolour: blue\n", encoding="utf-8")
    ran = koalitio("forms", "check", str(bad))
    assert ran.returncode == 1
    assert "bad.yaml:" in ran.stdout
    assert "Traceback" not in ran.stderr


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
        (["project", "import", "nobody", "X", "nowhere.yaml"], "nowhere.yaml"),
        (["project", "show", "nobody", "X"], "nobody"),
        (["account", "invite", "x@example.org"], "--lead"),
        (["account", "deactivate", "x@example.org"], "x@example.org"),
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


QUICK = (["calls"], ["sources"], ["coalition", "list"], ["forms", "list"], ["--help"])


@pytest.mark.parametrize("words", QUICK, ids=" ".join)
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
