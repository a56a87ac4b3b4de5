"""A check tells verdict, grounds, questions and who is missing, for the line-up that holds."""

import re
from io import StringIO

import pytest
from rich.console import Console
from sqlmodel import Session

from api.services.checking import line_ups
from api.services.checking.check_call import check_call
from api.services.checking.check_shapes import CheckPublic, FindingPublic, QuestionPublic
from api.show_check import check_report
from matcher.eligibility.judgement import AnswerKind
from store.errors import NotFound
from store.models import LineUpPart
from store.vocabulary import ActorType, Identifier, Language, LegalType, PartnerRole, Verdict
from tests import builders
from tests.api import care


def of_type(found: CheckPublic, kind: str) -> FindingPublic:
    """The first condition of that type, failed ones first."""
    return next(one for one in (*found.findings, *found.to_keep) if one.type == kind)


def test_a_regional_coalition_may_apply_at_home(session: Session) -> None:
    care.coalition(session)
    care.regional_call(session)
    found = check_call(session, care.SLUG, care.REGIONAL)
    assert (found.verdict, found.verdict_label) == (Verdict.ELIGIBLE, "eligible")
    assert found.proposed
    assert found.line_up_saved_at is None
    assert found.possible_with is None
    assert found.rules
    assert found.rules.action == "FI_ESF"
    assert {one.slug: one.role for one in found.members} == {
        "town": PartnerRole.COORDINATOR,
        "college": PartnerRole.BENEFICIARY,
        "jobless": PartnerRole.ASSOCIATED_PARTNER,
    }
    assert any("job-seekers" in warning.lower() for warning in found.warnings)


def test_what_the_proposal_has_to_keep_to_is_still_ahead_and_lowers_nothing(session: Session) -> None:
    care.coalition(session)
    care.regional_call(session)
    language = of_type(check_call(session, care.SLUG, care.REGIONAL), "language")
    assert (language.answer, language.answer_label, language.value) == (
        "unknown",
        "still ahead",
        "Finnish, Swedish",
    )


def test_missing_countries_are_curable_and_say_what_with(session: Session) -> None:
    care.coalition(session)
    care.adult_call(session)
    found = check_call(session, care.SLUG, care.ADULT)
    assert (found.verdict, found.curable) == (Verdict.INELIGIBLE, True)
    assert found.possible_with
    assert re.fullmatch(r"possible with two partners from two more countries.*", found.possible_with)
    failed = of_type(found, "country_count")
    assert (failed.answer, failed.curable) == ("no", True)
    assert failed.value == "at least 3"


def test_partners_thought_of_together_are_judged_together(session: Session) -> None:
    care.coalition(session)
    care.adult_call(session)
    one = check_call(session, care.SLUG, care.ADULT, what_if=(ActorType.VET_PROVIDER, "SE"))
    assert one.what_if
    assert one.what_if.verdict is Verdict.INELIGIBLE
    two = [(ActorType.VET_PROVIDER, "SE"), (ActorType.EMPLOYER, "EE")]
    both = check_call(session, care.SLUG, care.ADULT, partners=two)
    assert both.what_if
    assert both.what_if.verdict is not Verdict.INELIGIBLE
    assert both.what_ifs[0] == both.what_if
    assert both.verdict is Verdict.INELIGIBLE


def test_the_stored_line_up_is_the_one_that_is_judged(session: Session) -> None:
    care.coalition(session)
    care.regional_call(session)
    line_ups.save(
        session, care.SLUG, care.REGIONAL, [LineUpPart(member="college", role=PartnerRole.BENEFICIARY)]
    )
    found = check_call(session, care.SLUG, care.REGIONAL)
    assert not found.proposed
    assert found.line_up_saved_at
    assert [(one.slug, one.role) for one in found.members if one.role] == [
        ("college", PartnerRole.BENEFICIARY)
    ]
    assert found.verdict is Verdict.INELIGIBLE
    assert of_type(found, "one_coordinator").answer == "no"


def test_words_read_from_the_call_are_evidence_at_their_place(session: Session) -> None:
    care.coalition(session)
    call = care.adult_call(session, description=f"Partnerships learn together. {care.SIZE_QUOTE}")
    found = check_call(session, care.SLUG, care.ADULT)
    size = next(one for one in found.findings if one.type == "consortium_size" and one.read)
    evidence = size.evidence
    assert evidence.quote
    assert evidence.field == "description"
    assert call.description[evidence.start : evidence.end] == evidence.quote
    assert (evidence.origin, evidence.address) == ("text", call.url)


def test_a_rule_names_its_source_and_certainty(session: Session) -> None:
    care.coalition(session)
    care.adult_call(session)
    evidence = of_type(check_call(session, care.SLUG, care.ADULT), "country_count").evidence
    assert evidence.origin == "rule"
    assert evidence.source_title
    assert evidence.reference


