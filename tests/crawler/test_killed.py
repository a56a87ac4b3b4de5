"""A crawl killed at ten different moments: the store opens, nothing doubled, the next crawl completes."""

import json
import os
import signal
import subprocess
import sys
from collections import Counter

from sqlmodel import Session, col, select, text

import sample_world
from crawler.run import ROOT, crawl_in_child
from store import database
from store.models import Call
from store.models.crawl_run import CrawlRun
from store.vocabulary import CrawlOutcome

SOURCES = ["eu_esf_plus", "fi_eura_jtf"]
LINES_UNTIL_DEATH = (1, 2, 3, 5, 7, 9, 12, 15, 18, 21)


def crawl_and_kill(base_url: str, lines: int) -> None:
    """Starts a crawl and kills it with SIGKILL after so many lines of progress."""
    order = json.dumps({"sources": SOURCES, "base_url": base_url})
    with subprocess.Popen(
        [sys.executable, "-m", "crawler.child", order],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    ) as child:
        for told, _ in enumerate(child.stdout or (), 1):
            if told == lines:
                child.send_signal(signal.SIGKILL)
    assert child.returncode == -signal.SIGKILL


def stored() -> Counter[str]:
    """How often each call is in the store, after a check of the file itself."""
    with database.session() as session:
        assert session.connection().execute(text("PRAGMA integrity_check")).scalar() == "ok"
        return Counter(f"{call.source} {call.external_id}" for call in session.exec(select(Call)))


def test_killed_ten_times_and_completed(session: Session) -> None:
    with sample_world.serve() as source:
        met: set[str] = set()
        for lines in LINES_UNTIL_DEATH:
            crawl_and_kill(source.base_url, lines)
            counts = stored()
            assert set(counts.values()) <= {1}
            assert met <= set(counts)
            met = set(counts)
        runs = crawl_in_child(SOURCES, source.base_url)
    assert {run.outcome for run in runs} == {CrawlOutcome.COMPLETE}
    assert stored().total() == sum(run.found for run in runs)
    outcomes = Counter(run.outcome for run in session.exec(select(CrawlRun).order_by(col(CrawlRun.id))))
    assert outcomes[CrawlOutcome.RUNNING] == 0
    assert outcomes[CrawlOutcome.INTERRUPTED] >= len(LINES_UNTIL_DEATH)
