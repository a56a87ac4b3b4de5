"""Just Transition Mechanism on the EU Funding & Tenders Portal: its public sector loan facility (PSLF)."""

from crawler.field_maps import portal, portal_search
from crawler.source import SearchApiSource
from store.vocabulary import Language, Programme

SOURCE = SearchApiSource(
    name="eu_just_transition",
    programme=Programme.JUST_TRANSITION_MECHANISM,
    title={
        Language.EN: "EU Funding & Tenders Portal: Just Transition Mechanism",
        Language.FI: "EU:n rahoitus- ja tarjousportaali: oikeudenmukaisen siirtymän mekanismi",
        Language.SV: "EU:s portal för finansiering och anbud: mekanismen för en rättvis omställning",
    },
    start_url=portal.SEARCH_URL,
    url_parameters=portal_search.URL_PARAMETERS,
    query=portal_search.programme_query("44773066"),
    sort=portal_search.SORT,
    plausible_total=portal_search.PLAUSIBLE_TOTAL,
    language="en",
    time_zone="Europe/Brussels",
    reference=portal.reference,
    read=portal.read,
)
