"""Use case: compare the calls that are new or changed with everybody's goals, as work that is watched."""

import threading

from sqlmodel import Session

from api.services.access.permission import Action, require
from api.services.running.jobs import JobPublic, Report, going_on, start
from store.vocabulary import JobKind

_one_at_a_time = threading.Lock()
"""Texts belong to all coalitions alike: who waits here finds the work done."""


def compare_calls(session: Session, slug: str) -> JobPublic:
    """Starts embedding every new and changed text, or gives the job that does it for this coalition.

    Raises what `access.permission.require` does.
    """
    require(session, Action.READ_WORK, slug)
    return start(session, JobKind.EMBED, slug, _embed)


def comparing(session: Session, slug: str) -> JobPublic | None:
    """The job that does it for this coalition now, if one does."""
    require(session, Action.READ_WORK, slug)
    return going_on(session, JobKind.EMBED, slug)


def _embed(report: Report) -> None:
    from matcher.embed import embed_missing
    from matcher.load import load_encoder

    with _one_at_a_time:
        embed_missing(report.session, load_encoder, report)
