"""Erasmus+ on the EU Funding & Tenders Portal: the actions its executive agency (EACEA) manages."""

from crawler.field_maps.portal_source import portal_source
from store.vocabulary import Language, Programme

SOURCE = portal_source(
    name="eu_erasmus_plus",
    programme=Programme.ERASMUS_PLUS,
    framework_programme="43353764",
    title={
        Language.EN: "EU Funding & Tenders Portal: Erasmus+",
        Language.FI: "EU:n rahoitus- ja tarjousportaali: Erasmus+",
        Language.SV: "EU:s portal för finansiering och anbud: Erasmus+",
    },
)
