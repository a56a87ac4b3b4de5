"""Step 2: titles on one line, texts without markup but with their headings and lists."""

from crawler.draft import CallDraft
from crawler.parsing.markup import one_line, to_text

SHORT_WORDS = ("call_identifier", "call_title", "action", "deadline_model", "source_status_text")


class CleanTexts:
    """Cleans title, description, conditions, and the short words beside them."""

    def process_item(self, item: CallDraft) -> CallDraft:
        """The draft with clean texts; conditions that hold nothing are not known."""
        item.title = one_line(item.title)
        item.description = to_text(item.description)
        item.conditions = (to_text(item.conditions) or None) if item.conditions else None
        for name in SHORT_WORDS:
            setattr(item, name, one_line(getattr(item, name) or "") or None)
        item.links = [
            link.model_copy(update={"label": one_line(link.label) or link.url}) for link in item.links
        ]
        return item
