"""The commands: what they print, for people and machines, and their status."""

import json
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

import sample_world
from crawler import commands, run
from crawler.errors import BadBaseUrl, UnknownSource
from tests.crawler.habits import SEARCH, serving


@pytest.fixture
def koalitio(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Runs the commands as the command line does, each crawl in a child of its own."""
    monkeypatch.setattr(run, "crawl_here_or_in_child", run.crawl_in_child)
    monkeypatch.setenv("COLUMNS", "200")
    app = typer.Typer()
    commands.register(app)
    return lambda *words: CliRunner().invoke(app, words)


def test_a_crawl_ends_with_a_table_that_tells_what_was_retried(koalitio: Any) -> None:
    with sample_world.serve(fail_every=2) as source:
        done = koalitio("crawl", "eu_esf_plus", "--base-url", source.base_url)
    assert done.exit_code == 0
    assert "eu_esf_plus" in done.stdout
    assert "tried again: 503 Service Unavailable" in done.stdout


def test_a_crawl_tells_machines_the_same(koalitio: Any) -> None:
    with sample_world.serve() as source:
        done = koalitio("crawl", "fi_eura_jtf", "--base-url", source.base_url, "--json")
    (told,) = json.loads(done.stdout)
    assert (told["source"], told["outcome"], told["inserted"]) == ("fi_eura_jtf", "complete", told["found"])


def test_a_failed_source_is_status_one_and_its_errors_are_told(koalitio: Any) -> None:
    with serving({SEARCH: (200, "<h1>Maintenance</h1>")}) as source:
        done = koalitio("crawl", "eu_esf_plus", "--base-url", source.base_url)
    assert done.exit_code == 1
    assert "did not answer with search results" in done.stdout


@pytest.mark.parametrize(
    ("words", "error"),
    [(["crawl", "eu_nothing"], UnknownSource), (["crawl", "--base-url", "nonsense"], BadBaseUrl)],
)
def test_bad_input_is_an_error_of_one_line(koalitio: Any, words: list[str], error: type[Exception]) -> None:
    done = koalitio(*words)
    assert isinstance(done.exception, error)
    assert "\n" not in str(done.exception)


def test_sources_are_listed_with_their_last_crawl(koalitio: Any) -> None:
    with sample_world.serve() as source:
        koalitio("crawl", "fi_eura_jtf", "--base-url", source.base_url)
    told = {source["name"]: source for source in json.loads(koalitio("sources", "--json").stdout)}
    assert told["fi_eura_jtf"]["last_crawl"]["outcome"] == "complete"
    assert told["eu_esf_plus"]["last_crawl"] is None
    assert set(told["eu_esf_plus"]["title"]) == {"en", "fi", "sv"}


@pytest.mark.parametrize(
    ("language", "words"), [("fi", "JTF-hakuilmoitukset"), ("sv", "rättvis omställning")]
)
def test_sources_are_listed_in_the_readers_language(koalitio: Any, language: str, words: str) -> None:
    done = koalitio("sources", "--lang", language)
    assert words in done.stdout
    assert "never" in done.stdout
