"""What the main menu offers to whom: address and text of each entry."""

from api.services.access.actor import Actor

CALLS = ("/", "layout.calls")
CALENDAR = ("/calendar", "layout.calendar")
COALITIONS = ("/coalitions", "layout.coalitions")
SOURCES = ("/sources", "layout.sources")
ADMINISTRATION = ("/admin", "layout.administration")


def menu_of(actor: Actor) -> list[tuple[str, str]]:
    """The entries for who asks: strangers and members by their link see what is public."""
    entries = [CALLS, CALENDAR]
    if actor.is_signed_in or actor.kind == "console":
        entries.append(COALITIONS)
    entries.append(SOURCES)
    if actor.is_administrator or actor.kind == "console":
        entries.append(ADMINISTRATION)
    return entries
