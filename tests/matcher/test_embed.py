"""Vectors in the store: made once, made again only for changed text, and never by loading a model in vain."""

from collections.abc import Sequence

import pytest
from sqlmodel import Session, col, select

from matcher.embed import BATCH, embed_missing
from matcher.encoder import EngineKey, Vectors
from matcher.passages import passage_text, split_passages
from matcher.stored_texts import Kind, StoredText
from matcher.stored_vectors import call_passages, embedded_profile, whole_vectors
from store.coalitions import save_coalition
from store.importer import save_call
from store.models import Call, GoalCreate, Vector
from store.vocabulary import VectorOwner
from tests import builders
from tests.matcher.doubles import OneHotEncoder, not_to_be_called

KEY = OneHotEncoder.key
LONG = "A passage about care that is long enough to be worth a vector of its own, sample {}."
DESCRIPTION = "## Objective\n" + LONG.format(1) + "\n\n## Activities\n" + LONG.format(2)


def embed(session: Session) -> list[str]:
    """Embed what is missing; the texts that were embedded."""
    encoder = OneHotEncoder()
    count = embed_missing(session, lambda: encoder, engine=KEY).texts
    assert count == len(encoder.seen)
    return encoder.seen


def call(session: Session, description: str = DESCRIPTION, title: str = "Care call") -> Call:
    """The one call of these tests."""
    return save_call(session, builders.call(title=title, description=description)).call


def vectors(session: Session) -> list[Vector]:
    """All stored vectors in order."""
    order = (col(Vector.owner), col(Vector.kind), col(Vector.position))
    return list(session.exec(select(Vector).order_by(*order)))


def test_a_call_gets_a_vector_for_the_whole_and_for_each_passage(session: Session) -> None:
    stored = call(session)
    assert embed(session) == [
        f"Care call. {DESCRIPTION}",
        f"Objective: {LONG.format(1)}",
        f"Activities: {LONG.format(2)}",
    ]
    passages = call_passages(session, [stored], KEY)[stored.id or 0]
    assert [stored.description[p.start : p.end] for p in passages.passages] == [
        LONG.format(1),
        LONG.format(2),
    ]
    assert passages.vectors.shape == (2, OneHotEncoder.dimensions)
    assert list(whole_vectors(session, KEY)) == [stored.id]


def test_a_coalition_gets_a_vector_for_the_whole_each_goal_and_each_need(session: Session) -> None:
    coalition = save_coalition(session, builders.coalition())
    embed(session)
    found = {(vector.kind, vector.ref) for vector in vectors(session)}
    assert found == {("whole", None), ("goal", "g1"), ("need", "n1")}
    assert {vector.owner for vector in vectors(session)} == {VectorOwner.COALITION}
    profile = embedded_profile(session, coalition, KEY)
    assert profile.aims.shape == (2, OneHotEncoder.dimensions)
    assert profile.aims[0].tolist() == OneHotEncoder().encode_queries(["care"])[0].tolist()


def test_nothing_changed_means_no_model_and_no_new_rows(session: Session) -> None:
    call(session)
    save_coalition(session, builders.coalition())
    embed(session)
    before = [(vector.id, vector.text_hash) for vector in vectors(session)]
    assert embed_missing(session, not_to_be_called, engine=KEY) == (0, frozenset())
    assert [(vector.id, vector.text_hash) for vector in vectors(session)] == before


def test_an_empty_store_needs_no_model(session: Session) -> None:
    assert embed_missing(session, not_to_be_called, engine=KEY) == (0, frozenset())


def test_only_the_changed_passage_is_embedded_again(session: Session) -> None:
    call(session, LONG.format(1) + " " * 700 + "\n\n" + LONG.format(2))
    embed(session)
    stored = call(session, LONG.format(1) + " " * 700 + "\n\n" + LONG.format(3))
    assert LONG.format(1) not in embed(session)
    passages = call_passages(session, [stored], KEY)[stored.id or 0]
    assert [stored.description[p.start : p.end].strip() for p in passages.passages] == [
        LONG.format(1),
        LONG.format(3),
    ]


