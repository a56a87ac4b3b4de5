"""The `koalitio` command: joins the commands of the rooms, and tells every error in one line."""

import os
import sys
from typing import NoReturn

import typer
from typer.exceptions import TyperException

import api.commands
import crawler.commands
import frontend.commands
import matcher.commands
from api.errors import ApiError
from crawler.errors import CrawlerError
from matcher.errors import MatcherError
from proposal_templates.errors import ProposalError
from sample_world.errors import SampleWorldError
from store.errors import StoreError

TOLD = (ApiError, CrawlerError, MatcherError, ProposalError, SampleWorldError, StoreError)
BAD_INPUT = 2
FAILED = 1
STOPPED = 130

app = typer.Typer(
    name="koalitio",
    help="Funding calls for regional labour-market coalitions: crawl, match, explain, draft.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
crawler.commands.register(app)
matcher.commands.register(app)
api.commands.register(app)
frontend.commands.register(app)


def main() -> None:
    """Runs one command; bad input ends with one line on stderr and status 2."""
    try:
        status = app(standalone_mode=False)
        if status == STOPPED:
            _end("Stopped. What was stored so far is kept; the same command goes on from there.", STOPPED)
        sys.exit(status or 0)
    except TyperException as misused:
        _end(misused.format_message().replace("Value error, ", ""), misused.exit_code)
    except TOLD as told:
        _end(str(told), BAD_INPUT)
    except BrokenPipeError:
        _hang_up()
        sys.exit(0)
    except OSError as wrong:
        _hang_up()
        _end(f"{wrong.strerror or wrong}. Check the disk and where the output goes.", FAILED)


def _hang_up() -> None:
    """Nobody reads on: what is still to be flushed goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _end(message: str, status: int) -> NoReturn:
    if message:
        typer.echo(f"koalitio: {message}", err=True)
    sys.exit(status)


if __name__ == "__main__":
    main()
