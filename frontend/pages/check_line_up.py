"""Keeps the line-up that people decide for a call, with what they plan; or goes back to the proposal."""

from api.services.checking import line_ups
from api.services.checking.check_call import check_call
from api.services.checking.check_shapes import MemberCheckPublic
from frontend.pages.check_post import Done, Outcome, Post
from frontend.plan_form import read_plan
from store.models import LineUpPart
from store.vocabulary import PartnerRole

ANCHOR = "line-up"


def keep(post: Post) -> Outcome:
    """Stores each member's role and the plan. A member that the form did not show keeps its role."""
    check = check_call(post.session, post.slug, post.call, language=post.reader.language)
    plan, faults = read_plan(post.line, check.project, post.reader.words)
    if faults:
        return faults
    parts = [
        LineUpPart(
            member=member.slug,
            role=_role(post, member),
            applications=member.applications,
            applications_led=member.applications_led,
        )
        for member in check.members
    ]
    line_ups.save(post.session, post.slug, post.call, parts, plan)
    return Done("line_up", ANCHOR)


def clear(post: Post) -> Outcome:
    """Forgets what was decided, so that the proposed line-up holds again."""
    line_ups.clear(post.session, post.slug, post.call)
    return Done("proposal", ANCHOR)


def _role(post: Post, member: MemberCheckPublic) -> PartnerRole | None:
    field = f"role-{member.slug}"
    if field not in post.fields:
        return member.role
    value = post.line(field)
    return PartnerRole(value) if value in list(PartnerRole) else None
