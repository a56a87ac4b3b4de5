"""The sample source has the live services' habits, the bad ones above all."""

import http.client
import os
import re
import subprocess
import sys
from collections import Counter

import httpx
import pytest

from sample_world import PINNED_DAY, SECOND_DAY, SampleSource, load_world, serve
from sample_world.portal_search import WHOLE_INDEX
from sample_world.site import portal_rows
from tests.sample_world.asking import OURS, SEARCH, references, search


def test_the_four_programmes_are_filtered_by_a_json_part(source: SampleSource) -> None:
    answer = search(source).json()
    programmes = {row["metadata"]["frameworkProgramme"][0] for row in answer["results"]}
    assert programmes == set(OURS)
    assert answer["totalResults"] == len(answer["results"])


def test_total_counts_repeats(source: SampleSource) -> None:
    answer = search(source)
    repeated = Counter(references(answer))
    assert repeated["44774210ERASMUSECHECharter1645574400000"] == 3
    assert answer.json()["totalResults"] == repeated.total() > len(repeated)


@pytest.mark.parametrize("kind", ["text/plain", "application/octet-stream"])
def test_a_query_part_of_another_type_is_ignored_in_silence(source: SampleSource, kind: str) -> None:
    answer = search(source, query_type=kind)
    assert answer.status_code == 200
    assert answer.json()["totalResults"] == WHOLE_INDEX
    assert any(reference.startswith("50218734") for reference in references(answer))


def test_a_plain_json_body_is_ignored_in_silence(source: SampleSource) -> None:
    answer = httpx.post(f"{source.base_url}{SEARCH}?apiKey=SEDIA&text=***", json={"query": {}})
    assert answer.json()["totalResults"] == WHOLE_INDEX


def test_without_languages_a_topic_comes_once_per_language(source: SampleSource) -> None:
    assert {"51158631TOPICSen", "51158631TOPICSsv"} <= set(references(search(source, languages=None)))
    assert "51158631TOPICSsv" not in references(search(source))


def test_get_is_refused_and_text_and_key_are_needed(source: SampleSource) -> None:
    address = source.base_url + SEARCH
    assert httpx.get(address, params={"apiKey": "SEDIA", "text": "***"}).status_code == 405
    assert httpx.post(address, params={"apiKey": "SEDIA"}).status_code == 400
    assert httpx.post(address, params={"text": "***"}).status_code == 401
    assert httpx.post(source.base_url + "/elsewhere").status_code == 404


def test_pages_are_capped_at_a_hundred_and_default_to_fifty(source: SampleSource) -> None:
    assert search(source, pageSize=500).json()["pageSize"] == 100
    assert search(source, pageSize="").json()["pageSize"] == 50
    assert len(references(search(source, pageSize=5))) == 5


def test_range_is_ignored_and_unknown_clauses_are_refused(source: SampleSource) -> None:
    ranged = {"bool": {"must": [{"range": {"startDate": {"gte": "2099-01-01"}}}]}}
    assert references(search(source, query=ranged))
    for clause in ("prefix", "wildcard", "match"):
        assert search(source, query={"bool": {"must": [{clause: {"title": "x"}}]}}).status_code == 400


def test_term_and_should_clauses(source: SampleSource) -> None:
    one = {"term": {"identifier": "ESF-2026-POW"}}
    other = {"term": {"identifier": {"value": "SOCPL-2026-INFO-WK"}}}
    assert references(search(source, query=one)) == ["51158631TOPICSen"]
    assert len(references(search(source, query={"bool": {"should": [one, other]}}))) == 2


def test_sorted_pages_lose_nothing(source: SampleSource) -> None:
    whole = references(search(source))
    paged = [
        reference
        for number in range(1, 9)
        for reference in references(search(source, pageSize=4, pageNumber=number))
    ]
    assert paged == whole
    starts = [row["metadata"]["startDate"][0] for row in search(source).json()["results"]]
    assert starts == sorted(starts, reverse=True)


