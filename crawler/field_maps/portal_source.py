"""A programme on the EU Funding & Tenders Portal as a source: all that its programmes have in common."""

from collections.abc import Mapping

from crawler.field_maps import portal, portal_search
from crawler.source import SearchApiSource
from store.vocabulary import Language, Programme


def portal_source(
    name: str, programme: Programme, framework_programme: str, title: Mapping[Language, str]
) -> SearchApiSource:
    """The source; `framework_programme` is the portal's own code, found among its facets."""
    return SearchApiSource(
        name=name,
        programme=programme,
        title=title,
        start_url=portal.SEARCH_URL,
        url_parameters=portal_search.URL_PARAMETERS,
        query=portal_search.programme_query(framework_programme),
        sort=portal_search.SORT,
        plausible_total=portal_search.PLAUSIBLE_TOTAL,
        language="en",
        time_zone="Europe/Brussels",
        reference=portal.reference,
        read=portal.read,
    )
