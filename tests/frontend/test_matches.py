"""Matches: groups of fit, reasons side by side, drafts where there is a form; never a chance in per cent."""

from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session

from api.services.calls.list_sources import source_title
from api.services.checking.check_shapes import CheckPublic, MemberCheckPublic
from api.services.deciding.draft_effort import EffortPublic
from api.services.matching.list_matches import MatchList, MatchPublic, ReasonPublic
from api.services.matching.match_filter import MatchFilter
from api.services.matching.weigh_matches import Weighed, WeighedMatches
from frontend.pages import matches
from frontend.prose import SPOT
from store import queries
from store.coalitions import public_coalition
from store.labels import label
from store.vocabulary import ActorType, CallStatus, Language, PartnerRole, Verdict
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
    answer = MatchList(coalition=coalition, matches=made, as_of=NOW, calls=3, pending=2, total=3)
    show(monkeypatch, answer)
    return answer


def show(monkeypatch: pytest.MonkeyPatch, found: MatchList, **weighed: Any) -> None:
    """Makes the page show these matches; `weighed` is set in what is weighed of each."""

    def weigh(*_: Any, **__: Any) -> WeighedMatches:
        each = [Weighed(check=checked(found, one), effort=None, decision=None) for one in found.matches]
        return WeighedMatches(found=found, weighed=[one.model_copy(update=weighed) for one in each], mutes=[])

    monkeypatch.setattr(matches, "weigh_matches", weigh)


def checked(found: MatchList, match: MatchPublic) -> CheckPublic:
    """The check of a match: the same verdict, and one member."""
    member = MemberCheckPublic(
        slug="zx",
        name="Zx member",
        actor_type=ActorType.MUNICIPALITY,
        country="FI",
        role=PartnerRole.COORDINATOR,
        role_label="coordinator",
        role_wish=None,
        verdict=Verdict.ELIGIBLE,
        verdict_label="eligible",
        reason="Zx may lead.",
    )
    return CheckPublic(
        coalition=found.coalition,
        call=match.call,
        verdict=match.verdict,
        verdict_label=match.verdict_label,
        curable=match.curable,
        reason=match.verdict_reason,
        possible_with=match.possible_with,
        questions=[match.question] if match.question else [],
        members=[member],
        proposed=True,
        as_of=NOW,
    )


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
def test_each_member_has_its_verdict_and_a_proposal_is_said_to_be_one(client: TestClient) -> None:
    row = get(client, "/coalitions/zx/matches", "fi").select_one("main li.row-card")
    assert row is not None
    table = row.select_one("table.stack tbody")
    assert words(table) == "Zx member coordinator Tukikelpoisuus Eligible Mistä se riippuu Zx may lead."
    assert "Roolit ovat ehdotus" in words(row)


@pytest.mark.usefixtures("found")
def test_without_a_form_the_effort_is_not_known_and_no_nought(client: TestClient) -> None:
    row = get(client, "/coalitions/zx/matches").select_one("main li.row-card")
    assert "Work not known" in words(row)
    assert "0 gaps" not in words(row)


def test_the_effort_is_told(client: TestClient, found: MatchList, monkeypatch: pytest.MonkeyPatch) -> None:
    effort = EffortPublic(form="Zx form", sections=9, open_sections=4, filled=10, open=28)
    show(monkeypatch, found, effort=effort)
    row = words(get(client, "/coalitions/zx/matches", "sv").select_one("main li.row-card"))
    assert "Blankett: Zx form. 9 avsnitt. 28 ställen att fylla i. De finns i 4 avsnitt." in row
    assert "start" not in row.lower()


@pytest.mark.usefixtures("found")
def test_a_match_is_decided_by_one_press_and_dropped_on_a_page(client: TestClient) -> None:
    row = get(client, "/coalitions/zx/matches").select_one("main li.row-card")
    assert row is not None
    form = row.select_one("form.decide-now")
    assert form is not None
    assert form["action"] == "/coalitions/zx/decisions/CALL-0"
    assert [button["value"] for button in form.select("button")] == ["pursue", "watch"]
    drop = form.select_one("a")
    assert drop is not None
    assert drop["href"] == "/coalitions/zx/decisions/CALL-0?choice=drop"
    box = row.select_one("input[type=checkbox]")
    assert box is not None
    assert (box["name"], box["value"], box["form"]) == ("call", "CALL-0", "compare")


def test_the_query_narrows_and_each_filter_can_be_removed(
    client: TestClient, found: MatchList, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[MatchFilter] = []

    def weigh(_s: Any, _slug: str, **options: Any) -> WeighedMatches:
        asked.append(options["asked"])
        return WeighedMatches(
            found=found.model_copy(update={"matches": [], "muted": 2}), weighed=[], mutes=[]
        )

    monkeypatch.setattr(matches, "weigh_matches", weigh)
    page = get(client, "/coalitions/zx/matches?fit=strong&verdict=eligible&programme=nonsense&page=-3")
    assert asked == [MatchFilter(fit="strong", verdict=Verdict.ELIGIBLE)]
    chips = page.select(".chips a")
    assert [words(chip) for chip in chips][:2] == ["Remove filter: Strong fit ×", "Remove filter: Eligible ×"]
    assert [chip["href"] for chip in chips] == [
        "/coalitions/zx/matches?verdict=eligible",
        "/coalitions/zx/matches?fit=strong",
        "/coalitions/zx/matches",
    ]
    assert "No call matches these limits" in main_words(page)
    assert "2 muted calls are left out." in main_words(page)
    see = page.select_one(".count a")
    assert see is not None
    assert see["href"] == "/coalitions/zx/matches?fit=strong&verdict=eligible&muted=1"


def test_calls_that_wait_are_compared_by_one_button(
    client: TestClient, found: MatchList, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.services.deciding.compare_calls._embed", lambda _: None)
    button = get(client, "/coalitions/zx/matches").select_one(".notice form button")
    assert words(button) == "Compare now"
    answer = client.post("/coalitions/zx/matches")
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/jobs/")
    none = found.model_copy(update={"pending": 0})
    show(monkeypatch, none)
    assert get(client, "/coalitions/zx/matches").select(".notice form") == []


def test_long_lists_come_in_pages(
    client: TestClient, found: MatchList, monkeypatch: pytest.MonkeyPatch
) -> None:
    show(monkeypatch, found.model_copy(update={"pages": 4, "page": 2}))
    pages = get(client, "/coalitions/zx/matches?fit=good&page=2").select_one("nav.pages")
    assert words(pages) == "Previous Page 2 of 4 Next"
    assert pages is not None
    assert [link["href"] for link in pages.select("a")] == [
        "/coalitions/zx/matches?fit=good&page=1",
        "/coalitions/zx/matches?fit=good&page=3",
    ]


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
    show(monkeypatch, empty)
    assert "koalitio crawl" in main_words(get(client, "/coalitions/zx/matches"))
    bare = found.coalition.model_copy(update={"goals": [], "needs": []})
    show(monkeypatch, empty.model_copy(update={"coalition": bare}))
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
        ("sv", "Inte er region, enligt utlysningen"),
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
