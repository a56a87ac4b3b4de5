"""One call of the Finnish Erasmus+ agency to one draft."""

from datetime import date
from typing import Any

import pytest

from crawler.field_maps import agency
from store.vocabulary import CallStatus
from tests.builders import cut_off

URL = "https://www.oph.fi/fi/funding/erasmus-aikuiskoulutus-ka210-adu-1"
PAGE = (
    "<html><body><nav>Valikko</nav><main><h1>Erasmus+: kumppanuushankkeet (KA210-ADU)</h1>"
    "<div>Tila</div><div>Haettavissa</div><div>Hakuaika</div><div>19.11.2025 – 5.3.2026 klo 13:00</div>"
    '<h2>Kenelle</h2><p>Kaksi organisaatiota.</p><a href="/fi/lomake">Hakulomake</a></main></body></html>'
)


def page(**parts: Any) -> dict[str, Any]:
    """What the base spider hands over."""
    return {"url": URL, "title": "Kortin otsikko", "card": [], "html": PAGE} | parts


def test_the_facts_of_a_call() -> None:
    call = agency.read(page())
    assert (call.external_id, call.action) == ("erasmus-aikuiskoulutus-ka210-adu-1", "KA210-ADU")
    assert call.title == "Erasmus+: kumppanuushankkeet (KA210-ADU)"
    assert (call.opening_date, call.source_status) == (date(2025, 11, 19), CallStatus.OPEN)
    assert [link.url for link in call.links] == ["https://www.oph.fi/fi/lomake"]


def test_thirteen_in_helsinki_is_noon_in_brussels() -> None:
    closing = agency.read(page()).cut_offs[0]
    assert closing == cut_off("2026-03-05", "13:00", "Europe/Helsinki")
    assert closing.ends_at() == cut_off("2026-03-05", "12:00").ends_at()


def test_the_text_begins_below_the_period() -> None:
    assert agency.read(page()).description == "## Kenelle\n\nKaksi organisaatiota.\n\nHakulomake"


def test_the_card_tells_the_period_when_the_page_does_not() -> None:
    call = agency.read(page(html="<h1>KA122-SCH</h1><p>Teksti.</p>", card=["19.2.2026 klo 13:00"]))
    assert call.cut_offs == [cut_off("2026-02-19", "13:00", "Europe/Helsinki")]
    assert (call.opening_date, call.source_status) == (None, None)


def test_a_call_without_dates_is_still_a_call() -> None:
    call = agency.read(page(html="<h1>Erasmus+</h1><div>Hakuaika</div><div>Jatkuva haku</div>"))
    assert (call.cut_offs, call.continuous) == ([], True)
    assert call.identifier == call.external_id


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("Erasmus+ ammatillinen koulutus", True),
        ("Kumppanuushankkeet (KA220-VET)", True),
        ("Valtionavustus kerhotoimintaan", False),
    ],
)
def test_only_erasmus_cards_belong_to_the_source(title: str, kept: bool) -> None:
    assert agency.is_erasmus(title) is kept
