"""The check page: verdict and invitation, questions, line-up, conditions with what they rest on."""

from collections.abc import Callable
from typing import Any

import pytest
from bs4.element import Tag
from fastapi.testclient import TestClient
from sqlmodel import Session

from api.services.checking.check_shapes import CheckPublic, Choice
from frontend.pages import check_show
from frontend.prose import SPOT
from matcher.eligibility.conditions import Certainty
from matcher.eligibility.facts import Origin
from matcher.eligibility.judgement import Answer, AnswerKind
from store.models import CallDocumentPublic, ProjectPlan
from store.vocabulary import Verdict
from tests.frontend import checked
from tests.frontend.checked import section
from tests.frontend.stored import NOW, get, main_words, words

HERE = "/coalitions/zx/checks/CALL-1"
Showing = Callable[..., CheckPublic]


@pytest.fixture
def showing(session: Session, monkeypatch: pytest.MonkeyPatch) -> Showing:
    """Puts a check made by hand on the page."""

    def put(**facts: Any) -> CheckPublic:
        check = checked.stored_check(session, **facts)
        monkeypatch.setattr(check_show, "check_call", lambda *_, **__: check)
        monkeypatch.setattr(check_show, "list_conditions", lambda *_, **__: checked.conditions_of(check))
        return check

    return put


def test_a_verdict_is_shape_icon_and_word_and_the_invitation_is_what_one_sees(
    client: TestClient, showing: Showing
) -> None:
    showing()
    whole = section(get(client, HERE), "whole")
    badge = whole.select_one(".mark")
    assert badge is not None
    assert words(badge) == "Not eligible"
    assert "mark--curable" in badge["class"]
    assert badge.find("rect") is not None
    assert words(whole.select_one(".possible strong")) == "Zx possible."
    assert "Zx whole reason." in words(whole)


@pytest.mark.parametrize(
    ("verdict", "shape", "word"),
    [
        (Verdict.ELIGIBLE, "circle", "Eligible"),
        (Verdict.NEEDS_REVIEW, "path", "To be clarified"),
        (Verdict.INELIGIBLE, "rect", "Not eligible"),
    ],
)
def test_each_verdict_has_its_own_shape(
    client: TestClient, showing: Showing, verdict: Verdict, shape: str, word: str
) -> None:
    showing(verdict=verdict, curable=False)
    badge = section(get(client, HERE), "whole").select_one(f".mark--{verdict}")
    assert badge is not None
    assert words(badge) == word
    first = badge.svg.find(True) if badge.svg else None
    assert isinstance(first, Tag)
    assert first.name == shape


def test_what_nobody_can_cure_is_said_plainly_without_an_invitation(
    client: TestClient, showing: Showing
) -> None:
    showing(curable=False, possible_with="Zx never shown.")
    page = get(client, HERE)
    for name in ("question", "what-if", "keep", "draft"):
        assert page.find("section", attrs={"aria-labelledby": name}) is None
    assert "Zx never shown." not in main_words(page)
    assert page.select("main .btn-primary") == []
    assert "Zx whole reason." in main_words(page)


def test_an_eligible_verdict_promises_nothing(client: TestClient, showing: Showing) -> None:
    showing(verdict=Verdict.ELIGIBLE, possible_with=None, questions=[], what_ifs=[])
    page = get(client, HERE, "sv")
    assert "lovar inte att ansökan godkänns" in main_words(page)
    assert page.find("section", attrs={"aria-labelledby": "what-if"}) is None


def test_a_call_without_rules_says_so(client: TestClient, showing: Showing) -> None:
    showing(rules=None)
    assert "knows no rules for this kind of call" in main_words(get(client, HERE))


def test_the_one_question_comes_first_with_its_form(client: TestClient, showing: Showing) -> None:
    showing(
        questions=[
            checked.question(),
            checked.question(fact="member.founded", kind=AnswerKind.DATE, choices=None),
        ]
    )
    questions = section(get(client, HERE), "question")
    first, second = questions.find_all("form")
    assert [words(option) for option in first.find_all("option")][1:3] == [
        "Public body",
        "Private body with a public-service mission",
    ]
    assert [button["class"] for button in first.find_all("button")] == [["btn", "btn-primary"]]
    assert second.find_parent("details") is not None
    (field,) = second.select("input[type=text]")
    assert field["aria-describedby"] == "answer-member-founded-college-hint"


@pytest.mark.parametrize(
    ("verdict", "asked", "heading"),
    [
        (Verdict.NEEDS_REVIEW, 1, "One answer settles this"),
        (Verdict.NEEDS_REVIEW, 2, "2 questions are open"),
        (Verdict.INELIGIBLE, 1, "One question is open"),
    ],
)
def test_the_heading_promises_no_more_than_the_answer_settles(
    client: TestClient, showing: Showing, verdict: Verdict, asked: int, heading: str
) -> None:
    showing(verdict=verdict, questions=[checked.question()] * asked)
    assert words(section(get(client, HERE), "question").h2) == heading


