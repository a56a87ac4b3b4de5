"""The registry, and that listing it costs no Scrapy."""

import subprocess
import sys
from pathlib import Path

import pytest

from crawler.errors import UnknownSource
from crawler.sources import all_sources, chosen
from store.vocabulary import Language

ROOT = Path(__file__).parents[2]
NAMES = [
    "eu_erasmus_plus",
    "eu_esf_plus",
    "eu_just_transition",
    "eu_social_dialogue",
    "fi_erasmus_agency",
    "fi_eura_esf_plus",
    "fi_eura_jtf",
]


def test_all_sources_by_name() -> None:
    assert [source.name for source in all_sources()] == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_source_is_declared_in_the_file_of_its_name_in_three_languages(name: str) -> None:
    (source,) = chosen([name])
    assert (ROOT / "crawler" / "spiders" / f"{name}.py").is_file()
    assert set(source.title) == set(Language)
    assert source.start_url.startswith("https://")


def test_chosen_sources_keep_their_order_and_come_once() -> None:
    named = chosen(["fi_eura_jtf", "eu_esf_plus", "fi_eura_jtf"])
    assert [source.name for source in named] == ["fi_eura_jtf", "eu_esf_plus"]
    assert len(chosen([])) == len(NAMES)


def test_an_unknown_source_is_told_with_those_there_are() -> None:
    with pytest.raises(UnknownSource, match=r"No source 'eu_esf'; there are: eu_erasmus_plus, .*fi_eura_jtf"):
        chosen(["eu_esf"])


def test_listing_sources_imports_no_scrapy() -> None:
    code = "import sys, crawler.commands, crawler.run, crawler.show; print('scrapy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
