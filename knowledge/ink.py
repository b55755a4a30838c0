"""Looks at a page as it is drawn: text is seen only where taking it away changes the picture."""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.geometry import Box, at, bounds

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfPage, PdfTextPage

_MOST_PIXELS = 2_000_000
_MOST_OBJECTS = 200_000
_DEEPEST = 12
_CONTRAST = 16
_SHARE = 0.08
_SHEET = 10_000


@dataclass(frozen=True, slots=True)
class _Changes:
    """Which pixels of a page change when its text is taken away, and how a point of the page becomes a pixel."""

    mask: bytes
    width: int
    height: int
    matrix: tuple[float, ...]

    def show(self, box: Box) -> bool:
        """Tell whether enough changes inside a box of the page."""
        left, top, right, bottom = self.pixels(box)
        rows = range(max(top, 0), min(bottom, self.height))
        columns = slice(max(left, 0), min(right, self.width))
        area = len(rows) * max(0, columns.stop - columns.start)
        if not area:
            return False
        changed = 0
        for row in rows:
            start = row * self.width
            changed += self.mask.count(b"\xff", start + columns.start, start + columns.stop)
            if changed >= max(1.0, _SHARE * area):
                return True
        return False

    def pixels(self, box: Box) -> tuple[int, int, int, int]:
        """Give a box of the page in whole pixels, at least one wide and high."""
        left, top, right, bottom = bounds([at(self.matrix, *box[:2]), at(self.matrix, *box[2:])])
        return (
            int(left // 1),
            int(top // 1),
            max(int(-(-right // 1)), int(left) + 1),
            max(int(-(-bottom // 1)), int(top) + 1),
        )

    def share(self, box: Box) -> Box:
        """Give a box of the page in shares of its width and height, from the top left."""
        left, top, right, bottom = bounds([at(self.matrix, *box[:2]), at(self.matrix, *box[2:])])
        return (
            _held(left / self.width),
            _held(top / self.height),
            _held(right / self.width),
            _held(bottom / self.height),
        )


@dataclass(frozen=True, slots=True)
class Unseen:
    """A stretch of a page's text, by places in pdfium's list of characters, that nobody can see, and its box in shares."""

    start: int
    end: int
    box: Box


class Drawing:
    """One file as pdfium draws it."""

    def __init__(self, data: bytes, password: str, pages: int) -> None:
        from pypdfium2 import PdfDocument

        self._pdf = PdfDocument(data, password=password or None)
        if len(self._pdf) != pages:
            raise ValueError("another reader sees other pages in this file")

    def look(self, number: int) -> tuple[str, str, Box | None]:
        """Give a page's text that can be seen, its text that cannot, and the box of the latter in shares of the page."""
        page = self._pdf[number - 1]
        textpage = page.get_textpage()
        try:
            spans = unseen_spans(page, textpage)
            text = letters(textpage)
        finally:
            textpage.close()
            page.close()
        unseen = " ".join(text[span.start : span.end] for span in spans)
        boxes = [span.box for span in spans if any(map(str.isalnum, text[span.start : span.end]))]
        return without(text, spans), unseen, _around(boxes) if boxes else None

    def find(self, number: int, words: str) -> Box | None:
        """Find where on a page some words stand, as a box in shares of the page."""
        page = self._pdf[number - 1]
        textpage = page.get_textpage()
        try:
            wanted = [letter for letter in words if letter.isalnum()]
            places = [(letter, index) for index, letter in enumerate(letters(textpage)) if letter.isalnum()]
            start = "".join(letter for letter, _ in places).find("".join(wanted))
            boxes = _boxes(textpage)
            found = [boxes[index] for _, index in places[start : start + len(wanted)]] if start >= 0 and wanted else []
            within = [box for box in found if box is not None]
            sheet = _Changes(b"", _SHEET, _SHEET, _matrix(page, _SHEET, _SHEET))
            return sheet.share(_around(within)) if within else None
        finally:
            textpage.close()
            page.close()


def unseen_spans(page: "PdfPage", textpage: "PdfTextPage") -> list[Unseen]:
    """Find the text that cannot be seen; whatever goes wrong is raised, and then nothing of the page is known to be seen."""
    changes = _changes(page)
    boxes = _boxes(textpage)
    spans: list[Unseen] = []
    for start, end in _words(textpage):
        within = [box for box in boxes[start:end] if box is not None]
        if sum(map(changes.show, within)) * 2 >= max(1, len(within)):
            continue
        place = changes.share(_around(within)) if within else (0.0, 0.0, 0.0, 0.0)
        if spans and spans[-1].end >= start - 2:
            spans[-1] = Unseen(spans[-1].start, end, _around([spans[-1].box, place]))
        else:
            spans.append(Unseen(start, end, place))
    return spans


def without(text: str, spans: Sequence[Unseen]) -> str:
    """Take the spans out of a page's text, which has one letter for each of pdfium's characters."""
    kept, start = [], 0
    for span in spans:
        kept.append(text[start : span.start])
        start = span.end
    return "".join([*kept, text[start:]])


def letters(textpage: "PdfTextPage") -> str:
    """Give a page's text with exactly one letter for each of pdfium's characters, so that places in it are theirs."""
    from pypdfium2 import raw

    codes = (int(raw.FPDFText_GetUnicode(textpage.raw, index)) for index in range(textpage.count_chars()))
    return "".join(chr(code) if 0 < code < 0x110000 else "\x00" for code in codes)


def _words(textpage: "PdfTextPage") -> Iterator[tuple[int, int]]:
    start = None
    text = letters(textpage)
    for index, letter in enumerate(text + " "):
        blank = letter.isspace() or letter < " "
        if blank and start is not None:
            yield start, index
        start = None if blank else index if start is None else start


def _boxes(textpage: "PdfTextPage") -> list[Box | None]:
    from pypdfium2 import raw

    numbers = [ctypes.c_double() for _ in range(4)]
    left, right, bottom, top = numbers
    boxes: list[Box | None] = []
    for index in range(textpage.count_chars()):
        found = raw.FPDFText_GetCharBox(textpage.raw, index, left, right, bottom, top)
        boxes.append((left.value, bottom.value, right.value, top.value) if found else None)
    return boxes


def _changes(page: "PdfPage") -> _Changes:
    """Draw the page with and without its text."""
    from PIL import ImageChops

    wide, high = page.get_size()
    scale = min(1.0, (_MOST_PIXELS / max(wide * high, 1.0)) ** 0.5)
    width, height = max(1, round(wide * scale)), max(1, round(high * scale))
    whole = _picture(page, width, height)
    texts = list(_texts(page))
    try:
        _activate(texts, False)
        bare = _picture(page, width, height)
    finally:
        _activate(texts, True)
    red, green, blue = ImageChops.difference(whole, bare).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    mask = most.point([255 if value > _CONTRAST else 0 for value in range(256)]).tobytes()
    return _Changes(mask, width, height, _matrix(page, width, height))


def _picture(page: "PdfPage", width: int, height: int) -> "Image":
    from PIL import Image
    from pypdfium2 import raw

    bitmap = raw.FPDFBitmap_CreateEx(width, height, raw.FPDFBitmap_BGR, None, 0)
    if not bitmap:
        raise MemoryError
    try:
        raw.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        raw.FPDF_RenderPageBitmap(bitmap, page.raw, 0, 0, width, height, 0, raw.FPDF_ANNOT)
        stride = raw.FPDFBitmap_GetStride(bitmap)
        data = ctypes.string_at(raw.FPDFBitmap_GetBuffer(bitmap), stride * height)
    finally:
        raw.FPDFBitmap_Destroy(bitmap)
    return Image.frombytes("RGB", (width, height), data, "raw", "BGR", stride)


def _texts(page: "PdfPage") -> Iterator[object]:
    """List the page's text objects, those inside forms as well."""
    from pypdfium2 import raw

    count = raw.FPDFPage_CountObjects(page.raw)
    waiting = [(raw.FPDFPage_GetObject(page.raw, index), 0) for index in range(count)]
    seen = 0
    while waiting:
        item, depth = waiting.pop()
        seen += 1
        if seen > _MOST_OBJECTS:
            raise MemoryError
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            yield item
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inner = raw.FPDFFormObj_CountObjects(item)
            waiting += [(raw.FPDFFormObj_GetObject(item, index), depth + 1) for index in range(inner)]


def _activate(texts: Sequence[object], active: bool) -> None:
    from pypdfium2 import raw

    for item in texts:
        raw.FPDFPageObj_SetIsActive(item, active)


def _matrix(page: "PdfPage", width: int, height: int) -> tuple[float, ...]:
    """Work out, from three points, how pdfium maps the page to pixels, turned and cropped as it is."""
    from pypdfium2 import raw

    far = 10_000  # pixels come back whole, so that a long way makes them exact enough
    points = []
    for x, y in ((0, 0), (far, 0), (0, far)):
        column, row = ctypes.c_int(), ctypes.c_int()
        raw.FPDF_PageToDevice(page.raw, 0, 0, width, height, 0, x, y, column, row)
        points.append((column.value, row.value))
    (x0, y0), (x1, y1), (x2, y2) = points
    return ((x1 - x0) / far, (y1 - y0) / far, (x2 - x0) / far, (y2 - y0) / far, x0, y0)


def _around(boxes: Sequence[Box]) -> Box:
    return bounds([corner for box in boxes for corner in (box[:2], box[2:])])


def _held(share: float) -> float:
    return round(min(max(share, 0.0), 1.0), 4)
