"""Drawing each kind of block, and the list of contents, on a sheet."""

from collections.abc import Callable, Sequence

from fpdf import FPDF
from fpdf.outline import OutlineSection

from portal.sample.markup import Block, Grid, Heading, Items, Note, PageBreak, Paragraph, Signature
from portal.sample.sheets import INK, LEADING, Sheet
from portal.sample.typesetting import Line

HEADED_TABLE = 66  # millimetres: a heading, a sentence, the table's head and a tall first row


def draw_blocks(sheet: Sheet, blocks: Sequence[Block]) -> None:
    """Draw the blocks in order."""
    for place, block in enumerate(blocks):
        if isinstance(block, Heading) and any(isinstance(after, Grid) for after in blocks[place + 1 : place + 3]):
            sheet.need(HEADED_TABLE)
        sheet.set_text_color(*INK)
        DRAWERS[type(block)](sheet, block)


def draw_contents(sheet: FPDF, outline: list[OutlineSection]) -> None:
    """Draw the list of contents on the page kept free for it."""
    assert isinstance(sheet, Sheet)
    sheet.set_y(32)
    sheet.write_line(sheet.l_margin, 32, "Contents", "B", 18, sheet.style.accent)
    step = min(7.2, 210 / len(outline))
    for place, part in enumerate(outline):
        y, x = 46 + place * step, sheet.l_margin + 6 * part.level
        sheet.write_line(x, y, part.name, "" if part.level else "B", 10, INK)
        number = str(part.page_number)
        sheet.write_line(sheet.w - sheet.r_margin - sheet.ruler.width(number, "", 10), y, number, "", 10, INK)


def _draw_heading(sheet: Sheet, block: Heading) -> None:
    size = {1: 17.0, 2: 12.5, 3: sheet.style.size + 0.5}[block.level]
    lines = sheet.ruler.lines(block.text, "B", size, sheet.epw)
    if block.level == 1 and sheet.style.chapters and sheet.get_y() > 26:
        sheet.begin_page()
    sheet.need(len(lines) * size * LEADING + 22)
    sheet.set_y(sheet.get_y() + (5 if block.level < 3 else 2.5))
    if block.level < 3:
        sheet.start_section(block.text, block.level - 1)
    sheet.set_text_color(*(sheet.style.accent if block.level < 3 else INK))
    sheet.write_lines(sheet.l_margin, lines, size, "B")
    sheet.set_y(sheet.get_y() + (3 if block.level == 1 else 1.5))


def _draw_paragraph(sheet: Sheet, block: Paragraph) -> None:
    size = sheet.style.size
    lines = sheet.ruler.lines(block.text, "", size, sheet.epw)
    here = _lines_here(len(lines), int((sheet.bottom - sheet.get_y()) / (size * LEADING)))
    sheet.write_lines(sheet.l_margin, lines[:here], size)
    if here < len(lines):
        sheet.begin_page()
        sheet.set_text_color(*INK)
        sheet.write_lines(sheet.l_margin, lines[here:], size)
    sheet.set_y(sheet.get_y() + 2.4)


def _lines_here(lines: int, room: int) -> int:
    """Leave no single line of a paragraph at the foot of a page, nor at the head of the next."""
    if lines <= room:
        return lines
    here = min(room, lines - 2)
    return here if here >= 2 else 0


def _draw_items(sheet: Sheet, block: Items) -> None:
    size, x = sheet.style.size, sheet.l_margin + 4
    for number, item in enumerate(block.items, 1):
        lines = sheet.ruler.lines(item, "", size, sheet.epw - 11)
        sheet.need(len(lines) * size * LEADING)
        mark = f"{number}." if block.numbered else chr(183)
        sheet.set_font(sheet.style.face, "" if block.numbered else "B", size)
        sheet.text(x, sheet.get_y() + size * LEADING * 0.75, mark)
        sheet.write_lines(x + 7, lines, size)
        sheet.set_y(sheet.get_y() + 0.9)
    sheet.set_y(sheet.get_y() + 1.8)


