"""Two people wrote the same part of a profile: where their texts differ, so that both are seen."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from frontend.profile_form import SECTIONS, ProfileForm, Row, is_blank
from frontend.profile_labels import label_of, told
from frontend.profile_lengths import BASIC, Field
from frontend.words import Words


@dataclass(frozen=True)
class Difference:
    """One field that differs, in the reader's words; None where the text has no such row."""

    label: str
    mine: str | None
    theirs: str | None


def differences(mine: ProfileForm, theirs: ProfileForm, words: Words) -> list[Difference]:
    """Every field in which the two differ; rows are the same when they have the same id, else by place."""
    found = [
        pair
        for name, value in mine.basics.items()
        for pair in _field(Field(name, BASIC, 0, name, value), theirs.basics[name], words)
    ]
    for section, rows in mine.rows.items():
        found += _rows(section, rows, theirs.rows[section], words)
    return found


def _rows(section: str, mine: list[Row], theirs: list[Row], words: Words) -> Iterator[Difference]:
    ours, others = _by_id(mine), _by_id(theirs)
    for key in dict.fromkeys((*ours, *others)):
        at, row = ours.get(key) or others[key]
        if key in ours and key in others:
            for column in SECTIONS[section][1:]:
                field = Field(f"{section}-{at}-{column}", section, at, column, row[column])
                yield from _field(field, others[key][1][column], words)
        else:
            column = SECTIONS[section][1]
            field = Field(f"{section}-{at}-{column}", section, at, column, row[column])
            text = told(field, words)
            label = label_of(field, words)
            yield Difference(label, text if key in ours else None, text if key in others else None)


def _field(mine: Field, theirs: str, words: Words) -> Iterator[Difference]:
    if mine.value.strip() != theirs.strip():
        other = replace(mine, value=theirs)
        yield Difference(label_of(mine, words), told(mine, words), told(other, words))


def _by_id(rows: list[Row]) -> dict[str, tuple[int, Row]]:
    """The rows that hold something, with their places; one without an id goes by its place."""
    filled = ((at, row) for at, row in enumerate(rows) if not is_blank(row))
    return {row["slug"] or f"#{at}": (at, row) for at, row in filled}
