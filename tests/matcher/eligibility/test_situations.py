"""The situations, judged: whether each verdict is the one that the facts give."""

from collections import Counter
from pathlib import Path

import pytest

from matcher.eligibility.judge import check
from matcher.eligibility.judgement import Answer, Finding, Judgement
from matcher.eligibility.judging.questions import type_of
from matcher.eligibility.rulebook import rulebook
from matcher.eligibility.sentences import say
from matcher.errors import BadRuleFile
from store.vocabulary import Language, PartnerRole, Verdict
from tests.matcher.eligibility.situation_files import Situation, all_situations, read_situations

SITUATIONS = all_situations()
AT_LEAST = 150
REVIEWED_AT_MOST = 0.25
CATALOGUE = {f"R{number:02}" for number in range(1, 34)}
WORST = (Answer.NO, Answer.UNKNOWN, Answer.YES)


@pytest.mark.parametrize("situation", SITUATIONS, ids=[one.id for one in SITUATIONS])
def test_the_verdict_is_as_the_facts_give_it(situation: Situation) -> None:
    judged = check(situation.call_facts(), situation.parties(), rulebook(), situation.now(), situation.plan())
    if situation.expect.of is None:
        assert _group(judged, situation) == _wanted(situation), say(judged.reason, Language.EN)
    else:
        assert _partner(judged, situation) == _wanted(situation)


def _wanted(situation: Situation) -> dict[str, object]:
    """What is expected, without what nobody compares."""
    return situation.expect.model_dump(exclude={"missing"}, exclude_none=True)


def _group(judged: Judgement, situation: Situation) -> dict[str, object]:
    """What the group's verdict says of all that is expected."""
    expect = situation.expect
    deciding = [f for f in judged.findings if f.answer is not Answer.YES]
    deciding += [f for f in judged.to_keep if f.answer is Answer.NO]
    asked = [question.fact for question in judged.questions]
    leads = [member.party for member in judged.members if member.role is PartnerRole.COORDINATOR]
    found: dict[str, object] = {"verdict": judged.verdict}
    if expect.curable is not None:
        found["curable"] = judged.curable
    found |= _told(expect.because, expect.asks, deciding, asked)
    if expect.lead is not None:
        found["lead"] = leads[0] if leads else None
    roles = {member.party: member.role or "none" for member in judged.members if member.party in expect.roles}
    return found | {"roles": roles, "keep": {kind: _answer(kind, judged.to_keep) for kind in expect.keep}}


def _partner(judged: Judgement, situation: Situation) -> dict[str, object]:
    """What one partner's verdict says of all that is expected."""
    expect = situation.expect
    member = next(member for member in judged.members if member.party == expect.of)
    deciding = [f for f in member.findings if f.answer is not Answer.YES]
    asked = [member.question.fact] if member.question else []
    found = {"verdict": member.verdict, "of": member.party}
    return found | _told(expect.because, expect.asks, deciding, asked) | {"roles": {}, "keep": {}}


def _told(
    because: str | None, asks: str | None, deciding: list[Finding], asked: list[str]
) -> dict[str, object]:
    """The type and the question that are expected when they are there, else all that are."""
    kinds = [type_of(f.applied.condition) for f in deciding]
    found: dict[str, object] = {}
    if because is not None:
        found["because"] = because if because in kinds else kinds
    if asks is not None:
        found["asks"] = asks if asks in asked else asked
    return found


def _answer(kind: str, to_keep: tuple[Finding, ...]) -> Answer | None:
    """The worst answer of that type; None when the call has no such condition."""
    found = {f.answer for f in to_keep if type_of(f.applied.condition) == kind}
    return next((answer for answer in WORST if answer in found), None)


def test_there_are_enough_situations_and_few_that_only_ask() -> None:
    verdicts = Counter(situation.expect.verdict for situation in SITUATIONS)
    assert len(SITUATIONS) >= AT_LEAST
    assert verdicts[Verdict.NEEDS_REVIEW] <= REVIEWED_AT_MOST * len(SITUATIONS)
    assert all(s.expect.asks for s in SITUATIONS if s.expect.verdict is Verdict.NEEDS_REVIEW)


def test_every_situation_has_an_id_of_its_own() -> None:
    twice = [one for one, times in Counter(situation.id for situation in SITUATIONS).items() if times > 1]
    assert twice == []


def test_every_rule_of_the_catalogue_is_met_by_a_situation() -> None:
    assert {rule for situation in SITUATIONS for rule in situation.rules} == CATALOGUE


SOUND = """- id: one
  title: A town alone
  rules: [R05]
  on: 2026-03-02
  call: {action: FI_ESF, deadline: 2026-03-26 16:15 Europe/Helsinki}
  partners:
    - {name: Town, type: municipality, country: FI}
  expect: {verdict: eligible}
"""


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("title: A town alone", "titel: A town alone", r"bad.yaml:2: titel: "),
        ("country: FI}", "land: FI}", r"bad.yaml:7: partners.land: |bad.yaml:7: partners.country: "),
        ("verdict: eligible", "verdict: fine", r"bad.yaml:8: expect.verdict: "),
        ("verdict: eligible", "verdict: needs_review", r"bad.yaml:8: expect: .*asks"),
        ("2026-03-02", "2026-02-30", r"bad.yaml:4: on: "),
        ("16:15 Europe/Helsinki", "16:15 Helsinki", r"bad.yaml:5: call: "),
        ("country: FI}", "country: FI, region: Atlantis}", r"bad.yaml:6: partners: 'Atlantis'"),
        (
            "FI_ESF, ",
            "FI_ESF, read: [{type: region, towns: [x]}], ",
            r"bad.yaml:5: call: .*towns",
        ),
    ],
)
def test_what_is_not_understood_is_told_with_file_and_line(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(SOUND, encoding="utf-8")
    assert [situation.id for situation in read_situations(path)] == ["one"]
    path.write_text(SOUND.replace(old, new), encoding="utf-8")
    with pytest.raises(BadRuleFile, match=told):
        read_situations(path)
