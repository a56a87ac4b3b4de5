"""How members weigh one goal or need, as a bar of blocks: one block a weight, as wide as it has members."""

from dataclasses import dataclass

from api.services.members.member_inputs import WEIGHTS, Outcome
from frontend.words import Words

WIDTH, HEIGHT, GAP = 300, 28, 2
"""Units of the drawing."""
SILENT = "silent"


@dataclass(frozen=True)
class Block:
    """One block; kind: a weight or `silent`; x and width are in units of the drawing."""

    kind: str
    number: int
    x: float
    width: float

    @property
    def middle(self) -> float:
        """Where the number stands."""
        return round(self.x + self.width / 2, 1)


def blocks_of(outcome: Outcome) -> list[Block]:
    """The blocks from the most weight to those that have not weighed it; empty ones are left out."""
    counted = {str(weight): len(outcome.by_weight[weight]) for weight in WEIGHTS}
    counted[SILENT] = len(outcome.silent)
    shown = {kind: number for kind, number in counted.items() if number}
    room = WIDTH - GAP * max(0, len(shown) - 1)
    blocks: list[Block] = []
    x = 0.0
    for kind, number in shown.items():
        width = round(room * number / sum(shown.values()), 1)
        blocks.append(Block(kind, number, round(x, 1), width))
        x += width + GAP
    return blocks


def spoken(outcome: Outcome, words: Words) -> str:
    """The bar in one sentence: `most 2, some 1, not answered 1`."""
    return ", ".join(
        words("inputs.bar_part", weight=words(f"inputs.weight.{block.kind}"), n=block.number)
        for block in blocks_of(outcome)
    )
