"""What a person says of a condition that was read from the call: right, not so, or other values."""

from collections.abc import Callable

from api.errors import BadChoice
from api.services.checking import call_conditions
from api.services.checking.check_call import check_call
from frontend.check_rows import ConditionRow, row_id, rows_of
from frontend.condition_fields import corrected
from frontend.faults import Fault
from frontend.pages.check_post import Done, Outcome, Post

Decide = Callable[[Post, ConditionRow, str], Outcome]


def confirm(post: Post) -> Outcome:
    """It is right as it was read."""
    return _decided(post, "by", _confirm)


def reject(post: Post) -> Outcome:
    """It is no condition of this call."""
    return _decided(post, "by", _reject)


def correct(post: Post) -> Outcome:
    """It holds with other values."""
    return _decided(post, "corrector", _correct)


def withdraw(post: Post) -> Outcome:
    """Takes the coalition's decision back, so that what was read holds again."""
    row = _row(post)
    kind = row.finding.type if row else _set_aside(post)
    if kind is None:
        return _gone(post)
    call_conditions.withdraw(post.session, post.call, kind, slug=post.slug)
    return Done("withdrawn", "conditions")


def _decided(post: Post, field: str, decide: Decide) -> Outcome:
    """Decides on the row that was sent, once it is there and somebody puts a name to it."""
    row = _row(post)
    if row is None:
        return _gone(post)
    by = post.line(f"{row.id}-{field}").strip()
    if not by:
        return [Fault(f"{row.id}-{field}", post.reader.words("check.error.by"))]
    return decide(post, row, by)


def _confirm(post: Post, row: ConditionRow, by: str) -> Outcome:
    call_conditions.confirm(post.session, post.call, row.finding.type, by=by, slug=post.slug)
    return Done("confirmed", "conditions")


def _reject(post: Post, row: ConditionRow, by: str) -> Outcome:
    call_conditions.reject(post.session, post.call, row.finding.type, by=by, slug=post.slug)
    return Done("rejected", "conditions")


def _correct(post: Post, row: ConditionRow, by: str) -> Outcome:
    words, kind = post.reader.words, row.finding.type
    values, faults = corrected(kind, row.id, post.line, post.ticked, words)
    if faults:
        return faults
    try:
        call_conditions.correct(post.session, post.call, kind, values, by=by, slug=post.slug)
    except BadChoice:
        return [Fault(row.fields[0].id, words("correct.error.refused"))]
    return Done("corrected", "conditions")


def _row(post: Post) -> ConditionRow | None:
    """The condition as it stands now; None when it has changed since the page was opened."""
    check = check_call(post.session, post.slug, post.call, language=post.reader.language)
    rows = rows_of(check, [*check.findings, *check.to_keep], post.reader.formats)
    return next((row for row in rows if row.decidable and row.id == post.line("which")), None)


def _set_aside(post: Post) -> str | None:
    """The type of the condition that was set aside, when it is that one that was sent."""
    listed = call_conditions.list_conditions(post.session, post.call, post.slug)
    return next((one.type for one in listed.rejected if row_id(one) == post.line("which")), None)


def _gone(post: Post) -> list[Fault]:
    return [Fault("conditions", post.reader.words("check.error.changed"))]
