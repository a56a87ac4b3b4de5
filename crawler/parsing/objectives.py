"""Specific objectives of the programme *Uudistuva ja osaava Suomi 2021–2027* named in a text, as codes."""

import re

_CODE = r"(?<![\d.,])(?P<code>[4-7]\.[1-9])\.?(?!\d)"
_CUE = re.compile(
    r"erityistavoit|toimintalinj|\bES[FR]\+\s*\d|särskil\w+ mål|insatsområde|specifi\w+ (?:mål|objective)",
    re.IGNORECASE,
)
_BARE = re.compile(rf"{_CODE}(?!\s?(?:€|%|milj|euro|[-–—]\s?\d))")
_NAMED = re.compile(
    rf"{_CODE}\s+(?:Polkuja töihin|Uutta osaamista|Yhdenvertais|Turpeesta|Vägar till|Ny kompetens|Jämlik)",
    re.IGNORECASE,
)


def specific_objectives(text: str) -> list[str]:
    """Codes such as `4.1`, in order; a bare number counts only beside the words for an objective.

    >>> specific_objectives("erityistavoitteessa 4.1. Polkuja töihin ja 4.3 Yhdenvertaiseen osallisuuteen")
    ['4.1', '4.3']
    """
    codes: set[str] = set()
    for line in text.split("\n"):
        pattern = _BARE if _CUE.search(line) else _NAMED
        codes |= {match["code"] for match in pattern.finditer(line)}
    return sorted(codes)
