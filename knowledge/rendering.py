"""Draws one page of a PDF and places its characters, with PDFium; runs in the jail alone."""

import ctypes
import math
from typing import TYPE_CHECKING, Any

from knowledge.picture_wire import UNITS, Characters

if TYPE_CHECKING:
    from PIL.Image import Image

_DOTS_PER_INCH = 110
_LEAST_WIDTH = 900
_MOST_ENLARGED = 3.0
_LONGEST_SIDE = 4_000
_FINE = 1_000_000


def rendered_page(content: bytes, number: int, pixels: int, most_characters: int) -> tuple["Image", Characters]:
    """Draw page `number`, counted from 1, in at most so many pixels; its crop box and rotation are respected.

    Annotations are drawn as they look; nothing in the file is run, since forms and scripts are never started.
    """
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    page = document[number - 1]
    bitmap = page.render(scale=_scale(page.get_width(), page.get_height(), pixels), may_draw_forms=False)
    picture: Image = bitmap.to_pil().convert("RGB")
    return picture, _characters(page, most_characters)


def _scale(width: float, height: float, pixels: int) -> float:
    """Return pixels a point: the usual number, more for a small page, fewer where it would become a flood of them."""
    if not (0 < width < math.inf and 0 < height < math.inf):
        raise ValueError("a page without a size")
    usual = max(_DOTS_PER_INCH / 72, min(_MOST_ENLARGED, _LEAST_WIDTH / width))
    return min(usual, math.sqrt(pixels / (width * height)), _LONGEST_SIDE / width, _LONGEST_SIDE / height)


def _characters(page: Any, most: int) -> Characters:
    from pypdfium2 import raw

    shares = _Shares(page)
    text_page = page.get_textpage()
    text: list[str] = []
    places: list[int] = []
    box = raw.FS_RECTF()
    for at in range(min(text_page.count_chars(), most)):
        character = raw.FPDFText_GetUnicode(text_page, at)
        if not _is_text(character) or not raw.FPDFText_GetLooseCharBox(text_page, at, box):
            continue
        text.append(chr(character))
        places += shares.of(box.left, box.top, box.right, box.bottom)
    return Characters("".join(text), tuple(places))


def _is_text(character: int) -> bool:
    """Tell whether a code is a character to look for: no control, no half of a pair, no filler."""
    return 0x20 < character < 0x110000 and not 0xD800 <= character < 0xE000 and character not in (0xFFFE, 0xFFFF)


class _Shares:
    """Turns places on the page's own ground into shares of the page as it is shown, by PDFium's own reckoning."""

    def __init__(self, page: Any) -> None:
        self._zero = self._shown(page, 0, 0)
        right, up = self._shown(page, 100, 0), self._shown(page, 0, 100)
        self._x = tuple((right[axis] - self._zero[axis]) / 100 for axis in (0, 1))
        self._y = tuple((up[axis] - self._zero[axis]) / 100 for axis in (0, 1))

    def of(self, left: float, top: float, right: float, bottom: float) -> tuple[int, int, int, int]:
        """Return left, top, right and bottom as ten-thousandths of what is shown, kept within it."""
        corners = [
            [self._zero[axis] + x * self._x[axis] + y * self._y[axis] for axis in (0, 1)]
            for x, y in ((left, top), (right, bottom))
        ]
        (x0, x1), (y0, y1) = sorted(c[0] for c in corners), sorted(c[1] for c in corners)
        return _unit(x0), _unit(y0), _unit(x1), _unit(y1)

    @staticmethod
    def _shown(page: Any, x: float, y: float) -> tuple[float, float]:
        from pypdfium2 import raw

        across, down = ctypes.c_int(), ctypes.c_int()
        if not raw.FPDF_PageToDevice(page, 0, 0, _FINE, _FINE, 0, x, y, across, down):
            raise ValueError("a page without a ground")
        return across.value / _FINE, down.value / _FINE


def _unit(share: float) -> int:
    return round(UNITS * min(max(share, 0.0), 1.0))
