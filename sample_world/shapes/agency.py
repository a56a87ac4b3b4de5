"""Pages of the Erasmus+ national agency: cards, a few to a page, and one page per call."""

from datetime import date
from html import escape

from sample_world.models import AgencyCall
from sample_world.prose import to_html

LIST_PATH = "/fi/rahoitushaut"
DETAIL_PATH = "/fi/funding/"
CARDS_PER_PAGE = 4


def list_page(calls: list[AgencyCall], page: int) -> str:
    """One page of cards, counted from 0, with a `rel=next` link while more follow."""
    start = page * CARDS_PER_PAGE
    cards = "".join(_card(call) for call in calls[start : start + CARDS_PER_PAGE])
    more = start + CARDS_PER_PAGE < len(calls)
    pager = f'<nav><a rel="next" href="?page={page + 1}">Seuraava sivu</a></nav>' if more else ""
    return _page("Rahoitushaut", f"<h1>Rahoitushaut</h1>{cards}{pager}")


def detail_page(call: AgencyCall) -> str:
    """One call: subject tags, status, application period, then the text."""
    tags = " ".join(escape(tag) for tag in call.tags)
    return _page(
        call.title,
        f"<h1>{escape(call.title)}</h1><p>Kansainvälistymisrahoitus</p><div>{tags}</div>"
        f"<div>Tila</div><div>{call.state}</div><div>Hakuaika</div><div>{_period(call)}</div>"
        f'<div class="body">{to_html(call.text, heading="h2")}</div>',
    )


def _card(call: AgencyCall) -> str:
    return (
        '<div class="listing-item-content">'
        f'<a class="listing-title__link" href="{DETAIL_PATH}{call.slug}">{escape(call.title)}</a>'
        f'<div class="field-application-period">{_period(call)}</div>'
        f'<div class="field-funding-state">{call.state}</div></div>'
    )


def _period(call: AgencyCall) -> str:
    return f"{_finnish(call.opens)} – {_finnish(call.closes)} klo 13:00"


def _finnish(day: date) -> str:
    return f"{day.day}.{day.month}.{day.year}"


def _page(title: str, body: str) -> str:
    return (
        '<!DOCTYPE html><html lang="fi"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title></head><body><main>{body}</main></body></html>"
    )
