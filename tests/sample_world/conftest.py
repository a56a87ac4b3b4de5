"""One sample source for the tests that only read it."""

from collections.abc import Iterator

import pytest

from sample_world import SampleSource, serve


@pytest.fixture(scope="module")
def source() -> Iterator[SampleSource]:
    """The pinned day, no failures, nothing lost."""
    with serve() as running:
        yield running
