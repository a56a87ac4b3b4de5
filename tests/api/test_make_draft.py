"""Drafts in every format and permitted language, and what a draft says of itself."""

import json

import pytest
from sqlmodel import Session

from api.errors import BadChoice, NoForm
from api.services.drafting import draft_formats, forms, projects
from api.services.drafting.make_draft import drafted, make_draft
from api.services.drafting.show_draft import show_draft
from proposal_templates import Form
from store.vocabulary import Language, Programme
from tests.api import care
from tests.api.care import SLUG
from tests.api.drafting import COVE, PROJECT, cove
from tests.api.fakes import no_model


@pytest.fixture(autouse=True)
def _without_model(monkeypatch: pytest.MonkeyPatch) -> None:
    no_model(monkeypatch)


@pytest.mark.parametrize("suffix", list(draft_formats.FORMATS))
def test_every_format_is_written_and_the_same_twice(session: Session, suffix: str) -> None:
    cove(session)
    made = make_draft(session, SLUG, COVE, file_format=suffix)
    assert made.name == f"{SLUG}_{COVE}_en.{suffix}"
    assert made.content
    assert make_draft(session, SLUG, COVE, file_format=suffix).content == made.content


def test_json_can_be_read(session: Session) -> None:
    cove(session)
    assert json.loads(make_draft(session, SLUG, COVE, file_format="json").content)


def test_a_strange_format_names_those_there_are(session: Session) -> None:
    cove(session)
    with pytest.raises(BadChoice, match="docx, html, xlsx, md, json"):
        make_draft(session, SLUG, COVE, file_format="odt")


def test_the_stored_project_reaches_the_draft(session: Session) -> None:
    cove(session)
    before = drafted(session, SLUG, COVE).filled()
    projects.import_text(session, SLUG, COVE, PROJECT, "file")
    after = drafted(session, SLUG, COVE)
    assert after.filled().filled > before.filled
    assert "Training in the care homes" in make_draft(session, SLUG, COVE, file_format="md").content.decode()


def test_a_draft_tells_its_shares_and_who_can_fill_the_rest(session: Session) -> None:
    cove(session)
    made = make_draft(session, SLUG, COVE)
    summary, draft = made.summary, drafted(session, SLUG, COVE)
    assert summary.whole.filled + summary.whole.open == draft.filled().filled + draft.filled().open
    assert summary.partnership.share == draft.filled(draft.form.partnership_section).share
    assert sum(ask.count for ask in summary.asks) == summary.gaps == len(draft.gaps()) == made.gaps
    assert [ask.count for ask in summary.asks] == sorted((a.count for a in summary.asks), reverse=True)
    assert {ask.ask for ask in summary.asks} == {gap.gap.ask for gap in draft.gaps()}
    assert summary.checklist


def _form(*languages: str) -> Form:
    (form, *_) = (one for one in forms_loaded() if len(one.languages) == 3)
    return form.model_copy(update={"languages": languages})


def forms_loaded() -> tuple[Form, ...]:
    from proposal_templates import load_forms

    return tuple(load_forms())


def test_a_language_is_the_one_wanted_the_coalitions_or_the_forms_first() -> None:
    finnish = _form("fi", "sv")
    assert forms.draft_language(finnish, Language.SV, Language.FI) is Language.SV
    assert forms.draft_language(finnish, None, Language.SV) is Language.SV
    assert forms.draft_language(finnish, None, Language.EN) is Language.FI
    with pytest.raises(BadChoice, match=r"not written in en: choose fi or sv\."):
        forms.draft_language(finnish, Language.EN, Language.FI)


def test_the_page_shows_the_readers_language_where_it_is_permitted(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    cove(session)
    shown = show_draft(session, SLUG, COVE, Language.SV)
    assert (shown.summary.language, shown.languages) == (Language.SV, list(Language))
    monkeypatch.setattr(forms, "find_form", lambda *_: _form("fi", "sv"))
    shown = show_draft(session, SLUG, COVE, Language.EN)
    assert (shown.summary.language, shown.languages) == (Language.FI, [Language.FI, Language.SV])


def test_a_call_without_a_form_is_told(session: Session) -> None:
    care.coalition(session)
    call = care.adult_call(session, programme=Programme.SOCIAL_DIALOGUE, identifier="SOCPL-1")
    assert not forms.has_form(call)
    with pytest.raises(NoForm, match="SOCPL-1"):
        drafted(session, SLUG, care.ADULT)
