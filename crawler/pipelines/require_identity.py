"""Step 1: a record without an identity or a title is no call."""

from scrapy.exceptions import DropItem

from crawler.draft import CallDraft
from crawler.parsing.markup import one_line


class RequireIdentity:
    """Drops what nobody could name or find again."""

    def process_item(self, item: CallDraft) -> CallDraft:
        """The draft with its names trimmed. Raises DropItem."""
        item.external_id, item.identifier = item.external_id.strip(), item.identifier.strip()
        for name, value in (("id", item.external_id), ("identifier", item.identifier)):
            if not value:
                raise DropItem(f"no {name}")
        if not one_line(item.title):
            raise DropItem("no title")
        return item
