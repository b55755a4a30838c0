"""What stands in a Word document, a workbook or a text file, as pages; runs inside the jail alone."""

import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING

from knowledge.media import Media
from knowledge.office_jail import MOST_UNPACKED, TooLarge
from knowledge.pages import Mark, MarkKind
from knowledge.screening import Remark, RemarkKind, excerpt

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import Table
    from docx.text.paragraph import Paragraph

PAGE = 3_000
ROWS = 60
Cells = list[str]


@dataclass(slots=True)
class Sheet:
    """One page: its text with marks on it, its label, and what stands in it hidden from its readers."""

    text: str = ""
    label: str = ""
    marks: tuple[Mark, ...] = ()
    hidden: tuple[str, ...] = ()

    def add(self, line: str, kind: MarkKind | None = None, level: int = 0, header: str = "") -> None:
        """Put a line at the end; with a kind it gets a mark."""
        start = len(self.text)
        self.text += line + "\n"
        if kind is not None and line.strip():
            self.marks += (Mark(start, start + len(line), kind, level, header),)


@dataclass(frozen=True, slots=True)
class Contents:
    """A whole file."""

    pages: Sequence[Sheet]
    engine: str
    title: str = ""
    remarks: Sequence[Remark] = field(default_factory=tuple)


def contents(media: Media, data: bytes) -> Contents:
    """Read a file; raises whatever its library raises when it is not what it should be."""
    match media:
        case Media.DOCX:
            return _word(_checked(data))
        case Media.XLSX:
            return _workbook(_checked(data))
        case Media.MARKDOWN:
            return Contents(list(_text_pages(_decoded(data), markdown=True)), "markdown")
    return Contents(list(_text_pages(_decoded(data), markdown=False)), "text")


def _checked(data: bytes) -> bytes:
    """Refuse an archive that unpacks to too much before any library unpacks it."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > MOST_UNPACKED:
            raise TooLarge
    return data


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _text_pages(text: str, *, markdown: bool) -> Iterator[Sheet]:
    """Cut text into pages at form feeds, and long stretches at paragraphs, or before headings in Markdown."""
    page, number = Sheet(label="1"), 1
    for line in text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\f\n").split("\n"):
        level = len(line) - len(line.lstrip("#")) if markdown and line.startswith("#") else 0
        full = len(page.text) > PAGE and (not line.strip() or level > 0)
        if (line == "\f" or full) and page.text.strip():
            yield page
            number += 1
            page = Sheet(label=str(number))
        if line != "\f":
            _add_text(page, line, level, markdown)
    if page.text.strip() or number == 1:
        yield page


def _add_text(page: Sheet, line: str, level: int, markdown: bool) -> None:
    if level:
        return page.add(line, MarkKind.HEADING, level)
    item = markdown and line.lstrip().startswith(("- ", "* ", "+ "))
    row = markdown and line.strip().startswith("|") and line.strip().endswith("|")
    return page.add(line, MarkKind.ITEM if item else MarkKind.ROW if row else None)


def _word(data: bytes) -> Contents:
    from docx import Document, __version__
    from docx.table import Table

    document = Document(BytesIO(data))
    pages = [Sheet(label="1")]
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            _add_table(pages[-1], block)
        else:
            _add_paragraph(pages, block)
    kept = [page for page in pages if page.text.strip() or page.hidden] or pages[:1]
    title = str(document.core_properties.title or "")[:120]
    return Contents(kept, f"python-docx {__version__}", title, list(_word_remarks(document)))


def _add_paragraph(pages: list[Sheet], paragraph: "Paragraph") -> None:
    """Put a paragraph on the page it begins on; a page break, drawn or asked for, begins a new one."""
    shown = "".join(run.text for run in paragraph.runs if not run.font.hidden) if paragraph.runs else paragraph.text
    hidden = "".join(run.text for run in paragraph.runs if run.font.hidden)
    if hidden.strip():
        pages[-1].hidden += (excerpt(hidden),)
    breaks = len(paragraph.rendered_page_breaks) or shown.count("\f")
    if breaks or len(pages[-1].text) > 2 * PAGE:
        pages.append(Sheet(label=str(len(pages) + 1)))
    style = (paragraph.style.name or "") if paragraph.style is not None else ""
    level = int(style[-1]) if style.startswith("Heading ") and style[-1].isdigit() else 1 if style == "Title" else 0
    kind = MarkKind.HEADING if level else MarkKind.ITEM if style.startswith("List") else None
    for line in shown.replace("\f", "\n").split("\n"):
        pages[-1].add(line, kind, level)


def _add_table(page: Sheet, table: "Table") -> None:
    rows = [_unrepeated([" ".join(cell.text.split()) for cell in row.cells]) for row in table.rows]
    _add_rows(page, rows)


def _unrepeated(cells: Cells) -> Cells:
    """Say a merged cell's text once."""
    return [cell for place, cell in enumerate(cells) if place == 0 or cell != cells[place - 1]]


def _add_rows(page: Sheet, rows: Sequence[Cells]) -> None:
    """Put a table's rows on the page, each on one line under the first row's names."""
    header = " | ".join(cell for cell in rows[0] if cell) if len(rows) > 1 else ""
    for number, cells in enumerate(rows):
        line = "  ".join(cell for cell in cells if cell)
        if line:
            page.add(line, MarkKind.ROW, header=header if number else "")


def _word_remarks(document: "WordDocument") -> Iterator[Remark]:
    kinds = {part.partname.rpartition("/")[2] for part in document.part.package.iter_parts()}
    if any(name.lower().startswith("vbaproject") for name in kinds):
        yield Remark(RemarkKind.ACTIVE_CONTENT, 0, "The document holds macros.")
    comments = [comment.text for comment in document.comments]
    if comments:
        yield Remark(RemarkKind.ATTACHMENT, 0, f"{len(comments)} comments in the margin were not read.")


def _workbook(data: bytes) -> Contents:
    import openpyxl

    book = openpyxl.load_workbook(BytesIO(data), read_only=False, data_only=True, keep_links=False)
    pages: list[Sheet] = []
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            words = " ".join(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None)
            pages.append(Sheet(label=sheet.title[:20], hidden=(excerpt(f"Hidden sheet {sheet.title}: {words}"),)))
            continue
        rows = [_cells(row) for row in sheet.iter_rows(values_only=True)]
        pages += _sheet_pages(sheet.title, [row for row in rows if any(row)])
    return Contents(pages or [Sheet()], f"openpyxl {openpyxl.__version__}", str(book.properties.title or "")[:120])


def _cells(row: Sequence[object]) -> Cells:
    return [" ".join(str(cell).split()) if cell is not None else "" for cell in row]


def _sheet_pages(title: str, rows: Sequence[Cells]) -> Iterator[Sheet]:
    """Cut a sheet into pages of some rows, each under the sheet's header cells."""
    header = " | ".join(cell for cell in _header_of(rows) if cell)
    page = Sheet(label=title[:20])
    for number, cells in enumerate(rows):
        if len(page.marks) >= ROWS or len(page.text) > PAGE:
            yield page
            page = Sheet(label=title[:20])
        page.add("  ".join(cell for cell in cells if cell), MarkKind.ROW, header=header if number else "")
    if page.text.strip():
        yield page


def _header_of(rows: Sequence[Cells]) -> Cells:
    """Take the first row that names several columns as the header."""
    return next((row for row in rows[:20] if sum(bool(cell) for cell in row) >= 2), [])
