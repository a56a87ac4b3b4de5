"""How a deadline is told in a calendar file."""

from collections.abc import Callable
from urllib.parse import quote

from api.services.calls.call_calendar import Told
from api.services.calls.deadlines import Deadline
from api.services.calls.list_sources import source_title
from frontend.render import Reader


def told_for(reader: Reader, base: str) -> Callable[[Deadline], Told]:
    """Tells deadlines to this reader; `base` is the address of this site, without a slash at its end."""

    def told(deadline: Deadline) -> Told:
        words, address = reader.words, f"{base}/calls/{quote(deadline.external_id, safe='')}"
        when = "ics.closes" if deadline.is_last else "ics.cut_off"
        lines = [
            words(when, title=deadline.title),
            reader.formats.cut_off(deadline.cut_off),
            f"{words.label(deadline.programme)} · {deadline.identifier}",
            words("ics.moved") if deadline.moved else "",
            words("ics.check", source=source_title(deadline.source, reader.language)),
            deadline.url,
        ]
        return Told(
            summary=words(when, title=deadline.title),
            description="\n".join(line for line in lines if line),
            address=address,
            category=words.label(deadline.programme),
        )

    return told
