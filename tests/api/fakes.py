"""Doubles for what a test is not about."""

from typing import Any

import pytest


def no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """Drafts without reasons, so that no model is needed."""

    def none(*_: Any, **__: Any) -> list[Any]:
        return []

    monkeypatch.setattr("matcher.reasons.reasons_for", none)
