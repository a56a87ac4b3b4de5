"""Which form a call has to draft in, and in which languages that form may be written."""

from api.errors import BadChoice, NoForm
from proposal_templates import Form, NoFormForAction, find_form
from store.models import Call, CallPublic
from store.vocabulary import Language


def form_of(call: Call | CallPublic) -> Form:
    """The form of the call. Raises api.errors.NoForm when none is known for its action."""
    try:
        return find_form(call.programme, call.action, call.identifier, call.source)
    except NoFormForAction as none:
        raise NoForm(str(none)) from None


def has_form(call: Call | CallPublic) -> bool:
    """Whether the call's action has a form to draft in."""
    try:
        form_of(call)
    except NoForm:
        return False
    return True


def languages_of(form: Form) -> list[Language]:
    """The languages the form may be written in, the usual one first."""
    return [Language(language) for language in form.languages]


def draft_language(form: Form, wanted: Language | None, spoken: Language) -> Language:
    """The language to draft in: the one wanted, else the coalition's where permitted, else the form's first.

    Raises api.errors.BadChoice for one that the form is not written in.
    """
    permitted = languages_of(form)
    if wanted is None:
        return spoken if spoken in permitted else permitted[0]
    if wanted not in permitted:
        choices = " or ".join(permitted)
        raise BadChoice(f"{form.short_title} is not written in {wanted!s}: choose {choices}.")
    return wanted
