"""Numbers as written: `1 500 000`, `1.500.000`, `247,916`, `3,606`; exact, never a float."""

import re
from decimal import Decimal, InvalidOperation

SPACES = " \u00a0\u202f\u2009"
NUMBER = "|".join(
    (
        rf"\d{{1,3}}(?:[{SPACES}]\d{{3}}){{1,5}}(?:,\d{{1,2}})?(?!\d)",
        r"\d{1,3}(?:[.,']\d{3}){1,5}(?:[.,]\d{1,2})?(?!\d)",
        r"\d+(?:[.,]\d+)?",
    )
)
"""A number in any grouping; alternatives from the most to the least grouped.

At most five groups: a row of numbers in a table is not to be read as one.
"""

_GROUPED = re.compile(r"\d{1,3}([.,'])\d{3}(?:\1\d{3})*")


def parse_number(text: str, *, decimal_comma: bool = False) -> Decimal | None:
    """The number as a Decimal, or None when the text is none.

    One group of three after a comma or point is thousands (`247,916`), unless `decimal_comma` says that
    the number is followed by a scale word, as in `3,606 miljoner`.

    >>> parse_number("1 500 000"), parse_number("3,606", decimal_comma=True)
    (Decimal('1500000'), Decimal('3.606'))
    """
    plain = re.sub(rf"[{SPACES}']", "", text)
    if plain.count(".") > 1 or plain.count(",") > 1:
        plain = _without_groups(plain)
    elif "." in plain and "," in plain:
        decimal = max(plain.rindex("."), plain.rindex(","))
        plain = re.sub(r"[.,]", "", plain[:decimal]) + "." + plain[decimal + 1 :]
    elif _GROUPED.fullmatch(plain) and not decimal_comma:
        plain = re.sub(r"[.,]", "", plain)
    else:
        plain = plain.replace(",", ".")
    try:
        return Decimal(plain)
    except InvalidOperation:
        return None


def _without_groups(plain: str) -> str:
    """`1.500.000` and `1,500,000.50`: the sign that repeats groups, the other one is decimal."""
    group = "." if plain.count(".") > 1 else ","
    return plain.replace(group, "").replace(",", ".")
