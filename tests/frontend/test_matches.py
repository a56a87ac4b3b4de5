"""Matches: groups of fit, reasons side by side, drafts where there is a form; never a chance in per cent."""

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session

from api.services.list_matches import MatchList, MatchPublic, ReasonPublic
from api.services.list_sources import source_title
from frontend.pages import matches
from frontend.prose import SPOT
from store import queries
from store.coalitions import public_coalition
from store.labels import label
from store.vocabulary import CallStatus, Language, Verdict
from tests.frontend.checked import question
from tests.frontend.stored import NOW, get, main_words, store_call, store_coalition, words

TEXT = "## Aim\nTrain <people> for care work.\n- mentors"
START = TEXT.index("Train")
QUOTE = "Train <people> for care work."
END = START + len(QUOTE)
VERDICTS = (Verdict.INELIGIBLE, Verdict.NEEDS_REVIEW, Verdict.ELIGIBLE)


@pytest.fixture
def found(session: Session, monkeypatch: pytest.MonkeyPatch) -> MatchList:
    """Three matches, one of each fit; the first has a form and a reason."""
    coalition = public_coalition(store_coalition(session, name="Ours"))
    calls = [
        queries.public_call(
            store_call(session, identifier=f"CALL-{n}", description=TEXT, language=("en", "fi", "sv")[n]), {}
        )
        for n in range(3)
    ]
    reason = ReasonPublic(
        goal="Zx goal", goal_ref="goal-1", goal_kind="goal", passage=QUOTE, start=START, end=END
    )
    made = [
        MatchPublic(
            rank=n + 1,
            call=call,
            fit=fit,
            parts={"meaning": 0.68, "words": 0.0, "unheard_of": 1.0},
            reasons=[reason] if n == 0 else [],
            has_form=n == 0,
            verdict=verdict,
            verdict_label=label(verdict, Language.EN),
            curable=verdict is Verdict.INELIGIBLE,
            verdict_reason=f"Zx reason {n}.",
            possible_with="zx partner." if verdict is Verdict.INELIGIBLE else None,
            question=question(text="Zx question?") if verdict is Verdict.NEEDS_REVIEW else None,
        )
        for n, (call, fit, verdict) in enumerate(
            zip(calls, ("strong", "good", "possible"), VERDICTS, strict=True)
        )
    ]
    answer = MatchList(coalition=coalition, matches=made, as_of=NOW, calls=3, pending=2)
    monkeypatch.setattr(matches, "list_matches", lambda _session, _slug, **_: answer)
    return answer


@pytest.mark.usefixtures("found")
def test_groups_by_fit_in_words(client: TestClient) -> None:
    page = get(client, "/coalitions/zx/matches", "sv")
    groups = [words(h2) for h2 in page.select("main section h2")]
    assert groups == ["Passar mycket bra (1)", "Passar bra (1)", "Passar eventuellt (1)"]
    assert "förutsäger inte beslutet" in main_words(page)
    assert "2 nya eller ändrade utlysningar är inte jämförda än" in main_words(page)


def test_forthcoming_calls_have_a_group_of_their_own_with_their_fit(
    client: TestClient, found: MatchList
) -> None:
    found.matches[0].call.status = CallStatus.FORECASTED
    page = get(client, "/coalitions/zx/matches", "fi")
    groups = [words(h2) for h2 in page.select("main section h2")]
    assert groups == [
        "Sopii hyvin (1)",
        "Sopii mahdollisesti (1)",
        "Tulossa, kumppaneita ehtii vielä etsiä (1)",
    ]
    assert "Sopii erittäin hyvin" in words(page.select("main section li.row-card")[-1])


@pytest.mark.usefixtures("found")
def test_reasons_stand_side_by_side_and_lead_to_their_place(client: TestClient) -> None:
    page = get(client, "/coalitions/zx/matches")
    ours, theirs = page.select(".pair blockquote")
    assert (words(ours), ours["lang"]) == ("Zx goal", "en")
    assert words(theirs) == QUOTE
    assert f"Source: {source_title('eu_esf_plus', Language.EN)}, fetched 20\u00a0May\u00a02026" in words(
        page.select_one(".pair")
    )
    link = page.select_one(".pair a")
    assert link is not None
    address, _, spot = str(link["href"]).partition("#")
    assert spot == SPOT
    assert words(get(client, address).find(id=SPOT)) == QUOTE


