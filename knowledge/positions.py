"""Finds with pdfium where the words of a page stand; it runs inside the jail alone."""

import ctypes
import re
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as raw

from knowledge.segments import TextLine

_LINE_END_HYPHENS = "\x02\ufffe"
_WORD = re.compile(rf"[^\s{_LINE_END_HYPHENS}]+[{_LINE_END_HYPHENS}]?|[{_LINE_END_HYPHENS}]")
_BOLD = re.compile(rb"bold|black|heavy|semib|demi|cmbx|sfbx|-medi\b|-bd\b", re.IGNORECASE)
_MOST_CHARACTERS = 60_000
_LONGEST_FONT_NAME = 128


class Positions:
    """The places of words in one opened PDF."""

    def __init__(self, document: pypdfium2.PdfDocument) -> None:
        self._document = document

    def page(self, number: int) -> tuple[list[TextLine], float, float]:
        """Give a page's words as far as pdfium finds them, and its width and height."""
        page = self._document[number - 1]
        textpage = page.get_textpage()
        try:
            width, height = page.get_size()
            return list(_words(textpage, page)), width, height
        finally:
            textpage.close()
            page.close()


def _words(textpage: pypdfium2.PdfTextPage, page: pypdfium2.PdfPage) -> Iterator[TextLine]:
    text = _text(textpage)
    place = _turner(page)
    bold: dict[bytes, bool] = {}
    box, name, flags = raw.FS_RECTF(), ctypes.create_string_buffer(_LONGEST_FONT_NAME), ctypes.c_int()
    reference = ctypes.byref(box)
    for match in _WORD.finditer(text):
        first, end = match.span()
        raw.FPDFText_GetLooseCharBox(textpage, first, reference)
        left, top, right, bottom = box.left, box.top, box.right, box.bottom
        if end - first > 1:
            raw.FPDFText_GetLooseCharBox(textpage, end - 1, reference)
            left, top = min(left, box.left), max(top, box.top)
            right, bottom = max(right, box.right), min(bottom, box.bottom)
        raw.FPDFText_GetFontInfo(textpage, first, name, _LONGEST_FONT_NAME, flags)
        if (font := name.value) not in bold:
            bold[font] = _BOLD.search(font) is not None
        yield _line(match.group(), place(left, top, right, bottom), bold[font])


def _text(textpage: pypdfium2.PdfTextPage) -> str:
    """Give the page's characters so that each stands at its own index, or nothing when pdfium counts otherwise."""
    count = raw.FPDFText_CountChars(textpage)
    if not 0 < count <= _MOST_CHARACTERS:
        return ""
    units = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(textpage, 0, count, units) - 1
    if written == count:
        return bytes(units)[: 2 * count].decode("utf-16-le", "replace")
    return "".join(chr(raw.FPDFText_GetUnicode(textpage, at) or 0x20) for at in range(count))


def _line(text: str, box: tuple[float, float, float, float], bold: bool) -> TextLine:
    left, top, right, bottom = box
    if text[-1] in _LINE_END_HYPHENS:
        text = text[:-1] + "-"
    return TextLine(text, left, top, right, bottom, bottom - top, bold)


class _turner:  # noqa: N801 - used as a function
    """Turns a box of the page's own space, origin bottom left, into one of the page as it is shown."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self._left, self._bottom, self._right, self._top = page.get_cropbox()
        self._rotation = page.get_rotation()

    def __call__(self, left: float, top: float, right: float, bottom: float) -> tuple[float, float, float, float]:
        match self._rotation:
            case 90:
                return bottom - self._bottom, left - self._left, top - self._bottom, right - self._left
            case 180:
                return self._right - right, bottom - self._bottom, self._right - left, top - self._bottom
            case 270:
                return self._top - top, self._right - right, self._top - bottom, self._right - left
        return left - self._left, self._top - top, right - self._left, self._top - bottom
