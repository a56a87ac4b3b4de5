"""The ranker on vectors that can be told by eye."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.documents import Document
from matcher.encoder import EngineKey
from matcher.fit import Fit
from matcher.language_means import LanguageMeans
from matcher.profile import EmbeddedProfile, Profile
from matcher.ranking import Index, rank
from store.vocabulary import CallStatus
from tests.matcher import doubles
from tests.matcher.doubles import document, index, profile

CLOSED, OPEN, FORECASTED = CallStatus.CLOSED, CallStatus.OPEN, CallStatus.FORECASTED


def ids(documents: list[Document], wanted: str = "care", **facts: object) -> list[str]:
    """Ids in ranked order."""
    return [match.document.id for match in rank(profile(wanted, **facts), index(*documents))]


def test_the_nearest_call_comes_first_and_ties_go_by_id() -> None:
    calls = [
        document("both", "care digital"),
        document("other", "peat"),
        document("care-b", "care"),
        document("care-a", "care"),
    ]
    assert ids(calls) == ["care-a", "care-b", "both", "other"]
    assert [match.rank for match in rank(profile(), index(*calls))] == [1, 2, 3, 4]


def test_without_calls_there_are_no_matches() -> None:
    assert rank(profile(), index()) == []


def test_closed_calls_sink_below_calls_that_may_be_applied_for() -> None:
    calls = [
        document("closed-fits", "care", status=CLOSED),
        document("open-unfit", "peat", status=OPEN),
        document("barred", "care", status=OPEN, barred=True),
        document("closed-barred", "care", status=CLOSED, barred=True),
    ]
    assert ids(calls) == ["open-unfit", "barred", "closed-barred", "closed-fits"]


def test_open_calls_come_before_forthcoming_ones() -> None:
    calls = [
        document("open-half", "care digital", status=OPEN),
        document("ahead", "care", status=FORECASTED),
        document("open-unfit", "peat", status=OPEN),
    ]
    assert ids(calls) == ["open-half", "open-unfit", "ahead"]


def test_a_missing_status_is_neutral() -> None:
    known = [document("a", "care digital", status=OPEN), document("b", "care", status=OPEN)]
    some = [document("a", "care digital", status=OPEN), document("b", "care")]
    assert ids(some) == ids(known) == ["b", "a"]


def test_shared_words_decide_between_calls_of_one_meaning_in_the_language_of_the_coalition() -> None:
    calls = [
        document("far", "care nurses hospital"),
        document("near", "care coastal villages"),
        document("none", "digital"),
    ]
    assert ids(calls, "care in coastal villages", language="en")[:2] == ["near", "far"]
    assert ids(calls, "care in coastal villages", language="sv")[:2] == ["far", "near"]
    assert ids(calls, "care in coastal villages")[:2] == ["far", "near"]


def test_words_in_another_language_change_nothing() -> None:
    calls = [document("a", "care", language="fi"), document("b", "care turve", language="sv")]
    parts = [match.parts.words for match in rank(profile("care turve", language="en"), index(*calls))]
    assert parts == [0.0, 0.0]


def test_a_language_is_not_lifted_as_a_whole_by_its_words() -> None:
    english = [document(f"en{n}", f"care word{n}", language="en") for n in range(4)]
    finnish = [document(f"fi{n}", "care", language="fi") for n in range(4)]
    found = rank(profile("care word1 word2", language="en"), index(*english, *finnish))
    assert sum(match.parts.words for match in found) == pytest.approx(0, abs=1e-5)


def test_one_rare_word_cannot_outweigh_everything() -> None:
    calls = [document(f"c{n:03}", "digital") for n in range(300)] + [document("rare", "digital zymurgy")]
    best = rank(profile("digital zymurgy", language="en"), index(*calls))[0]
    assert best.document.id == "rare"
    assert best.parts.words == 8.0


@given(st.permutations(range(6)))
def test_the_order_of_the_calls_in_the_index_changes_nothing(order: list[int]) -> None:
    texts = ["care", "care digital", "peat", "youth care sport", "digital", "care"]
    calls = [document(f"c{n}", texts[n]) for n in order]
    assert ids(calls) == ids(sorted(calls, key=lambda call: call.id))


def test_every_call_alike_is_ranked_by_id_and_merely_possible() -> None:
    found = rank(profile("care", language="en"), index(document("b"), document("a")))
    assert [match.document.id for match in found] == ["a", "b"]
    assert {match.fit for match in found} == {Fit.POSSIBLE}
    assert {match.score for match in found} == {0.0}


def test_a_call_that_stands_out_is_strong_only_where_it_comes_nearer_than_unrelated_texts() -> None:
    calls = [document(f"c{n:02}", "peat") for n in range(20)]
    calls.append(document("z", "care digital youth sport language"))
    vectors = doubles.OneHotEncoder().encode_passages([call.text for call in calls])
    for deviation, fit in ((0.1, Fit.STRONG), (0.13, Fit.GOOD), (0.2, Fit.POSSIBLE)):
        assert rank(profile(), Index(calls, vectors, doubles.means(deviation)))[0].fit is fit


def test_the_language_of_a_vector_is_taken_away_before_comparing() -> None:
    shared, english, finnish = np.eye(3, dtype=np.float32)
    by_language = {"fi": finnish * 3, "en": english * 3}
    means = LanguageMeans(EngineKey("three", "1"), by_language, by_language)
    calls = [document("same-language", language="fi"), document("same-subject", language="en")]
    vectors = np.stack([finnish * 3 - shared, english * 3 + shared]).astype(np.float32)
    wanted = EmbeddedProfile(Profile(language="fi"), finnish * 3 + shared, np.empty((0, 3), dtype=np.float32))
    raw = LanguageMeans(means.engine, {}, {})
    assert rank(wanted, Index(calls, vectors, means))[0].document.id == "same-subject"
    assert rank(wanted, Index(calls, vectors, raw))[0].document.id == "same-language"
