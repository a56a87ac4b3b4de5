"""Text comes out of a PDF page by page; what cannot be read is told in one line with what to do."""

import io
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from matcher.errors import BadDocument
from matcher.reading import pdf, read_document
from tests.matcher.reading import paper

RATE = "The EU grant covers up to 80 % of the eligible costs."
PARTNERS = "The consortium must consist of at least three organisations\nfrom three different Member States."
FINNISH = "Hankkeessa on oltava vähintään yksi työnantaja ja yksi koulutuksen\njärjestäjä."


def test_pages_come_in_order_with_their_lines_and_letters() -> None:
    assert pdf.pages_of(paper.pdf([RATE, PARTNERS, "", FINNISH])) == [RATE, PARTNERS, "", FINNISH]


def test_a_reading_keeps_the_page_it_stands_on_and_its_place_there() -> None:
    pages = pdf.pages_of(paper.pdf(["Title of the call", RATE, PARTNERS]))
    found = {reading.condition.type: reading for reading in read_document(pages, "en")}
    assert {kind: reading.page for kind, reading in found.items()} == {
        "co_financing": 2,
        "consortium_size": 3,
        "country_count": 3,
    }
    for reading in found.values():
        assert reading.page is not None
        assert pages[reading.page - 1][reading.start : reading.end] == reading.quote
        assert reading.condition.source == "call_document"


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(BadDocument, match="not a PDF: save or print it as PDF"):
        pdf.pages_of(b"PK\x03\x04 a word processor's file")


def test_a_pdf_of_pictures_is_refused() -> None:
    with pytest.raises(BadDocument, match=r"no text layer.*OCR"):
        pdf.pages_of(paper.pdf(["", "", "3"]))


def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_PAGES", 2)
    with pytest.raises(BadDocument, match="3 pages, more than 2: upload only those"):
        pdf.pages_of(paper.pdf([RATE, RATE, RATE]))


def test_too_many_bytes_are_refused_unread() -> None:
    with pytest.raises(BadDocument, match="21 MB, more than 20 MB"):
        pdf.pages_of(b"%PDF-" + b"\x00" * (21 * 1024 * 1024))


def locked(user: str, owner: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(paper.pdf([PARTNERS]))))
    writer.encrypt(user_password=user, owner_password=owner, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_pdf_that_needs_a_password_is_refused() -> None:
    with pytest.raises(BadDocument, match="protected by a password: remove the protection"):
        pdf.pages_of(locked("secret", "secret"))


def test_a_pdf_that_is_only_protected_against_changes_is_read() -> None:
    assert pdf.pages_of(locked("", "secret")) == [PARTNERS]


@given(st.integers(20, 600), st.binary(max_size=40))
def test_a_damaged_pdf_gives_pages_or_one_clear_line(place: int, noise: bytes) -> None:
    whole = paper.pdf([RATE, PARTNERS])
    said = ""
    try:
        assert pdf.pages_of(whole[:place] + noise + whole[place + len(noise) * 2 :])
    except BadDocument as error:
        said = str(error)
    assert "\n" not in said
    assert not said or ": " in said


@pytest.mark.debian
def test_a_document_printed_by_an_office_is_read(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    assert office, "apt install libreoffice-writer"
    text = tmp_path / "call.txt"
    text.write_text(f"{RATE}\n\n{FINNISH}\n", encoding="utf-8")
    command = [
        office,
        "--headless",
        f"-env:UserInstallation=file://{tmp_path}/profile",
        "--convert-to",
        "pdf",
    ]
    subprocess.run(
        [*command, "--outdir", str(tmp_path), str(text)], check=True, capture_output=True, timeout=120
    )
    pages = pdf.pages_of((tmp_path / "call.pdf").read_bytes())
    types = {reading.condition.type for reading in read_document(pages, "en")}
    assert types == {"co_financing"}
    assert "koulutuksen" in pages[0]
