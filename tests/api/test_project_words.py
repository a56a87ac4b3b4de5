"""Answers, cost categories and months of a project file that no draft would show are told."""

from decimal import Decimal

from api.services.drafting.project_words import unused_words
from store.models import ProjectContent


def content(**changes: object) -> ProjectContent:
    """A project with one work package and what is given."""
    work = {"slug": "wp1", "first_month": 1, "last_month": 12}
    return ProjectContent.model_validate({"work_packages": [work], **changes})


def test_words_that_forms_and_cost_models_know_are_not_told() -> None:
    costs = [{"member": "town", "category": "salaries", "amount": Decimal(5)}]
    assert unused_words(content(answers={"innovation": "New."}, budget={"costs": costs})) == ()


def test_an_answer_that_no_form_asks_for_is_told_with_the_known_ones() -> None:
    (told,) = unused_words(content(answers={"inovation": "New."}))
    assert told.startswith("answers: no form asks 'inovation'")
    assert ", innovation" in told


def test_a_cost_category_that_no_model_has_is_told_once() -> None:
    costs = [{"member": "town", "category": "stuff"}, {"member": "college", "category": "stuff"}]
    (told,) = unused_words(content(budget={"costs": costs}))
    assert "the category 'stuff'" in told
    assert "salaries" in told


def test_work_that_ends_before_it_starts_is_told() -> None:
    task = {"title": "Late", "first_month": 9, "last_month": 3}
    work = {"slug": "wp2", "first_month": 8, "last_month": 2, "tasks": [task]}
    assert unused_words(content(work_packages=[work])) == (
        "wp2 ends in month 2, before it starts in month 8.",
        "wp2, a task ends in month 3, before it starts in month 9.",
    )
