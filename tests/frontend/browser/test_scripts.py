"""Scripts of single pages: long work told as it goes on, cards that are dragged, text that is kept."""

import re
import time
from collections.abc import Callable, Iterator
from queue import Queue

import pytest
from playwright.sync_api import Locator, Page, Position, Route, expect
from sqlmodel import Session

from api.routes.dependencies import SESSION_COOKIE
from api.services.access import sessions
from api.services.deciding import decisions
from api.services.profile.profile_steps import Step, kept_steps
from api.services.running import jobs
from api.services.running.jobs import JobPublic, Report
from store.models import GoalCreate
from store.vocabulary import Choice, JobKind, Role, Stage
from tests.builders import cut_off
from tests.frontend.browser.conftest import CUT, Visit
from tests.frontend.people import account, give
from tests.frontend.stored import store_call, store_coalition

pytestmark = pytest.mark.debian

BOARD = "/coalitions/zx/board"
GOALS = "/coalitions/zx/profile/goals"
NO_STREAM = "delete window.EventSource"
NOTE_SPOKEN = """() => {
  window.heard = [];
  const region = document.getElementById('spoken');
  const note = () => region.textContent && window.heard.push(region.textContent);
  new MutationObserver(note).observe(region, {childList: true});
}"""
"""Notes from now on what is spoken; gone when the page is loaded again."""
EDGE: Position = {"x": 4, "y": 4}
"""Where a card is taken hold of: beside its words."""
PAUSE = 20_000
"""Milliseconds after the last key, as in `autosave.js`."""


@pytest.fixture
def lead(visit: Visit, session: Session) -> Page:
    """A window of the lead of coalition `zx`, on the page of calls."""
    coalition = store_coalition(session, goals=[GoalCreate(slug="goal-1", text="Stored goal")])
    for name, day in (("soon", "2026-06-01"), ("late", "2026-12-01")):
        store_call(session, identifier=name, title=f"Call {name}", cut_offs=[cut_off(day)])
        decisions.decide(session, "zx", name, Choice.PURSUE)
    who = account(session, "lead")
    give(session, who, coalition, Role.LEAD)
    return visit("/", cookies={SESSION_COOKIE: sessions.begin(session, who.id or 0)})


