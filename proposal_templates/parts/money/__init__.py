"""Money in a draft: budget, shares, funding, effort, subcontracts, and what must be told of them."""

from proposal_templates.parts.kinds import Parts
from proposal_templates.parts.money.budget import budget
from proposal_templates.parts.money.effort import staff_effort, subcontracting
from proposal_templates.parts.money.frame import cost_frame
from proposal_templates.parts.money.funding import funding_plan
from proposal_templates.parts.money.shares import grant_shares
from proposal_templates.parts.money.work_cost import management_share, wp_cost

PARTS: Parts = {
    "budget": budget,
    "staff_effort": staff_effort,
    "subcontracting": subcontracting,
    "cost_frame": cost_frame,
    "grant_shares": grant_shares,
    "management_share": management_share,
    "funding_plan": funding_plan,
    "wp_cost": wp_cost,
}

__all__ = ["PARTS"]
