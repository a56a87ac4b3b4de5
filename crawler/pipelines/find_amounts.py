"""Step 4: budget, grant range, rate and duration from a text that says so plainly, where data has none."""

from crawler.draft import CallDraft
from crawler.parsing.grants import co_financing_rate, duration, envelope, grant_range
from store.vocabulary import BudgetScope


class FindAmounts:
    """Fills only what is not known; data always holds over text."""

    def process_item(self, item: CallDraft) -> CallDraft:
        """The draft with what its text says of money and time."""
        text = item.text
        if item.total_amount_available is None:
            item.total_amount_available = envelope(text)
            item.budget_scope = BudgetScope.OWN if item.total_amount_available else None
        if item.min_award_amount is None and item.max_award_amount is None:
            item.min_award_amount, item.max_award_amount = grant_range(text)
        if item.co_financing_rate is None:
            item.co_financing_rate = co_financing_rate(text)
        if item.min_duration is None and item.max_duration is None:
            item.min_duration, item.max_duration = duration(text)
        return item