def test_a_passage_that_only_moved_is_not_embedded_again(session: Session) -> None:
    call(session)
    embed(session)
    moved = "## Budget\n" + LONG.format(9) + "\n\n" + DESCRIPTION
    stored = call(session, moved)
    assert embed(session) == [f"Care call. {moved}", f"Budget: {LONG.format(9)}"]
    passages = call_passages(session, [stored], KEY)[stored.id or 0]
    assert [moved[p.start : p.end] for p in passages.passages] == [LONG.format(n) for n in (9, 1, 2)]


def test_a_shorter_text_leaves_no_vector_behind(session: Session) -> None:
    call(session)
    embed(session)
    call(session, "")
    assert embed(session) == ["Care call"]
    assert [vector.kind for vector in vectors(session)] == ["whole"]


def test_a_renamed_goal_keeps_its_vector_and_a_changed_language_is_told(session: Session) -> None:
    save_coalition(session, builders.coalition())
    embed(session)
    goal = GoalCreate(slug="new-name", text="Train unemployed people for care work")
    save_coalition(session, builders.coalition(goals=[goal], language="fi"))
    assert embed(session) == []
    assert {vector.ref for vector in vectors(session)} == {None, "new-name", "n1"}
    assert {vector.language for vector in vectors(session)} == {"fi"}


def test_engines_are_never_mixed(session: Session) -> None:
    stored = call(session)
    embed(session)
    other = EngineKey("one-hot", "2")

    class Newer(OneHotEncoder):
        """The next version of the engine."""

        key = other

    assert embed_missing(session, Newer, engine=other).texts == 3
    assert len(vectors(session)) == 6
    assert list(whole_vectors(session, other)) == [stored.id]
    assert embed_missing(session, not_to_be_called, engine=KEY) == (0, frozenset())


def test_vectors_are_not_kept_under_the_key_of_another_engine(session: Session) -> None:
    call(session)
    with pytest.raises(ValueError, match="one-hot@1"):
        embed_missing(session, OneHotEncoder, engine=EngineKey("one-hot", "2"))
    assert vectors(session) == []


def test_progress_is_told_batch_by_batch_and_what_is_done_stays(session: Session) -> None:
    for number in range(BATCH):
        save_call(
            session,
            builders.call(external_id=str(number), title=f"care {number}", description=LONG.format(number)),
        )
    told: list[tuple[int, int]] = []

    class Broken(OneHotEncoder):
        """Breaks at the second batch."""

        def encode_passages(self, texts: Sequence[str]) -> Vectors:
            """Vectors of the first batch only."""
            if self.seen:
                raise KeyboardInterrupt
            return self.encode_queries(texts)

    try:
        embed_missing(session, Broken, lambda done, total: told.append((done, total)), KEY)
    except KeyboardInterrupt:
        session.rollback()
    assert told == [(0, 2 * BATCH), (BATCH, 2 * BATCH)]
    assert len(embed(session)) == BATCH


def test_texts_alike_have_one_hash() -> None:
    text = "## A\n" + LONG.format(1)
    passage = split_passages(text)[0]
    assert (
        StoredText(Kind.PASSAGE, 0, passage_text(text, passage)).hash
        == StoredText(Kind.PASSAGE, 7, f"A: {LONG.format(1)}").hash
    )


def test_too_many_missing_texts_of_calls_are_left_and_coalitions_are_not(session: Session) -> None:
    stored = call(session)
    save_coalition(session, builders.coalition())
    encoder = OneHotEncoder()
    embedded = embed_missing(session, lambda: encoder, engine=KEY, at_most=2)
    assert embedded.left == {stored.id}
    assert {row.owner for row in vectors(session)} == {VectorOwner.COALITION}
    again = embed_missing(session, lambda: encoder, engine=KEY, at_most=3)
    assert again == (3, frozenset())
