"""Step 5: specific objectives of the Finnish programme, named in the text of its calls."""

from crawler.draft import CallDraft
from crawler.parsing.objectives import specific_objectives
from store.vocabulary import Programme

SHARED_MANAGEMENT = (Programme.ESF_PLUS, Programme.JUST_TRANSITION_FUND)
FINLAND = "Europe/Helsinki"


class FindObjectives:
    """Reads the codes (`4.1`) of calls in Finland's shared management; other programmes number otherwise."""

    def process_item(self, item: CallDraft) -> CallDraft:
        """The draft with its specific objectives; None when the text names none."""
        finnish = item.programme in SHARED_MANAGEMENT and item.time_zone == FINLAND
        if item.specific_objectives is None and finnish:
            item.specific_objectives = specific_objectives(item.text) or None
        return item
