"""What each address of the sample source answers on a given day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sample_world.portal_search import PortalSearch, UnsupportedQuery, read_parts
from sample_world.shapes import agency, eura, portal_facets, portal_mirror, portal_record
from sample_world.world import World, load_eura_codes, load_world

SEARCH_PATH = "/search-api/prod/rest/search"
FACET_PATH = "/search-api/prod/rest/facet"
ROBOTS = "User-agent: *\nDisallow: /taxation_customs/dds2/taric/\n"


@dataclass(frozen=True)
class Answer:
    """A status with a page (text) or an object to be sent as JSON."""

    status: int
    body: str | dict[str, Any]


class Site:
    """The three sources as they stand on `day`."""

    def __init__(self, day: date, lossy: float) -> None:
        self.world = load_world(day)
        self._search = PortalSearch(portal_rows(self.world), lossy)

    def get(self, path: str, asked: Mapping[str, str]) -> Answer:
        """A page of EURA or the agency; the portal's services take no GET."""
        if path.startswith("/search-api/"):
            return Answer(405, {"error": "Method Not Allowed"})
        if path == eura.LIST_PATH:
            return Answer(200, eura.list_page(self.world.eura, load_eura_codes()))
        if path.startswith(eura.DETAIL_PATH):
            return self._notice(path.removeprefix(eura.DETAIL_PATH).strip("/"))
        if path == agency.LIST_PATH:
            page = asked.get("page", "0")
            return Answer(200, agency.list_page(self.world.agency, int(page) if page.isdigit() else 0))
        if path.startswith(agency.DETAIL_PATH):
            return self._agency_call(path.removeprefix(agency.DETAIL_PATH))
        return NOT_FOUND

    def post(self, path: str, asked: Mapping[str, str], content_type: str, body: bytes) -> Answer:
        """The portal's search and facet services."""
        if path not in (SEARCH_PATH, FACET_PATH):
            return NOT_FOUND
        if asked.get("apiKey") != "SEDIA":
            return Answer(401, {"error": "unknown apiKey"})
        if "text" not in asked:
            return Answer(400, {"error": "parameter text is missing"})
        if path == FACET_PATH:
            return Answer(200, portal_facets.facets(portal_rows(self.world)))
        try:
            return Answer(200, self._search.answer(asked, read_parts(content_type, body)))
        except UnsupportedQuery as clause:
            return Answer(400, {"error": f"clause {clause} is not supported"})

    def _notice(self, uuid: str) -> Answer:
        for notice in self.world.eura:
            if eura.notice_id(notice) == uuid:
                return Answer(200, eura.detail_page(notice, load_eura_codes()))
        return NOT_FOUND

    def _agency_call(self, slug: str) -> Answer:
        for call in self.world.agency:
            if call.slug == slug:
                return Answer(200, agency.detail_page(call))
        return NOT_FOUND


NOT_FOUND = Answer(404, "<!DOCTYPE html><html><body><h1>404</h1></body></html>")


def portal_rows(world: World) -> list[portal_record.Record]:
    """The portal's index on the world's day: current records, then old ones with their repeats."""
    current = [row for call in world.portal for row in portal_record.records(call, world.day)]
    return current + [row for mirror in world.mirrors for row in portal_mirror.records(mirror)]
