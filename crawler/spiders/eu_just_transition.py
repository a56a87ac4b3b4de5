"""Just Transition Mechanism on the EU Funding & Tenders Portal: its public sector loan facility (PSLF)."""

from crawler.field_maps.portal_source import portal_source
from store.vocabulary import Language, Programme

SOURCE = portal_source(
    name="eu_just_transition",
    programme=Programme.JUST_TRANSITION_MECHANISM,
    framework_programme="44773066",
    title={
        Language.EN: "EU Funding & Tenders Portal: Just Transition Mechanism",
        Language.FI: "EU:n rahoitus- ja tarjousportaali: oikeudenmukaisen siirtymän mekanismi",
        Language.SV: "EU:s portal för finansiering och anbud: mekanismen för en rättvis omställning",
    },
)
