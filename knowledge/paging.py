"""Arranges the pages of one PDF: the text that one reader saw, where another says that its words stand."""

from contextlib import suppress

import msgspec
from pypdfium2 import PdfDocument

from knowledge.arranging import arranged
from knowledge.positions import Positions
from knowledge.seating import seated
from knowledge.wire import PageRead


class PageLayout:
    """The layout of one PDF's pages; it runs inside the jail alone."""

    def __init__(self, document: PdfDocument) -> None:
        self._positions = Positions(document)

    def arranged(self, page: PageRead) -> PageRead | None:
        """Give the page with its text in reading order and marked, or None when its layout is not known."""
        if not page.text.strip():
            return None
        with suppress(Exception, MemoryError):
            words, width, height = self._positions.page(page.number)
            if lines := seated(page.text, words):
                found = arranged(lines, width, height)
                return msgspec.structs.replace(page, text=found.text, marks=found.marks)
        return None
