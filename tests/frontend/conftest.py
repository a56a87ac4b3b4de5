"""What tests of the pages share: a client that asks like a browser on this machine.

It asks as the operator, who may do everything: what each role may do is proven in `test_permission.py`.
"""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from api.routes.dependencies import who_asks
from api.services.access.actor import CONSOLE
from frontend.app import create_app
from tests.frontend import people


@pytest.fixture
def client() -> Iterator[TestClient]:
    """A client on the whole application; follows no redirects, and sends POSTs as our own pages do."""
    app = create_app()
    app.dependency_overrides[who_asks] = lambda: CONSOLE
    with TestClient(
        app,
        base_url="http://localhost",
        follow_redirects=False,
        raise_server_exceptions=False,
        headers={"sec-fetch-site": "same-origin"},
    ) as asking:
        yield asking


@pytest.fixture
def guest() -> Iterator[TestClient]:
    """A browser of somebody without an account."""
    with people.browser() as asking:
        yield asking
