"""What a verdict would become possible with, put into one line that can be read aloud."""

import pytest

from matcher.eligibility.cures import combined
from matcher.eligibility.judgement import Cure, Message, Value
from matcher.eligibility.verdict_words import possible_with
from store.labels import RoleWords
from store.vocabulary import ActorType, Language, PartnerRole, Verdict

VET, EMPLOYER = ActorType.VET_PROVIDER, ActorType.EMPLOYER
Told = tuple[str, str, str]


def partners(count: int) -> Cure:
    """So many partners more."""
    return Cure(Message("cure.partners", {"count": count}), count)


def countries(count: int) -> Cure:
    """Partners from so many countries more."""
    return Cure(Message("cure.countries", {"count": count}), count, countries=count)


def kind(actor: ActorType, count: int = 1) -> Cure:
    """A kind of partner."""
    values: dict[str, Value] = {"count": count, "actors": (actor,)}
    return Cure(Message("cure.kinds", values), count, actor_types=(actor,))


LEAD = Cure(Message("cure.lead.actors", {"actors": (VET,)}), actor_types=(VET,), role=PartnerRole.COORDINATOR)
GRANT = Cure(Message("cure.grant.at_most", {"amount": 60_000}), 0)
LENGTH = Cure(Message("cure.duration.exactly", {"amount": 24}), 0)
DECLARED = Cure(Message("cure.declarations", {"topics": ("eu_values",)}), 0)


@pytest.mark.parametrize(
    ("cures", "told"),
    [
        (
            [countries(2)],
            (
                "possible with two partners from two more countries",
                "mahdollinen, edellytyksenä kaksi kumppania kahdesta muusta maasta",
                "möjligt med två partner från ytterligare två länder",
            ),
        ),
        (
            [GRANT, LENGTH],
            (
                "possible with a grant of at most EUR 60,000 and a length of 24 months",
                "mahdollinen, edellytyksenä enintään 60\u00a0000 euron avustus ja 24 kuukauden kesto",
                "möjligt med ett bidrag på högst 60\u00a0000 euro och en projektperiod på 24 månader",
            ),
        ),
        (
            [countries(1), kind(VET)],
            (
                "possible with a VET provider, from one more country",
                "mahdollinen, edellytyksenä ammatillisen koulutuksen järjestäjä, vielä yhdestä maasta",
                "möjligt med en anordnare av yrkesutbildning, från ytterligare ett land",
            ),
        ),
        (
            [countries(1), LEAD],
            (
                "possible with a VET provider as coordinator, from one more country",
                "mahdollinen, edellytyksenä ammatillisen koulutuksen järjestäjä koordinaattorina, "
                "vielä yhdestä maasta",
                "möjligt med en anordnare av yrkesutbildning som koordinator, från ytterligare ett land",
            ),
        ),
        (
            [countries(1), kind(VET), kind(EMPLOYER)],
            (
                "possible with a VET provider and an employer, one of them from one more country",
                "mahdollinen, edellytyksenä ammatillisen koulutuksen järjestäjä ja työnantaja, "
                "niistä yksi vielä yhdestä maasta",
                "möjligt med en anordnare av yrkesutbildning och en arbetsgivare, "
                "en av dem från ytterligare ett land",
            ),
        ),
        (
            [partners(1), kind(VET)],
            (
                "possible with a VET provider",
                "mahdollinen, edellytyksenä ammatillisen koulutuksen järjestäjä",
                "möjligt med en anordnare av yrkesutbildning",
            ),
        ),
        (
            [countries(3), kind(VET), kind(EMPLOYER)],
            (
                "possible with three partners from three more countries, among them a VET provider "
                "and an employer",
                "mahdollinen, edellytyksenä kolme kumppania kolmesta muusta maasta, joukossa "
                "ammatillisen koulutuksen järjestäjä ja työnantaja",
                "möjligt med tre partner från ytterligare tre länder, bland dem en anordnare av "
                "yrkesutbildning och en arbetsgivare",
            ),
        ),
        (
            [countries(1), DECLARED],
            (
                "possible with a partner from one more country; a declaration: EU values",
                "mahdollinen, edellytyksenä kumppani vielä yhdestä maasta; vakuutus: EU:n arvot",
                "möjligt med en partner från ytterligare ett land; en försäkran: EU:s värden",
            ),
        ),
    ],
)
def test_how_cures_read_together(cures: list[Cure], told: Told) -> None:
    found = combined(cures)
    assert tuple(possible_with(Verdict.INELIGIBLE, found, language) for language in Language) == told


def test_a_finnish_call_says_lead_partner_and_support() -> None:
    told = possible_with(Verdict.INELIGIBLE, [LEAD, GRANT], Language.FI, RoleWords.FINNISH_PROGRAMME)
    assert told == (
        "mahdollinen, edellytyksenä ammatillisen koulutuksen järjestäjä päätoteuttajana "
        "ja enintään 60\u00a0000 euron tuki"
    )


@pytest.mark.parametrize(
    ("verdict", "cures"),
    [(Verdict.ELIGIBLE, [GRANT]), (Verdict.NEEDS_REVIEW, [GRANT]), (Verdict.INELIGIBLE, [])],
)
def test_nothing_is_said_where_nothing_is_to_be_cured(verdict: Verdict, cures: list[Cure]) -> None:
    assert possible_with(verdict, cures, Language.EN) is None
