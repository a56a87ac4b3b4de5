"""Just Transition Fund notices of Finland's regional councils and authorities in EURA 2021."""

from crawler.field_maps import eura
from crawler.source import EmbeddedJsonSource
from store.vocabulary import Language, Programme

SOURCE = EmbeddedJsonSource(
    name="fi_eura_jtf",
    programme=Programme.JUST_TRANSITION_FUND,
    title={
        Language.EN: "EURA 2021 (Finland): Just Transition Fund calls",
        Language.FI: "EURA 2021: JTF-hakuilmoitukset",
        Language.SV: "EURA 2021 (Finland): utlysningar ur Fonden för en rättvis omställning",
    },
    start_url=eura.LIST_PAGE,
    language="fi",
    time_zone="Europe/Helsinki",
    script=eura.SCRIPT,
    rows=eura.of_fund("JTF"),
    page_of=eura.page_of,
    read=eura.read,
)
