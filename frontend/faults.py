"""What is wrong with a form: told above it with a link to the field, and once more at the field."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """What is wrong at the field of that id, in the reader's words; without a field it is only told above."""

    field: str
    message: str


def by_field(faults: Sequence[Fault]) -> dict[str, str]:
    """The message to show at each field: its first."""
    return {fault.field: fault.message for fault in reversed(faults)}
