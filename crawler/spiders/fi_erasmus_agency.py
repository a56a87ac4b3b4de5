"""Erasmus+ calls of Finland's national agency (Opetushallitus): actions such as KA122 and KA210."""

from crawler.field_maps import agency
from crawler.source import CardsSource
from store.vocabulary import Language, Programme

SOURCE = CardsSource(
    name="fi_erasmus_agency",
    programme=Programme.ERASMUS_PLUS,
    title={
        Language.EN: "Finnish National Agency for Education: Erasmus+ calls",
        Language.FI: "Opetushallitus: Erasmus+ -rahoitushaut",
        Language.SV: "Utbildningsstyrelsen (Finland): Erasmus+-utlysningar",
    },
    start_url=agency.LIST_PAGE,
    language="fi",
    time_zone="Europe/Helsinki",
    card=".listing-item-content",
    link=".listing-title__link",
    next_page="a[rel=next]",
    keeps=agency.is_erasmus,
    read=agency.read,
)
