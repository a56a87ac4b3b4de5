"""What tests of the pages share: a client that asks like a browser on this machine."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from frontend.app import create_app


@pytest.fixture
def client() -> Iterator[TestClient]:
    """A client on the whole application; follows no redirects, and sends POSTs as our own pages do."""
    with TestClient(
        create_app(),
        base_url="http://localhost",
        follow_redirects=False,
        raise_server_exceptions=False,
        headers={"sec-fetch-site": "same-origin"},
    ) as asking:
        yield asking
