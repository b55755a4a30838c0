"""Tests of measuring how real documents are read."""

from pathlib import Path

import pytest

from knowledge.evaluation import poppler, reading
from tests.knowledge.pdfs import blank_pdf, make_pdf, save

SOURCES = "# file | kind | pages | KB | text chars per page | flags | repo | licence\n"


def folder_of(path: Path, *notes: str) -> Path:
    """Write the notes on the files of a folder."""
    rows = [f"{note.split('=')[0]} | kind | 1 | 1 | 1 | {note.split('=')[1]} | repo | \n" for note in notes]
    (path / reading.SOURCES).write_text(SOURCES + "".join(rows), encoding="utf-8")
    return path


def drawn(path: Path) -> Path:
    """Write a page that holds a drawing and no text."""
    pdf = blank_pdf()
    pdf.add_page()
    for at in range(40):
        pdf.rect(20, 20 + at * 4, 100, 2, style="F")
    return save(pdf, path)


def test_scans_and_passwords_are_flagged_and_text_is_not(tmp_path: Path) -> None:
    """The notes on the files say what each should be."""
    make_pdf(tmp_path / "text.pdf", ["Backups are encrypted at rest and in transit, and are tested each month."])
    drawn(tmp_path / "scan.pdf")
    folder = folder_of(tmp_path, "text.pdf=-", "scan.pdf=no text layer (scan/image)")

    found = reading.real(folder)

    assert (2, 1.0, 1.0, 0.0) == (found.files, found.scanned_flagged, found.garbled_flagged, found.wrongly_flagged)
    assert () == found.slips


def test_a_scan_that_is_taken_for_text_is_a_slip(tmp_path: Path) -> None:
    """A file that is noted as a scan and reads as text shows in the figure."""
    make_pdf(tmp_path / "scan.pdf", ["Backups are encrypted."])

    found = reading.real(folder_of(tmp_path, "scan.pdf=no text layer (scan/image)"))

    assert 0.0 == found.scanned_flagged


@pytest.mark.skipif(not poppler.installed(), reason="poppler is not on this machine")
def test_a_page_of_text_agrees_with_poppler(tmp_path: Path) -> None:
    """Characters and order are those that pdftotext gives."""
    make_pdf(tmp_path / "text.pdf", ["Backups are encrypted at rest and in transit, and the keys rotate each month."])

    found = reading.real(tmp_path)

    assert (1.0, 1.0) == (found.characters, found.order)
