"""Adds a call document (PDF), since a call's rules mostly stand there."""

from starlette.requests import Request

from api.errors import BadDocument, DocumentTooLarge
from api.services.access.permission import Action, require
from api.services.checking.call_documents import MOST_BYTES
from api.services.checking.call_documents import upload as store_document
from frontend.faults import Fault
from frontend.pages.check_post import Done, Outcome, Post
from frontend.pages.sent import is_larger

MOST_MEGABYTES = MOST_BYTES // 1_000_000
FORM_ROOM = 1_000_000
"""Bytes that the other fields of the form may take beside the file."""


def is_too_large(request: Request) -> bool:
    """Whether the body is larger than any form of the page may be, by its own account."""
    return is_larger(request, MOST_BYTES + FORM_ROOM)


def upload(post: Post) -> Outcome:
    """Stores the document and reads its conditions."""
    require(post.session, Action.READ_WORK, post.slug)
    words, file = post.reader.words, post.file
    if file is None or not file.name:
        return [Fault("document", words("check.error.no_file"))]
    by = post.line("uploader").strip() or None
    try:
        store_document(post.session, post.call, file.name, file.data, by)
    except DocumentTooLarge:
        return too_large(post)
    except BadDocument:
        return [Fault("document", words("check.error.not_pdf"))]
    return Done("document", "documents")


def too_large(post: Post) -> Outcome:
    """Says that the file was too large; nothing was read of it."""
    return [Fault("document", post.reader.words("check.error.too_large", n=MOST_MEGABYTES))]
