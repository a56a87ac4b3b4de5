"""Step 7: the draft becomes a call as the store wants it, or is dropped with the first thing wrong."""

from dataclasses import fields

from pydantic import ValidationError
from scrapy.exceptions import DropItem

from crawler.draft import CallDraft
from store.models import CallCreate

_SHARED = [field.name for field in fields(CallDraft) if field.name in CallCreate.model_fields]


class Validate:
    """Holds a draft against the store's model."""

    def process_item(self, item: CallDraft) -> CallCreate:
        """The finished call. Raises DropItem."""
        try:
            return CallCreate.model_validate({name: getattr(item, name) for name in _SHARED})
        except ValidationError as error:
            first = error.errors()[0]
            raise DropItem(f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from None
