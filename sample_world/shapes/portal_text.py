"""The HTML strings inside a portal record: description, conditions, help and news."""

from html import escape

from sample_world.models import PortalCall, Topic
from sample_world.prose import to_html
from sample_world.shapes.portal_codes import PORTAL

CONDITION_HEADINGS = (
    "1. Admissibility conditions: Proposal page limit and layout",
    "2. Eligible countries",
    "3. Other eligibility conditions",
    "4. Financial and operational capacity and exclusion",
    "5a. Evaluation and award: Submission and evaluation processes",
    "5b. Evaluation and award: Award criteria, scoring and thresholds",
    "5c. Evaluation and award: Indicative timeline for evaluation and grant agreement",
    "6. Legal and financial set-up of the grants",
)

SUPPORT = (
    f'<p><a href="{PORTAL}/portal/screen/support/faq">Questions</a> about this call go to the help desk.</p>'
)
SUBMISSION = "<p>Start or continue a proposal through the submission button of this page.</p>"


def description(call: PortalCall, topic: Topic) -> str:
    """Description with the portal's heading class; the text `null` is a heading the portal really prints."""
    tag = call.heading_tag
    return "".join(
        f'<{tag} class="topicdescriptionkind">{escape(section.heading, quote=False)}</{tag}>'
        + to_html(section.text, heading="strong")
        for section in topic.sections
    )


def conditions(call: PortalCall) -> str:
    """Conditions as the portal writes them, with the `>` it leaves inside the first class attribute."""
    parts = [
        f'<div><h4>{heading}</h4><div class="eui-u-mt-s">{_condition(call, heading)}</div></div>'
        for heading in CONDITION_HEADINGS
    ]
    return (
        f'<div class="eui-u-mt-l>"><h4>Conditions</h4>{"".join(parts)}</div>'
        '<div class="eui-u-mt-l"><h4>Call document and annexes:</h4>'
        f'<div class="eui-u-mt-s">{_document(call)}</div></div>'
    )


def _condition(call: PortalCall, heading: str) -> str:
    own = call.conditions.get(heading.split(".", 1)[0])
    if own is not None:
        return to_html(own)
    return f"<p>See the {_document(call)}.</p>" if call.call_document else "\n"


def _document(call: PortalCall) -> str:
    if call.call_document is None:
        return "<p>n/a</p>"
    return f'<a href="{call.call_document}" rel="noopener noreferrer" target="_blank">call document</a>'
