"""The receipt as a PDF, drawn from its data file alone, with the same bytes each time."""

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import fontpkg_noto_sans
from fpdf import FPDF
from fpdf.enums import TextMode
from fpdf.fonts import TTFFont

from portal.assessments.receipt_files.contents import digest_of, short
from portal.assessments.receipt_files.lettering import Lettering
from portal.core.dates import date_time, plural

_FACE = "Noto Sans"
_FILE = Path(fontpkg_noto_sans.__file__).parent / "files" / "NotoSans[wdth,wght].ttf"
_INK, _GREY, _LINE = (33, 37, 41), (95, 103, 112), (205, 210, 216)
_MARGIN = 20.0
_CHECK = (
    "The data file of this receipt holds the same in a form for programs. Its SHA-256 is the digest below; its beginning stands "
    "at the foot of each page. Whoever has the data file can work the digest out again (sha256sum on Linux, shasum -a 256 on a "
    "Mac, certutil -hashfile on Windows): if it is the same, nothing in the file was changed since these answers were submitted."
)


class Sheet(FPDF):
    """A4 pages in one typeface, with the receipt's number and the beginning of its digest at the foot."""

    def __init__(self, foot: str, pages: str) -> None:
        super().__init__(format="A4")
        self.add_font(_FACE, "", _FILE)
        self.set_margins(_MARGIN, _MARGIN)
        self.set_auto_page_break(True, 22)
        self.alias_nb_pages(pages)
        self.c_margin = 0
        self._foot, self._pages = foot, pages

    @property
    def letters(self) -> frozenset[int]:
        """The characters that the typeface has."""
        font = self.fonts[_FACE.lower()]
        assert isinstance(font, TTFFont)
        return frozenset(font.cmap)

    def footer(self) -> None:
        """Draw the foot of a page."""
        self.set_xy(_MARGIN, -15)
        self._face(8, _GREY)
        self.cell(0, 5, f"{self._foot} · page {self.page_no()} of {self._pages}")

    def write_text(
        self, text: str, size: float = 10, ink: tuple[int, int, int] = _INK, *, strong: bool = False, gap: float = 0
    ) -> None:
        """Write a paragraph, and leave a gap behind it in millimetres; a strong one is drawn with thicker strokes."""
        if not text:
            return
        self._face(size, ink)
        mode = TextMode.FILL_STROKE if strong else TextMode.FILL
        with self.local_context(text_mode=mode, line_width=0.13, draw_color=ink):
            self.multi_cell(0, size * 0.5, text, align="L", new_x="LMARGIN", new_y="NEXT")
        self.ln(gap)

    def rule(self) -> None:
        """Draw a thin line across the page."""
        self.set_draw_color(*_LINE)
        self.line(_MARGIN, self.get_y(), self.w - _MARGIN, self.get_y())
        self.ln(3)

    def _face(self, size: float, ink: tuple[int, int, int]) -> None:
        self.set_font(_FACE, "", size)
        self.set_text_color(*ink)


def receipt_pdf(text: str) -> bytes:
    """Draw the receipt whose data file this is."""
    receipt, digest = json.loads(text), digest_of(text)
    sheet = Sheet(f"{receipt['number']} · {short(digest)}", f"<{digest}>")
    sheet.set_title(f"Receipt {receipt['number']}")
    sheet.set_creator("Surety")
    sheet.set_lang("en")
    sheet.set_creation_date(datetime.fromisoformat(receipt["submitted_at"]))
    letters = Lettering(sheet.letters)
    blocks = list(_fitting(receipt, letters))  # first, so that the head can say what could not be drawn
    sheet.add_page()
    _head(sheet, receipt, letters)
    for section in blocks:
        _section(sheet, section)
    _documents(sheet, receipt, letters)
    _check(sheet, digest)
    return bytes(sheet.output())


Block = tuple[str, list[list[str]]]


def _fitting(receipt: Any, letters: Lettering) -> Iterator[Block]:
    for section in receipt["sections"]:
        yield letters.fitting(section["title"]), [_lines(one, letters) for one in section["questions"]]


def _lines(one: Any, letters: Lettering) -> list[str]:
    """Return a question as four texts: its words with the reference, the answer, what goes with it, and who gave it."""
    answer = one["answer"]
    beside = []
    if answer is not None:
        beside += [f"Why: {one['why_not_applicable']}"] if one["why_not_applicable"] else []
        beside += [f"Comment: {one['comment']}"] if one["comment"] else []
    beside += [f"Documents: {', '.join(one['documents'])}"] if one["documents"] else []
    by = "" if answer is None else f"{one['answered_by']}, {date_time(datetime.fromisoformat(one['answered_at']))}"
    texts = [f"{one['ref']}  {one['question']}", answer or "Not answered", "\n".join(beside), by]
    return [letters.fitting(text) for text in texts]


def _head(sheet: Sheet, receipt: Any, letters: Lettering) -> None:
    fit = letters.fitting
    sheet.write_text(f"Receipt {receipt['number']}", 18, strong=True, gap=1)
    sheet.write_text(
        fit(f"{receipt['vendor']} answered “{receipt['questionnaire']['title']}” for {receipt['asked_by']}."), gap=3
    )
    attested = f"{receipt['attested_by']['name']}, {receipt['attested_by']['title']}"
    asked = [one for section in receipt["sections"] for one in section["questions"]]
    answered = sum(one["answer"] is not None for one in asked)
    facts = [
        ("Submitted", date_time(datetime.fromisoformat(receipt["submitted_at"]))),
        ("By", receipt["submitted_by"]),
        ("Attested by", attested),
        ("Answers", f"{answered} of {plural(len(asked), 'question')} that applied"),
        ("Version of the questionnaire (SHA-256)", receipt["questionnaire"]["version"]),
        ("SHA-256 of the answers", receipt["answers_sha256"]),
    ]
    for label, value in facts:
        sheet.write_text(label, 8, _GREY)
        sheet.write_text(fit(value), gap=1.2)
    if letters.told:
        were = "character has" if letters.told == 1 else "characters have"
        sheet.write_text(
            f"{letters.told} {were} no letter in this PDF. Each place says so in brackets; the data file has the text as it "
            "was entered.", strong=True, gap=2,
        )  # fmt: skip
    sheet.ln(2)


def _section(sheet: Sheet, block: Block) -> None:
    title, questions = block
    if sheet.will_page_break(30):
        sheet.add_page()
    sheet.write_text(title, 13, strong=True, gap=1)
    sheet.rule()
    for asked, answer, beside, by in questions:
        if sheet.will_page_break(20):
            sheet.add_page()
        sheet.write_text(asked, 9.5)
        sheet.write_text(answer, strong=True)
        sheet.write_text(beside, 9)
        sheet.write_text(by, 8, _GREY)
        sheet.ln(3)


def _documents(sheet: Sheet, receipt: Any, letters: Lettering) -> None:
    if not receipt["documents"]:
        return
    if sheet.will_page_break(30):
        sheet.add_page()
    sheet.write_text("Documents handed in, with their SHA-256", 13, strong=True, gap=1)
    sheet.rule()
    for document in receipt["documents"]:
        sheet.write_text(letters.fitting(document["name"]))
        sheet.write_text(document["sha256"], 8, _GREY, gap=2)


def _check(sheet: Sheet, digest: str) -> None:
    if sheet.will_page_break(50):
        sheet.add_page()
    sheet.ln(3)
    sheet.write_text("How to check this receipt", 13, strong=True, gap=1)
    sheet.rule()
    sheet.write_text(_CHECK, 9, gap=2)
    sheet.write_text(digest, 10, strong=True)
