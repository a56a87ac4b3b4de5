"""`python -m sample_world`: serve the sample world until interrupted."""

import argparse
import sys
import threading
from datetime import date

from sample_world.server import serve
from sample_world.world import PINNED_DAY, SECOND_DAY


def main() -> int:
    """Serve until Ctrl-C; status 2 when the port is taken."""
    parser = argparse.ArgumentParser(prog="python -m sample_world", description="Serve the sample world.")
    parser.add_argument("--port", type=int, default=8790, help="0 takes any free port (default 8790)")
    parser.add_argument("--fail-every", type=int, default=0, metavar="N", help="answer every Nth request 503")
    parser.add_argument(
        "--lossy", type=float, default=0.0, metavar="X", help="share of portal records lost (0 to 1)"
    )
    parser.add_argument("--delay", type=float, default=0.0, metavar="S", help="seconds before each answer")
    parser.add_argument(
        "--day",
        type=date.fromisoformat,
        default=PINNED_DAY,
        help=f"the day to show (default {PINNED_DAY}; {SECOND_DAY} shows changes)",
    )
    asked = parser.parse_args()
    try:
        source = serve(
            asked.port, fail_every=asked.fail_every, lossy=asked.lossy, delay=asked.delay, day=asked.day
        )
    except OSError as error:
        sys.stderr.write(f"port {asked.port}: {error.strerror}; choose another with --port\n")
        return 2
    sys.stdout.write(f"sample world of {source.day} on {source.base_url}\n")
    sys.stdout.flush()
    with source:
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            return 0
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
