"""Tests of the boxes around quoted words: each is read again from the page, and must hold those words and no others."""

from pathlib import Path

import pypdfium2
import pytest

from knowledge.boxing import Box, boxes_of, boxes_of_words, folded
from knowledge.pages import WordBox
from knowledge.picture_wire import Characters, decode_characters
from knowledge.picturing import picture_page
from knowledge.reading import read
from tests.knowledge.pdfs import blank_pdf, save

REPORT = (
    "The office is closed on Sundays. Access of leavers is revoked within one business day, which the auditor tested "
    "with a sample of twenty-five people.\nThe backups are encrypted. Logs are kept for 400 days in a separate "
    "account.\nThe backups are encrypted. Keys rotate yearly."
)


def report(folder: Path) -> Path:
    """Write a page in two columns with a table below it."""
    pdf = blank_pdf()
    pdf.add_page()
    for left, text in ((20, REPORT), (110, REPORT.replace("Sundays", "Mondays").replace("400", "90"))):
        pdf.set_xy(left, 20)
        pdf.multi_cell(75, 6, text)
    pdf.set_xy(20, 150)
    for row in (("Control", "Result"), ("CC6.1 firewalls", "No exception"), ("CC6.2 leavers", "2 of 25 late")):
        pdf.set_x(20)
        for cell in row:
            pdf.cell(60, 8, cell, border=1)
        pdf.ln(8)
    return save(pdf, folder / "report.pdf")


def read_again(path: Path, box: Box) -> str:
    """Read what PDFium finds under the middle of a box on the first page."""
    page = pypdfium2.PdfDocument(path)[0]
    width, height = page.get_size()
    middle, around = (box.top + box.bottom) / 2, box.height / 8
    text: str = page.get_textpage().get_text_bounded(
        (box.left + 0.001) * width,
        (1 - middle - around) * height,
        (box.right - 0.001) * width,
        (1 - middle + around) * height,
    )
    return " ".join(text.split())


@pytest.mark.parametrize(
    "quote",
    [
        "closed on Mondays",
        "revoked within one business day, which the auditor tested",
        "Logs are kept for 90 days",
        "Logs are kept for 400 days",
        "2 of 25 late",
        "No exception",
    ],
)
def test_a_box_holds_the_words_of_the_quote(tmp_path: Path, quote: str) -> None:
    """What stands in the boxes is the quote, read again from the page by another reader."""
    path = report(tmp_path)
    text = read(path).pages[0].text
    flat = text.replace("\n", " ")
    span = (flat.index(quote), flat.index(quote) + len(quote))

    boxes = boxes_of(span, text, decode_characters(picture_page(path, 1).characters))

    assert folded(quote).letters == folded(" ".join(read_again(path, box) for box in boxes)).letters


def test_each_of_the_same_words_has_its_own_box(tmp_path: Path) -> None:
    """Words that stand four times on a page are boxed where the span says."""
    path = report(tmp_path)
    text = read(path).pages[0].text
    characters = decode_characters(picture_page(path, 1).characters)
    words = "The backups are encrypted"
    starts = [at for at in range(len(text)) if text.startswith(words, at)]

    boxes = [boxes_of((at, at + len(words)), text, characters) for at in starts]

    assert [4, 4] == [len(starts), len({tuple(box) for box in boxes})]
    assert {words} == {" ".join(read_again(path, each) for each in box) for box in boxes}


def row(text: str, top: int = 0, left: int = 0) -> Characters:
    """Set characters in one line, each 100 wide and 200 high."""
    places = [at for n in range(len(text)) for at in (left + 100 * n, top, left + 100 * n + 100, top + 200)]
    return Characters(text, tuple(places))


def joined(*rows: Characters) -> Characters:
    """Put lines of characters one after the other."""
    return Characters("".join(r.text for r in rows), tuple(place for r in rows for place in r.places))


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("the certificate", "thecerti\ufb01cate"),
        ("the certi\ufb01cate", "thecertificate"),
        ("the multi-\nfactor log in", "themultifactorlog-in"),
        ("“quoted” words", '"quoted"words'),
        ("soft\u00adware", "software"),
    ],
)
def test_another_reader_may_spell_otherwise(page: str, shown: str) -> None:
    """Ligatures, hyphens, spacing and quotation marks do not keep words from being found."""
    boxes = boxes_of((0, len(page)), page, row(shown))

    assert [len(shown) * 0.01] == [pytest.approx(box.right, abs=0.011) for box in boxes]


def test_cells_in_another_order_are_boxed_one_by_one() -> None:
    """A table that one reader takes by rows and the other by columns is still found, in pieces."""
    page = "Firewall rules Reviewed yearly Leaver access Removed late"
    shown = joined(
        row("Firewallrules"), row("Leaveraccess", 300), row("Reviewedyearly", 0, 5000), row("Removedlate", 300, 5000)
    )

    boxes = boxes_of((0, len("Firewall rules Reviewed yearly")), page, shown)

    assert [(0, 0.13), (0.5, 0.64)] == [(box.left, box.right) for box in boxes]


def test_words_that_are_not_on_the_picture_have_no_box() -> None:
    """A box in the wrong place would be worse than none."""
    assert [] == boxes_of((0, 22), "Backups are encrypted.", row("Logsarekeptforever"))
    assert [] == boxes_of((0, 3), "...", row("abc"))
    assert [] == boxes_of((0, 3), "abc", Characters())


def test_words_read_from_the_picture_are_boxed_line_by_line() -> None:
    """For a scanned page the places are those that recognising its text gave."""
    words = [
        WordBox(0, 6, 0.1, 0.1, 0.2, 0.12),
        WordBox(7, 10, 0.21, 0.101, 0.25, 0.12),
        WordBox(11, 14, 0.1, 0.13, 0.2, 0.15),
        WordBox(15, 20, 0.3, 0.13, 0.4, 0.15),
    ]

    boxes = boxes_of_words((7, 14), words)

    assert [Box(0.21, 0.101, 0.25, 0.12), Box(0.1, 0.13, 0.2, 0.15)] == boxes


def test_a_line_of_a_crooked_scan_is_boxed_in_steps() -> None:
    """Where a line slopes, no box reaches far above or below its words."""
    words = [WordBox(5 * n, 5 * n + 4, n / 10, 0.1 + n / 400, n / 10 + 0.09, 0.12 + n / 400) for n in range(9)]

    boxes = boxes_of_words((0, 45), words)

    assert [3, 3, 3] == [round((box.right - box.left + 0.01) / 0.1) for box in boxes]
    assert all(abs(box.height - 0.02) < 0.0001 for box in boxes)
