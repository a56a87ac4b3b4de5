"""Shows whether a coalition may apply for a call, who takes part in which role, and what that rests on."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from fastapi.responses import HTMLResponse
from sqlmodel import Session
from starlette.requests import Request

from api.services.checking.call_conditions import list_conditions
from api.services.checking.check_call import check_call
from api.services.checking.check_shapes import CheckPublic, QuestionPublic
from api.services.deciding.decisions import decision_of
from api.services.drafting.forms import has_form
from api.services.members.comments import comments_of
from frontend.check_rows import (
    ConditionRow,
    all_questions,
    answer_id,
    could,
    is_inviting,
    quote_address,
    quote_language,
    reading_at,
    row_id,
    rows_of,
)
from frontend.faults import Fault
from frontend.pages.check_documents import MOST_MEGABYTES
from frontend.plan_form import plan_texts
from frontend.regions import country_choices, municipality_names, region_names
from frontend.render import Reader, check_address, page, reader_of, sentence
from frontend.words import Words
from store.models import ProjectPlan
from store.vocabulary import ActorType

NOTES = ("answer", "line_up", "proposal", "confirmed", "rejected", "corrected", "withdrawn", "document")
"""What the page can say was stored; each has a text `check.saved.NOTE`."""
TYPED_PLACES = ("region", "municipality")


def show(
    request: Request,
    session: Session,
    slug: str,
    call: str,
    *,
    asked: tuple[str, str] = ("", ""),
    saved: str = "",
    faults: Sequence[Fault] = (),
    typed: Mapping[str, list[str]] | None = None,
) -> HTMLResponse:
    """The page; `asked` is a partner's actor type and country, `typed` what a refused form held.

    Raises store.errors.NotFound for a coalition or a call that is not stored.
    """
    reader = reader_of(request)
    partner, country = asked
    known = partner in list(ActorType) and country in dict(country_choices(reader.language))
    if any(asked) and not known:
        faults = [*faults, *_half_asked(partner, reader.words)]
    check = check_call(
        session,
        slug,
        call,
        language=reader.language,
        what_if=(ActorType(partner), country) if known else None,
    )
    listed = list_conditions(session, call, slug, language=reader.language)
    rows = rows_of(check, [*check.findings, *check.to_keep], reader.formats)
    kept = len(check.findings)
    return page(
        request,
        "check.html",
        reader=reader,
        check=check,
        rows=rows[:kept],
        keep_rows=rows[kept:],
        rejected=[(row_id(one), one) for one in listed.rejected],
        saved=saved if saved in NOTES else "",
        faults=faults,
        typed={name: values[0] for name, values in (typed or {}).items() if values},
        typed_list=lambda field, stored: (typed or {}).get(field, [] if typed else stored),
        open_fold=_fold_of(faults, check, rows),
        asked={"partner": partner, "country": country},
        inviting=is_inviting(check),
        primary=_primary(check),
        comments=comments_of(session, slug, check.call.external_id),
        decision=decision_of(session, slug, check.call.external_id),
        planned=check.project != ProjectPlan(),
        plan=plan_texts(check.project, reader.formats),
        **_ways(check, rows, reader),
    )


def _ways(check: CheckPublic, rows: list[ConditionRow], reader: Reader) -> dict[str, Any]:
    """What the templates ask for while they write."""
    words, language, places = reader.words, reader.language, reading_at(rows)
    return {
        "address": check_address(check.coalition.slug, check.call.external_id),
        "answer_id": answer_id,
        "choices_of": _choices,
        "condition_at": places,
        "asked_first": places.get(check.questions[0].fact, "") if check.questions else "",
        "quote_address": partial(quote_address, check.call),
        "quote_language": partial(quote_language, check.call, check.documents),
        "could": partial(could, words=words),
        "missing": _missing(check),
        "has_form": has_form(check.call),
        "most_megabytes": MOST_MEGABYTES,
        "actor_types": sorted(words.choices(ActorType), key=lambda pair: pair[1].casefold()),
        "countries": country_choices(language),
        "languages": words.languages(),
        "regions": region_names(language),
        "municipalities": municipality_names(language) if _asks_for_places(check) else [],
    }


def _missing(check: CheckPublic) -> list[str]:
    """What would cure the partnership's failed conditions, each once."""
    cures = (finding.cure for finding in check.findings if finding.answer == "no" and finding.cure)
    return list(dict.fromkeys(cures))


def _primary(check: CheckPublic) -> str:
    """Which form has the one primary button: the question that is answered by typing, else the line-up."""
    first = check.questions[0] if check.questions else None
    if not is_inviting(check):
        return ""
    return "question" if first is not None and first.kind != "yes_no" else "line_up"


def _choices(question: QuestionPublic) -> list[tuple[str, str]]:
    return [(choice.value, sentence(choice.label)) for choice in question.choices or ()]


def _fold_of(faults: Sequence[Fault], check: CheckPublic, rows: list[ConditionRow]) -> str:
    """What has to be unfolded, so that the first fault is seen."""
    field = faults[0].field if faults else ""
    if field.startswith("plan-"):
        return "plan"
    if field in {answer_id(question) for question in check.questions[1:]}:
        return "questions"
    if field in {answer_id(row.question) for row in rows if row.question}:
        return field
    row = next((row.id for row in rows if field.startswith(f"{row.id}-")), "")
    correcting = field.endswith("-corrector") or any(field == f.id for r in rows for f in r.fields)
    return f"{row}-correct" if row and correcting else row


def _half_asked(partner: str, words: Words) -> list[Fault]:
    field = "country" if partner in list(ActorType) else "partner"
    return [Fault(field, words("check.error.what_if"))]


def _asks_for_places(check: CheckPublic) -> bool:
    return any(str(question.kind) in TYPED_PLACES for question in all_questions(check))
