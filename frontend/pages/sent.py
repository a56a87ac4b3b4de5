"""What a form with a file sends: its fields and the file, or that it was too large to be read."""

from starlette.datastructures import UploadFile
from starlette.requests import Request

from frontend.pages.check_post import Upload

MOST_FIELDS = 2_000
TOO_LARGE = "too_large"
"""What `do` says of a form that was too large to be read."""
Sent = tuple[dict[str, list[str]], Upload | None]


def is_larger(request: Request, most: int) -> bool:
    """Whether the body is larger than that many bytes, by its own account; one that gives none counts."""
    length = request.headers.get("content-length", "")
    return not length.isdecimal() or int(length) > most


async def nothing_of(request: Request) -> Sent:
    """Reads a body to its end and keeps nothing of it."""
    async for _ in request.stream():
        continue
    return {"do": [TOO_LARGE]}, None


async def fields_and_file(request: Request) -> Sent:
    """The fields of a form and its one file."""
    fields: dict[str, list[str]] = {}
    file: Upload | None = None
    async with request.form(max_fields=MOST_FIELDS, max_files=1) as form:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                file = Upload(value.filename or "", await value.read())
            else:
                fields.setdefault(name, []).append(value)
    return fields, file
