"""Commands that keep people from the console: invite, list, close and open accounts, hand out links."""

import json
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from api.errors import BadChoice
from api.services.access import accounts, first_start, invitations, resets
from api.services.access.accounts import AccountRow
from api.services.access.invitations import Invited
from api.settings import public_address
from store import database
from store.labels import label
from store.vocabulary import Language, Role

out = Console()
HERE = "http://127.0.0.1:8000"
Json = Annotated[bool, typer.Option("--json", help="Print JSON for machines.")]
Address = Annotated[
    str, typer.Option(help="What the link begins with; KOALITIO_WEB_ADDRESS when it is set.", metavar="URL")
]
Email = Annotated[str, typer.Argument(help="E-mail address.", metavar="EMAIL")]
account_app = typer.Typer(help="Keep accounts: invite, list, close.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Hangs these commands on the `koalitio` command."""
    app.add_typer(account_app, name="account")


@account_app.command("invite")
def account_invite(
    email: Email,
    lead: Annotated[str, typer.Option(help="Lead of this coalition.", metavar="COALITION")] = "",
    new_lead: Annotated[bool, typer.Option(help="Lead of a coalition that the person will add.")] = False,
    writer: Annotated[str, typer.Option(help="Grant writer of this coalition.", metavar="COALITION")] = "",
    member: Annotated[
        tuple[str, str], typer.Option(help="Speaks for a member.", metavar="COALITION MEMBER")
    ] = ("", ""),
    officer: Annotated[str, typer.Option(help="Funding officer of this organisation.", metavar="NAME")] = "",
    administrator: Annotated[bool, typer.Option(help="Administrator of this Koalitio.")] = False,
    language: Annotated[Language, typer.Option(help="Language of the mail.")] = Language.EN,
    address: Address = HERE,
) -> None:
    """Invites somebody: by mail when a mail server is set, else by a link to pass on."""
    base = public_address(address)
    chosen = {
        "lead": bool(lead),
        "new-lead": new_lead,
        "writer": bool(writer),
        "member": any(member),
        "officer": bool(officer),
        "administrator": administrator,
    }
    if sum(chosen.values()) != 1:
        raise BadChoice(f"Say what {email} is invited to, by one of: --{', --'.join(chosen)}.")
    with database.session() as session:
        if lead or new_lead:
            invited = invitations.invite_lead(session, email, language, base, lead or None)
        elif officer:
            invited = invitations.invite_officer(session, email, officer, language, base)
        elif administrator:
            invited = invitations.invite_administrator(session, email, language, base)
        elif writer:
            invited = invitations.invite(session, writer, email, Role.GRANT_WRITER, language, base)
        else:
            invited = invitations.invite(session, member[0], email, Role.MEMBER, language, base, member[1])
    _tell(invited, email)


@account_app.command("list")
def account_list(as_json: Json = False) -> None:
    """Lists the accounts with what each may do."""
    with database.session() as session:
        found = accounts.list_accounts(session)
    if as_json:
        rows = [account.model_dump(mode="json") for account in found]
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    elif found:
        out.print(_table(found))
    else:
        out.print("No account yet. `koalitio account administrator-link` makes the first.")


@account_app.command("deactivate")
def account_deactivate(email: Email) -> None:
    """Closes an account; it is signed out everywhere at once, and nothing of it is lost."""
    _set_active(email, False)


@account_app.command("activate")
def account_activate(email: Email) -> None:
    """Opens a closed account again."""
    _set_active(email, True)


@account_app.command("administrator-link")
def account_administrator_link(address: Address = HERE) -> None:
    """Prints a link by which the first administrator joins; it works once, for 24 hours."""
    with database.session() as session:
        link = first_start.administrator_link(session, public_address(address))
    if link is None:
        raise BadChoice("There is one already: `koalitio account invite EMAIL --administrator` adds another.")
    typer.echo(link)


@account_app.command("reset-link")
def account_reset_link(email: Email, address: Address = HERE) -> None:
    """Prints a link by which somebody sets a new password; hand it to that person alone."""
    with database.session() as session:
        account = accounts.account_named(session, email)
        typer.echo(resets.make_link(session, account.id, public_address(address)))


def _set_active(email: str, active: bool) -> None:
    with database.session() as session:
        account = accounts.account_named(session, email)
        accounts.set_active(session, account.id, active)
    out.print(f"{account.email} is {'open' if active else 'closed'}.", markup=False)


def _tell(invited: Invited, email: str) -> None:
    if invited.mailed:
        out.print(f"An invitation went out to {email}.", markup=False, soft_wrap=True)
        return
    if invited.problem:
        typer.echo(f"koalitio: {invited.problem}", err=True)
    typer.echo(f"Pass this link on to {email} alone; it works once, for 14 days:")
    typer.echo(f"  {invited.link}")


def _table(found: list[AccountRow]) -> Table:
    table = Table(title=f"Accounts: {len(found)}", title_justify="left")
    for heading in ("name", "e-mail", "may", "state"):
        table.add_column(heading, overflow="fold")
    for account in found:
        state = "open" if account.is_active else "closed"
        table.add_row(account.name, account.email, "\n".join(_may(account)), state)
    return table


def _may(account: AccountRow) -> list[str]:
    told = [f"{label(row.role, Language.EN)}: {row.coalition_slug}" for row in account.roles]
    told += [f"{label(Role.FUNDING_OFFICER, Language.EN)}: {name}" for name in account.organisations.values()]
    if account.is_administrator:
        told.append(label(Role.ADMINISTRATOR, Language.EN))
    return told or ["nothing yet"]
