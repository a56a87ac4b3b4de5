"""Writes a Word document so that the same content always gives the same bytes."""

from datetime import date
from io import BytesIO

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE

from proposal_templates.render.archive import repacked


def saved(document: Document, made_on: date) -> bytes:
    """Bytes of a Word document; every part of the archive carries the day the draft was made."""
    relations = document.part.package.rels
    for key in [
        key for key, relation in relations.items() if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL
    ]:
        del relations[key]
    loose = BytesIO()
    document.save(loose)
    return repacked(loose, made_on)