def test_a_question_comes_with_its_member_and_the_answers_there_are(session: Session) -> None:
    bare = [one.model_copy(update={"founded": None, "legal_type": None}) for one in care.members()]
    care.coalition(session, members=bare)
    care.adult_call(session)
    found = check_call(session, care.SLUG, care.ADULT)
    asked = [question for member in found.members if (question := member.question)]
    assert asked
    assert all(question.member and question.member_name and question.text for question in asked)
    legal = [question for question in asked if question.kind == "legal_type"]
    assert all({choice.value for choice in one.choices or ()} == set(LegalType) for one in legal)


@pytest.mark.parametrize("language", list(Language))
def test_everything_is_said_in_the_readers_language(session: Session, language: Language) -> None:
    care.coalition(session)
    care.adult_call(session, description=f"Partnerships learn together. {care.SIZE_QUOTE}")
    found = check_call(session, care.SLUG, care.ADULT, language=language)
    words = {
        Language.EN: ("not eligible", "possible with", "coordinator"),
        Language.FI: ("ei tukikelpoinen", "mahdollinen, edellytyksenä", "koordinaattori"),
        Language.SV: ("inte stödberättigad", "möjligt med", "koordinator"),
    }[language]
    assert found.verdict_label == words[0]
    assert str(found.possible_with).startswith(words[1])
    assert [one.role_label for one in found.members if one.role is PartnerRole.COORDINATOR] == [words[2]]
    assert all(one.reason and one.label for one in (*found.findings, *found.to_keep))


def test_roles_have_the_words_of_the_programme(session: Session) -> None:
    care.coalition(session)
    care.regional_call(session)
    found = check_call(session, care.SLUG, care.REGIONAL, language=Language.FI)
    assert [one.role_label for one in found.members] == [
        "päätoteuttaja",
        "osatoteuttaja",
        "yhteistyökumppani",
    ]


def test_sentences_about_the_lead_have_the_words_of_the_programme(session: Session) -> None:
    care.coalition(session)
    care.regional_call(session)
    care.adult_call(session)
    for call, word in ((care.REGIONAL, "päätoteuttaja"), (care.ADULT, "koordinaattori")):
        found = check_call(session, care.SLUG, call, language=Language.FI)
        coordinator = next(one for one in found.members if one.role is PartnerRole.COORDINATOR)
        assert f"voi osallistua {word}na" in coordinator.reason
        lead = of_type(found, "one_coordinator")
        assert (lead.evidence.source_title, lead.evidence.reference, lead.evidence.place) == (
            "mitä jokainen hakemus edellyttää",
            None,
            None,
        )
        assert (lead.label, f"toimii {word}na" in lead.reason) == (f"yksi {word}", True)


def test_a_registration_that_is_lacking_is_still_ahead_and_says_whose(session: Session) -> None:
    town, *others = care.members()
    care.coalition(session, members=[town.model_copy(update={"lacks": [Identifier.BUSINESS_ID]}), *others])
    care.regional_call(session)
    found = of_type(check_call(session, care.SLUG, care.REGIONAL), "identifiers")
    assert (found.answer, found.answer_label) == ("no", "still ahead")
    assert "Sample Town" in found.reason


@pytest.mark.parametrize(("verdict", "asked", "settles"), [
    (Verdict.NEEDS_REVIEW, 1, True), (Verdict.NEEDS_REVIEW, 2, False), (Verdict.INELIGIBLE, 1, False),
])  # fmt: skip
def test_one_answer_settles_only_what_is_left_to_clarify(
    session: Session, verdict: Verdict, asked: int, settles: bool
) -> None:
    care.coalition(session)
    care.regional_call(session)
    question = QuestionPublic(fact="member.founded", kind=AnswerKind.DATE, text="When?", member="town")
    found = check_call(session, care.SLUG, care.REGIONAL).model_copy(
        update={"verdict": verdict, "questions": [question] * asked}
    )
    assert found.one_answer_settles is settles
    printed = Console(record=True, width=200, file=StringIO())
    printed.print(check_report(found, Language.EN))
    heading = (
        "One answer settles this"
        if settles
        else "One question is open"
        if asked == 1
        else "2 questions are open"
    )
    assert heading in printed.export_text()


def test_declarations_of_a_national_call_cite_no_form_of_another_programme(session: Session) -> None:
    care.coalition(session)
    care.regional_call(session)
    evidence = of_type(check_call(session, care.SLUG, care.REGIONAL), "declarations").evidence
    assert (evidence.certainty, "ERASMUS" in evidence.source_title) == ("C", False)
    assert "Asked of all applicants" in str(evidence.note)


def test_a_closed_call_sinks(session: Session) -> None:
    care.coalition(session)
    care.regional_call(
        session, external_id="old", identifier="old", cut_offs=[builders.cut_off("2026-05-01")]
    )
    found = check_call(session, care.SLUG, "old")
    assert (found.verdict, found.curable, found.possible_with) == (Verdict.INELIGIBLE, False, None)
    assert of_type(found, "deadline").answer == "no"


def test_what_is_not_there_is_told(session: Session) -> None:
    care.coalition(session)
    with pytest.raises(NotFound, match="No call 'none'"):
        check_call(session, care.SLUG, "none")
    care.regional_call(session)
    with pytest.raises(NotFound, match="No coalition 'none'"):
        check_call(session, "none", care.REGIONAL)
