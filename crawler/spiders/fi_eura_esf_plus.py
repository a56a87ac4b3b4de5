"""ESF+ (ESR+) notices of Finland's managing authorities in EURA 2021."""

from crawler.field_maps import eura
from crawler.source import EmbeddedJsonSource
from store.vocabulary import Language, Programme

SOURCE = EmbeddedJsonSource(
    name="fi_eura_esf_plus",
    programme=Programme.ESF_PLUS,
    title={
        Language.EN: "EURA 2021 (Finland): ESF+ calls",
        Language.FI: "EURA 2021: ESR+-hakuilmoitukset",
        Language.SV: "EURA 2021 (Finland): ESF+-utlysningar",
    },
    start_url=eura.LIST_PAGE,
    language="fi",
    time_zone="Europe/Helsinki",
    script=eura.SCRIPT,
    rows=eura.of_fund("ESR+"),
    page_of=eura.page_of,
    read=eura.read,
)
