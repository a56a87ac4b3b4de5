"""Every word that is shown has a name in each language, and roles have those of the call's programme."""

from enum import StrEnum

import pytest

from store.labels import APART, EU_GRANT_ROLES, FINNISH_PROGRAMME_ROLES, LABELS, label, role_label
from store.vocabulary import (
    ActorType,
    CallStatus,
    Choice,
    Confirmation,
    ConsentKind,
    Counts,
    DecisionState,
    FundingKind,
    Identifier,
    InputKind,
    InputState,
    Language,
    LegalType,
    LetterState,
    MeetingForm,
    MuteKind,
    PartnerRole,
    Programme,
    Represents,
    RiskLevel,
    Role,
    Size,
    Stage,
    Theme,
    Verdict,
    WorkKind,
)

SHOWN: tuple[type[StrEnum], ...] = (
    ActorType,
    CallStatus,
    Choice,
    Confirmation,
    ConsentKind,
    Counts,
    DecisionState,
    FundingKind,
    Identifier,
    InputKind,
    InputState,
    LegalType,
    LetterState,
    MeetingForm,
    MuteKind,
    PartnerRole,
    Programme,
    Represents,
    RiskLevel,
    Role,
    Size,
    Stage,
    Theme,
    Verdict,
    WorkKind,
)


@pytest.mark.parametrize("vocabulary", SHOWN)
def test_every_shown_word_has_a_name_in_three_languages(vocabulary: type[StrEnum]) -> None:
    for word in vocabulary:
        names = [label(word, language) for language in Language]
        assert all(name.strip() == name != "" for name in names)


@pytest.mark.parametrize("vocabulary", SHOWN)
@pytest.mark.parametrize("language", list(Language))
def test_two_words_of_a_vocabulary_have_two_names(vocabulary: type[StrEnum], language: Language) -> None:
    assert len({label(word, language) for word in vocabulary}) == len(vocabulary)


def test_words_that_look_alike_have_their_own_names() -> None:
    """Words are found by their text: one text in two vocabularies would share a name."""
    texts = [str(word) for vocabulary in SHOWN if vocabulary not in APART for word in vocabulary]
    assert len(texts) == len(set(texts)) == len(LABELS)
    assert label(Size.MEDIUM, Language.EN) == "medium-sized enterprise"
    assert label(RiskLevel.MEDIUM, Language.SV) == "medelhög"


def test_every_role_has_its_words_in_each_programme() -> None:
    assert set(EU_GRANT_ROLES) == set(FINNISH_PROGRAMME_ROLES) == set(PartnerRole)
    for programme in (Programme.ERASMUS_PLUS, Programme.JUST_TRANSITION_FUND):
        names = [role_label(PartnerRole.AFFILIATED_ENTITY, programme, language) for language in Language]
        assert names == ["affiliated entity", "sidosyhteisö", "anknuten enhet"]
