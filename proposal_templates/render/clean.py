"""Characters that no XML or HTML file may hold, taken out."""

import re

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """A text without the characters that XML 1.0 forbids (its production `Char`)."""
    return _NOT_XML.sub("", text)
