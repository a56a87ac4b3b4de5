"""Reads what people type into one field: counts, measures, euros, shares, days; None when it is none."""

import re
from datetime import date
from decimal import Decimal

from store.money import find_amounts
from store.numbers import SPACES, parse_number

MOST_DIGITS = 9
_DAY_FIRST = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MEASURE = re.compile(rf"-?(?:\d{{1,12}}|\d{{1,3}}(?:[{SPACES}]\d{{3}}){{1,3}})(?:[.,]\d{{1,6}})?", re.ASCII)
_EITHER = re.compile(r"-?[1-9]\d{0,2}[.,]\d{3}", re.ASCII)
_CURRENCY = re.compile(r"€|eur", re.IGNORECASE)


def count(text: str) -> int | None:
    """A whole number from 0 up.

    >>> count(" 24 "), count("two"), count("-1")
    (24, None, None)
    """
    plain = text.strip()
    return int(plain) if plain.isascii() and plain.isdecimal() and len(plain) <= MOST_DIGITS else None


def euros(text: str) -> int | None:
    """An amount in whole EUR, with or without the currency.

    >>> euros("300 000"), euros("€1.5 million"), euros("0,5 milj. €"), euros("some 5 €")
    (300000, 1500000, 500000, None)
    """
    worded = text.strip() if _CURRENCY.search(text) else f"{text.strip()} €"
    found = find_amounts(worded)
    whole = len(found) == 1 and (found[0].start, found[0].end) == (0, len(worded))
    return found[0].euros if whole else None


def share(text: str) -> float | None:
    """A percentage as a share above 0 and up to 1.

    >>> share("80 %"), share("72,5"), share("0"), share("120%")
    (0.8, 0.725, None, None)
    """
    number = parse_number(text.strip().removesuffix("%").strip(), decimal_comma=True)
    if number is None or not number.is_finite() or not 0 < number <= 100:
        return None
    return float(number / Decimal(100))


def measure(text: str) -> float | None:
    """A measured value; comma or point begins the decimals, spaces group thousands.

    One group of three after a comma or point may be either, so it is not read.

    >>> measure("1 812,5"), measure("26.44"), measure("-3"), measure("1,812"), measure("some 5")
    (1812.5, 26.44, -3.0, None, None)
    """
    plain = text.strip().replace("\u2212", "-")
    if _MEASURE.fullmatch(plain) is None or _EITHER.fullmatch(plain) is not None:
        return None
    return float(re.sub(rf"[{SPACES}]", "", plain).replace(",", "."))


def day(text: str) -> date | None:
    """A day, written day first or as in ISO 8601.

    >>> day("1.9.1998"), day("01/09/1998"), day("1998-09-01"), day("1998"), day("31.2.1998")
    (datetime.date(1998, 9, 1), datetime.date(1998, 9, 1), datetime.date(1998, 9, 1), None, None)
    """
    plain = text.strip()
    if (first := _DAY_FIRST.fullmatch(plain)) is not None:
        year, month, number = first[3], first[2], first[1]
    elif (iso := _YEAR_FIRST.fullmatch(plain)) is not None:
        year, month, number = iso[1], iso[2], iso[3]
    else:
        return None
    try:
        return date(int(year), int(month), int(number))
    except ValueError:
        return None