def test_a_registration_that_is_lacking_is_shown_as_still_ahead(client: TestClient, showing: Showing) -> None:
    showing(to_keep=[checked.finding(type="identifiers", answer_label="still ahead")])
    badge = section(get(client, HERE), "keep").select_one(".mark")
    assert badge is not None
    assert {"mark--unknown", "mark--quiet"} <= set(badge["class"])
    assert words(badge) == "Still ahead"


def test_what_the_authority_decided_later_stands_beside_the_leads_word(
    client: TestClient, showing: Showing
) -> None:
    decided = checked.decision(authority_value="at most 75 %")
    showing(findings=[checked.read_finding(read=False, decision=decided)])
    shown = words(section(get(client, HERE), "conditions"))
    assert "The call's authority has decided otherwise since: at most 75 %." in shown


def test_the_note_of_a_rule_is_shown(client: TestClient, showing: Showing) -> None:
    showing(findings=[checked.finding(evidence=checked.evidence(note="Zx note."))])
    assert "Zx note." in words(section(get(client, HERE), "conditions"))


def test_yes_or_no_is_answered_with_a_button(client: TestClient, showing: Showing) -> None:
    showing(
        questions=[
            checked.question(
                fact="project.investment",
                kind=AnswerKind.YES_NO,
                member=None,
                choices=[Choice(value="yes", label="yes"), Choice(value="no", label="no")],
            )
        ]
    )
    form = section(get(client, HERE), "question").find("form")
    assert isinstance(form, Tag)
    assert [(b["name"], b["value"]) for b in form.find_all("button")] == [
        ("answer-project-investment", "yes"),
        ("answer-project-investment", "no"),
    ]


def test_a_question_about_the_call_leads_to_its_condition(client: TestClient, showing: Showing) -> None:
    asks = checked.question(fact="call.consortium_size", kind=AnswerKind.CALL_CONDITION, member=None)
    showing(questions=[asks])
    page = get(client, HERE)
    link = section(page, "question").find("a")
    assert isinstance(link, Tag)
    target = page.find(id=str(link["href"]).removeprefix("#"))
    assert isinstance(target, Tag)
    assert "Number of organisations" in words(target)


def test_every_member_has_its_role_verdict_and_what_it_could_be(client: TestClient, showing: Showing) -> None:
    showing()
    table = get(client, HERE).select_one("table.line-up")
    assert table is not None
    row = table.select("tbody tr")[0]
    select = row.find("select")
    assert isinstance(select, Tag)
    assert [words(option) for option in select.find_all("option")] == [
        "takes no part",
        "coordinator (lead partner) – not allowed",
        "beneficiary (co-beneficiary)",
        "associated partner – to be clarified",
    ]
    assert words(select.find("option", selected=True)) == "beneficiary (co-beneficiary)"
    assert words(row.select_one(".line-up__verdict")) == "Eligible Zx member reason."
    assert "Could not lead: Zx no lead" in words(row.select_one(".line-up__could"))


def test_a_member_that_may_only_be_associated_is_told_so(client: TestClient, showing: Showing) -> None:
    roles = [
        option.model_copy(update={"answer": Answer.NO, "reason": None})
        for option in checked.member_check().roles[:2]
    ]
    showing(members=[checked.member_check(roles=roles)])
    could = get(client, HERE, "fi").select_one(".line-up__could")
    assert "Voi osallistua vain ilman rahoitusta" in words(could)


def test_it_says_whether_the_line_up_is_proposed_or_decided_and_when(
    client: TestClient, showing: Showing
) -> None:
    showing()
    proposed = section(get(client, HERE), "line-up")
    assert "Proposed by Koalitio" in words(proposed)
    assert proposed.find("button", value="clear") is None
    showing(proposed=False, line_up_saved_at=NOW, project=ProjectPlan(grant=250_000, months=24))
    decided = section(get(client, HERE), "line-up")
    assert "Decided by you 20\u00a0May\u00a02026" in words(decided)
    assert decided.find("button", value="clear") is not None
    plan = decided.find("details", id="plan")
    assert isinstance(plan, Tag)
    assert plan.has_attr("open")
    typed = {str(field["name"]): str(field["value"]) for field in plan.find_all("input")}
    assert (typed["plan-grant"], typed["plan-months"]) == ("250,000", "24")


def test_a_rule_is_shown_with_source_place_and_certainty_in_words(
    client: TestClient, showing: Showing
) -> None:
    for certainty, said in (
        (Certainty.A, "Read in an official text."),
        (Certainty.B, "Known from a secondary source."),
        (Certainty.C, "Recalled, not read anywhere; check it."),
    ):
        showing(findings=[checked.finding(evidence=checked.evidence(certainty=certainty))])
        told = words(section(get(client, HERE), "conditions").select_one(".provenance"))
        assert told == f"Programme Guide 2026 , part B, KA220 . {said}"


