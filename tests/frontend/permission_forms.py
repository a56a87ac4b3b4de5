"""What each route is asked with: a form that its rightful sender could send, and its address."""

import re

from fastapi import FastAPI
from fastapi.routing import iter_route_contexts

from frontend import assets
from tests.api.drafting import PROJECT
from tests.api.pdfs import pdf
from tests.frontend.people import PASSWORD
from tests.frontend.permission_world import CALL, QUIET, World

PARAMETER = re.compile(r"\{(\w+)(?::\w+)?\}")
KNOWN = {"call": CALL, "kind": "md", "step": "needs", "goal": "g1", "year": "2026", "name": CALL}
"""Parameters of routes that are the same for both coalitions; `World.numbers` knows the others."""
ADDRESSES = {
    "/static/{marked}/{name}": f"/static/{assets.mark()}/koalitio.css",
    "/join/{token}": "/join/{join}",
    "/reset/{token}": "/reset/{reset}",
    "/calls/{name:path}/documents/{number}": f"/calls/{CALL}/documents/{{document}}",
    "/{path:path}": "/no-such-page",
    "/m/{token}": f"/m/{{token}}?call={CALL}",
    "/coalitions/{slug}/my-role": f"/coalitions/{{slug}}/my-role?call={CALL}",
    "/coalitions/{slug}/compare": f"/coalitions/{{slug}}/compare?call={CALL}",
}
"""Routes whose address is not made of the parameters alone."""
FORMS: dict[str, dict[str, str]] = {
    "/language": {"language": "fi", "back": "/"},
    "/theme": {"theme": "dark", "back": "/"},
    "/seen": {},
    "/sign-in": {"email": "lead@example.org", "password": PASSWORD},
    "/sign-out": {},
    "/forgot": {"email": "lead@example.org"},
    "/reset/{token}": {"password": "four other words here"},
    "/join/{token}": {"name": "Zx Zx", "password": "four other words here"},
    "/demo/switch": {"account": "{account}"},
    "/account#save": {"do": "save", "name": "Zx Zx", "language": "fi", "theme": "dark"},
    "/account#end": {"do": "end_others"},
    "/account#password": {
        "do": "change_password", "old_password": PASSWORD, "new_password": "four other words here",
    },
    "/coalitions/new": {"name": "Zx new", "language": "en", "country": "FI", "do": "save"},
    "/coalitions/new/edit": {"name": "Zx new", "language": "en", "country": "FI", "do": "save"},
    "/coalitions/{slug}/edit": {"name": "Zx", "language": "en", "country": "FI", "seen": "{seen}"},
    "/coalitions/{slug}/profile/{step}": {"do": "later", "seen": "{seen}"},
    "/coalitions/{slug}/coverage": {"on.n1.college": "1", "with.n1.college": "Zx", "seen": "{covered}"},
    "/coalitions/{slug}/matches": {},
    "/coalitions/{slug}/people#invite": {"do": "invite", "email": "zx@example.org", "role": "lead"},
    "/coalitions/{slug}/people#cancel": {"do": "cancel", "invitation": "{invitation}"},
    "/coalitions/{slug}/people#role": {"do": "take_role", "account": "{account}", "role": "lead"},
    "/coalitions/{slug}/people#link": {"do": "make_link", "link_member": "college"},
    "/coalitions/{slug}/people#revoke": {"do": "revoke", "link": "{link}"},
    "/coalitions/{slug}/people#consent": {"do": "consent", "kind": "found_as_partner", "given": "yes"},
    "/coalitions/{slug}/comments": {"text": "Zx zx", "call": CALL},
    "/coalitions/{slug}/checks/{call:path}#keep": {"do": "keep", "role-college": "coordinator"},
    "/coalitions/{slug}/checks/{call:path}#clear": {"do": "clear"},
    "/coalitions/{slug}/checks/{call:path}#upload": {"do": "upload"},
    "/coalitions/{slug}/drafts/{call:path}": {},
    "/coalitions/{slug}/decisions/{call:path}#decide": {"do": "decide", "choice": "watch"},
    "/coalitions/{slug}/decisions/{call:path}#stage": {"do": "stage", "stage": "drafting"},
    "/coalitions/{slug}/decisions/{call:path}#mute": {"do": "mute", "kind": "call"},
    "/coalitions/{slug}/asks/{call:path}": {
        "member": "college", "with-college": "1", "role-college": "beneficiary", "hours-college": "10",
    },
    "/coalitions/{slug}/inputs#propose": {"kind": "need", "text": "Zx zx"},
    "/coalitions/{slug}/inputs#take": {"do": "take", "input": "{input}"},
    "/coalitions/{slug}/inputs#aside": {"do": "aside", "input": "{input}", "word": "Zx"},
    "/coalitions/{slug}/my-role": {"do": "confirm", "version": "{version}"},
    "/m/{token}": {"do": "confirm", "version": "{version}"},
    "/m/{token}/inputs": {"kind": "need", "text": "Zx zx"},
    "/coalitions/{slug}/follow-up/{goal}#value": {"do": "add", "day": "1.5.2026", "value": "4"},
    "/coalitions/{slug}/follow-up/{goal}#target": {"do": "target", "unit": "people", "target": "9"},
    "/coalitions/{slug}/outcomes/{call:path}": {"stage": "submitted", "submitted_on": "1.5.2026"},
    "/admin/people#invite": {"do": "invite", "kind": "administrator", "email": "zx@example.org"},
    "/admin/people#cancel": {"do": "cancel", "invitation": "{invitation}"},
    "/admin/people#active": {"do": "set_active", "account": "{account}", "active": "yes"},
    "/admin/people#administrator": {"do": "set_administrator", "account": "{account}", "given": "yes"},
    "/admin/sources": {"do": "run", "source": "eu_esf_plus"},
}  # fmt: skip
"""Forms of POST routes, by the route's path; `{slug}` and the like are filled in. `#name`: one of several."""
FILES = {
    "/coalitions/{slug}/drafts/{call:path}": ("project", "zx.yaml", PROJECT.encode()),
    "/coalitions/{slug}/checks/{call:path}#upload": (
        "document",
        "zx.pdf",
        pdf("Schools and employers of at least three countries take part in the project together."),
    ),
}
"""Field, name and bytes of what some of them send along."""


def route_of(key: str) -> str:
    """The route of a form that is one of several."""
    return key.partition("#")[0]


def routes_of(app: FastAPI) -> list[tuple[str, str]]:
    """Method and path of every route of the application; HEAD is GET."""
    return [
        (method, route.path or "")
        for route in iter_route_contexts(app.routes)
        for method in sorted((route.methods or set()) - {"HEAD"})
    ]


def address_of(path: str, world: World, slug: str) -> str:
    """The address of a route, for one coalition."""
    path, numbers = route_of(path), KNOWN | world.numbers[slug]
    if path in ADDRESSES:
        return ADDRESSES[path].format(**numbers)
    return PARAMETER.sub(lambda found: numbers[found[1]], path)


def form_of(path: str, world: World, slug: str) -> dict[str, str]:
    """The form of a POST route, for one coalition."""
    numbers = KNOWN | world.numbers[slug]
    return {name: value.format(**numbers) for name, value in FORMS[path].items()}


def is_of_a_coalition(path: str, world: World) -> bool:
    """Whether the route is asked once for each coalition."""
    other = next(slug for slug in world.numbers if slug != QUIET)
    return address_of(path, world, QUIET) != address_of(path, world, other)
