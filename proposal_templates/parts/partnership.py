"""The partnership, the heart of the draft: its parts, from who the members are to what they keep up after."""

from proposal_templates.parts import (
    commitments,
    consortium,
    employers,
    governance,
    learning,
    member_fields,
    members,
    need_matrix,
    representation,
    theory,
)
from proposal_templates.parts.kinds import Parts

PARTS: Parts = {
    name: part
    for room in (
        consortium,
        members,
        need_matrix,
        governance,
        representation,
        learning,
        employers,
        theory,
        commitments,
        member_fields,
    )
    for name, part in room.PARTS.items()
}
