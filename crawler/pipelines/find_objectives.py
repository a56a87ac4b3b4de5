"""Step 5: specific objectives of the Finnish programme, named in the text of its calls."""

from crawler.draft import CallDraft
from crawler.parsing.objectives import specific_objectives


class FindObjectives:
    """Reads the codes (`4.1`) of calls in Finland's shared management; other programmes number otherwise."""

    def process_item(self, item: CallDraft) -> CallDraft:
        """The draft with its specific objectives; None when the text names none."""
        if item.specific_objectives is None and item.source.startswith("fi_eura"):
            item.specific_objectives = specific_objectives(item.text) or None
        return item
