"""The examples in the docstrings of the crawler are true."""

import doctest
from importlib import import_module
from pkgutil import walk_packages

import pytest

import crawler

MODULES = [
    module.name for module in walk_packages(crawler.__path__, "crawler.") if module.name != "crawler.child"
]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    assert doctest.testmod(import_module(name)).failed == 0
