"""Which calls have a form to draft in."""

from proposal_templates import NoFormForAction, find_form
from store.models import CallBase


def has_form(call: CallBase) -> bool:
    """Whether the call's action has a form to draft in."""
    try:
        find_form(call.programme, call.action, call.identifier)
    except NoFormForAction:
        return False
    return True
