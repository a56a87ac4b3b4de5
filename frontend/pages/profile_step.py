"""One step of the profile: Continue checks and saves it; what is saved for later is kept as typed."""

from collections.abc import Mapping, Sequence

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from sqlmodel import Session
from starlette.requests import Request

from api.routes.dependencies import SessionDep
from api.services.access.permission import Action, require
from api.services.profile.coalitions import show_coalition
from api.services.profile.profile_progress import StepState, progress_of
from api.services.profile.profile_steps import KeptStep, Step, drop_step, keep_step, kept_steps, save_step
from frontend.errors import NoSuchPage
from frontend.faults import Fault
from frontend.pages.language import switch_language
from frontend.profile_check import ProfileCheck
from frontend.profile_conflict import Difference, differences
from frontend.profile_form import Part, ProfileForm, form_of, mark_of, posted_form
from frontend.profile_page import Posted, form_values, in_other_words
from frontend.render import Reader, page, reader_of
from frontend.typed import count
from store import clock
from store.clock import HELSINKI
from store.models import CoalitionPublic
from store.vocabulary import Language

PARTS = {
    Step.WHO: Part(("name", "language", "summary", "country", "regions", "target_groups")),
    Step.MEMBERS: Part(sections=("members",)),
    Step.GOALS: Part(sections=("goals",)),
    Step.NEEDS: Part(sections=("needs",)),
    Step.CAPACITY: Part(("capacity",)),
    Step.LANGUAGES: Part(("working_languages",)),
    Step.AVOIDS: Part(("avoids",)),
}
LATER, DISCARD, REOPEN = "later", "discard", "reopen"
"""Buttons beside Continue: keep as typed; forget what was kept; show what somebody else kept."""

router = APIRouter(include_in_schema=False)


@router.get("/coalitions/{slug}/profile/{step}")
def step_page(
    request: Request, session: SessionDep, slug: str, step: str, saved: str = "", cleared: str = ""
) -> HTMLResponse:
    """The step as it was kept, else as it is stored; `saved` is the step that led here. Raises NotFound."""
    known, stored = _known(session, slug, step)
    reader, kept = reader_of(request), kept_steps(session, slug).get(known)
    form = _kept_form(known, kept, stored) if kept else form_of(stored, reader.language, PARTS[known])
    screen = Screen(request, session, reader, known, stored, kept)
    return screen.page(form, saved=saved if saved in list(Step) else "", cleared=count(cleared) or 0)


@router.post("/coalitions/{slug}/profile/{step}")
def save_page(request: Request, session: SessionDep, slug: str, step: str, posted: Posted) -> Response:
    """Saves the step, keeps it for later, or shows it again with what was typed. Raises NotFound."""
    known, stored = _known(session, slug, step)
    kept = kept_steps(session, slug).get(known)
    screen = Screen(request, session, reader_of(request), known, stored, kept)
    return screen.answer(posted)