@pytest.mark.usefixtures("found")
def test_drafts_are_offered_only_where_there_is_a_form(client: TestClient) -> None:
    rows = get(client, "/coalitions/zx/matches").select("main li.row-card")
    link = rows[0].select_one(".draft a")
    assert link is not None
    assert link["href"] == "/coalitions/zx/drafts/CALL-0"
    assert "No draft yet" in words(rows[1])
    assert rows[1].select(".draft a") == []


@pytest.mark.usefixtures("found")
def test_parts_of_the_fit_in_ten_steps_and_what_cannot_be_compared_is_said(client: TestClient) -> None:
    rows = get(client, "/coalitions/zx/matches").select("main li.row-card")
    same, other = ([words(part) for part in row.select(".parts li")] for row in rows[:2])
    assert same == ["Meaning of the texts 7 of 10", "Words in common 0 of 10"]
    assert other == ["Meaning of the texts 7 of 10", "Words in common not compared: another language"]
    bar = rows[0].select_one(".bar__fill")
    assert bar is not None
    assert bar["width"] == "70"


@pytest.mark.usefixtures("found")
def test_no_per_cent_but_the_rate(client: TestClient) -> None:
    assert (
        main_words(get(client, "/coalitions/zx/matches")).replace("80% of eligible costs", "").count("%") == 0
    )


def test_no_goals_and_no_calls_say_what_to_do(
    client: TestClient, found: MatchList, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = found.model_copy(update={"matches": [], "calls": 0})
    monkeypatch.setattr(matches, "list_matches", lambda _session, _slug, **_: empty)
    assert "koalitio crawl" in main_words(get(client, "/coalitions/zx/matches"))
    bare = found.coalition.model_copy(update={"goals": [], "needs": []})
    monkeypatch.setattr(
        matches, "list_matches", lambda _session, _slug, **_: empty.model_copy(update={"coalition": bare})
    )
    button = get(client, "/coalitions/zx/matches").select_one("main a.btn-primary")
    assert words(button) == "Add a goal"


@pytest.mark.parametrize(
    ("theirs", "ours", "said"),
    [
        (["FI1D8"], ["FI1D7"], True),
        (["FI1D8", "FI1D7"], ["FI1D7"], False),
        (["FI"], ["FI1D7"], False),
        (["FI1D7"], ["FI1D"], False),
        (["FI1D7"], ["SE332", "FI"], False),
        (["SE"], ["FI1D7"], True),
        (["FI19B"], ["FI197"], False),
        (["FI1D8"], [], False),
        (None, ["FI1D7"], False),
    ],
)
def test_a_call_for_other_regions_says_so(
    client: TestClient, found: MatchList, theirs: list[str] | None, ours: list[str], said: bool
) -> None:
    found.matches[0].call.nuts_regions = theirs
    found.coalition.nuts_regions = ours
    for language, note in (
        ("en", "Not your region as far as the call says"),
        ("fi", "Ei teidän aluettanne, sikäli kuin hakuilmoitus kertoo"),
        ("sv", "Inte er region, så vitt utlysningen säger"),
    ):
        assert (note in main_words(get(client, "/coalitions/zx/matches", language))) is said


def test_a_match_names_its_regions_and_ours_beside_them(client: TestClient, found: MatchList) -> None:
    found.matches[0].call.nuts_regions = ["FI1D8"]
    row, silent, _ = get(client, "/coalitions/zx/matches", "sv").select("main li.row-card")
    assert "Utlysningens område: Kajanaland" in words(row)
    assert "koalitionen har angett Lappland." in words(row)
    assert "Utlysningens område" not in words(silent)


@pytest.mark.usefixtures("found")
def test_each_match_says_whether_we_may_apply_and_leads_to_the_check(client: TestClient) -> None:
    curable, open_, eligible = (
        row.select_one(".match-verdict")
        for row in get(client, "/coalitions/zx/matches").select("main li.row-card")
    )
    assert words(curable).startswith("Whole coalition Not eligible Zx partner. Zx reason 0. See who")
    assert "To be clarified Zx reason 1. The first question: Zx question?" in words(open_)
    assert "Eligible Zx reason 2." in words(eligible)
    assert eligible is not None
    assert eligible.a is not None
    assert eligible.a["href"] == "/coalitions/zx/checks/CALL-2"


def test_what_nobody_can_cure_is_said_once_and_plainly(client: TestClient, found: MatchList) -> None:
    found.matches[0].call.nuts_regions = ["FI1D8"]
    found.matches[0].curable = False
    row = get(client, "/coalitions/zx/matches").select_one("main li.row-card")
    assert "Not your region" not in words(row)
    assert "Zx partner." not in words(row)
    assert "Zx reason 0." in words(row)
