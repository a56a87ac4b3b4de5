"""What can go wrong in the drafting room.

ProposalError
├── FormError
│   ├── FormFileError       a form file breaks its own rules; says file and line
│   └── NoFormForAction     no form is known for the call's type of action
├── ContextError
│   ├── QuoteNotInCall      a quotation is not in the call text it claims to come from
│   ├── UnknownAim          a match reason names a goal or need that the coalition does not have
│   └── LanguageNotPermitted  the form is not written in the language asked for
└── SentenceError           a sentence template lacks a field, or is handed one it does not know
"""

from collections.abc import Sequence
from pathlib import Path


class ProposalError(Exception):
    """Anything this room refuses; the message says what to do next."""


class FormError(ProposalError):
    """A form cannot be used."""


class FormFileError(FormError):
    """A form file breaks its own rules; the message starts with `file:line`."""

    def __init__(self, path: Path, line: int, problem: str) -> None:
        super().__init__(f"{path.name}:{line}: {problem}")
        self.path = path
        self.line = line
        self.problem = problem


class NoFormForAction(FormError):
    """No form is known for the call's type of action; the message is one clear line."""

    def __init__(
        self, programme: str | None, action: str | None, identifier: str | None, known: Sequence[str]
    ) -> None:
        asked = action or "a call that does not say its type of action"
        where = " ".join(part for part in (programme, identifier) if part) or "unknown call"
        forms = "; ".join(known) or "none"
        super().__init__(f"No form yet for {asked} ({where}). Forms there are: {forms}.")
        self.programme = programme
        self.action = action
        self.identifier = identifier


class ContextError(ProposalError):
    """What was handed in contradicts itself, so nothing true can be drafted from it."""


class QuoteNotInCall(ContextError):
    """A quotation is not in the call text it claims to come from."""


class UnknownAim(ContextError):
    """A match reason names a goal or need that the coalition does not have."""


class LanguageNotPermitted(ContextError):
    """The form is not written in the language asked for."""


class SentenceError(ProposalError):
    """A sentence template lacks a field, or is handed one it does not know."""
