"""Step 1: a record without an identity or a title is no call."""

from scrapy.exceptions import DropItem

from crawler.draft import CallDraft
from crawler.parsing.markup import one_line

LONGEST_IDENTITY = 300
LONGEST_TITLE = 1_000
"""Characters; the longest recorded ones have 100 and 160."""


class RequireIdentity:
    """Drops what nobody could name or find again."""

    def process_item(self, item: CallDraft) -> CallDraft:
        """The draft with clean names. Raises DropItem."""
        item.external_id, item.identifier = one_line(item.external_id), one_line(item.identifier)
        names = (
            ("id", item.external_id, LONGEST_IDENTITY),
            ("identifier", item.identifier, LONGEST_IDENTITY),
            ("title", one_line(item.title), LONGEST_TITLE),
        )
        for name, value, longest in names:
            if not value:
                raise DropItem(f"no {name}")
            if len(value) > longest:
                raise DropItem(f"{name} longer than {longest} characters")
        return item
