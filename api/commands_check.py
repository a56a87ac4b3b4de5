"""Commands about verdicts: check, line-up, answer."""

import json
from collections.abc import Sequence
from typing import Annotated, Any

import typer
from rich.console import Console

from api.errors import BadChoice
from store import database
from store.models import LineUpPart, ProjectPlan
from store.vocabulary import ActorType, Language, PartnerRole

out = Console()
Json = Annotated[bool, typer.Option("--json", help="Print JSON for machines.")]
CoalitionArgument = Annotated[str, typer.Argument(help="Its id, as `koalitio coalition list` shows it.")]
CallArgument = Annotated[str, typer.Argument(help="Identifier of the call.")]
Lang = Annotated[Language, typer.Option("--lang", help="Language of the answer.")]
NO_PART = "none"


def register(app: typer.Typer) -> None:
    """Hangs these commands on the `koalitio` command."""
    app.command("check")(check)
    app.command("line-up")(line_up)
    app.command("answer")(answer)


def check(
    coalition: CoalitionArgument,
    call: CallArgument,
    partners: Annotated[
        list[str] | None,
        typer.Option("--with", metavar="KIND:COUNTRY", help="What if: employer:SE; may be repeated."),
    ] = None,
    lang: Lang = Language.EN,
    full: Annotated[bool, typer.Option("--full", help="Tell of met conditions what they rest on.")] = False,
    as_json: Json = False,
) -> None:
    """Says whether a coalition may apply for a call, what that rests on, and who is missing."""
    from api.services.checking.check_call import check_call
    from api.show_check import check_report

    asked = [_partner(text) for text in partners or []]
    with database.session() as session:
        found = check_call(session, coalition, call, language=lang, partners=asked)
    if as_json:
        _print_json(found.model_dump(mode="json"))
    else:
        out.print(check_report(found, lang, full=full), crop=False)


def line_up(
    coalition: CoalitionArgument,
    call: CallArgument,
    roles: Annotated[
        list[str] | None,
        typer.Option("--role", metavar="MEMBER=ROLE", help="care-home=coordinator; none: takes no part."),
    ] = None,
    grant: Annotated[str | None, typer.Option(help="Planned grant, EUR.")] = None,
    months: Annotated[str | None, typer.Option(help="Planned length, months.")] = None,
    plan: Annotated[
        list[str] | None,
        typer.Option("--plan", metavar="FACT=VALUE", help="total_cost=300000, regions=FI1D7, language=fi."),
    ] = None,
    keep_proposal: Annotated[
        bool, typer.Option("--keep-proposal", help="Decide for the line-up that Koalitio proposes.")
    ] = False,
    clear: Annotated[bool, typer.Option("--clear", help="Forget the decision.")] = False,
    as_json: Json = False,
) -> None:
    """Shows or decides who takes part in a call, in which role, and what is planned for it."""
    from api.services.checking import line_ups
    from api.services.checking.check_call import check_call

    if clear and (roles or grant or months or plan or keep_proposal):
        raise BadChoice("--clear forgets the decision: give it alone, and decide anew with another command.")
    changes = {**_pairs(plan), **_given(grant=grant, months=months)}
    with database.session() as session:
        if clear:
            line_ups.clear(session, coalition, call)
        elif keep_proposal or roles or changes:
            parts = (
                line_ups.proposed_parts(session, coalition, call)
                if keep_proposal
                else line_ups.current_parts(session, coalition, call)
            )
            changed = _with_roles(parts, _pairs(roles))
            line_ups.save(
                session,
                coalition,
                call,
                changed,
                _planned(line_ups.plan_of(session, coalition, call), changes),
            )
        found = check_call(session, coalition, call)
    if as_json:
        told = {"member", "role", "applications", "applications_led"}
        members = [one.model_dump(mode="json", include=told | {"slug"}) for one in found.members]
        plan_now = found.project.model_dump(mode="json")
        _print_json({"proposed": found.proposed, "members": members, "project": plan_now})
        return
    for one in found.members:
        _line(f"{one.slug}: {one.role or 'takes no part'}")
    for name, value in found.project.model_dump(mode="json", exclude_defaults=True).items():
        _line(f"project.{name}: {value}")
    leads = [one.slug for one in found.members if one.role is PartnerRole.COORDINATOR]
    if len(leads) > 1:
        several = f"{len(leads)} coordinators ({', '.join(leads)}), and there can be one"
        _line(f"{several}: --role {leads[-1]}=beneficiary puts one right.")
    _line(f"The line-up is {'proposed, not decided' if found.proposed else 'decided'}.")
    _line(f"The verdict is: {found.verdict_label}. {found.reason}")


