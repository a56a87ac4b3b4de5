"""Use cases of an administrator: sources with their runs, and coalitions by name; never what is in them."""

from typing import NamedTuple

from pydantic import BaseModel
from sqlmodel import Session

from api.services.access.permission import Action, require
from api.services.calls.source_history import SourceHistory, source_histories
from api.services.running import jobs
from api.services.running.jobs import JobPublic
from crawler.sources import all_sources
from store import roles
from store.vocabulary import JobKind, Language, Programme

SHOWN = 20
"""So many of a source's newest runs are shown."""


class SourceRuns(BaseModel):
    """A source with its newest runs (None: never crawled), and the job that crawls it now."""

    name: str
    title: str
    programme: Programme
    url: str
    history: SourceHistory | None
    job: JobPublic | None


class CoalitionName(NamedTuple):
    """What an administrator knows of a coalition."""

    slug: str
    name: str
    has_lead: bool


def source_runs(session: Session, language: Language) -> list[SourceRuns]:
    """Every source, also one that was never crawled, by title. Raises what `require` does."""
    require(session, Action.ADMINISTER)
    histories = {one.source: one for one in source_histories(session, SHOWN)}
    working = {job.subject: job for job in jobs.all_going(session) if job.kind is JobKind.CRAWL}
    found = [
        SourceRuns(
            name=source.name,
            title=source.title[language],
            programme=source.programme,
            url=source.start_url,
            history=histories.get(source.name),
            job=working.get(source.name),
        )
        for source in all_sources()
    ]
    return sorted(found, key=lambda one: one.title.casefold())


def coalition_names(session: Session) -> list[CoalitionName]:
    """Every coalition by name, and whether it has a lead. Raises what `require` does."""
    require(session, Action.ADMINISTER)
    return [CoalitionName(*row) for row in roles.named_coalitions(session)]
