"""The formats a draft can be saved in: suffix, media type, and who writes it."""

from dataclasses import dataclass

import proposal_templates
from api.errors import BadChoice
from proposal_templates import Draft


@dataclass(frozen=True)
class DraftFormat:
    """One format; its suffix is its name.

    renderer: name in `proposal_templates`, loaded on first use, since some load a heavy library.
    """

    suffix: str
    media_type: str
    renderer: str

    def render(self, draft: Draft) -> bytes:
        """The draft in this format; text in UTF-8."""
        made: bytes | str = getattr(proposal_templates, self.renderer)(draft)
        return made.encode() if isinstance(made, str) else made


FORMATS: dict[str, DraftFormat] = {
    suffix: DraftFormat(suffix, media_type, renderer)
    for suffix, media_type, renderer in (
        ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "render_docx"),
        ("html", "text/html; charset=utf-8", "render_html"),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "render_xlsx"),
        ("md", "text/markdown; charset=utf-8", "render_markdown"),
        ("json", "application/json", "render_json"),
    )
}
USUAL = "docx"


def draft_format(suffix: str) -> DraftFormat:
    """The format of that suffix. Raises api.errors.BadChoice naming those there are."""
    if suffix not in FORMATS:
        raise BadChoice(f"No format {suffix!r} for drafts; there are: {', '.join(FORMATS)}.")
    return FORMATS[suffix]
