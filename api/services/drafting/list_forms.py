"""Use case: which application forms there are to draft in."""

from pydantic import BaseModel

from proposal_templates import load_forms
from store.vocabulary import Language


class FormPublic(BaseModel):
    """One form; `label` is what a draft on it must be checked against, None when it is the official one."""

    key: str
    title: str
    version: str
    delivery: str
    label: str | None
    languages: list[Language]
    programmes: list[str]
    calls: list[str]
    sections: int
    certainty: str
    source: str


def list_forms() -> list[FormPublic]:
    """All forms, in the order in which they are looked for."""
    return [
        FormPublic(
            key=form.key,
            title=form.title,
            version=form.version,
            delivery=form.delivery,
            label=form.label["en"] if form.label else None,
            languages=[Language(one) for one in form.languages],
            programmes=list(dict.fromkeys(rule.programme for rule in form.applies_to)),
            calls=list(
                dict.fromkeys(
                    word
                    for rule in form.applies_to
                    for word in (*rule.action_contains, *rule.identifier_contains, *rule.from_sources)
                )
            ),
            sections=len(form.sections),
            certainty=form.certainty,
            source=form.sources[form.source],
        )
        for form in load_forms()
    ]
