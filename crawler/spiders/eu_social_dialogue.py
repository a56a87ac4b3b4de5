"""Social dialogue and workers' organisations on the EU Funding & Tenders Portal (`SOCPL-…` topics)."""

from crawler.field_maps import portal, portal_search
from crawler.source import SearchApiSource
from store.vocabulary import Language, Programme

SOURCE = SearchApiSource(
    name="eu_social_dialogue",
    programme=Programme.SOCIAL_DIALOGUE,
    title={
        Language.EN: "EU Funding & Tenders Portal: social dialogue (SOCPL)",
        Language.FI: "EU:n rahoitus- ja tarjousportaali: sosiaalinen vuoropuhelu (SOCPL)",
        Language.SV: "EU:s portal för finansiering och anbud: social dialog (SOCPL)",
    },
    start_url=portal.SEARCH_URL,
    url_parameters=portal_search.URL_PARAMETERS,
    query=portal_search.programme_query("43252517"),
    sort=portal_search.SORT,
    plausible_total=portal_search.PLAUSIBLE_TOTAL,
    language="en",
    time_zone="Europe/Brussels",
    reference=portal.reference,
    read=portal.read,
)
