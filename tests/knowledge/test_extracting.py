"""A page's text is put together as by pypdf itself, whichever way it is shown."""

import logging
from pathlib import Path

import pytest
from pypdf import PageObject, PdfReader, PdfWriter, _page
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from knowledge.extracting import Fonts

PDFS = Path(__file__).resolve().parents[3] / "shared" / "data" / "pdfs"

SHOWN = [
    b"BT /F1 12 Tf 72 700 Td (Backups are) Tj 0 -14 Td (encrypted.) Tj ET",
    b"BT /F1 12 Tf 72 700 Td [(Back) 20 (ups) -400 (are) -250 (kept)] TJ ET",
    b"BT /F1 12 Tf 14 TL 72 700 Td (one) Tj T* (two) ' 1 2 (three) \" ET",
    b"BT /F1 12 Tf 1 0 0 1 72 700 Tm (left) Tj 1 0 0 1 300 702 Tm (right) Tj ET",
    b"q 0.5 0 0 0.5 10 10 cm BT /F1 24 Tf 72 700 Td (small) Tj ET Q BT /F1 9 Tf 72 300 Td (large) Tj ET",
    b"BT /F1 12 Tf 0 1 -1 0 300 100 Tm (upwards) Tj 0 20 Td (again) Tj ET",
    b"BT /F1 12 Tf 1 0 0 -1 300 100 Tm (turned over) Tj 0 20 TD (again) Tj T* (more) Tj ET",
    b"BT /F1 -12 Tf 72 700 Td (a negative size) Tj (goes on) Tj 5 0 Td (and on) Tj ET",
    b"BT /F1 0 Tf 72 700 Td (no) Tj [(size) -5 (at all)] TJ ET",
    b"BT /F1 12 Tf 3 Tc 72 700 Td (wide) Tj 60 0 Td (apart) Tj /F9 12 Tf (no such font) Tj ET",
    b"BT /F1 12 Tf 72 700 Td [-900 (after a gap) -900] TJ [(beyond) () -900 -900 (it)] TJ ET",
    b"BT 1 2 Tm (six are wanted) Tj /F1 Tf Td () Tj Tj [1 2] TJ (x) TJ ET Q Q (outside) Tj",
    b"BT /F2 12 Tf 72 700 Td (abc) Tj (cab) Tj /F1 12 Tf (after) Tj [(b) -900 (a)] TJ ET",
    b"BT /F1 12 Tf 72 700 Td (before) Tj ET /X1 Do BT /F1 12 Tf (behind) Tj ET",
]
HEBREW = b"""begincmap 1 begincodespacerange <00> <ff> endcodespacerange
3 beginbfchar <61> <05d0> <62> <05d1> <63> <0020> endbfchar endcmap"""


def stream(data: bytes, **entries: object) -> DecodedStreamObject:
    made = DecodedStreamObject()
    made.set_data(data)
    made.update({NameObject(f"/{name}"): value for name, value in entries.items()})
    return made


def page_with(content: bytes) -> PageObject:
    """Draw a page that has a Latin font, a Hebrew one and a form."""
    kind = {NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1")}
    latin = DictionaryObject(kind | {NameObject("/BaseFont"): NameObject("/Helvetica")})
    hebrew = DictionaryObject(latin | {NameObject("/ToUnicode"): stream(HEBREW)})
    fonts = DictionaryObject({NameObject("/F1"): latin, NameObject("/F2"): hebrew})
    inside = DictionaryObject({NameObject("/Font"): fonts})
    form = stream(b"BT /F1 12 Tf 20 20 Td (in a form) Tj ET", Subtype=NameObject("/Form"), Resources=inside)
    page = PdfWriter().add_blank_page(600, 800)
    page[NameObject("/Contents")] = stream(content)
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): fonts, NameObject("/XObject"): DictionaryObject({NameObject("/X1"): form})}
    )
    return page


def seen(*_: object) -> None:
    """Look on, so that pypdf parts the content of every page."""


@pytest.mark.parametrize("content", SHOWN)
def test_text_is_put_together_as_by_pypdf(content: bytes) -> None:
    """Lines, gaps, kerning, turned and sized text, forms, other scripts and broken operands give pypdf's own text."""
    expected = page_with(content).extract_text(visitor_operand_before=seen)
    page, fonts = page_with(content), Fonts()

    for _ in range(2):
        with fonts.at_work():
            assert expected == page.extract_text(visitor_operand_before=seen)


def test_pypdf_has_its_own_ways_back_afterwards() -> None:
    """What is put in its place goes again, also when a page cannot be read."""
    own = [vars(_page)[name] for name in ("Font", "TextExtraction")]
    with pytest.raises(ZeroDivisionError), Fonts().at_work():
        raise ZeroDivisionError

    assert own == [vars(_page)[name] for name in ("Font", "TextExtraction")]


@pytest.mark.skipif(not PDFS.is_dir(), reason="the shared files are not beside this checkout")
def test_real_pages_give_the_text_that_pypdf_gives() -> None:
    """Three pages of every third file, from many programs that write PDFs."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    compared = 0
    for path in sorted(PDFS.rglob("*.pdf"))[::3]:
        one, other, fonts = PdfReader(path), PdfReader(path), Fonts()
        if one.is_encrypted:
            continue
        for number in {0, len(one.pages) // 2, len(one.pages) - 1}:
            with fonts.at_work():
                found = other.pages[number].extract_text(visitor_operand_before=seen)
            assert one.pages[number].extract_text(visitor_operand_before=seen) == found, (
                f"{path.name}, page {number + 1}"
            )
            compared += 1
    assert 40 < compared
