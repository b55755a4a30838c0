"""Real PDF files for tests, made with fpdf2."""

from collections.abc import Sequence
from pathlib import Path

from fpdf import FPDF


def make_pdf(path: Path, pages: Sequence[str], title: str = "") -> Path:
    """Write one PDF page for each text."""
    pdf = blank_pdf()
    if title:
        pdf.set_title(title)
    for text in pages:
        pdf.add_page()
        pdf.multi_cell(0, 6, text)
    return save(pdf, path)


def blank_pdf() -> FPDF:
    """Open a PDF with a plain font and no page yet."""
    pdf = FPDF()
    pdf.set_auto_page_break(False)
    pdf.set_font("Helvetica", size=11)
    return pdf


def save(pdf: FPDF, path: Path) -> Path:
    """Write the PDF and give back its path."""
    pdf.output(str(path))
    return path
