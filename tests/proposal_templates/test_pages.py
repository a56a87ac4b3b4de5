"""Pages against the limit: only those of the form count, and the limit follows the size of the grant."""

from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import pytest
from pypdf import PdfWriter

from proposal_templates.context import BudgetFacts, ProjectFacts
from proposal_templates.render.pages import page_count, page_limit, pages
from tests.proposal_templates import builders


def pdf(form: int, notes: int, heading: str = "Notes to this draft") -> bytes:
    """A PDF of empty pages with a bookmark where the notes begin."""
    writer = PdfWriter()
    for _ in range(form + notes):
        writer.add_blank_page(width=595, height=842)
    if form:
        writer.add_outline_item(title="1. RELEVANCE", page_number=0)
    if notes:
        writer.add_outline_item(title=heading, page_number=form)
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def test_notes_do_not_count() -> None:
    found = pages(pdf(17, 4), builders.draft())
    assert (found.form, found.notes, found.over) == (17, 4, 0)
    assert page_count(pdf(17, 4)) == 21


def test_without_notes_every_page_counts_and_too_many_are_told() -> None:
    found = pages(pdf(123, 0), builders.draft())
    assert (found.form, found.notes, found.over) == (123, 0, 3)


def test_the_heading_is_looked_for_in_the_drafts_language() -> None:
    assert pages(pdf(3, 2, "Luonnoksen huomautukset"), builders.draft("fi")).form == 3


@pytest.mark.parametrize(
    ("applied", "most", "limit"),
    [(None, None, 120), (60_000, None, 40), (60_001, None, 120), (None, 50_000, 40), (400_000, 50_000, 120)],
)
def test_the_limit_follows_the_size_of_the_grant(applied: int | None, most: int | None, limit: int) -> None:
    project = ProjectFacts(budget=BudgetFacts(grant=Decimal(applied) if applied else None))
    call = builders.call(grant_max=Decimal(most) if most else None)
    found = page_limit(builders.draft(project=project, call=call))
    assert found is not None
    assert (found.pages, found.certainty) == (limit, "A")


def test_a_call_with_a_limit_of_its_own_goes_before_the_form() -> None:
    draft = builders.draft()
    rules = tuple(rule.model_copy(update={"page_limit": 70}) for rule in draft.form.applies_to)
    limited = replace(draft, form=draft.form.model_copy(update={"applies_to": rules}))
    found = page_limit(limited)
    assert found is not None
    assert found.pages == 70


def test_capacity_building_in_higher_education_has_fewer_pages() -> None:
    found = page_limit(builders.draft(call=builders.call(identifier="ERASMUS-EDU-2026-CBHE-STRAND-1")))
    assert found is not None
    assert (found.pages, found.certainty) == (40, "B")


def test_a_web_form_has_no_limit_of_pages() -> None:
    draft = builders.draft()
    web = replace(draft, form=draft.form.model_copy(update={"format": None}))
    assert page_limit(web) is None
    assert pages(pdf(500, 0), web).over == 0
