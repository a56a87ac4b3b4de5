"""ESF+ on the EU Funding & Tenders Portal: its EaSI strand (`ESF-…` topics), managed by the Commission."""

from crawler.field_maps.portal_source import portal_source
from store.vocabulary import Language, Programme

SOURCE = portal_source(
    name="eu_esf_plus",
    programme=Programme.ESF_PLUS,
    framework_programme="43254019",
    title={
        Language.EN: "EU Funding & Tenders Portal: ESF+ (EaSI strand)",
        Language.FI: "EU:n rahoitus- ja tarjousportaali: ESR+ (EaSI-lohko)",
        Language.SV: "EU:s portal för finansiering och anbud: ESF+ (Easi-delen)",
    },
)
