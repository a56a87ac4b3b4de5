"""Counts how much of a draft says something."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from proposal_templates.blocks import Block, SpanKind, TableBlock, TextBlock, TextStyle, words_of


@dataclass(frozen=True, kw_only=True)
class Filled:
    """How much of a section says something: slots filled and slots open.

    A slot is a paragraph, an open question of the form, or a table cell with a fact or a gap; a cell that
    spans several columns counts for each. Wording alone (labels, row numbers, notes) is no slot.
    """

    filled: int
    open: int

    @property
    def share(self) -> float:
        """Filled slots over all slots, from 0 to 1; 1 when there is nothing to fill."""
        return self.filled / (self.filled + self.open) if self.filled + self.open else 1.0


def count_filled(blocks: Iterable[Block]) -> Filled:
    """Slots filled and open in some blocks."""
    slots = Counter(slot for block in blocks for slot in _slots(block))
    return Filled(filled=slots[True], open=slots[False])


def _slots(block: Block) -> Iterator[bool]:
    """For each slot of a block, whether it is filled."""
    if isinstance(block, TableBlock):
        for row in block.rows:
            for cell in row:
                if any(span.kind is not SpanKind.WORDING for span in cell.words):
                    yield from [all(span.kind is not SpanKind.GAP for span in cell.words)] * cell.across
        return
    if isinstance(block, TextBlock) and block.style in (TextStyle.LABEL, TextStyle.NOTE):
        return
    words = words_of(block)
    if any(span.kind is not SpanKind.WORDING for span in words):
        yield all(span.kind is not SpanKind.GAP for span in words)
