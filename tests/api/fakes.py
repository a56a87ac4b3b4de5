"""Doubles for what a test is not about."""

from typing import Any

import pytest
from sqlmodel import Session

from matcher.match import match_coalition
from tests.matcher.doubles import OneHotEncoder


def no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """Drafts without reasons, so that no model is needed."""

    def none(*_: Any, **__: Any) -> list[Any]:
        return []

    monkeypatch.setattr("matcher.reasons.reasons_for", none)


def one_hot_ranking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ranks by vectors that can be told by eye."""

    def one_hot(session: Session, coalition: int, **options: Any) -> object:
        return match_coalition(
            session, coalition, encoder_factory=OneHotEncoder, engine=OneHotEncoder.key, **options
        )

    monkeypatch.setattr("matcher.match.match_coalition", one_hot)
