"""Use case: the proposal draft for one coalition and one call."""

from dataclasses import dataclass
from pathlib import Path

from sqlmodel import Session

from api.errors import BadChoice
from api.services.access.permission import Action, require
from api.services.checking import line_ups
from api.services.drafting.draft_context import draft_context
from api.services.drafting.draft_formats import USUAL, draft_format
from api.services.drafting.draft_reasons import aims_in_common
from api.services.drafting.draft_summary import DraftSummary, summary_of
from api.services.drafting.forms import draft_language, form_of
from api.services.members.member_inputs import rests_on_for_draft
from proposal_templates import Draft, build_draft
from store import coalitions, projects, queries
from store.vocabulary import Language


@dataclass(frozen=True)
class DraftFile:
    """A draft ready to save, and what it says of itself."""

    name: str
    media_type: str
    content: bytes
    summary: DraftSummary

    @property
    def gaps(self) -> int:
        """What is left to complete."""
        return self.summary.gaps

    @property
    def form(self) -> str:
        """The form it follows."""
        return self.summary.form


def drafted(session: Session, slug: str, call_name: str, language: Language | None = None) -> Draft:
    """The draft as a tree, in the form's own order, with every unknown as a gap.

    Who takes part, and as what, comes from the line-up for this call: the stored one or the proposed.
    Without a language it is the coalition's where the form permits it, else the form's first. Raises
    store.errors.NotFound, api.errors.NoForm when the call's action has no form yet, and
    api.errors.BadChoice for a language that the form is not written in.
    """
    require(session, Action.READ_WORK, slug)
    coalition = coalitions.coalition_by_slug(session, slug)
    call = queries.call_by_name(session, call_name)
    form = form_of(call)
    written = draft_language(form, language, coalition.language)
    reasons = aims_in_common(session, coalition, call)
    parts = line_ups.current_parts(session, slug, call_name)
    roles = {part.member: part.role for part in parts if part.role is not None}
    plan = line_ups.plan_of(session, slug, call_name)
    content = projects.project_of(session, slug, call_name)
    rests_on = rests_on_for_draft(session, coalition)
    context = draft_context(coalition, call, reasons, written, roles, plan, content, rests_on)
    return build_draft(context, form)


def make_draft(
    session: Session,
    slug: str,
    call_name: str,
    *,
    language: Language | None = None,
    file_format: str = USUAL,
) -> DraftFile:
    """The draft as a file; the same input gives the same bytes.

    Raises what `drafted` does, and api.errors.BadChoice for a format that there is not.
    """
    wanted = draft_format(file_format)
    draft = drafted(session, slug, call_name, language)
    identifier = _plain(draft.context.call.identifier or call_name)
    return DraftFile(
        name=f"{slug}_{identifier}_{draft.language}.{wanted.suffix}",
        media_type=wanted.media_type,
        content=wanted.render(draft),
        summary=summary_of(draft),
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
