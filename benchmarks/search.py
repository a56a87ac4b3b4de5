"""How long a search takes: `make bench` asks 2,000 made-up calls (or as many as the first argument says).

Prints median and longest milliseconds of one core for questions with every count of every filter, how many
times longer the plain way (`LIKE` over identifier, title and text) takes for the same words, which gives no
order by relevance, no inflected form and no counts, and how long the first search after a start waits.
"""

import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlmodel import Session, col, func, or_, select

from store import database
from store.call_search.search import search, warm
from store.call_search.wanted import CallFilter, Standing
from store.importer import hash_of
from store.models import Call, CutOff
from store.vocabulary import Programme

CALLS = 2_000
ROUNDS = 15
LETTERS = 5_000
"""Letters of a call's text, about as many as a topic of the EU portal has."""
WORDS = {
    "en": "care work employment skills training policy region partnership young people services digital",
    "fi": "työllisyyspalvelut osaaminen hanke koulutus alue kumppanuus nuoret palvelu digitaalinen työ",
    "sv": "sysselsättning kompetens projekt utbildning region partnerskap unga tjänster digital arbete",
}
QUESTIONS = ("care", "employment services", "työllisyys", "palveluissa", "utbildning region", "sk", "zebra")
REGIONS = (None, ["FI"], ["FI1D7"], ["FI196", "FI1C1"])


def main() -> None:
    """Prints the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else CALLS
    with tempfile.TemporaryDirectory() as folder:
        os.environ["KOALITIO_DATABASE_URL"] = f"sqlite:///{Path(folder) / 'bench.db'}"
        with database.session() as session:
            session.add_all(made_up(count))
            session.commit()
            first = _milliseconds(lambda: warm(session))
            sys.stdout.write(f"{count} calls\nfirst search after a start: {first:.0f} ms\n")
            for words in ("", *QUESTIONS):
                sys.stdout.write(_line(session, words) + "\n")
        database.close()


def made_up(count: int, seed: int = 5) -> list[Call]:
    """Calls in three languages with Zipf-like words; the same ones for the same seed."""
    chance = random.Random(seed)
    vocabulary = {language: _vocabulary(chance, words.split()) for language, words in WORDS.items()}
    return [_call(chance, number, vocabulary) for number in range(count)]


def _vocabulary(chance: random.Random, known: list[str]) -> list[str]:
    endings = ("", "s", "n", "ing", "issa", "et", "a", "ien", "ssa", "are")
    parts = [f"{chance.choice('bdfghklmnprst')}{chance.choice('aeiouy')}" for _ in range(60)]
    others = ["".join(chance.choices(parts, k=chance.randint(2, 5))) for _ in range(4_000)]
    return [word + ending for word in (*known, *others) for ending in chance.sample(endings, 3)]


def _call(chance: random.Random, number: int, vocabulary: dict[str, list[str]]) -> Call:
    language = chance.choices(("en", "fi", "sv"), (6, 3, 1))[0]
    words = vocabulary[language]
    places = [min(int(chance.paretovariate(0.6)) - 1, len(words) - 1) for _ in range(LETTERS // 8)]
    opens = date(2024, 1, 1) + timedelta(days=chance.randint(0, 900))
    cut_off = CutOff(date=opens + timedelta(days=chance.randint(20, 300)))
    moment = datetime(2026, 5, 1, tzinfo=UTC) + timedelta(minutes=number)
    text = " ".join(words[place] for place in places)
    return Call(
        source=chance.choice(("eu_esf_plus", "eu_erasmus_plus", "fi_eura_jtf")),
        external_id=f"C{number}",
        identifier=f"CALL-2026-{number:05}",
        programme=chance.choice(list(Programme)),
        title=" ".join(chance.choices(words[:300], k=7)),
        language=language,
        description=text,
        opening_date=opens,
        cut_offs=[cut_off],
        nuts_regions=chance.choice(REGIONS),
        max_award_amount=chance.choice((None, 50_000, 200_000, 2_000_000)),
        url="https://example.org",
        source_url="https://example.org",
        raw={},
        raw_hash=hash_of({}),
        opens_at=datetime.combine(opens, datetime.min.time(), UTC),
        closes_at=cut_off.ends_at(),
        fetched_at=moment,
        created_at=moment,
        last_modified_at=moment,
    )


def plain_way(session: Session, words: str) -> int:
    """How many calls hold every word, by LIKE."""
    query = select(func.count()).select_from(Call)
    for word in words.split():
        fields = (col(Call.identifier), col(Call.title), col(Call.description))
        query = query.where(or_(*(field.ilike(f"%{word}%") for field in fields)))
    return session.exec(query).one()


def _line(session: Session, words: str) -> str:
    wanted = CallFilter(words=words, status=[Standing.OPEN] if not words else [], region="FI1D7")
    spent = [_milliseconds(lambda: search(session, wanted, limit=25)) for _ in range(ROUNDS)]
    plain = [_milliseconds(lambda: plain_way(session, words)) for _ in range(5)] if words else [0.0]
    found = search(session, CallFilter(words=words))
    times = statistics.median(plain) / statistics.median(spent)
    compared = f"plain way {times:5.1f} times as long, {plain_way(session, words)} found" if words else ""
    name = repr(words) if words else "no words, open"
    return (
        f"{name:24} {statistics.median(spent):6.1f} ms, longest {max(spent):6.1f} ms, "
        f"{found.total:6} found; {compared}"
    )


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


if __name__ == "__main__":
    main()