class Work:
    """A job that takes each step when the test says so."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._steps: Queue[int | None] = Queue()
        self.job: JobPublic = jobs.start(session, JobKind.EMBED, "zx", self._run)

    def _run(self, report: Report) -> None:
        while (done := self._steps.get(timeout=60)) is not None:
            report(done, 8, f"Zx {done}")

    def at(self, done: int) -> None:
        """Goes on to that step of eight, and returns when it is written."""
        self._steps.put(done)
        self._wait(lambda now: now.done == done)

    def end(self) -> None:
        """Comes to its end."""
        self._steps.put(None)
        self._wait(lambda now: now.is_over)

    def _wait(self, reached: Callable[[JobPublic], bool]) -> None:
        for _ in range(500):
            self._session.expire_all()
            now = jobs.show(self._session, self.job.id)
            self._session.rollback()
            if reached(now):
                return
            time.sleep(0.01)
        raise AssertionError(f"the job stands still: {now}")


@pytest.fixture
def work(lead: Page, session: Session, monkeypatch: pytest.MonkeyPatch) -> Iterator[Work]:
    """Work at 1 of 8 steps, each of which is written at once."""
    assert lead.url
    monkeypatch.setattr(jobs, "WRITTEN_EVERY", 0.0)
    going = Work(session)
    going.at(1)
    yield going
    going.end()


def is_at(page: Page, done: int, wait: float = 5_000) -> None:
    """The page says in words and by its bar that this step is reached."""
    expect(page.locator("#job-text")).to_have_text(f"{done} of 8 texts compared", timeout=wait)
    expect(page.locator("#job-note")).to_have_text(f"Zx {done}")
    expect(page.locator("#job-fill")).to_have_attribute("width", str(done * 100 // 8))


def leads_on(page: Page) -> None:
    """The work is over and the page offers what comes next."""
    expect(page.get_by_role("main")).to_contain_text("Everything is done.")
    onwards = page.get_by_role("link", name="See the matches")
    expect(onwards).to_have_attribute("href", "/coalitions/zx/matches")
    assert page.locator("[data-job]").count() == 0
    assert 'http-equiv="refresh"' not in page.content()


def test_progress_is_told_as_it_happens_and_spoken_at_quarters(lead: Page, work: Work) -> None:
    asked: list[str] = []
    lead.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    lead.goto(f"/jobs/{work.job.id}")
    is_at(lead, 1)
    lead.evaluate(NOTE_SPOKEN)
    heard = []
    for done, spoken in ((2, True), (3, False), (4, True), (5, False), (7, True)):
        work.at(done)
        is_at(lead, done)
        if spoken:
            heard.append(f"{done} of 8 texts compared")
            expect(lead.locator("#spoken")).to_have_text(heard[-1])
        lead.wait_for_timeout(300)
        assert lead.evaluate("window.heard") == heard
    assert "events" in asked
    assert "state" not in asked
    work.end()
    leads_on(lead)
    assert lead.evaluate("window.heard === undefined")


@pytest.mark.parametrize("broken", ["missing", "refused", "cut"])
def test_the_page_asks_again_and_again_where_no_stream_can_be_held(
    lead: Page, work: Work, broken: str
) -> None:
    if broken == "missing":
        lead.add_init_script(NO_STREAM)
    elif broken == "refused":
        lead.route("**/events", lambda route: route.fulfill(status=503))
    else:
        lead.route("**/events", lambda route: route.abort(CUT))
    lead.goto(f"/jobs/{work.job.id}")
    lead.evaluate(NOTE_SPOKEN)
    work.at(3)
    is_at(lead, 3, wait=20_000)
    lead.route("**/state", lambda route: route.abort(CUT), times=1)
    work.at(4)
    is_at(lead, 4, wait=10_000)
    expect(lead.locator("#spoken")).to_have_text("4 of 8 texts compared")
    assert lead.evaluate("window.heard") == ["3 of 8 texts compared", "4 of 8 texts compared"]
    work.end()
    leads_on(lead)


def test_without_script_the_page_of_a_job_loads_itself_again(lead: Page, work: Work, visit: Visit) -> None:
    cookies = {str(each.get("name")): str(each.get("value")) for each in lead.context.cookies()}
    page = visit(f"/jobs/{work.job.id}", script=False, cookies=cookies)
    is_at(page, 1)
    expect(page.locator("noscript p")).to_have_text("This page loads itself again every five seconds.")
    work.at(2)
    is_at(page, 2, wait=10_000)
    work.end()
    expect(page.get_by_role("main")).to_contain_text("Everything is done.", timeout=10_000)
    leads_on(page)


def column(page: Page, stage: Stage) -> Locator:
    return page.locator(f"[data-stage={stage}]")


def card(page: Page, title: str = "Call soon") -> Locator:
    return page.locator(".board__card", has=page.get_by_role("heading", name=title))


def drag(page: Page, to: Locator) -> None:
    """Drags the card there; the window holds both, since a page that scrolls meanwhile drags nothing."""
    page.set_viewport_size({"width": 1280, "height": 1800})
    card(page).drag_to(to, source_position=EDGE)


def stands_in(page: Page, session: Session, stage: Stage) -> None:
    """The card of the sooner call stands there, alone, stored, and after a reload too."""
    for _ in ("moved", "loaded again"):
        expect(column(page, stage).locator(".board__title")).to_have_text(["Call soon"])
        expect(column(page, stage).get_by_role("heading", level=3)).to_contain_text("(1)")
        expect(card(page).get_by_label("Move to")).to_have_value(stage)
        page.reload()
    session.expire_all()
    held = {one.call.external_id: one.stage or Stage.PREPARING for one in decisions.decisions(session, "zx")}
    assert held == {"soon": stage, "late": Stage.PREPARING}


def test_a_card_is_dragged_to_another_stage(lead: Page, session: Session) -> None:
    lead.goto(BOARD)
    drag(lead, column(lead, Stage.SUBMITTED))
    stands_in(lead, session, Stage.SUBMITTED)


def test_a_card_dropped_where_it_stood_sends_nothing(lead: Page) -> None:
    lead.goto(BOARD)
    lead.evaluate("window.begun = []; addEventListener('dragstart', event => begun.push(event.target.id))")
    sent: list[str] = []
    lead.on("request", lambda request: sent.append(request.method))
    drag(lead, column(lead, Stage.PREPARING).get_by_role("heading", level=3))
    lead.wait_for_timeout(300)
    assert lead.evaluate("begun") == [card(lead).get_attribute("id")]
    assert "POST" not in sent
    assert lead.locator(".board__column--over, .board__card--held").count() == 0


def test_a_stage_chosen_but_not_sent_does_not_stop_the_drag(lead: Page, session: Session) -> None:
    lead.goto(BOARD)
    card(lead).get_by_label("Move to").select_option(Stage.DRAFTING)
    drag(lead, column(lead, Stage.DRAFTING))
    stands_in(lead, session, Stage.DRAFTING)


def test_a_card_moves_by_keyboard(lead: Page, session: Session) -> None:
    lead.goto(BOARD)
    card(lead).get_by_label("Move to").focus()
    lead.keyboard.press("ArrowDown")
    lead.keyboard.press("Tab")
    lead.keyboard.press("Enter")
    lead.wait_for_url(re.compile(r"#card-\d+$"))
    stands_in(lead, session, Stage.DRAFTING)


def typing(page: Page, words: str) -> None:
    """Types into the goals step by a clock that the test moves on."""
    page.clock.install()
    page.goto(GOALS)
    expect(page.locator("#goals-0-text")).to_have_value("Stored goal")
    page.locator("#goals-0-text").fill(words)


def kept(session: Session) -> list[str]:
    """What is kept of the goals, as typed."""
    session.expire_all()
    step = kept_steps(session, "zx").get(Step.GOALS)
    return [words for name, words in step.fields.items() if name == "goals-0-text"] if step else []


def is_saved(page: Page) -> None:
    told = re.compile(r"^Saved at \d{1,2}[:.]\d\d")
    expect(page.locator("#saved")).to_be_visible()
    expect(page.locator("#saved")).to_have_text(told)
    expect(page.locator("#unsaved")).to_be_hidden()
    page.clock.run_for(500)
    expect(page.locator("#spoken")).to_have_text(told)


def test_typed_text_is_kept_after_a_pause_and_again_after_the_next(lead: Page, session: Session) -> None:
    typing(lead, "Typed goal")
    lead.clock.fast_forward(PAUSE // 2)
    expect(lead.locator("#saved")).to_be_hidden()
    assert kept(session) == []
    lead.clock.fast_forward(PAUSE)
    is_saved(lead)
    assert kept(session) == ["Typed goal"]
    with lead.expect_response(lambda answer: answer.request.method == "POST") as answered:
        lead.locator("#goals-0-text").fill("Typed goal, longer")
        lead.clock.fast_forward(PAUSE + 1_000)
    assert answered.value.ok
    assert kept(session) == ["Typed goal, longer"]
    lead.reload()
    expect(lead.locator("#goals-0-text")).to_have_value("Typed goal, longer")
    expect(lead.get_by_role("main")).to_contain_text("Not checked yet, and not in the profile.")


@pytest.mark.parametrize("broken", ["cut", "refused"])
def test_a_save_that_fails_is_told_and_tried_again(lead: Page, session: Session, broken: str) -> None:
    def away(route: Route) -> None:
        if route.request.method != "POST":
            route.continue_()
        elif broken == "cut":
            route.abort(CUT)
        else:
            route.fulfill(status=503)

    lead.route(f"**{GOALS}", away)
    typing(lead, "Typed goal")
    lead.clock.fast_forward(PAUSE + 1_000)
    alert = lead.get_by_role("alert")
    expect(alert).to_contain_text("Not saved. Your text is still on this page.")
    expect(lead.locator("#goals-0-text")).to_have_value("Typed goal")
    expect(lead.locator("#saved")).to_be_hidden()
    assert kept(session) == []
    lead.unroute(f"**{GOALS}")
    lead.clock.fast_forward(PAUSE + 1_000)
    is_saved(lead)
    expect(lead.locator("#goals-0-text")).to_have_value("Typed goal")
    assert kept(session) == ["Typed goal"]


def test_text_is_kept_when_the_page_is_left(lead: Page, session: Session) -> None:
    typing(lead, "Typed goal")
    lead.get_by_role("link", name="Calls", exact=True).first.click()
    lead.wait_for_url("**/")
    for _ in range(300):
        if kept(session):
            break
        time.sleep(0.01)
    lead.goto(GOALS)
    expect(lead.locator("#goals-0-text")).to_have_value("Typed goal")


def test_a_text_too_long_to_send_at_parting_is_still_kept_after_the_pause(
    lead: Page, session: Session
) -> None:
    long = "x" * 61_000
    typing(lead, long)
    lead.evaluate(
        """() => {
          Object.defineProperty(document, 'visibilityState', {value: 'hidden'});
          document.dispatchEvent(new Event('visibilitychange'));
        }"""
    )
    lead.clock.fast_forward(PAUSE + 1_000)
    is_saved(lead)
    assert kept(session) == [long]