def test_a_reading_is_quoted_marked_as_read_and_leads_to_its_place(
    client: TestClient, showing: Showing, monkeypatch: pytest.MonkeyPatch
) -> None:
    check = showing(findings=[checked.read_finding()])
    condition = section(get(client, HERE), "conditions").select_one(".condition")
    assert condition is not None
    quoted = condition.select_one("blockquote")
    assert quoted is not None
    assert (words(quoted), quoted["lang"]) == (checked.QUOTE, "en")
    assert "nobody has confirmed it yet" in words(condition)
    link = condition.select_one("figcaption a")
    assert link is not None
    address, _, spot = str(link["href"]).partition("#")
    assert spot == SPOT
    from frontend.pages import call

    monkeypatch.setattr(call, "list_conditions", lambda *_, **__: checked.conditions_of(check))
    monkeypatch.setattr(call, "check_call", lambda *_, **__: check)
    assert words(get(client, address).find(id=SPOT)) == checked.QUOTE


def test_words_of_a_document_name_its_page_in_its_language(client: TestClient, showing: Showing) -> None:
    rests_on = checked.words_of_the_call(
        origin=Origin.DOCUMENT, document="Zx.pdf", document_id=7, page=14, field=None
    )
    check = showing(findings=[checked.read_finding(evidence=rests_on)])
    check.documents.append(
        CallDocumentPublic(
            id=7, call_id=1, name="Zx.pdf", media_type="application/pdf", language="fi", sha256="x", size=1,
            page_count=20, uploaded_at=NOW,
        )
    )  # fmt: skip
    figure = section(get(client, HERE), "conditions").select_one("figure")
    assert figure is not None
    assert figure.blockquote is not None
    assert figure.blockquote["lang"] == "fi"
    assert words(figure.figcaption) == "Words of the call document Zx.pdf , page 14."


def test_a_decision_is_shown_with_who_and_when_and_that_the_words_changed(
    client: TestClient, showing: Showing
) -> None:
    showing(
        findings=[
            checked.read_finding(
                read=False,
                evidence=checked.words_of_the_call(origin=Origin.LEAD),
                decision=checked.decision(source_changed=True),
            )
        ]
    )
    condition = section(get(client, HERE), "conditions").select_one(".condition")
    assert condition is not None
    assert "Confirmed for this coalition: Zx Lead, 20\u00a0May\u00a02026" in words(condition)
    assert "words of the call have changed since then" in words(condition)
    assert condition.find("button", value="withdraw") is not None


def test_only_what_was_read_can_be_found_right_or_not(client: TestClient, showing: Showing) -> None:
    showing()
    rule, read = section(get(client, HERE), "conditions").select(".condition")
    assert rule.find("form") is None
    assert [button.get("value") for button in read.find_all("button")] == ["confirm", "reject", None]
    assert [field["value"] for field in read.select("input[id$=minimum]")] == ["3"]


def test_a_rule_that_leaves_a_value_open_can_be_filled_in(client: TestClient, showing: Showing) -> None:
    asks = checked.question(fact="call.country_count", kind=AnswerKind.CALL_CONDITION, member=None)
    showing(findings=[checked.finding(answer=Answer.UNKNOWN, question=asks, condition={})])
    condition = section(get(client, HERE), "conditions").select_one(".condition")
    assert condition is not None
    assert [b.get("value") for b in condition.find_all("button")] == [None]
    assert [field["value"] for field in condition.select("input[name=do]")] == ["correct"]


def test_what_is_still_ahead_is_quiet(client: TestClient, showing: Showing) -> None:
    showing()
    badge = section(get(client, HERE), "keep").select_one(".mark")
    assert badge is not None
    assert {"mark--unknown", "mark--quiet"} <= set(badge["class"])


@pytest.mark.parametrize(
    ("query", "status", "asked"),
    [
        ("partner=employer&country=SE", 200, True),
        ("partner=employer", 422, False),
        ("country=SE", 422, False),
        ("partner=zzz&country=SE", 422, False),
        ("partner=employer&country=zz", 422, False),
    ],
)
def test_what_if_we_had_one_more(
    client: TestClient,
    showing: Showing,
    monkeypatch: pytest.MonkeyPatch,
    query: str,
    status: int,
    asked: bool,
) -> None:
    check = showing()
    heard: list[object] = []

    def judged(*_: object, what_if: object, **__: object) -> CheckPublic:
        heard.append(what_if)
        return check.model_copy(update={"what_if": check.what_ifs[0] if what_if else None})

    monkeypatch.setattr(check_show, "check_call", judged)
    part = section(get(client, f"{HERE}?{query}", status=status), "what-if")
    assert (part.select_one(".what-ifs__asked") is not None) is asked
    assert heard == [("employer", "SE") if asked else None]
    chosen = [str(option["value"]) for option in part.find_all("option", selected=True)]
    assert chosen == [value for value in ("employer", "SE") if f"={value}" in query]


def test_a_stored_note_is_said_once_and_only_a_known_one(client: TestClient, showing: Showing) -> None:
    showing()
    for note in check_show.NOTES:
        assert get(client, f"{HERE}?saved={note}").select_one(".notice--good") is not None
    assert get(client, f"{HERE}?saved=<b>").select_one(".notice--good") is None


def test_a_form_of_another_page_is_refused(client: TestClient, showing: Showing) -> None:
    showing()
    assert client.post(HERE, data={"do": "explode"}).status_code == 404
