"""A value taken away: what said it turns into a gap or is gone, and nothing else changes its words."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

import pytest

from proposal_templates.blocks import Span, SpanKind
from proposal_templates.context import DraftContext, Language, ProjectFacts
from proposal_templates.draft import Draft, build_draft
from proposal_templates.forms import load_forms
from proposal_templates.origins import OriginKind
from tests.proposal_templates.full import form_of, full_context
from tests.proposal_templates.nonces import given, leaves, nonced, said_in
from tests.proposal_templates.paths import pattern, without

KEYS = [form.key for form in load_forms()]
ITS_TEXT = (
    "coalition.goals[*].text",
    "coalition.needs[*].text",
    "members[*].identifiers[*].name",
    "members[*].identifiers[*].number",
)
"""Fields without which the thing itself is not there; it is taken away as a whole below."""
IN_WORDS = {"actor_type": "actor_type_label"}
"""Fields that another one puts into words; both go together."""
STEERING = ("coalition.language", "project.work_packages[*].kind")
"""Fields that are no statement: how the texts are spoken, and which kind of work package one is."""


@cache
def _whole(key: str, language: Language) -> Draft:
    return build_draft(nonced(full_context(language, form_of(key)), money=False), form_of(key))


def _first_of_each_field(context: DraftContext) -> list[str]:
    """One path of each field; a list of texts or pointers is taken away whole."""
    found: dict[str, str] = {}
    for path in given(context):
        if pattern(path) not in (*ITS_TEXT, *STEERING) and not path.endswith(tuple(IN_WORDS.values())):
            found.setdefault(pattern(path), path)
    return [path.rpartition("[")[0] if path.endswith("]") else path for path in found.values()]


def _less(context: DraftContext, path: str) -> DraftContext:
    head, _, name = path.rpartition(".")
    less: DraftContext = without(context, path)
    return without(less, f"{head}.{IN_WORDS[name]}") if name in IN_WORDS else less


def _call_fields() -> list[str]:
    names = "title opening cut_offs budget grant_min grant_max rate countries url source fetched_at authority"
    return [f"call.{name}" for name in (*names.split(), "priority", "specific_objective", "quotes")]


@dataclass(frozen=True)
class Said:
    """Words of a draft with the path they come from and all paths that they rest on."""

    text: str
    path: str
    computed: bool
    rule: bool
    grounds: frozenset[str]

    def rests_on(self, path: str) -> bool:
        """Whether a value, or one of a list or a thing, is among the grounds."""
        return any(each == path or each.startswith((f"{path}[", f"{path}.")) for each in self.grounds)


def _said(draft: Draft) -> list[Said]:
    return [
        Said(
            span.text,
            span.origin.path,
            span.origin.kind is OriginKind.COMPUTED,
            span.origin.kind is OriginKind.FORM,
            frozenset(each.path for each in leaves(span.origin)),
        )
        for span in _spans(draft)
        if span.origin and span.kind is not SpanKind.GAP
    ]


def _spans(draft: Draft) -> list[Span]:
    return [span for section in draft.walk() for span in (*section.subject, *said_in(section.blocks))]


@cache
def _said_whole(key: str, language: Language) -> list[Said]:
    return _said(_whole(key, language))


def _words(said: list[Said], path: str) -> dict[tuple[bool, str], set[str]]:
    """The words behind each origin that does not rest on a path; rules of the form are no such facts."""
    found: dict[tuple[bool, str], set[str]] = {}
    for each in said:
        if not each.rule and not each.rests_on(path):
            found.setdefault((each.computed, each.path), set()).add(each.text)
    return found


def _touched(said: list[Said], path: str) -> set[str]:
    """Paths that may change with one: those told together with it, and what is computed from its line.

    A line of money that lacks its member or category is told by itself, and a note sets grant and total
    beside sums that meet no more.
    """
    line = path[: path.rfind("]") + 1]
    beside = {each.path for each in said if each.computed and line and each.rests_on(line)}
    beside |= {each.path for each in said if path.startswith("project.budget.costs") and each.rests_on(line)}
    if path.startswith("project.budget.costs"):
        beside |= {"project.budget.grant", "project.budget.total"}
    return beside | {ground for each in said if each.rests_on(path) for ground in each.grounds}


@pytest.mark.parametrize("key", KEYS)
def test_what_said_a_value_is_a_gap_or_gone_and_nothing_else_changes(key: str) -> None:
    form = form_of(key)
    wrong: list[tuple[str, str, object]] = []
    for number, path in enumerate(_first_of_each_field(_whole(key, form.languages[0]).context)):
        whole = _whole(key, form.languages[number % len(form.languages)])
        less = build_draft(_less(whole.context, path), form)
        wrong += [(path, *each) for each in _wrongs(whole, less, path)]
    assert wrong == []


def _wrongs(whole: Draft, less: Draft, path: str) -> Iterator[tuple[str, object]]:
    before, after = _said_whole(whole.form.key, whole.language), _said(less)
    if left := [each.text for each in after if each.rests_on(path)]:
        yield "still says it", left[:3]
    text = "\n".join(span.text for span in _spans(less))
    if any(nonce in text for nonce in _nonces(whole, path)):
        yield "its words are left", path
    if len(less.gaps()) < len(whole.gaps()):
        yield "fewer gaps", (len(whole.gaps()), len(less.gaps()))
    touched = _touched(before, path)
    old, new = _words(before, path), _words(after, path)
    changed = {
        key: (old[key], new[key])
        for key in old.keys() & new.keys()
        if not new[key] <= old[key] and key[1] not in touched
    }
    if changed:
        yield "other words changed", changed


def _nonces(whole: Draft, path: str) -> list[str]:
    below = (f"{path}[", f"{path}.")
    values = ((each, value) for each, (_, value) in given(whole.context).items() if isinstance(value, str))
    return [v for each, v in values if v.startswith("Nonce") and (each == path or each.startswith(below))]


@pytest.mark.parametrize("key", KEYS)
def test_a_fact_of_the_call_taken_away_is_said_nowhere(key: str) -> None:
    form = form_of(key)
    whole = _whole(key, form.languages[0])
    for path in _call_fields():
        less = build_draft(without(whole.context, path), form)
        assert [each.text for each in _said(less) if each.rests_on(path)] == [], path
        assert len(less.gaps()) >= len(whole.gaps()) - (path == "call.quotes"), path


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("path", ["coalition.goals", "coalition.needs", "members[0].identifiers"])
def test_a_thing_taken_away_whole_is_said_nowhere(key: str, path: str) -> None:
    form = form_of(key)
    whole = _whole(key, form.languages[-1])
    bare = replace(without(whole.context, path), reasons=(), project=ProjectFacts())
    less = build_draft(bare, form)
    assert [each.text for each in _said(less) if each.rests_on(path)] == []
