"""The child process of `crawl_in_child`: crawls what it is asked and tells how it goes, in JSON lines.

First `{"progress": {...}}` again and again, then `{"runs": [...]}` or `{"error": {...}}`.
"""

import json
import sys
from dataclasses import asdict
from typing import Any

from crawler.errors import CrawlerError
from crawler.progress import Progress
from crawler.run import crawl
from store.errors import StoreError


def main() -> None:
    """Reads the order from the first argument."""
    asked: dict[str, Any] = json.loads(sys.argv[1])
    try:
        runs = crawl(asked["sources"], asked["base_url"], _tell_progress)
    except (CrawlerError, StoreError) as error:
        _tell(error={"kind": type(error).__name__, "message": str(error)})
    else:
        _tell(runs=[run.model_dump(mode="json") for run in runs])


def _tell_progress(progress: Progress) -> None:
    _tell(progress=asdict(progress))


def _tell(**line: Any) -> None:
    sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
