"""The text of a PDF, page by page."""

import io
import re
import unicodedata
from typing import TYPE_CHECKING

from matcher.errors import BadDocument

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_BYTES = 20 * 1024 * 1024
MOST_PAGES = 400
FEWEST_LETTERS = 40
"""A document with fewer letters in all has no text layer: what is seen are pictures of pages."""

_HEAD = b"%PDF-"
_HEAD_WITHIN = 1024
_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_NEW_LINE = re.compile(r"\r\n?|\f|\x85|\u2028|\u2029")


def pages_of(data: bytes) -> list[str]:
    """Text of each page in reading order, lines parted by a line feed; a page without text is empty.

    Raises BadDocument when the data is no PDF, is larger than 20 MB or 400 pages, needs a password, is
    damaged, or has no text layer.
    """
    if len(data) > MOST_BYTES:
        raise BadDocument(
            f"the document has {len(data) / 1024 / 1024:.0f} MB, more than {MOST_BYTES // 1024 // 1024} MB:"
            " upload only the pages that state the conditions"
        )
    if _HEAD not in data[:_HEAD_WITHIN]:
        raise BadDocument("the document is not a PDF: save or print it as PDF and upload that")
    pages = [_clean(page) for page in _extracted(data)]
    if sum(character.isalpha() for page in pages for character in page) < FEWEST_LETTERS:
        raise BadDocument(
            "the document has no text layer, its pages are pictures:"
            " run text recognition (OCR) on it, or upload the original"
        )
    return pages


def _extracted(data: bytes) -> list[str]:
    from pypdf.errors import PyPdfError

    try:
        reader = _opened(data)
        count = len(reader.pages)
        if count > MOST_PAGES:
            raise BadDocument(
                f"the document has {count} pages, more than {MOST_PAGES}:"
                " upload only those that state the conditions"
            )
        return [page.extract_text() for page in reader.pages]
    except (PyPdfError, ValueError, LookupError, TypeError, AttributeError, RecursionError, OSError) as error:
        # damaged files make pypdf raise all of these
        raise BadDocument(
            f"the PDF is damaged ({type(error).__name__}):"
            " open it in a viewer, print it as PDF and upload that"
        ) from error


def _opened(data: bytes) -> "PdfReader":
    from pypdf import PasswordType, PdfReader
    from pypdf.errors import DependencyError

    locked = "the PDF is protected by a password: remove the protection and upload it again"
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted:
        try:
            opened = reader.decrypt("")
        except DependencyError as error:
            raise BadDocument(locked) from error
        if opened is PasswordType.NOT_DECRYPTED:
            raise BadDocument(locked)
    return reader


def _clean(text: str) -> str:
    """Without control signs and ligatures; lines trimmed."""
    text = _CONTROL.sub("", _NEW_LINE.sub("\n", text))
    text = _LIGATURE.sub(lambda sign: unicodedata.normalize("NFKC", sign[0]), text)
    return "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")
