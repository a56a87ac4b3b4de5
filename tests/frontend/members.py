"""A coalition with questions to its members, and the links by which they answer."""

import re
from urllib.parse import quote

from bs4 import BeautifulSoup
from bs4.element import Tag
from sqlmodel import Session

from api.services.access import member_links
from tests.api import care

FOUNDED = "member.founded"
LINK = re.compile(r"http://localhost(/m/[\w-]{43})")
ASKS = f"/coalitions/{care.SLUG}/asks/{quote(care.ADULT, safe='')}"
CHECK = f"/coalitions/{care.SLUG}/checks/{quote(care.ADULT, safe='')}"


def store(session: Session) -> None:
    """The coalition of `care` whose members' founding days nobody knows, and a call that asks for them."""
    care.coalition(session, members=[one.model_copy(update={"founded": None}) for one in care.members()])
    care.adult_call(session)


def link(session: Session, member: str = "town", slug: str = care.SLUG) -> str:
    """The path of a new link of the member."""
    return member_links.make(session, slug, member, "http://localhost").removeprefix("http://localhost")


def texts(page: BeautifulSoup, selector: str) -> list[str]:
    """The words of every tag of that kind, with single spaces."""
    return [" ".join(one.get_text(" ").split()) for one in page.select(selector)]


def buttons(page: BeautifulSoup) -> list[str]:
    """The buttons of the page's main part, without what only speech adds."""
    assert page.main is not None
    found = []
    for button in page.main.select("button"):
        for hidden in button.select(".visually-hidden"):
            hidden.extract()
        found.append(" ".join(button.get_text(" ").split()))
    return found


def forms(page: BeautifulSoup, do: str) -> list[Tag]:
    """The forms that ask for that."""
    return [one for one in page.select("form") if one.select_one(f"[name=do][value={do}]")]


def sent(form: Tag) -> dict[str, str]:
    """What a form sends as it stands."""
    return {str(one["name"]): str(one.get("value", "")) for one in form.select("input[type=hidden]")}
