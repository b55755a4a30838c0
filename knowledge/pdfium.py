"""Reads pages with pdfium, the second reader; it runs inside the jail alone, where a crash costs one child."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as raw

from knowledge.pages import PageState
from knowledge.screening import Remark, RemarkKind, aimed_at_model, cleaned, garbled_share
from knowledge.wire import PageRead

ENGINE = f"pdfium {pypdfium2.PDFIUM_INFO.build}"
_GARBLED, _SOME_GARBLED = 0.05, 0.01
_MOST_ON_A_PAGE = 60_000
_LINE_END_HYPHEN = "\x02"


@dataclass(frozen=True, slots=True)
class Opening:
    """An opened file: how many pages it has."""

    document: pypdfium2.PdfDocument

    @property
    def pages(self) -> int:
        """Count the pages."""
        return len(self.document)

    def label(self, number: int) -> str:
        """Give the number printed on the page, as far as the file says it."""
        return str(self.document.get_page_label(number - 1) or "")[:20]


class NeedsPassword(Exception):
    """The file opens with a password only."""


def opening(data: bytes, password: str) -> Opening:
    """Open a file; raises NeedsPassword, or pdfium's own error when it is damaged."""
    try:
        return Opening(pypdfium2.PdfDocument(data, password=password or None))
    except pypdfium2.PdfiumError:
        if raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD:
            raise NeedsPassword from None
        raise


def page_read(opened: Opening, number: int) -> PageRead:
    """Read one page: the text that can be seen on it, as far as pdfium tells."""
    page = opened.document[number - 1]
    textpage = page.get_textpage()
    try:
        text, hidden = _visible(textpage)
        return _judged(number, opened.label(number), text, hidden, _has_drawings(page))
    finally:
        textpage.close()
        page.close()


def _judged(number: int, label: str, raw_text: str, hidden: str, drawn: bool) -> PageRead:
    clean = cleaned(raw_text)
    remarks = [Remark(RemarkKind.AIMED_AT_MODEL, number, found) for found in aimed_at_model(clean.text)]
    if hidden.strip():
        remarks.append(Remark(RemarkKind.HIDDEN_TEXT, number, cleaned(hidden).text[:300]))
    state = _state(raw_text, clean.text, drawn)
    if state is PageState.TEXT and hidden.strip():
        state = PageState.HIDDEN_REMOVED
    text = clean.text[:_MOST_ON_A_PAGE] if state.is_readable else ""
    return PageRead(number, label, state, text, remarks, ENGINE)


def _state(raw_text: str, text: str, drawn: bool) -> PageState:
    garbled = garbled_share(raw_text)
    if garbled > _GARBLED:
        return PageState.GARBLED
    if not text.strip():
        return PageState.SCANNED if drawn else PageState.TEXT
    return PageState.PARTIAL if garbled > _SOME_GARBLED or len(text) > _MOST_ON_A_PAGE else PageState.TEXT


def _has_drawings(page: pypdfium2.PdfPage) -> bool:
    return next(page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH), max_depth=3), None) is not None


def _visible(textpage: pypdfium2.PdfTextPage) -> tuple[str, str]:
    """Part a page's text into what is shown and what is drawn in a way that nobody sees."""
    text = textpage.get_text_range().replace("\r\n", "\n").replace(_LINE_END_HYPHEN, "-")
    unseen = "".join(_unseen(textpage))
    if not unseen.strip():
        return text, ""
    shown = "".join(character for _, character, seen in _characters(textpage) if seen)
    return shown.replace("\r\n", "\n").replace(_LINE_END_HYPHEN, "-"), unseen


def _unseen(textpage: pypdfium2.PdfTextPage) -> Iterator[str]:
    return (character for _, character, seen in _characters(textpage) if not seen)


def _characters(textpage: pypdfium2.PdfTextPage) -> Iterator[tuple[int, str, bool]]:
    """Yield each character with whether its object is drawn with ink at all."""
    modes: dict[int, bool] = {}
    for index in range(textpage.count_chars()):
        code = raw.FPDFText_GetUnicode(textpage, index)
        character = chr(code) if code else ""
        held = raw.FPDFText_GetTextObject(textpage, index)
        key = ctypes.cast(held, ctypes.c_void_p).value or 0
        if key not in modes:
            modes[key] = not key or raw.FPDFTextObj_GetTextRenderMode(held) not in (3, 7)
        yield index, character, modes[key]
