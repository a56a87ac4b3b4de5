"""Use case: on which form a call is applied for, as far as Koalitio knows it."""

from pydantic import BaseModel

from api.errors import NoForm
from api.services.drafting.forms import form_of, languages_of
from store.models import CallPublic
from store.vocabulary import Language


class FormShown(BaseModel):
    """The form of a call; languages: those it may be written in, the usual one first."""

    title: str
    languages: list[Language]


def form_shown(call: CallPublic) -> FormShown | None:
    """The form that drafts of the call are made on; None when Koalitio has none for such a call."""
    try:
        form = form_of(call)
    except NoForm:
        return None
    return FormShown(title=form.title, languages=languages_of(form))
