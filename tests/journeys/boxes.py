"""Reads again, from the original's own characters, what stands under the boxes on the page that a window shows."""

import re

import pypdfium2
from playwright.sync_api import Locator

from knowledge.boxing import folded
from tests.journeys.window import Window

_PLACE = re.compile(r"/documents/([0-9a-f-]{36})/pages/(\d+)\.png")
_INSET = 0.0028  # of the width: the room that is left around the words, and a hair more


def letters(text: str) -> str:
    """Return the letters of a text, as two readers of one page agree on them."""
    return folded(text).letters


def boxed(window: Window, kind: str = "box-quote") -> str:
    """Read with PDFium what stands under the boxes of this kind, one after the other; nothing without a picture."""
    picture = window.page.locator(".sheet-picture img")
    place = _PLACE.search(picture.first.get_attribute("src") or "") if picture.count() else None
    if place is None:
        return ""
    original = window.context.request.get(f"/documents/{place[1]}/file").body()
    page = pypdfium2.PdfDocument(original)[int(place[2]) - 1]
    across, down = (float(picture.first.get_attribute(name) or 1) for name in ("width", "height"))
    rects = [_rect(one, across, down) for one in window.page.locator(f".sheet-boxes rect.{kind}").all()]
    return " ".join(_under(page, rect) for rect in rects)


def _rect(box: Locator, across: float, down: float) -> tuple[float, float, float, float]:
    """Return a box in shares of the page: left, top, right, bottom."""
    x, y, width, height = (float(box.get_attribute(name) or 0) for name in ("x", "y", "width", "height"))
    return x / across, y / down, (x + width) / across, (y + height) / down


def _under(page: pypdfium2.PdfPage, rect: tuple[float, float, float, float]) -> str:
    """Read a strip along the middle of a box, so that the lines above and below have no part in it."""
    left, top, right, bottom = rect
    (across, up, _, _), (width, height) = page.get_cropbox(), page.get_size()
    middle, around = (top + bottom) / 2, (bottom - top) / 10
    text: str = page.get_textpage().get_text_bounded(
        across + (left + _INSET) * width,
        up + (1 - middle - around) * height,
        across + (right - _INSET) * width,
        up + (1 - middle + around) * height,
    )
    return text
