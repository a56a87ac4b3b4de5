"""Use case: the proposal draft for one coalition and one call."""

from pathlib import Path

from pydantic import BaseModel
from sqlmodel import Session

from api.errors import BadChoice, NoForm
from api.services import line_ups
from api.services.draft_context import draft_context
from api.services.list_matches import reasons_for
from proposal_templates import NoFormForAction, build_draft, find_form, render_docx, render_markdown
from store import coalitions, queries
from store.vocabulary import Language

MEDIA_TYPES: dict[str, str] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "md": "text/markdown; charset=utf-8",
}


class DraftFile(BaseModel):
    """A draft ready to save: `gaps` counts what is left to complete, `form` names the form it follows."""

    name: str
    media_type: str
    content: bytes
    gaps: int
    form: str


def make_draft(
    session: Session, slug: str, call_name: str, *, language: Language, file_format: str = "docx"
) -> DraftFile:
    """The draft in the form's own order, with every unknown as a gap; the same input gives the same bytes.

    Who takes part, and as what, comes from the line-up for this call: the stored one or the proposed.
    Raises store.errors.NotFound, api.errors.NoForm when the call's action has no form yet, and
    api.errors.BadChoice for a format other than `docx` and `md`.
    """
    if file_format not in MEDIA_TYPES:
        raise BadChoice(f"No format {file_format!r} for drafts; there are: {', '.join(MEDIA_TYPES)}.")
    coalition = coalitions.coalition_by_slug(session, slug)
    call = queries.call_by_name(session, call_name)
    try:
        form = find_form(call.programme, call.action, call.identifier)
    except NoFormForAction as none:
        raise NoForm(str(none)) from None
    reasons = reasons_for(session, coalition, call)
    parts = line_ups.current_parts(session, slug, call_name)
    roles = {part.member: part.role for part in parts if part.role is not None}
    plan = line_ups.plan_of(session, slug, call_name)
    draft = build_draft(draft_context(coalition, call, reasons, language, roles, plan), form)
    content = render_docx(draft) if file_format == "docx" else render_markdown(draft).encode()
    return DraftFile(
        name=f"{slug}_{_plain(call.identifier)}_{language}.{file_format}",
        media_type=MEDIA_TYPES[file_format],
        content=content,
        gaps=len(draft.gaps()),
        form=form.short_title,
    )


def write_draft(draft: DraftFile, folder: Path) -> tuple[Path, bool]:
    """Writes the draft into `folder`; False when the same bytes were there already.

    A file that a person has edited is never overwritten: then the draft goes beside it under a new number.
    Raises api.errors.BadChoice when the folder cannot be written.
    """
    stem, _, suffix = draft.name.rpartition(".")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for number in range(1, 1000):
            path = folder / (draft.name if number == 1 else f"{stem}-{number}.{suffix}")
            if not path.exists():
                path.write_bytes(draft.content)
                return path, True
            if path.read_bytes() == draft.content:
                return path, False
    except OSError as wrong:
        raise BadChoice(
            f"{folder} cannot be written ({wrong.strerror}): name another folder with --out."
        ) from None
    raise BadChoice(f"{folder} holds a thousand drafts of that name: clear it or name another with --out.")


def _plain(identifier: str) -> str:
    return "".join(sign if sign.isalnum() or sign in "-." else "-" for sign in identifier)
