"""What somebody typed before they were asked to sign in: carried in the page itself, stored nowhere.

Files and passwords are not carried; that a file is missing is said.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request

from frontend.pages.language import own_address

PREFIX = "kept."
ADDRESS, FILES = "kept_address", "kept_files"
FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
MOST_FIELDS = 20_000
SECRET = "password"


@dataclass(frozen=True)
class KeptForm:
    """A form on its way: where it was going (an own address), its fields, and whether a file was left out."""

    address: str
    fields: tuple[tuple[str, str], ...]
    files_left_out: bool = False

    @property
    def carried(self) -> list[tuple[str, str]]:
        """The hidden fields that bring it through another form."""
        kept = [(PREFIX + name, value) for name, value in self.fields]
        return [(ADDRESS, self.address), (FILES, "1" if self.files_left_out else ""), *kept]


async def refused_form(request: Request) -> KeptForm | None:
    """The form of a POST that needed a sign-in; None when there is none that could be carried."""
    if request.method != "POST" or not request.headers.get("content-type", "").startswith(FORMS):
        return None
    try:
        form = await request.form(max_fields=MOST_FIELDS, max_files=0)
    except (RuntimeError, HTTPException):
        return None  # its route read the body itself and kept nothing, or it is no form
    query = f"?{request.url.query}" if request.url.query else ""
    files = any(isinstance(value, UploadFile) and value.filename for value in form.values())
    return KeptForm(request.url.path + query, tuple(_texts(form.multi_items())), files)


def carried_form(posted: FormData | Mapping[str, object]) -> KeptForm | None:
    """The form that a sign-in form carries along, if it does."""
    address = posted.get(ADDRESS)
    if not isinstance(address, str) or own_address(address) != address:
        return None
    items = posted.multi_items() if isinstance(posted, FormData) else posted.items()
    kept = [(name.removeprefix(PREFIX), value) for name, value in items if name.startswith(PREFIX)]
    return KeptForm(address, tuple(_texts(kept)), bool(posted.get(FILES)))


def _texts(items: Iterable[tuple[str, object]]) -> list[tuple[str, str]]:
    return [(name, value) for name, value in items if isinstance(value, str) and SECRET not in name.lower()]
