"""The bar of the demo: as whom one is looking, and a switch; for whoever sits at the machine it runs on."""

from dataclasses import dataclass

from starlette.requests import Request

from api.services.access.sample_users import SampleUser, sample_users
from api.settings import is_demo
from frontend.asking import session_of
from frontend.session_cookie import is_on_this_machine

Group = tuple[str | None, list[SampleUser]]


@dataclass(frozen=True)
class DemoBar:
    """The users of the bar, by coalition or organisation; those without one come last (None)."""

    groups: list[Group]


def demo_bar(request: Request) -> DemoBar | None:
    """The bar of this request's page; None outside the demo, for another machine, and where no page is."""
    session = session_of(request)
    if session is None or not is_demo() or not is_on_this_machine(request):
        return None
    return DemoBar(by_place(sample_users(session)))


def by_place(users: list[SampleUser]) -> list[Group]:
    """The users under the name of where they belong, in the order of their first user."""
    groups: dict[str | None, list[SampleUser]] = {}
    for user in users:
        groups.setdefault(user.place, []).append(user)
    without = groups.pop(None, [])
    return [*groups.items(), *([(None, without)] if without else [])]
