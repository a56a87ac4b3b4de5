"""The full context is full, the same in three languages, and consistent; every field of it has a name."""

import itertools
import re
from decimal import Decimal
from typing import Any

import pytest

from proposal_templates.context import LANGUAGES, CallFacts, Language, Quote
from proposal_templates.errors import SentenceError
from proposal_templates.forms import Form, find_form, load_forms
from proposal_templates.origin_words import path_words, question_labels
from proposal_templates.sentences import sentences_in
from tests.proposal_templates.full import full_context, read
from tests.proposal_templates.paths import places, values

FORMS = pytest.mark.parametrize("form", load_forms(), ids=lambda form: form.key)
ONLY_SOME = {
    "MemberFacts.represents": "two members speak for somebody",
    "MemberFacts.employer": "one member is an employer",
    "SeatFacts.represents": "two of four seats",
    "ShareFacts.work": "sums agreed for the whole project are not split",
    "CostLineFacts.person_months": "travel takes no months",
    "BudgetFacts.costs": "a lump sum has shares, no cost lines",
}
"""Fields that have a value in some places of their kind, not in all, and why."""


def _known(value: Any) -> bool:
    return value not in (None, (), "", {})


@FORMS
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_of_every_dataclass_is_filled(form: Form, language: Language) -> None:
    empty = [
        path
        for path, place, value in values(full_context(language, form))
        if not _known(value) and str(place) not in ONLY_SOME
    ]
    assert empty == []


def test_a_field_that_is_empty_in_some_places_is_filled_in_others() -> None:
    contexts = [full_context("en", form) for form in load_forms()]
    filled = {str(place) for each in contexts for _, place, value in values(each) if _known(value)}
    assert {str(place) for _, place in places()} - filled == set()


@FORMS
def test_the_three_languages_fill_the_same_fields(form: Form) -> None:
    shapes = {frozenset(path for path, _, _ in values(full_context(each, form))) for each in LANGUAGES}
    assert len(shapes) == 1


@FORMS
def test_the_call_of_the_full_context_uses_the_form(form: Form) -> None:
    call: CallFacts = full_context("en", form).call
    assert find_form(call.programme, call.action, call.identifier, call.source_key) is form


@FORMS
def test_months_lie_inside_the_project_and_pointers_lead_somewhere(form: Form) -> None:
    context = full_context("en", form)
    months = context.project.duration_months
    ends = {"MemberRef": len(context.members), "WorkRef": len(context.project.work_packages)}
    assert months
    for path, place, value in values(context):
        if place.name in ("month", "first_month", "last_month") and value is not None:
            assert 1 <= value <= months, path
        if place.name in ("member", "lead", "owner", "teacher", "mentor", "chair", "contact_owner"):
            assert 0 <= value < ends["MemberRef"], path
        if place.name == "work" and value is not None:
            assert 0 <= value < ends["WorkRef"], path
    for work in context.project.work_packages:
        inside = [*(t.first_month for t in work.tasks), *(m.month for m in work.milestones)]
        assert all(work.first_month <= month <= work.last_month for month in inside if month)  # type: ignore[operator]


@pytest.mark.parametrize("model", sorted(read("budgets")["models"]))
def test_money_meets_in_every_model(model: str) -> None:
    money = read("budgets")["models"][model]
    assert sum(amount for _, _, amount in money["shares"]) == money["grant"]
    assert money["grant"] + sum(money["funding"]) == money["total"]


def test_the_finnish_example_and_the_lump_sums_are_those_of_the_sources() -> None:
    models = read("budgets")["models"]
    salaries = sum(line[3] for line in models["fi_flat_rate_40"]["costs"])
    finnish = models["fi_flat_rate_40"]
    assert (salaries, finnish["total"], finnish["grant"]) == (221354, 309896, 247916)
    assert sum(finnish["funding"]) == 61980
    assert models["ka220_lump_sum"]["grant"] == 250000
    for key in ("ka220_lump_sum", "ka210_lump_sum"):
        first = sum(amount for _, work, amount in models[key]["shares"] if work == 0)
        assert Decimal(first) <= Decimal("0.2") * models[key]["grant"]


def _tellable() -> list[str]:
    """Every path that an origin can have, each list with an index of its own: 1 the outermost."""
    found = []
    for path, place in places():
        root, *_ = path.replace("[", ".").split(".")
        told = root in ("call", "coalition", "members", "project") and place.owner is not Quote
        if told and str(place) not in ("CallFacts.texts", "ProjectFacts.answers"):
            found.append(_numbered(path))
    return found


def _numbered(path: str) -> str:
    numbers = itertools.count(1)
    return re.sub(r"\[\*\]", lambda _: f"[{next(numbers)}]", path)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_that_can_be_an_origin_has_a_name_and_no_two_have_the_same(language: Language) -> None:
    sentences = sentences_in(language)
    told: dict[tuple[str, str], str] = {}
    for path in _tellable():
        words = path_words(path, sentences)
        assert words, path
        key = (path.partition(".")[0].partition("[")[0], words)
        assert key not in told, (path, told[key], words)
        told[key] = path


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_place_in_a_list_is_told_by_its_number_and_a_whole_list_without(language: Language) -> None:
    sentences = sentences_in(language)
    for path in _tellable():
        *_, last = path.split(".")
        number = re.search(r"\[([0-9]+)\]$", last)
        if number:
            assert path_words(path, sentences).endswith(f" {int(number[1]) + 1}"), path
            assert not path_words(path[: -len(number[0])], sentences)[-1].isdigit(), path


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ("work package 2, task 1, title", "governance, kind of meeting 1, place", "goal 3")),
        ("fi", ("työpaketti 2, tehtävä 1, nimi", "hallinto, kokous 1, paikka", "tavoite 3")),
        ("sv", ("arbetspaket 2, uppgift 1, namn", "styrning, möte 1, plats", "mål 3")),
    ],
)
def test_a_deep_path_reads_from_the_outside_in(language: Language, told: tuple[str, ...]) -> None:
    paths = (
        "project.work_packages[1].tasks[0].title",
        "coalition.cooperation.governance.meetings[0].place",
        "coalition.goals[2].text",
    )
    assert tuple(path_words(path, sentences_in(language)) for path in paths) == told


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_answer_is_told_by_the_question_it_answers(language: Language) -> None:
    for form in load_forms():
        for section in form.sections:
            for question in section.questions:
                words = path_words(f"project.answers.{question.key}", sentences_in(language))
                assert question.label[language] in words or question_labels()[question.key][language] in words


def test_a_name_that_nobody_gave_words_is_an_error_that_says_which() -> None:
    with pytest.raises(SentenceError, match="shoe_size"):
        path_words("members[0].shoe_size", sentences_in("en"))
