"""A coalition and a call with a form, and a project for it as a file."""

from sqlmodel import Session

from store.importer import save_call
from store.models import Call
from store.vocabulary import Programme
from tests import builders
from tests.api import care

COVE = "ERASMUS-EDU-2026-PEX-COVE"
PROJECT = """\
koalitio: 1
project:
  name: Care together
  acronym: CARE
  work_packages:
    - id: lead
      kind: management
      lead: town
    - id: training
      title: Training in the care homes
      goals: [g1]
      lead: college
  risks:
    - text: Too few apply
      owner: nobody-here
"""
PLAN = """\
plan:
  months: 24
  grant: 250000
"""


def cove(session: Session) -> Call:
    """An open call for centres of vocational excellence, and the coalition for care work."""
    care.coalition(session)
    found = builders.call(
        identifier=COVE,
        external_id=COVE,
        source="eu_erasmus_plus",
        programme=Programme.ERASMUS_PLUS,
        action="ERASMUS Lump Sum Grants",
    )
    return save_call(session, found).call
