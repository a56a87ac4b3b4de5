"""What the form says of a member whose role gets no grant."""

from proposal_templates.blocks import Words
from proposal_templates.desk import Desk, Member


def no_grant(desk: Desk, member: Member, label: str = "no_grant") -> Words:
    """The form's rule that a member's role gets no grant, with its source; a gap without such a rule.

    label: the macro that says so.
    """
    rule = desk.role_of(member)
    if rule is None:
        return desk.gap("member_role", member)
    return desk.rule(desk.label(label), f"roles.{rule.role}", rule.source, rule.certainty)
