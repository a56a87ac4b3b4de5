"""Source health as JSON."""

from fastapi import APIRouter

from api.routes.dependencies import SessionDep
from api.services.calls import list_sources
from store.models import CrawlRunPublic

router = APIRouter(tags=["sources"])


@router.get("/sources")
def get_sources(session: SessionDep) -> list[CrawlRunPublic]:
    """The newest crawl run of each source."""
    return list_sources.list_runs(session)
