"""The Word document in a real office program, and the HTML sheet in a real browser without script."""

import shutil
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from proposal_templates.context import LANGUAGES, Language
from proposal_templates.render.docx import render_docx
from proposal_templates.render.html import render_html
from proposal_templates.render.pages import page_count, pages
from tests.frontend.browser.page_scripts import NAMELESS, SMALL_TARGETS, WEAK_CONTRAST, WIDER_THAN_WINDOW
from tests.proposal_templates import builders

pytestmark = pytest.mark.debian

CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def as_pdf(path: Path, folder: Path) -> bytes:
    """The file as LibreOffice prints it."""
    office = shutil.which("soffice")
    assert office, "install libreoffice-writer"
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return path.with_suffix(".pdf").read_bytes()


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_of_the_form_are_told_from_the_notes(tmp_path: Path, language: Language) -> None:
    draft = builders.draft(language)
    path = tmp_path / "draft.docx"
    path.write_bytes(render_docx(draft))
    pdf = as_pdf(path, tmp_path)
    found = pages(pdf, draft)
    assert found.notes > 1
    assert found.form + found.notes == page_count(pdf)
    assert found.limit is not None
    assert 5 < found.form < found.limit.pages


@pytest.mark.parametrize("width", [360, 1280])
def test_the_html_sheet_fits_is_named_and_can_be_read_without_script(tmp_path: Path, width: int) -> None:
    path = tmp_path / "sheet.html"
    path.write_text(render_html(builders.draft("fi")), encoding="utf-8")
    asked: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport={"width": width, "height": 900})
        page.on("request", lambda request: asked.append(request.url))
        page.goto(path.as_uri())
        for script in (WIDER_THAN_WINDOW, NAMELESS, SMALL_TARGETS, WEAK_CONTRAST):
            found = page.evaluate(script)
            assert [each for each in found if "skip" not in str(each)] == [], script[:40]
        browser.close()
    assert asked == [path.as_uri()]
