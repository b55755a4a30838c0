"""Tests of boxes on real reports: what stands in the boxes, read again from the page, is the sentence that was boxed."""

import io
import re
import subprocess
from difflib import SequenceMatcher

import pypdfium2
import pytest
from PIL import Image

from knowledge.boxing import Box, boxes_of, boxes_of_words, folded
from knowledge.pages import PageState, PageText
from knowledge.picture_wire import decode_characters
from knowledge.picturing import picture_page
from knowledge.reading import read
from knowledge.sentences import sentences
from tests.knowledge.conftest import SHARED

PDFS = SHARED / "pdfs"
pytestmark = pytest.mark.skipif(not PDFS.is_dir(), reason="the shared files are not beside this checkout")
LEAST = 60


def sentences_of(page: PageText) -> list[tuple[int, int]]:
    """Return the spans of a page's sentences that are long enough to be quoted."""
    return [(s.start, s.end) for s in sentences(page.text) if len(folded(page.text[s.start : s.end]).letters) >= LEAST]


def under(page: pypdfium2.PdfPage, box: Box) -> str:
    """Read with PDFium what stands under the middle of a box."""
    (left, bottom, _, _), (width, height) = page.get_cropbox(), page.get_size()
    middle, around = (box.top + box.bottom) / 2, box.height / 10
    text: str = page.get_textpage().get_text_bounded(
        left + (box.left + 0.0008) * width,
        bottom + (1 - middle - around) * height,
        left + (box.right - 0.0008) * width,
        bottom + (1 - middle + around) * height,
    )
    return text


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("juliocesarfort__PCA_Sample_Report_508-Compliant", 10),  # tables
        ("kubernetes__Kubernetes_v1.24_Final_Report", 9),  # two columns
        ("trailofbits__voatz-threatmodel", 25),
        ("mullvad__2024-12-10-X41-D-Sec-Audit-Report-v2", 26),
    ],
)
def test_boxes_on_a_report_hold_their_sentences(name: str, number: int) -> None:
    """Every sentence of the page is boxed, and PDFium reads it and nothing else in its boxes."""
    path = PDFS / f"{name}.pdf"
    page = read(path).pages[number - 1]
    characters = decode_characters(picture_page(path, number).characters)
    drawn = pypdfium2.PdfDocument(path)[number - 1]

    spans = sentences_of(page)
    boxed = [boxes_of(span, page.text, characters) for span in spans]
    wanted = [folded(page.text[start:end]).letters for start, end in spans]
    found = [folded("".join(under(drawn, box) for box in boxes)).letters for boxes in boxed]

    assert spans and all(boxed)
    assert min(SequenceMatcher(None, *pair, autojunk=False).ratio() for pair in zip(wanted, found, strict=True)) > 0.95


@pytest.mark.parametrize(("name", "number"), [("ocrmypdf__skew", 1), ("ocrmypdf__multipage", 6)])
def test_boxes_on_a_scan_hold_their_sentences(name: str, number: int) -> None:
    """Cut out of the picture and recognised once more, the boxes say the sentence they stand around."""
    path = PDFS / f"{name}.pdf"
    page = read(path).pages[number - 1]
    assert page.state is PageState.OCR
    image = Image.open(io.BytesIO(picture_page(path, number).png)).convert("L")

    ratios = []
    for start, end in sentences_of(page)[:8]:
        said = " ".join(_recognised(image, box) for box in boxes_of_words((start, end), page.words))
        pair = (folded(page.text[start:end]).letters, folded(re.sub(r"[|_]", "", said)).letters)
        ratios.append(SequenceMatcher(None, *pair, autojunk=False).ratio())

    assert ratios and sum(ratios) / len(ratios) > 0.9, ratios


def _recognised(image: Image.Image, box: Box) -> str:
    """Recognise one line, cut out with a little room and enlarged."""
    across, down = image.size
    room = box.height * down * 0.2
    edges = (box.left * across - 3, box.top * down - room, box.right * across + 3, box.bottom * down + room)
    part = image.crop(tuple(int(edge) for edge in edges))  # type: ignore[arg-type]
    kept = io.BytesIO()
    part.resize((part.width * 3, part.height * 3), Image.Resampling.LANCZOS).save(kept, "PNG")
    ran = subprocess.run(["tesseract", "-", "-", "--psm", "7"], input=kept.getvalue(), capture_output=True, check=True)
    return ran.stdout.decode()
