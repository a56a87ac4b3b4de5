"""Social dialogue and workers' organisations on the EU Funding & Tenders Portal (`SOCPL-…` topics)."""

from crawler.field_maps.portal_source import portal_source
from store.vocabulary import Language, Programme

SOURCE = portal_source(
    name="eu_social_dialogue",
    programme=Programme.SOCIAL_DIALOGUE,
    framework_programme="43252517",
    title={
        Language.EN: "EU Funding & Tenders Portal: social dialogue (SOCPL)",
        Language.FI: "EU:n rahoitus- ja tarjousportaali: työmarkkinaosapuolten vuoropuhelu (SOCPL)",
        Language.SV: "EU:s portal för finansiering och anbud: social dialog (SOCPL)",
    },
)
