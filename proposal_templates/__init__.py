"""The drafting room: turns a call and a coalition into a proposal draft in the funder's own form.

    form = find_form(programme, action, identifier)
    draft = build_draft(context, form)
    render_docx(draft)  # bytes, as render_xlsx(draft); render_html, render_markdown and render_json give text

Nothing is looked up and nothing is invented: what is not handed in is a visible gap. Names are loaded on
first use, so that importing the room costs nothing and python-docx is loaded only by `render_docx`.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from proposal_templates.context import (
        CallFacts,
        CoalitionFacts,
        CutOff,
        DraftContext,
        GoalFacts,
        MatchReason,
        MemberFacts,
        NeedFacts,
        ProjectFacts,
        Quote,
    )
    from proposal_templates.draft import Draft, build_draft
    from proposal_templates.errors import (
        ContextError,
        FormFileError,
        LanguageNotPermitted,
        NoFormForAction,
        ProposalError,
        QuoteNotInCall,
        UnknownAim,
    )
    from proposal_templates.forms import Form, find_form, load_forms
    from proposal_templates.render.docx import render_docx
    from proposal_templates.render.html import render_html
    from proposal_templates.render.json import render_json
    from proposal_templates.render.markdown import render_markdown
    from proposal_templates.render.pages import Pages, page_count, pages
    from proposal_templates.render.xlsx import render_xlsx

_HOMES = {
    "context": (
        "CallFacts CoalitionFacts CutOff DraftContext GoalFacts MatchReason MemberFacts NeedFacts "
        "ProjectFacts Quote"
    ),
    "draft": "Draft build_draft",
    "errors": (
        "ContextError FormFileError LanguageNotPermitted NoFormForAction ProposalError QuoteNotInCall "
        "UnknownAim"
    ),
    "forms": "Form find_form load_forms",
    "render.docx": "render_docx",
    "render.html": "render_html",
    "render.json": "render_json",
    "render.markdown": "render_markdown",
    "render.pages": "Pages page_count pages",
    "render.xlsx": "render_xlsx",
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}

__all__ = [
    "CallFacts",
    "CoalitionFacts",
    "ContextError",
    "CutOff",
    "Draft",
    "DraftContext",
    "Form",
    "FormFileError",
    "GoalFacts",
    "LanguageNotPermitted",
    "MatchReason",
    "MemberFacts",
    "NeedFacts",
    "NoFormForAction",
    "Pages",
    "ProjectFacts",
    "ProposalError",
    "Quote",
    "QuoteNotInCall",
    "UnknownAim",
    "build_draft",
    "find_form",
    "load_forms",
    "page_count",
    "pages",
    "render_docx",
    "render_html",
    "render_json",
    "render_markdown",
    "render_xlsx",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)
