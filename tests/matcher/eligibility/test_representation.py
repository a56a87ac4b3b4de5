"""Who speaks for job-seekers and workers."""

import pytest

from matcher.eligibility.representation import warn
from store.vocabulary import ActorType, PartnerRole
from tests.matcher.eligibility.making import (
    AFFILIATED,
    ASSOCIATED,
    BENEFICIARY,
    COORDINATOR,
    SUBCONTRACTOR,
    party,
    say_all,
)

SEEKERS, UNION = ActorType.TARGET_GROUP_ORG, ActorType.TRADE_UNION


@pytest.mark.parametrize("role", [COORDINATOR, BENEFICIARY, AFFILIATED])
def test_a_real_role_is_one_with_funding(role: PartnerRole) -> None:
    assert warn([party(kind=SEEKERS, role=role), party(kind=UNION, role=role)]) == ()


@pytest.mark.parametrize("role", [SUBCONTRACTOR, None])
def test_neither_is_told_of_each(role: PartnerRole | None) -> None:
    found = warn([party(kind=SEEKERS, role=role), party(kind=UNION, role=role), party()])
    say_all(found)
    assert [message.key for message in found] == [
        "representation.job_seekers.none",
        "representation.workers.none",
    ]


def test_associated_only_is_told_with_their_names() -> None:
    found = warn(
        [
            party("s", kind=SEEKERS, role=ASSOCIATED),
            party("t", kind=SEEKERS, role=ASSOCIATED),
            party("n", kind=SEEKERS, role=None),
            party("u", kind=UNION),
        ]
    )
    say_all(found)
    assert [(message.key, message.values) for message in found] == [
        ("representation.job_seekers.associated", {"names": ("S", "T")})
    ]
    (workers,) = warn([party("s", kind=SEEKERS), party("u", kind=UNION, role=ASSOCIATED)])
    say_all([workers])
    assert (workers.key, workers.values) == ("representation.workers.associated", {"names": ("U",)})


def test_one_funded_voice_is_enough() -> None:
    seekers = [party("s", kind=SEEKERS, role=ASSOCIATED), party("t", kind=SEEKERS)]
    assert warn([*seekers, party("u", kind=UNION)]) == ()
