"""The whole journey on the bundled sample world, told step by step; what is done already is not repeated."""

import os
import socket
from pathlib import Path

from rich.console import Console
from sqlmodel import Session

import sample_world
from api import show, show_check
from api.demo_history import add_history
from api.demo_people import add_people
from api.services.calls import list_calls, read_calls
from api.services.checking import check_call
from api.services.drafting import projects
from api.services.drafting.forms import form_of, has_form
from api.services.drafting.make_draft import make_draft, write_draft
from api.services.matching.list_matches import MatchList, list_matches
from api.services.profile import coalitions
from api.show_draft import draft_report
from crawler.run import crawl_here_or_in_child
from crawler.show import crawl_progress, runs_table
from crawler.sources import all_sources
from store import clock, coalition_file, database, queries
from store.errors import NotFound

DATABASE = "sqlite:///var/demo.db"
SHOWN = 8
WEB_APP = "frontend.app:create_app"


def run_demo(out: Console, *, folder: Path, port: int | None) -> None:
    """Crawls, matches, explains, checks and drafts; then serves the page on `port` (None: ends by itself).

    Uses a database of its own and the sample world's day, unless KOALITIO_DATABASE_URL or
    KOALITIO_TODAY say otherwise.
    """
    os.environ.setdefault("KOALITIO_DATABASE_URL", DATABASE)
    os.environ.setdefault("KOALITIO_TODAY", sample_world.PINNED_DAY.isoformat())
    out.print(f"[bold]Koalitio demo[/]: the sample world, pinned to {clock.today():%-d %B %Y}")
    with database.session() as session:
        out.rule("1  Crawl", align="left")
        _crawl(session, out)
        out.rule("2  Match and explain", align="left")
        matches = _match(session, out)
        out.rule("3  Check", align="left")
        _check(session, matches, out)
        out.rule("4  Draft", align="left")
        _draft(session, matches, folder, out)
    if port is not None:
        _serve(port, out)


def _crawl(session: Session, out: Console) -> None:
    done = {name for name, began in queries.whole_crawls(session).items() if began >= clock.now()}
    missing = [source.name for source in all_sources() if source.name not in done]
    if missing:
        with sample_world.serve() as source:
            out.print(f"{len(missing)} sources, from the sample source on {source.base_url}")
            with crawl_progress(out) as on_progress:
                runs = crawl_here_or_in_child(missing, source.base_url, on_progress)
        out.print(runs_table(runs))
        count = read_calls.read_calls(session)
        out.print(f"Conditions read out of {count.calls} new or changed calls.")
    stored = list_calls.list_calls(session, size=None).calls
    word = "crawled already, nothing to repeat" if not missing else "stored"
    out.print(show.calls_table(stored[:SHOWN], f"{len(stored)} calls {word}; the first of them"))


def _match(session: Session, out: Console) -> MatchList:
    from matcher.show import counting

    profiles = [coalition_file.read_coalition(path) for path in sample_world.coalition_files()]
    for profile in profiles:
        try:
            coalitions.show_coalition(session, profile.slug)
        except NotFound:
            coalitions.save_coalition(session, profile)
    if added := add_people(session):
        out.print(f"{added} sample users made; the web page lets you be any of them.")
    if given := add_history(session):
        out.print(f"{given} sample coalitions given a made-up past: values, decisions, outcomes, input.")
    with counting(out, "Embedding texts") as on_progress:
        matches = list_matches(session, profiles[0].slug, limit=None, on_progress=on_progress)
    out.print(show.matches_list(matches, SHOWN))
    return matches


def _check(session: Session, matches: MatchList, out: Console) -> None:
    """The verdict on the best match, and on the best that a partner would make possible."""
    best = matches.matches[:1]
    within_reach = [match for match in matches.matches if match.possible_with][:1]
    for match in {match.call.id: match for match in (*best, *within_reach)}.values():
        slug, name = matches.coalition.slug, match.call.identifier
        found = check_call.check_call(session, slug, name)
        out.print(show_check.check_lines(found))
        out.print(f"  koalitio check {slug} {name} tells the whole.", style="dim", markup=False)


def _draft(session: Session, matches: MatchList, folder: Path, out: Console) -> None:
    """One draft for each form: of the calls with a sample project first, then of the best match."""
    chosen: dict[str, tuple[str, str]] = {}
    best = [(matches.coalition.slug, one.call.identifier) for one in matches.matches if one.has_form]
    for slug, name in (*_projects(session), *best):
        chosen.setdefault(form_of(queries.call_by_name(session, name)).key, (slug, name))
    if not chosen:
        out.print("No match has a form yet: nothing to draft.")
    for number, (slug, name) in enumerate(chosen.values()):
        made = make_draft(session, slug, name, file_format=_handed_in_as(session, name))
        path, written = write_draft(made, folder)
        word = "written" if written else "is there already, unchanged"
        told = f"{path} {word}: {made.form}, {made.gaps} gaps to complete."
        out.print(told, markup=False, soft_wrap=True)
        if number == 0:
            out.print(draft_report(made.summary))


def _projects(session: Session) -> list[tuple[str, str]]:
    """Imports the sample projects that are not there yet; coalition and call of those that can be drafted."""
    found = []
    for sample in sample_world.projects():
        try:
            call = queries.call_by_name(session, sample.call)
            if projects.project_state(session, sample.coalition, sample.call).saved_at is None:
                projects.import_project(session, sample.coalition, sample.call, sample.path)
        except NotFound:
            continue  # a later day of the sample world no longer lists the call
        if has_form(call):
            found.append((sample.coalition, call.identifier))
    return found


def _handed_in_as(session: Session, call: str) -> str:
    """A document where the form is one, else the sheet that is copied into a web form."""
    return "docx" if form_of(queries.call_by_name(session, call)).delivery == "upload" else "html"


def _serve(port: int, out: Console) -> None:
    import uvicorn

    port = _free_port(port)
    out.rule("5  Look", align="left")
    os.environ["KOALITIO_WEB_DEMO"] = "1"
    out.print(f"The web page is on [bold]http://127.0.0.1:{port}[/] (Ctrl+C ends it)")
    out.print(f"Be any of the sample users at [bold]http://127.0.0.1:{port}/demo[/]")
    uvicorn.run(WEB_APP, factory=True, host="127.0.0.1", port=port, log_level="warning")


def _free_port(wanted: int) -> int:
    """The first port from `wanted` on that nobody listens on."""
    for port in range(wanted, wanted + 50):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return port
    return wanted
