"""The files that pages load: kept for good under their mark, packed once, and nothing else is given."""

import gzip
import re

import pytest
from fastapi.testclient import TestClient

from frontend import assets
from frontend.errors import NoSuchPage


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("koalitio.css", "text/css; charset=utf-8"),
        ("bootstrap.min.css", "text/css; charset=utf-8"),
        ("menu.js", "text/javascript; charset=utf-8"),
        ("favicon.svg", "image/svg+xml"),
    ],
)
def test_each_file_says_what_it_is_and_may_be_kept(client: TestClient, name: str, kind: str) -> None:
    answer = client.get(assets.address(name))
    assert answer.status_code == 200
    assert answer.headers["content-type"] == kind
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"


def test_a_file_under_a_mark_of_another_day_is_given_but_not_for_keeping(client: TestClient) -> None:
    answer = client.get("/static/0123456789ab/menu.js")
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-cache"


def test_files_come_packed_to_those_who_can_unpack(client: TestClient) -> None:
    address = assets.address("bootstrap.min.css")
    packed = client.get(address, headers={"accept-encoding": "gzip"})
    plain = client.get(address, headers={"accept-encoding": "identity"})
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert packed.content == plain.content == assets.files()["bootstrap.min.css"]
    assert "Accept-Encoding" in packed.headers["vary"]
    assert "Accept-Encoding" in plain.headers["vary"]


def test_the_first_view_is_small(client: TestClient) -> None:
    """At most 150 kB compressed: the page and everything that it loads."""
    page = client.get("/").text
    names = re.findall(r'(?:href|src)="/static/[0-9a-f]+/([^"]+)"', page)
    assert {"bootstrap.min.css", "koalitio.css", "menu.js"} <= set(names)
    loaded = [page.encode(), *(assets.files()[name] for name in names)]
    assert sum(len(gzip.compress(content)) for content in loaded) < 150_000


def test_the_mark_changes_with_any_file(monkeypatch: pytest.MonkeyPatch) -> None:
    before = assets.mark()
    changed = assets.files() | {"menu.js": b"other"}
    monkeypatch.setattr(assets, "files", lambda: changed)
    assert assets.mark.__wrapped__() != before


def test_every_import_of_a_module_is_one_of_ours_beside_it() -> None:
    for name, content in assets.files().items():
        if name.endswith(".js"):
            for wanted in re.findall(r'(?:from|import)\s*\(?"([^"]+)"', content.decode()):
                assert wanted.startswith("./"), name
                assert wanted.removeprefix("./") in assets.files(), (name, wanted)


def test_a_page_that_asks_for_no_file_of_ours_fails() -> None:
    with pytest.raises(NoSuchPage):
        assets.address("nothing.css")


def test_every_colour_of_the_style_has_a_light_and_a_dark_side() -> None:
    tokens = (assets.OWN / "koalitio" / "tokens.css").read_text()
    assert len(re.findall(r"--k-[a-z0-9-]+: light-dark\(#[0-9a-f]+, #[0-9a-f]+\);", tokens)) > 20
    for name, content in assets.files().items():
        if name.endswith(".css") and name not in {"bootstrap.min.css", "koalitio.css"}:
            loose = re.sub(r"@media print \{.*", "", content.decode(), flags=re.S)
            assert re.findall(r"(?<!&)#[0-9a-fA-F]{3,8}\b(?![^{]*\{)", loose) == [], name
