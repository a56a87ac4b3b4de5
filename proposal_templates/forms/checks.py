"""What a form file must hold to beyond its shape; each check raises an error with file and line."""

from collections.abc import Callable, Iterable

from proposal_templates.forms.files import Refuse
from proposal_templates.forms.model import FIXED_TABLES, Form, Question
from proposal_templates.forms.positions import Position

REQUIRED_ROLES = ("coordinator", "beneficiary")


def check_form(form: Form, refuse: Refuse) -> None:
    """All checks, in the order in which their errors help most."""
    for check in CHECKS:
        check(form, refuse)


def _orders(form: Form, refuse: Refuse) -> None:
    before = -1
    for i, section in enumerate(form.sections):
        if section.order == before:
            raise refuse(("sections", i, "order"), f"order {section.order} stands twice")
        if section.order < before:
            raise refuse(("sections", i, "order"), f"order {section.order} stands after {before}")
        before = section.order


def _keys(form: Form, refuse: Refuse) -> None:
    _unique(((("sections", i, "key"), s.key) for i, s in enumerate(form.sections)), refuse)
    numbers = ((("sections", i, "number"), s.number) for i, s in enumerate(form.sections) if s.number)
    _unique(numbers, refuse)
    _unique(
        (
            (("sections", i, "tables", j, "key"), table.key)
            for i, section in enumerate(form.sections)
            for j, table in enumerate(section.tables)
        ),
        refuse,
    )


def _unique(found: Iterable[tuple[Position, str]], refuse: Refuse) -> None:
    seen: set[str] = set()
    for position, value in found:
        if value in seen:
            raise refuse(position, f"'{value}' stands twice")
        seen.add(value)


def _questions(form: Form, refuse: Refuse) -> None:
    """One key asks one thing: an answer is kept under it."""
    asked: dict[str, Question] = {}
    for i, section in enumerate(form.sections):
        for j, question in enumerate(section.questions):
            if asked.setdefault(question.key, question) != question:
                problem = f"the question '{question.key}' asks something else in another section"
                raise refuse(("sections", i, "questions", j, "key"), problem)


def _sources(form: Form, refuse: Refuse) -> None:
    for position, source in _named_sources(form):
        if source not in form.sources:
            raise refuse(position, f"the source '{source}' is not listed under sources")


def _named_sources(form: Form) -> Iterable[tuple[Position, str]]:
    yield ("source",), form.source
    for name in ("applies_to", "not_for", "roles", "sections"):
        for i, part in enumerate(getattr(form, name)):
            yield (name, i, "source"), part.source
    for rule, fact in form.format or ():
        if fact is not None:
            yield ("format", rule, "source"), fact.source
    if form.most_deliverables:
        yield ("most_deliverables", "source"), form.most_deliverables.source
    for i, section in enumerate(form.sections):
        if section.limit:
            yield ("sections", i, "limit", "source"), section.limit.source
        if section.tag_source:
            yield ("sections", i, "tag_source"), section.tag_source
        for j, table in enumerate(section.tables):
            yield ("sections", i, "tables", j, "source"), table.source


def _references(form: Form, refuse: Refuse) -> None:
    if form.partnership_section not in [section.key for section in form.sections]:
        raise refuse(("partnership_section",), f"no section has the key '{form.partnership_section}'")
    numbers = [section.number for section in form.sections]
    for i, section in enumerate(form.sections):
        if section.criterion and section.criterion not in form.criteria:
            raise refuse(("sections", i, "criterion"), f"the criterion '{section.criterion}' is not listed")
        if section.tag_until and section.tag_until not in numbers[i:]:
            raise refuse(("sections", i, "tag_until"), f"no section {section.tag_until} here or later")


def _parents(form: Form, refuse: Refuse) -> None:
    everywhere = [name for section in form.sections for name in (section.number, section.key)]
    for i, section in enumerate(form.sections):
        above = [name for s in form.sections[:i] for name in (s.number, s.key)]
        if section.parent and section.parent not in above:
            where = "within" if section.within else "number"
            name = section.number or section.key
            missing = section.parent not in everywhere
            told = "stands within no section" if missing else f"comes before its parent {section.parent}"
            raise refuse(("sections", i, where), f"section {name} {told}")


def _tables(form: Form, refuse: Refuse) -> None:
    """An uploaded form that was read prescribes its tables; one that was not gets the draft's own."""
    if form.delivery != "upload" or form.label:
        return
    tables = {table.key for section in form.sections for table in section.tables}
    for i, section in enumerate(form.sections):
        for part in section.content:
            missing = [key for key in FIXED_TABLES.get(part, ()) if key not in tables]
            if missing:
                raise refuse(("sections", i, "content"), f"{part} needs the table '{missing[0]}'")


def _fields(form: Form, refuse: Refuse) -> None:
    for i, section in enumerate(form.sections):
        if section.field and form.delivery == "upload":
            raise refuse(("sections", i, "field"), "only web forms (copy_paste) have fields")
        if section.limit and not section.field:
            raise refuse(("sections", i, "limit"), "only a field has a limit in characters")


def _roles(form: Form, refuse: Refuse) -> None:
    known = [rule.role for rule in form.roles]
    twice = [role for role in known if known.count(role) > 1]
    missing = [role for role in REQUIRED_ROLES if role not in known]
    if twice or missing:
        problem = f"{twice[0]} stands twice" if twice else f"{missing[0]} is missing"
        raise refuse(("roles",), f"roles: {problem}")


CHECKS: tuple[Callable[[Form, Refuse], None], ...] = (
    _orders,
    _keys,
    _questions,
    _sources,
    _references,
    _parents,
    _tables,
    _fields,
    _roles,
)
