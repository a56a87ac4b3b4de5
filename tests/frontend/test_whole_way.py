"""From stored calls to a downloaded draft with the real services: match, quotation, draft."""

import io

from docx import Document
from fastapi.testclient import TestClient
from sqlmodel import Session

from frontend.prose import SPOT
from store.models import GoalCreate
from store.vocabulary import Programme
from tests.frontend.stored import get, main_words, store_call, store_coalition, words

CARE = (
    "## Scope\nProjects train unemployed people for care work together with employers and colleges.\n"
    "## Budget\nThe grant is paid in two parts after the report has been accepted by the agency."
)
LAND = "## Scope\nInvestments in railway bridges, harbours and electric grids along the border of the Union."


def test_match_quote_and_draft(client: TestClient, session: Session) -> None:
    store_call(
        session,
        identifier="ERASMUS-EDU-2026-PI-ALL-INNO",
        programme=Programme.ERASMUS_PLUS,
        action="ERASMUS Lump Sum Grants",
        description=CARE,
    )
    store_call(session, identifier="ESF-2026-LAND", title="Bridges", description=LAND)
    goal = "We want unemployed people to be trained for care work with employers."
    store_coalition(session, name="Ours", goals=[GoalCreate(slug="goal-1", text=goal)])
    page = get(client, "/coalitions/zx/matches")
    rows = page.select("main li.row-card")
    assert words(rows[0].h3).startswith("Paths to work")
    quote = rows[0].select(".pair blockquote")[1].get_text()
    assert quote in CARE
    place = rows[0].select_one(".pair a")
    assert place is not None
    assert get(client, str(place["href"])).find(id=SPOT).get_text() in quote  # type: ignore[union-attr]
    link = rows[0].select_one(".draft a")
    assert link is not None, main_words(page)
    draft = get(client, str(link["href"]))
    for kind in ("docx", "md"):
        address = draft.select_one(f'a[href*=".{kind}?lang=fi"]')
        assert address is not None, main_words(draft)
        answer = client.get(str(address["href"]))
        assert answer.status_code == 200
        assert answer.headers["content-disposition"].startswith("attachment; filename=")
        if kind == "docx":
            assert Document(io.BytesIO(answer.content)).paragraphs
        else:
            assert "TÄYDENNÄ" in answer.text
