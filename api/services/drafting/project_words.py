"""Words of a project file that no form or cost model knows: they would never be seen in a draft."""

from collections.abc import Iterator

from proposal_templates.budget.models import load_models
from proposal_templates.origin_words import question_labels
from store.models import ProjectContent


def unused_words(content: ProjectContent) -> tuple[str, ...]:
    """One line for each answer without a question, cost without a category, work ending before its start."""
    return (*_answers(content), *_categories(content), *_months(content))


def _answers(content: ProjectContent) -> Iterator[str]:
    known = question_labels()
    for key in content.answers:
        if key not in known:
            yield f"answers: no form asks {key!r}, so it will not be seen; known: {', '.join(sorted(known))}."


def _categories(content: ProjectContent) -> Iterator[str]:
    known = {category.key for model in load_models() for category in model.categories}
    for category in dict.fromkeys(line.category for line in content.budget.costs):
        if category and category not in known:
            listed = ", ".join(sorted(known))
            yield f"budget.costs: no cost model has the category {category!r}; known: {listed}."


def _months(content: ProjectContent) -> Iterator[str]:
    for work in content.work_packages:
        spans = [(work.slug, work.first_month, work.last_month)]
        spans += [(f"{work.slug}, a task", task.first_month, task.last_month) for task in work.tasks]
        for name, first, last in spans:
            if first and last and last < first:
                yield f"{name} ends in month {last}, before it starts in month {first}."