def answer(
    coalition: CoalitionArgument,
    call: CallArgument,
    fact: Annotated[str, typer.Argument(help="As `check` asks for it, such as member.founded.")],
    value: Annotated[str, typer.Argument(help="As a person writes it; `unknown` takes it back.")],
    member: Annotated[str | None, typer.Option(help="Id of the member it is about.")] = None,
    by: Annotated[str | None, typer.Option(help="Who decides, of call.*; else the coalition.")] = None,
    as_json: Json = False,
) -> None:
    """Answers a question of `check`: the profile, the line-up or the coalition's decision is updated."""
    from api.services.checking.answer_question import answer as store_answer
    from api.services.checking.check_call import check_call
    from api.show_check import check_lines

    if by and not fact.startswith("call."):
        raise BadChoice(f"--by goes with call.* facts, and {fact} is none: leave --by out.")
    if member and not fact.startswith("member."):
        raise BadChoice(f"--member goes with member.* facts, and {fact} is none: leave --member out.")
    with database.session() as session:
        answered = store_answer(session, coalition, call, fact, value, member, by)
        found = check_call(session, coalition, call)
    if as_json:
        _print_json({**answered.model_dump(mode="json"), "verdict": found.verdict.value})
        return
    out.print(answered.text, markup=False)
    out.print(check_lines(found))


def _line(text: str) -> None:
    out.print(text, markup=False, highlight=False)


def _partner(text: str) -> tuple[ActorType, str]:
    """`employer:SE`. Raises BadChoice."""
    from api.services.checking.written_values import country_code

    kind, _, country = text.partition(":")
    if kind not in list(ActorType) or not (len(country) == 2 and country.isalpha()):
        kinds = ", ".join(ActorType)
        raise BadChoice(f"--with {text!r}: write a kind and a country as employer:SE; kinds are {kinds}.")
    return ActorType(kind), country_code(country)


def _pairs(texts: Sequence[str] | None) -> dict[str, str]:
    """`NAME=VALUE` each. Raises BadChoice."""
    found: dict[str, str] = {}
    for text in texts or []:
        name, equals, value = text.partition("=")
        if not equals or not name.strip():
            raise BadChoice(f"{text!r}: write it as name=value.")
        found[name.strip()] = value.strip()
    return found


def _given(**values: str | None) -> dict[str, str]:
    return {name: value for name, value in values.items() if value is not None}


def _with_roles(parts: Sequence[LineUpPart], roles: dict[str, str]) -> list[LineUpPart]:
    """The parts with these roles. Raises BadChoice for a member or role that is none."""
    members = [part.member for part in parts]
    for member, role in roles.items():
        if member not in members:
            raise BadChoice(f"No member {member!r}; there are: {', '.join(members)}.")
        if role not in [*PartnerRole, NO_PART]:
            raise BadChoice(f"No role {role!r}; there are: {', '.join(PartnerRole)}, {NO_PART}.")
    return [part.model_copy(update=_role(roles.get(part.member))) for part in parts]


def _role(role: str | None) -> dict[str, PartnerRole | None]:
    if role is None:
        return {}
    return {"role": None if role == NO_PART else PartnerRole(role)}


def _planned(plan: ProjectPlan, changes: dict[str, str]) -> ProjectPlan:
    from api.services.checking.answer_question import plan_with

    for name, value in changes.items():
        plan = plan_with(plan, name, value)
    return plan


def _print_json(value: Any) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False, indent=1))
