"""The examples in the docstrings do what they show."""

import doctest
import importlib
import pkgutil
from types import ModuleType

import pytest

import matcher


def with_examples() -> list[ModuleType]:
    """Modules of the room that have an example; the one that needs torch is left out."""
    names = [found.name for found in pkgutil.walk_packages(matcher.__path__, "matcher.")]
    modules = [importlib.import_module(name) for name in names if not name.endswith("nano_module")]
    return [
        module for module in modules if any(test.examples for test in doctest.DocTestFinder().find(module))
    ]


@pytest.mark.parametrize("module", with_examples(), ids=lambda module: module.__name__)
def test_examples_run_as_shown(module: ModuleType) -> None:
    result = doctest.testmod(module)
    assert result.attempted > 0
    assert result.failed == 0
