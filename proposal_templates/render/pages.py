"""Pages of a draft that was turned to PDF, against the form's limit; the closing notes do not count."""

from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO

from pypdf import PdfReader
from pypdf.generic import Destination

from proposal_templates.draft import Draft
from proposal_templates.sentences import sentences_in


@dataclass(frozen=True, kw_only=True)
class PageLimit:
    """The most pages of a form, and where that was read."""

    pages: int
    source: str
    certainty: str


@dataclass(frozen=True, kw_only=True)
class Pages:
    """Pages of the form itself, of the closing notes after it, and the limit; None where there is none."""

    form: int
    notes: int
    limit: PageLimit | None

    @property
    def over(self) -> int:
        """Pages above the limit; 0 within it, and where there is none."""
        return max(0, self.form - self.limit.pages) if self.limit else 0


def page_count(pdf: bytes) -> int:
    """Pages of a PDF."""
    return len(PdfReader(BytesIO(pdf)).pages)


def page_limit(draft: Draft) -> PageLimit | None:
    """The limit for this draft: the call's own, else the form's for its size of grant.

    The grant is the one applied for, else the most a project may get; the lower limit is for small grants
    only, so a grant that is not known has the general limit.
    """
    form, call = draft.form, draft.context.call
    ground = form.ground_of(call)
    if ground and ground.page_limit:
        return PageLimit(
            pages=ground.page_limit, source=form.sources[ground.source], certainty=ground.certainty
        )
    rules = form.format
    if rules is None:
        return None
    grant = draft.context.project.budget.grant or call.grant_max
    most = rules.low_value_grant_max_eur
    small = grant is not None and most is not None and grant <= Decimal(most.value)
    fact = (rules.page_limit_low_value if small else None) or rules.page_limit
    if fact is None:
        return None
    return PageLimit(pages=int(fact.value), source=form.sources[fact.source], certainty=fact.certainty)


def pages(pdf: bytes, draft: Draft) -> Pages:
    """Pages of a draft from the PDF of its Word document, the notes told apart by their heading.

    The heading is found as a bookmark, else as the first line of a page: the notes start on a new one.
    """
    reader = PdfReader(BytesIO(pdf))
    whole = len(reader.pages)
    heading = sentences_in(draft.language).text("about.notes")
    start = _bookmarked(reader, heading)
    if start is None:
        start = _written(reader, heading)
    form = whole if start is None else start
    return Pages(form=form, notes=whole - form, limit=page_limit(draft))


def _bookmarked(reader: PdfReader, heading: str) -> int | None:
    places = [
        reader.get_destination_page_number(mark)
        for mark in reader.outline
        if isinstance(mark, Destination) and mark.title == heading
    ]
    return places[-1] if places else None


def _written(reader: PdfReader, heading: str) -> int | None:
    for number in reversed(range(len(reader.pages))):
        if reader.pages[number].extract_text().lstrip().startswith(heading):
            return number
    return None
