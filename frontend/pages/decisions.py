"""What a coalition decides about one call: the effect before, the choice, its reason and history, mutes."""

from collections.abc import Sequence

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlmodel import Session
from starlette.requests import Request

from api.routes.dependencies import SessionDep
from api.services.calls.show_call import show_call
from api.services.deciding import decisions
from api.services.members.comments import comments_of
from api.services.profile.coalitions import show_coalition
from frontend.decision_steps import steps_of
from frontend.errors import NoSuchPage
from frontend.faults import Fault
from frontend.pages.language import own_address
from frontend.posted import Posted, PostedForm
from frontend.render import Reader, decision_address, page, reader_of
from store.vocabulary import Choice, MuteKind, Stage

NOTES = ("decide", "stage", "mute", "unmute")
"""What the page can say was done; each has a text `decision.saved.NOTE`."""

router = APIRouter(include_in_schema=False)


@router.get("/coalitions/{slug}/decisions/{call:path}")
def decision_page(
    request: Request, session: SessionDep, slug: str, call: str, choice: str = "", saved: str = ""
) -> HTMLResponse:
    """The decision; `choice` is the one to begin with. Raises store.errors.NotFound."""
    return _show(request, session, slug, call, chosen=choice, saved=saved)


@router.post("/coalitions/{slug}/decisions/{call:path}")
def change(request: Request, session: SessionDep, slug: str, call: str, posted: Posted) -> Response:
    """Decides, moves to a stage, mutes or unmutes, and goes back to where the form stood.

    Raises store.errors.NotFound, and NoSuchPage for a form that is none of the page's.
    """
    do = posted.line("do")
    if do == "decide":
        if faults := _decide(session, slug, call, posted, reader_of(request)):
            return _show(
                request,
                session,
                slug,
                call,
                chosen=posted.line("choice"),
                typed=posted.line("reason"),
                faults=faults,
            )
    elif do == "stage" and posted.line("stage") in list(Stage):
        decisions.set_stage(session, slug, call, Stage(posted.line("stage")))
    elif do in ("mute", "unmute") and posted.line("kind") in list(MuteKind):
        _mute(session, slug, call, MuteKind(posted.line("kind")), do)
    else:
        raise NoSuchPage(request.url.path)
    back = posted.line("back")
    address = own_address(back) if back else f"{decision_address(slug, call)}?saved={do}"
    return RedirectResponse(address, status_code=303)


def _decide(session: Session, slug: str, call: str, posted: PostedForm, reader: Reader) -> list[Fault]:
    choice, reason = posted.line("choice"), posted.line("reason")
    if choice not in list(Choice):
        return [Fault("choice-pursue", reader.words("decision.error.choice"))]
    if choice == Choice.DROP and not reason:
        return [Fault("reason", reader.words("decision.error.reason"))]
    if len(reason) > decisions.MOST_SIGNS:
        most = reader.formats.number(decisions.MOST_SIGNS)
        return [Fault("reason", reader.words("decision.error.long", n=most))]
    decisions.decide(session, slug, call, Choice(choice), reason)
    return []


def _mute(session: Session, slug: str, call_name: str, kind: MuteKind, do: str) -> None:
    call = show_call(session, call_name).call
    act = decisions.mute if do == "mute" else decisions.unmute
    act(session, slug, kind, decisions.value_of(kind, call))


def _show(
    request: Request,
    session: Session,
    slug: str,
    call_name: str,
    *,
    chosen: str = "",
    typed: str | None = None,
    saved: str = "",
    faults: Sequence[Fault] = (),
) -> HTMLResponse:
    reader = reader_of(request)
    decision = decisions.decision_of(session, slug, call_name)
    call = show_call(session, call_name).call
    muted = {mute.kind: mute for mute in decisions.mutes(session, slug) if mute.covers(call)}
    held = decision.choice if decision else None
    return page(
        request,
        "decisions.html",
        reader=reader,
        coalition=show_coalition(session, slug),
        call=call,
        decision=decision,
        chosen=chosen if chosen in list(Choice) else held,
        reason=typed if typed is not None else (decision.reason if decision else None) or "",
        choices=list(Choice),
        stages=list(Stage),
        steps=steps_of(decisions.history(session, slug, call_name), reader),
        muted=muted,
        hides=decisions.hides(session, slug, call_name),
        saved=saved if saved in NOTES else "",
        faults=faults,
        most_signs=decisions.MOST_SIGNS,
        comments=comments_of(session, slug, call.external_id),
    )