class Screen:
    """One request for one step."""

    def __init__(
        self,
        request: Request,
        session: Session,
        reader: Reader,
        step: Step,
        stored: CoalitionPublic,
        kept: KeptStep | None,
    ) -> None:
        self._request, self._session, self._reader = request, session, reader
        self._step, self._stored, self._kept = step, stored, kept
        self._here = f"/coalitions/{stored.slug}/profile"

    def answer(self, posted: Mapping[str, object]) -> Response:
        """What the button asks for."""
        do = str(posted.get("do", ""))
        form = posted_form(posted, PARTS[self._step], self._stored.country)
        if (wish := posted.get("switch")) in list(Language):
            return self._switched(Language(str(wish)), form)
        if do in (DISCARD, REOPEN):
            if do == DISCARD:
                drop_step(self._session, self._stored.slug, self._step)
            return RedirectResponse(f"{self._here}/{self._step}", status_code=303)
        if (focus := form.act(do)) is not None:
            return self.page(form.with_room(), typed=True, focus=focus)
        if self._kept and self._kept.mark != posted.get("kept"):
            theirs = _kept_form(self._step, self._kept, self._stored)
            return self._conflict(form, theirs, REOPEN)
        return self._later(form) if do == LATER else self._save(form)

    def page(
        self,
        form: ProfileForm,
        *,
        faults: Sequence[Fault] = (),
        conflict: Sequence[Difference] | None = None,
        use_theirs: str = "",
        typed: bool = False,
        focus: str = "",
        saved: str = "",
        cleared: int = 0,
    ) -> HTMLResponse:
        """The step's page; `typed` says that it holds what is kept nowhere yet."""
        steps = list(Step)
        return page(
            self._request,
            "profile_step.html",
            status=422 if faults or conflict is not None else 200,
            coalition=self._stored,
            step=self._step,
            number=steps.index(self._step) + 1,
            of=len(steps),
            kept=None if typed or faults or conflict is not None else self._kept,
            kept_mark=self._kept.mark if self._kept else "",
            kept_at=self._saved_at(self._kept) if self._kept else "",
            conflict=conflict,
            use_theirs=use_theirs,
            typed=typed or bool(faults) or conflict is not None,
            saved=saved,
            cleared=cleared,
            **form_values(self._reader, form, faults, focus, examples=True),
        )

    def _later(self, form: ProfileForm) -> Response:
        """Keeps what was typed; the page's script is told when, everybody else goes to the list."""
        kept = keep_step(self._session, self._stored.slug, self._step, {**form.fields, "seen": form.seen})
        if self._is_script:
            return JSONResponse({"said": self._saved_at(kept), "kept": kept.mark})
        return RedirectResponse(f"{self._here}?saved={self._step}", status_code=303)

    def _save(self, form: ProfileForm) -> Response:
        check = ProfileCheck(form, self._reader.formats, self._stored, ())
        if check.profile is None:
            return self.page(form.with_room(), faults=check.faults)
        part = PARTS[self._step]
        if form.seen != mark_of(self._stored, part):
            theirs = form_of(self._stored, self._reader.language, part)
            return self._conflict(form, theirs, DISCARD)
        saved, cleared = save_step(self._session, self._step, check.profile)
        told = f"&cleared={cleared}" if cleared else ""
        after = self._after(saved)
        return RedirectResponse(
            f"{self._here}{f'/{after}' if after else ''}?saved={self._step}{told}", status_code=303
        )

    def _after(self, saved: CoalitionPublic) -> Step | None:
        """The next step that is not done; None when the list is next."""
        later = list(Step)[list(Step).index(self._step) + 1 :]
        steps = progress_of(self._session, saved).steps
        return next(
            (each.step for each in steps if each.step in later and each.state is not StepState.DONE), None
        )

    def _conflict(self, mine: ProfileForm, theirs: ProfileForm, use_theirs: str) -> Response:
        """Both texts side by side; saving again replaces theirs, which has been seen now."""
        if self._is_script:
            return JSONResponse({"said": self._reader.words("step.overtaken")}, status_code=409)
        both = differences(mine, theirs, self._reader.words)
        mine.seen = mark_of(self._stored, PARTS[self._step])
        return self.page(mine.with_room(), conflict=both, use_theirs=use_theirs)

    def _switched(self, wish: Language, form: ProfileForm) -> Response:
        """The same step with everything typed, in another language, which is kept."""
        self._reader = in_other_words(self._reader, wish)
        answer = self.page(form.with_room(), typed=True)
        switch_language(self._request, answer, wish)
        return answer

    @property
    def _is_script(self) -> bool:
        return self._request.headers.get("accept", "") == "application/json"

    def _saved_at(self, kept: KeptStep) -> str:
        """When it was kept, on the reader's clock; with the day when that is not today."""
        here, now = kept.saved_at.astimezone(HELSINKI), clock.real_now().astimezone(HELSINKI)
        formats = self._reader.formats
        if here.date() == now.date():
            return self._reader.words("step.saved_at", time=formats.hour(here.time()))
        return self._reader.words("step.saved_on", moment=formats.moment(kept.saved_at))


def _known(session: Session, slug: str, step: str) -> tuple[Step, CoalitionPublic]:
    """The step and the coalition. Raises NoSuchPage for a step that there is not."""
    require(session, Action.EDIT_PROFILE, slug)
    if step not in list(Step):
        raise NoSuchPage(step)
    return Step(step), show_coalition(session, slug)


def _kept_form(step: Step, kept: KeptStep, stored: CoalitionPublic) -> ProfileForm:
    return posted_form(kept.fields, PARTS[step], stored.country).with_room()
