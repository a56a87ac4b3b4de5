"""Step 2: titles on one line, texts without markup but with their headings and lists."""

from crawler.draft import CallDraft
from crawler.parsing.markup import one_line, to_text


class CleanTexts:
    """Cleans title, description, conditions and the labels of links."""

    def process_item(self, item: CallDraft) -> CallDraft:
        """The draft with clean texts; conditions that hold nothing are not known."""
        item.title = one_line(item.title)
        item.description = to_text(item.description)
        item.conditions = (to_text(item.conditions) or None) if item.conditions else None
        return item
