"""Erasmus+ on the EU Funding & Tenders Portal: the actions its executive agency (EACEA) manages."""

from crawler.field_maps import portal, portal_search
from crawler.source import SearchApiSource
from store.vocabulary import Language, Programme

SOURCE = SearchApiSource(
    name="eu_erasmus_plus",
    programme=Programme.ERASMUS_PLUS,
    title={
        Language.EN: "EU Funding & Tenders Portal: Erasmus+",
        Language.FI: "EU:n rahoitus- ja tarjousportaali: Erasmus+",
        Language.SV: "EU:s portal för finansiering och anbud: Erasmus+",
    },
    start_url=portal.SEARCH_URL,
    url_parameters=portal_search.URL_PARAMETERS,
    query=portal_search.programme_query("43353764"),
    sort=portal_search.SORT,
    plausible_total=portal_search.PLAUSIBLE_TOTAL,
    language="en",
    time_zone="Europe/Brussels",
    reference=portal.reference,
    read=portal.read,
)
