"""Every screen, as whom it is seen, and with what is in it: the one table that tests of all screens walk.

A new screen is a line here; `test_three_languages.py` fails for a page of the application that has none.
"""

from dataclasses import dataclass

from tests.frontend.whole_world import ADMIN, LEAD, LINK, MEMBER, OFFICER, STRANGER, WRITER


@dataclass(frozen=True)
class Screen:
    """One screen. address: `{token}` and the like are `Whole.names`; empty: in the world without calls,
    which is a demo.
    """

    address: str
    who: str = LEAD
    status: int = 200
    empty: bool = False


def _of(coalition: str, *paths: str, who: str = LEAD) -> list[Screen]:
    return [Screen(f"/coalitions/{coalition}{path}", who) for path in paths]


PUBLIC = [
    Screen("/", STRANGER),
    Screen("/"),
    Screen("/?q=nothing-like-it", STRANGER),
    Screen("/?status=open&programme=esf_plus", STRANGER),
    Screen("/?status=zzz&programme=zzz&source=zzz", STRANGER),
    Screen("/calls/ESF-2026-TEST", STRANGER),
    Screen("/calls/ESF-2026-TEST"),
    Screen("/calls/DOUBTFUL", STRANGER),
    Screen("/calls/UNKNOWN", STRANGER),
    Screen("/calls/PAST", OFFICER),
    Screen("/calls/nowhere", STRANGER, status=404),
    Screen("/calendar", STRANGER),
    Screen("/calendar"),
    Screen("/sources", STRANGER),
    Screen("/accessibility", STRANGER),
    Screen("/privacy", STRANGER),
    Screen("/no-such-page", status=404),
]
ACCOUNTS = [
    Screen("/sign-in", STRANGER),
    Screen("/sign-in?next=/coalitions", STRANGER),
    Screen("/forgot", STRANGER),
    Screen("/reset/no-such-token", STRANGER, status=410),
    Screen("/join/{join}", STRANGER),
    Screen("/join/{lead}", STRANGER),
    Screen("/join/no-such-token", STRANGER, status=410),
    Screen("/account"),
    Screen("/account", ADMIN),
]
COALITIONS = [
    Screen("/coalitions"),
    Screen("/coalitions", OFFICER),
    Screen("/coalitions/new"),
    Screen("/coalitions/new/edit"),
    Screen("/coalitions/full", OFFICER),
    Screen("/coalitions/full", MEMBER),
    Screen("/coalitions/full/matches", OFFICER, status=403),
    Screen("/coalitions/full?saved=1"),
    *_of("full", "", "/edit", "/profile", "/coverage", "/people"),
    *_of("bare", "", "/edit", "/profile", "/coverage", "/people"),
    *_of("full", *(f"/profile/{step}" for step in (
        "who", "members", "goals", "needs", "capacity", "languages", "avoids"))),
    *_of("bare", "/profile/members", "/profile/needs"),
]  # fmt: skip
WORK = [
    *_of(
        "full", "/matches", "/board", "/shortlist", "/follow-up", "/follow-up/g1", "/follow-up/g2", "/inputs"
    ),
    *_of("bare", "/matches", "/board", "/shortlist", "/follow-up", "/inputs"),
    *_of("full", "/matches", "/board", who=WRITER),
    *_of("full", "/matches", "/board", "/follow-up", "/inputs", "/my-role", who=MEMBER),
    Screen("/coalitions/full/my-role", WRITER, status=403),
    *_of("full", "/compare?call=COVE&call=KA220-ADU", "/compare", "/review/2026", "/review/2025"),
    *_of("bare", "/review/2026"),
    *_of("full", "/decisions/COVE", "/decisions/UNKNOWN", "/decisions/DOUBTFUL"),
    *_of("full", "/asks/COVE", "/asks/KA220-ADU", "/asks/UNKNOWN"),
    *_of("bare", "/asks/COVE"),
    *_of("full", "/outcomes/PAST", "/outcomes/COVE"),
    Screen("/coalitions/full/outcomes/UNKNOWN", status=409),
    *_of("full", "/checks/ESF-2026-TEST", "/checks/ESF-2026-TEST?saved=answer", "/checks/KA220-ADU"),
    *_of("full", "/checks/ESF-2026-TEST?partner=employer&country=SE", "/checks/DOUBTFUL", "/checks/UNKNOWN"),
    *_of("bare", "/checks/UNKNOWN"),
    *_of("full", "/checks/COVE", who=MEMBER),
    *_of("full", "/drafts/COVE"),
    *_of("bare", "/drafts/COVE?saved=1"),
    Screen("/jobs/{job_going}"),
    Screen("/jobs/{job_done}"),
    Screen("/jobs/{job_failed}"),
]
MEMBERS = [
    Screen("/m/{token}", LINK),
    Screen("/m/{token}/inputs", LINK),
    Screen("/m/no-such-token", STRANGER, status=410),
]
EMPTY = [
    Screen(address, who, empty=True)
    for address, who in (
        ("/", STRANGER),
        ("/demo", STRANGER),
        ("/calendar", STRANGER),
        ("/sources", STRANGER),
        ("/coalitions", OFFICER),
        ("/coalitions", ADMIN),
        ("/coalitions/bare", LEAD),
        ("/coalitions/bare/matches", LEAD),
        ("/admin", ADMIN),
        ("/admin/sources", ADMIN),
    )
]
ADMINISTRATION = [
    Screen("/admin", ADMIN),
    Screen("/admin/people", ADMIN),
    Screen("/admin/sources", ADMIN),
    Screen("/admin/audit", ADMIN),
    Screen("/admin/audit?action=zzz", ADMIN),
    Screen("/admin", LEAD, status=403),
]
SCREENS = [*PUBLIC, *ACCOUNTS, *COALITIONS, *WORK, *MEMBERS, *ADMINISTRATION, *EMPTY]
