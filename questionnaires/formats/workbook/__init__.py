"""Excel workbooks read by their parts, and filled in so that nothing changes but the cells that are set."""

from questionnaires.formats.workbook.book import Book, Sheet
from questionnaires.formats.workbook.cells import Area, Cell

__all__ = ["Area", "Book", "Cell", "Sheet"]
