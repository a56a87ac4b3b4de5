"""JSON beside the pages: only translates between HTTP and the use cases."""

from fastapi import APIRouter

from api.routes import calls, sources

router = APIRouter(prefix="/api")
router.include_router(calls.router)
router.include_router(sources.router)

__all__ = ["router"]