def _draw_note(sheet: Sheet, block: Note) -> None:
    size = sheet.style.size - 0.5
    lines = sheet.ruler.lines(block.text, "", size, sheet.epw - 12)
    height = len(lines) * size * LEADING + 6
    sheet.need(height + 3)
    sheet.set_fill_color(243, 245, 248)
    sheet.rect(sheet.l_margin, sheet.get_y(), sheet.epw, height, "F")
    sheet.set_fill_color(*sheet.style.accent)
    sheet.rect(sheet.l_margin, sheet.get_y(), 1.2, height, "F")
    top = sheet.get_y()
    sheet.set_y(top + 3)
    sheet.write_lines(sheet.l_margin + 6, lines, size)
    sheet.set_y(top + height + 4)


def _draw_grid(sheet: Sheet, block: Grid) -> None:
    size = sheet.style.size - 1.5
    widths = [share * sheet.epw for share in block.widths]
    head = _cells(sheet, block.head, widths, size, "B")
    rows = [_cells(sheet, row, widths, size, "") for row in block.rows]
    sheet.need(_height(head, size) + _height(rows[0], size))
    _draw_cells(sheet, head, widths, size, head=True)
    for cells in rows:
        if sheet.need(_height(cells, size)):
            _draw_cells(sheet, head, widths, size, head=True)
        _draw_cells(sheet, cells, widths, size, head=False)
    sheet.set_y(sheet.get_y() + 4)


def _cells(sheet: Sheet, row: Sequence[str], widths: Sequence[float], size: float, style: str) -> list[list[Line]]:
    return [sheet.ruler.lines(cell, style, size, wide - 4) for cell, wide in zip(row, widths, strict=True)]


def _height(cells: Sequence[Sequence[Line]], size: float) -> float:
    return max(map(len, cells)) * size * LEADING + 3


def _draw_cells(
    sheet: Sheet, cells: Sequence[Sequence[Line]], widths: Sequence[float], size: float, *, head: bool
) -> None:
    step, height = size * LEADING, _height(cells, size)
    top, x = sheet.get_y(), sheet.l_margin
    sheet.set_draw_color(190, 196, 204)
    sheet.set_line_width(0.15)
    for lines, wide in zip(cells, widths, strict=True):
        sheet.set_fill_color(*(sheet.style.accent if head else (255, 255, 255)))
        sheet.rect(x, top, wide, height, "DF")
        sheet.set_text_color(*((255, 255, 255) if head else INK))
        for place, line in enumerate(lines):
            sheet.write_runs(x + 2, top + 1.5 + step * (place + 0.75), line, "B" if head else "", size)
        x += wide
    sheet.set_y(top + height)


def _draw_signature(sheet: Sheet, block: Signature) -> None:
    sheet.need(32)
    sheet.set_y(sheet.get_y() + 4)
    sheet.set_text_color(30, 50, 110)
    sheet.set_font("Times", "I", 21)
    with sheet.rotation(2, sheet.l_margin, sheet.get_y() + 8):
        sheet.text(sheet.l_margin + 2, sheet.get_y() + 8, block.name)
    sheet.set_text_color(*INK)
    sheet.set_y(sheet.get_y() + 12)
    for text, style in ((block.name, "B"), (block.title, ""), (block.day, "")):
        sheet.write_lines(sheet.l_margin, sheet.ruler.lines(text, style, sheet.style.size, sheet.epw), sheet.style.size)
    sheet.set_y(sheet.get_y() + 3)


def _draw_break(sheet: Sheet, block: PageBreak) -> None:
    sheet.begin_page()


DRAWERS: dict[type, Callable[..., None]] = {
    Heading: _draw_heading,
    Paragraph: _draw_paragraph,
    Items: _draw_items,
    Grid: _draw_grid,
    Note: _draw_note,
    Signature: _draw_signature,
    PageBreak: _draw_break,
}
