"""What a what-if promises holds: partners as told, in the roles told, give at least the verdict told."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.eligibility.cures import partners_needed
from matcher.eligibility.facts import Applied, Party
from matcher.eligibility.judge import judge
from matcher.eligibility.judgement import Message
from matcher.eligibility.judging.case import Case
from matcher.eligibility.line_up import propose
from matcher.eligibility.roles import role_answer
from matcher.eligibility.what_if import verdict_of, what_ifs
from store.vocabulary import ActorType, LegalType, PartnerRole, Verdict
from tests.matcher.eligibility.making import ASSOCIATED, BENEFICIARY, BOOK, COORDINATOR, NOW, say_all
from tests.matcher.eligibility.test_line_up_search import CALL, RANK, REGIONS, asked, coalition

ANSWERS = ("yes", "unknown", "no")


@settings(deadline=None, max_examples=150)
@given(coalition([None], [None]), asked(), st.booleans())
def test_what_is_promised_holds(
    members: tuple[Party, ...], conditions: tuple[Applied, ...], decided: bool
) -> None:
    line_up = propose(CALL, members, conditions, BOOK, NOW)
    if decided:
        line_up = tuple(replace(one, role=role) for one, role in zip(members, _roles(), strict=False))
    case = Case(CALL, line_up, conditions, BOOK, NOW)
    judged = judge(CALL, line_up, conditions, BOOK, NOW)
    for found in what_ifs(case, judged):
        assert judged.verdict is Verdict.INELIGIBLE
        assert judged.curable
        assert partners_needed(judged.cures)
        assert found.verdict is not Verdict.INELIGIBLE
        say_all([found.message])
        if not found.message.key.startswith("what_if.many"):
            real = case.with_line_up(tuple(_as_told(found.message, case)))
            assert RANK[verdict_of(real).verdict] >= RANK[found.verdict]


def _roles() -> Sequence[PartnerRole]:
    return (COORDINATOR, BENEFICIARY, BENEFICIARY)


def _as_told(message: Message, case: Case) -> Iterator[Party]:
    """The members in the roles told, and real partners of which every fact is known."""
    moved: dict[str, PartnerRole | None] = {}
    while message.key in ("what_if.aside", "what_if.out"):
        role = ASSOCIATED if message.key == "what_if.aside" else None
        moved |= dict.fromkeys(_words(message, "names"), role)
        inner = message.values["what_if"]
        assert isinstance(inner, Message)
        message = inner
    leads = _words(message, "lead")
    for one in case.parties:
        role = BENEFICIARY if leads and one.role is COORDINATOR else one.role
        yield replace(one, role=moved.get(one.name, role))
    told = [
        *((pair, COORDINATOR) for pair in leads),
        *((pair, BENEFICIARY) for pair in _words(message, "partners")),
    ]
    for place, (pair, taken) in enumerate(told):
        yield _real(f"n{place}", pair, taken, case)


def _words(message: Message, key: str) -> tuple[str, ...]:
    words = message.values[key]
    assert isinstance(words, tuple)
    return words


def _real(key: str, pair: str, role: PartnerRole, case: Case) -> Party:
    kind, country = pair.split()
    facts = product(LegalType, REGIONS if country == "FI" else (None,))
    could = [
        Party(
            f"{key}-{legal}-{region}",
            key,
            ActorType(kind),
            country,
            role,
            nuts_region=region,
            legal_type=legal,
            founded=CALL.cut_off.replace(year=1980) if CALL.cut_off else None,
            may_co_fund=True,
            consortium_experience=True,
        )
        for legal, region in facts
    ]
    return min(could, key=lambda one: ANSWERS.index(role_answer(one, role, case).answer))
