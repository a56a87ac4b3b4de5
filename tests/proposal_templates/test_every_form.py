"""Each form in each language it permits: whole from nothing, whole from a coalition, honest about itself."""

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proposal_templates.blocks import TableBlock, words_of
from proposal_templates.budget.models import MODELS_FOLDER
from proposal_templates.context import CallFacts, Language, ProjectFacts
from proposal_templates.draft import Draft, build_draft
from proposal_templates.errors import FormFileError, LanguageNotPermitted
from proposal_templates.forms.checking import check_all
from proposal_templates.forms.loader import form_files, load_form, load_forms
from proposal_templates.forms.model import Form
from proposal_templates.forms.questions import load_questions, shared_questions
from proposal_templates.parts.applicant import last_day
from tests.proposal_templates.builders import context

EVERY = [(form.key, language) for form in load_forms() for language in form.languages]
COPIED = [form for form in load_forms() if form.delivery == "copy_paste"]


def _form(key: str) -> Form:
    return next(form for form in load_forms() if form.key == key)


def _draft(key: str, language: Language = "en", **changes: object) -> Draft:
    return build_draft(context(language, None, **changes), _form(key))


def _about(draft: Draft) -> str:
    return " ".join("".join(span.text for span in block.words) for block in draft.about)


@pytest.mark.parametrize(("key", "language"), EVERY)
def test_a_draft_follows_the_form(key: str, language: Language) -> None:
    form, draft = _form(key), _draft(key, language)
    once = [section.key for section in form.sections if section.repeat is None]
    written = {section.key for section in draft.walk()}
    top = [section.key for section in form.sections if section.parent is None]
    assert {*once} <= written
    assert list(dict.fromkeys(section.key for section in draft.sections)) == top


@pytest.mark.parametrize(("key", "language"), EVERY)
def test_every_table_is_whole(key: str, language: Language) -> None:
    tables = [b for s in _draft(key, language).walk() for b in s.blocks if isinstance(b, TableBlock)]
    for table in tables:
        assert table.columns, table.key
        for row in table.rows:
            assert sum(cell.across for cell in row) == len(table.columns), table.key


@pytest.mark.parametrize(("key", "language"), EVERY)
def test_each_block_belongs_to_what_gave_it(key: str, language: Language) -> None:
    for section in _draft(key, language).walk():
        assert len(section.extents) == len(section.content)
        assert sum(section.extents) == len(section.blocks)


@pytest.mark.parametrize("form", load_forms(), ids=lambda form: form.key)
def test_a_form_that_is_no_copy_says_so(form: Form) -> None:
    if form.label is None:
        assert form.certainty == "A"
        assert {section.certainty for section in form.sections} == {"A"}
        return
    for language in form.languages:
        assert form.label[language] in _about(_draft(form.key, language))


@pytest.mark.parametrize("form", COPIED, ids=lambda form: form.key)
def test_web_forms_tell_how_characters_are_counted_when_there_is_a_limit(form: Form) -> None:
    limited = any(section.limit for section in form.sections)
    said = _about(build_draft(context(form.languages[0]), form))
    assert ("Characters are counted" in said or "Merkkeihin luetaan" in said) is limited


def test_the_page_limit_of_the_call_stands_before_the_forms() -> None:
    call = CallFacts(programme="esf_plus", action="ESF-PJG", identifier="ESF-2026-AG-TCS")
    said = _about(_draft("esf_socpl_part_b", call=call, reasons=()))
    assert "pages: at most 40, by the call" in said
    assert "at most 120 (40 for grants up to" in _about(_draft("erasmus_part_b"))


def test_eura_is_not_written_in_english() -> None:
    with pytest.raises(LanguageNotPermitted, match="fi, sv"):
        _draft("eura_2021", "en")


def test_an_answer_written_once_serves_every_form() -> None:
    project = ProjectFacts(answers={"use_by_others": "The city takes it over."})
    for form in load_forms():
        draft = build_draft(context(form.languages[0], project=project), form)
        said = [span.text for s in draft.walk() for block in s.blocks for span in words_of(block)]
        assert "The city takes it over." in said, form.key


def test_a_question_has_one_meaning_in_all_forms() -> None:
    shared = shared_questions()
    for form in load_forms():
        for section in form.sections:
            for question in section.questions:
                if question.key in shared:
                    assert question.need == shared[question.key].need, (form.key, question.key)


def test_each_shared_question_is_asked_by_a_form() -> None:
    asked = {q.key for form in load_forms() for section in form.sections for q in section.questions}
    assert asked == set(shared_questions())


def test_limits_of_the_web_form_are_those_of_its_transcript() -> None:
    limits = {section.key: section.limit.value for section in _form("ka220").sections if section.limit}
    assert len(limits) == 40
    assert limits["wp_cost"] == 5000
    assert limits["sum_results"] == 500
    assert limits["formed"] == limits["allocation"] == limits["coordination"] == 3000


def test_all_data_files_are_sound() -> None:
    problems = [f"{each.file}: {each.problem}" for each in check_all() if each.problem]
    assert not problems
    assert {each.kind for each in check_all()} == {
        "form",
        "questions",
        "criteria",
        "cost_model",
        "indicators",
    }


def test_a_form_elsewhere_is_checked_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "ka210.yaml"
    shutil.copy(next(file for file in form_files() if file.name == path.name), path)
    assert [each.problem for each in check_all([path])] == [None]
    text = path.read_text(encoding="utf-8").replace("cost_models: [ka210_lump_sum]", "cost_models: [barter]")
    path.write_text(text, encoding="utf-8")
    (checked,) = check_all([path])
    line = 1 + text.splitlines().index("cost_models: [barter]")
    assert checked.problem == f"ka210.yaml:{line}: there is no cost model 'barter'"
    assert [each.problem for each in check_all([tmp_path / "none.yaml"])] != [None]


def test_an_unsound_file_of_questions_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "questions.yaml"
    path.write_text("Bad Key: {ask: nobody}\n", encoding="utf-8")
    with pytest.raises(FormFileError, match=r"questions\.yaml:1"):
        load_questions(path)


def test_a_form_that_leaves_out_a_role_takes_members_without_it() -> None:
    form = load_form(next(file for file in form_files() if file.name == "eura_2021.yaml"))
    assert form.role("affiliated_entity") is None
    assert form.role("coordinator") is not None


@given(start=st.dates(date(2020, 1, 1), date(2035, 12, 31)), months=st.integers(1, 84))
def test_the_last_day_is_the_day_before_the_month_turns(start: date, months: int) -> None:
    end = last_day(start, months)
    after = end + timedelta(days=1)
    assert end > start
    turned = (start.year * 12 + start.month - 1 + months) - (after.year * 12 + after.month - 1)
    assert (turned, after.day) == (0, start.day) or (turned, after.day) == (-1, 1)


def test_other_kinds_of_file_are_checked_as_what_their_folder_says(tmp_path: Path) -> None:
    folder = tmp_path / "cost_models"
    folder.mkdir()
    model = (MODELS_FOLDER / "easi.yaml").read_text(encoding="utf-8")
    (folder / "easi.yaml").write_text(model, encoding="utf-8")
    (sound,) = check_all([folder / "easi.yaml"])
    assert (sound.kind, sound.problem) == ("cost_model", None)
    (folder / "easi.yaml").write_text(f"{model}\nsurprise: 1\n", encoding="utf-8")
    (broken,) = check_all([folder / "easi.yaml"])
    assert broken.problem
    assert broken.problem.endswith("surprise: unknown key; check its spelling")
