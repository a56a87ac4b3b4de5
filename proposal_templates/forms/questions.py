"""Questions that several forms ask, written once in `shared/questions.yaml`; a form names them by key.

A question has the same key in every form, so that an answer written once serves them all.
"""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from pydantic import RootModel

from proposal_templates.forms.files import Refuse, read_shape
from proposal_templates.forms.model import AskedFor, Key

QUESTIONS_FILE = Path(__file__).parent / "shared" / "questions.yaml"


class _Shared(RootModel[dict[Key, AskedFor]]):
    pass


@lru_cache(maxsize=1)
def shared_questions() -> Mapping[str, AskedFor]:
    """The shared questions by key; FormFileError when their file breaks a rule."""
    return load_questions(QUESTIONS_FILE)


def load_questions(path: Path) -> Mapping[str, AskedFor]:
    """The questions of a file by key; FormFileError when it breaks a rule."""
    return read_shape(path, _Shared)[0].root


def with_questions(content: object, refuse: Refuse) -> object:
    """A form's content with each question that it only names by key put in whole."""
    if not isinstance(content, dict) or not isinstance(content.get("sections"), list):
        return content
    sections = [_section(section, i, refuse) for i, section in enumerate(content["sections"])]
    return {**content, "sections": sections}


def _section(section: object, index: int, refuse: Refuse) -> object:
    if not isinstance(section, dict) or not isinstance(section.get("questions"), list):
        return section
    asked = [
        _question(question, refuse, ("sections", index, "questions", i))
        for i, question in enumerate(section["questions"])
    ]
    return {**section, "questions": asked}


def _question(question: object, refuse: Refuse, position: tuple[str | int, ...]) -> object:
    if not isinstance(question, str):
        return question
    found = shared_questions().get(question)
    if found is None:
        raise refuse(
            position, f"the question '{question}' is not in shared/questions.yaml; write it whole here"
        )
    return {"key": question, **found.model_dump()}