def test_without_a_sort_part_records_repeat_and_go_missing_but_not_the_same_ones_for_ever() -> None:
    with serve() as fresh:
        whole = Counter(references(search(fresh)))
        seen: set[str] = set()
        first = Counter(references(search(fresh, sort=None)))
        assert first.total() == whole.total()
        assert set(first) < set(whole)
        for _ in range(8):
            seen |= set(references(search(fresh, sort=None)))
        assert seen == set(whole)


def test_lossy_passes_lose_different_records() -> None:
    with serve(lossy=0.2) as lossy:
        passes = [search(lossy) for _ in range(8)]
    whole = {
        row["reference"]
        for row in portal_rows(load_world())
        if row["metadata"]["frameworkProgramme"][0] in OURS
    }
    found = [set(references(answer)) for answer in passes]
    assert any(each != found[0] for each in found)
    assert set.union(*found) == {reference for reference in whole if not reference.endswith("sv")}
    assert len({answer.json()["totalResults"] for answer in passes}) == 1


def test_every_third_request_fails_but_robots_never() -> None:
    with serve(fail_every=3) as failing:
        statuses = [search(failing).status_code for _ in range(6)]
        robots = [httpx.get(failing.base_url + "/robots.txt") for _ in range(4)]
    assert statuses == [200, 200, 503, 200, 200, 503]
    assert {answer.status_code for answer in robots} == {200}
    assert "User-agent: *" in robots[0].text


def test_requests_are_logged_with_their_agent_and_status() -> None:
    with serve() as fresh:
        httpx.get(fresh.base_url + "/fi/rahoitushaut?page=1", headers={"User-Agent": "tester"})
        httpx.get(fresh.base_url + "/fi/funding/none-such")
    seen = [(request.method, request.path, request.user_agent, request.status) for request in fresh.requests]
    assert seen[0] == ("GET", "/fi/rahoitushaut", "tester", 200)
    assert seen[1][3] == 404
    assert fresh.requests[0].query == {"page": "1"}


def test_a_source_travels_to_another_day() -> None:
    with serve() as moving:
        assert moving.day == PINNED_DAY
        before = set(references(search(moving)))
        moving.travel_to(SECOND_DAY)
        after = set(references(search(moving)))
    assert "51344944TOPICSen" in after - before
    assert "50633233TOPICSen" in before - after


def test_facets_and_head_answer(source: SampleSource) -> None:
    facets = httpx.post(f"{source.base_url}/search-api/prod/rest/facet?apiKey=SEDIA&text=***").json()
    assert {facet["name"] for facet in facets["facets"]} == {"frameworkProgramme", "status"}
    head = httpx.head(f"{source.base_url}/hakuilmoitukset/")
    assert (head.status_code, head.text) == (200, "")


def test_it_listens_on_loopback_and_stops_for_good_with_connections_open() -> None:
    running = serve()
    assert running.base_url.startswith("http://127.0.0.1:")
    connection = http.client.HTTPConnection("127.0.0.1", int(running.base_url.rsplit(":", 1)[1]))
    connection.request("GET", "/robots.txt")
    assert connection.getresponse().read()
    running.stop()
    running.stop()
    connection.close()
    with pytest.raises(httpx.ConnectError):
        httpx.get(running.base_url + "/robots.txt")


def test_a_taken_port_is_an_error(source: SampleSource) -> None:
    with pytest.raises(OSError, match="in use"):
        serve(int(source.base_url.rsplit(":", 1)[1]))


def test_the_module_serves_from_the_command_line() -> None:
    command = [sys.executable, "-m", "sample_world", "--port", "0", "--day", "2026-06-28"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        found = re.fullmatch(r"sample world of 2026-06-28 on (http://127\.0\.0\.1:\d+)\n", line)
        assert found is not None, line
        assert httpx.get(found[1] + "/fi/rahoitushaut").status_code == 200
        process.terminate()
