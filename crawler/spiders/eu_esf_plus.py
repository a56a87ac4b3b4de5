"""ESF+ on the EU Funding & Tenders Portal: its EaSI strand (`ESF-…` topics), managed by the Commission."""

from crawler.field_maps import portal, portal_search
from crawler.source import SearchApiSource
from store.vocabulary import Language, Programme

SOURCE = SearchApiSource(
    name="eu_esf_plus",
    programme=Programme.ESF_PLUS,
    title={
        Language.EN: "EU Funding & Tenders Portal: ESF+ (EaSI strand)",
        Language.FI: "EU:n rahoitus- ja tarjousportaali: ESR+ (EaSI-lohko)",
        Language.SV: "EU:s portal för finansiering och anbud: ESF+ (Easi-delen)",
    },
    start_url=portal.SEARCH_URL,
    url_parameters=portal_search.URL_PARAMETERS,
    query=portal_search.programme_query("43254019"),
    sort=portal_search.SORT,
    plausible_total=portal_search.PLAUSIBLE_TOTAL,
    language="en",
    time_zone="Europe/Brussels",
    reference=portal.reference,
    read=portal.read,
)
