"""A drafted DOCX opens in a real office program and comes out as pages."""

import shutil
import subprocess
from pathlib import Path

import pytest
from sqlmodel import Session

from api.services.drafting.make_draft import make_draft, write_draft
from api.services.profile import coalitions
from store.importer import save_call
from store.vocabulary import Language, Programme
from tests import builders
from tests.api.fakes import no_model

pytestmark = pytest.mark.debian


@pytest.mark.parametrize("language", list(Language))
def test_the_draft_opens_and_reads_the_same(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: Language
) -> None:
    no_model(monkeypatch)
    save_call(
        session,
        builders.call(
            identifier="ERASMUS-EDU-2026-PEX-COVE",
            programme=Programme.ERASMUS_PLUS,
            action="ERASMUS Lump Sum Grants",
        ),
    )
    coalitions.save_coalition(session, builders.coalition())
    made = make_draft(session, "sample-care", "ERASMUS-EDU-2026-PEX-COVE", language=language)
    path, _ = write_draft(made, tmp_path)
    office = shutil.which("soffice")
    assert office, "install libreoffice-writer"
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    pdf = path.with_suffix(".pdf")
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True)
    words = " ".join(text.stdout.split())
    for told in ("PARTNERSHIP AND COOPERATION ARRANGEMENTS", "Sample College", "#@REL-EVA-RE@#"):
        assert told in words
    assert {"en": "[TO COMPLETE:", "fi": "[TÄYDENNÄ:", "sv": "[FYLL I:"}[language] in words
    assert 10 < text.stdout.count("\f") < 40
