"""Reading a list that loses and repeats records: pass after pass until nothing new comes.

The source's total counts repeats, so unique records are never held against it. What is: the rows
accounted for, that is for each version of a record the most copies seen in one pass.
"""

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field

QUIET_PASSES = 2
MOST_PASSES = 8


@dataclass
class Passes:
    """Bookkeeping of passes; a version is a record's reference with its date of ingestion.

    most_lost: rows that the pass with the greatest loss did not show.
    """

    number: int = 1
    most_lost: int = 0
    _quiet: int = 0
    _known: Counter[Hashable] = field(default_factory=Counter)
    _this_pass: Counter[Hashable] = field(default_factory=Counter)

    def read(self, versions: Iterable[Hashable]) -> None:
        """Counts the rows of one page."""
        self._this_pass.update(versions)

    def end_pass(self, total: int) -> bool:
        """Ends a pass in which the source claimed `total` rows; True when another one is due."""
        self.most_lost = max(self.most_lost, total - self._this_pass.total())
        brought_new = bool(self._this_pass.keys() - self._known.keys())
        self._known |= self._this_pass
        self._this_pass = Counter()
        self._quiet = 0 if brought_new else self._quiet + 1
        if self._quiet >= QUIET_PASSES or self.number >= MOST_PASSES:
            return False
        self.number += 1
        return True

    @property
    def is_settled(self) -> bool:
        """Whether the last passes brought nothing new."""
        return self._quiet >= QUIET_PASSES

    def shortfall(self, total: int) -> int:
        """Rows the source claims that were never met, its repeats counted as it counts them."""
        return max(0, total - (self._known | self._this_pass).total())
