"""Draws invented documents as PDFs: paragraphs, tables, labelled values, columns, running heads and feet."""

from collections.abc import Sequence
from datetime import UTC, datetime

from fpdf import FPDF
from fpdf.enums import TableBordersLayout

_DRAWN = datetime(2026, 1, 1, tzinfo=UTC)
_BODY = 10.0


def flat(text: str) -> str:
    """Put text that was written over several lines on one."""
    return " ".join(text.split())


class Sheet(FPDF):
    """A document in the making; `head` and `foot` stand on every page, with {page} and {pages} filled in."""

    def __init__(
        self, head: str = "", foot: str = "", *, face: str = "Helvetica", size: float = _BODY, first: bool = True
    ) -> None:
        super().__init__()
        self.core_fonts_encoding = "cp1252"
        self.set_creation_date(_DRAWN)
        self.head, self.foot, self.face, self.size, self.first = head, foot, face, size, first
        self.set_margins(22, 20, 22)
        self.set_auto_page_break(True, 22)
        self.add_page()

    def header(self) -> None:
        """Draw the running head."""
        if self.head and (self.first or self.page_no() > 1):
            self.set_y(10)
            self._edge(self.head)
        self.set_y(22)

    def footer(self) -> None:
        """Draw the running foot."""
        if self.foot and (self.first or self.page_no() > 1):
            self.set_y(-15)
            self._edge(self.foot)

    def _edge(self, text: str) -> None:
        self.set_font(self.face, "", 8)
        self.cell(0, 5, text.replace("{page}", str(self.page_no())).replace("{pages}", "{nb}"), align="C")

    def banner(self, text: str, *, size: float = 22, align: str = "L") -> None:
        """Write a large line or two."""
        self._write(text, size, "B", align)
        self.ln(3)

    def heading(self, text: str, *, size: float = 13) -> None:
        """Write a heading, with room below it for what it heads."""
        if self.get_y() > self.h - 50:
            self.add_page()
        self.ln(3)
        self._write(text, size, "B", "L")
        self.ln(1.5)

    def para(self, text: str, style: str = "", *, align: str = "L") -> None:
        """Write a paragraph."""
        self._write(flat(text), self.size, style, align)
        self.ln(2.2)

    def paras(self, text: str) -> None:
        """Write the paragraphs of a text, which blank lines part."""
        for piece in text.strip().split("\n\n"):
            self.para(piece)

    def lines(self, *texts: str, size: float = 0, style: str = "", align: str = "L") -> None:
        """Write lines one under another."""
        for text in texts:
            self._write(text, size or self.size, style, align)
        self.ln(2)

    def centred(self, *texts: str, size: float = 0, style: str = "") -> None:
        """Write lines in the middle of the page."""
        self.lines(*texts, size=size, style=style, align="C")

    def _write(self, text: str, size: float, style: str, align: str) -> None:
        self.set_font(self.face, style, size)
        self.multi_cell(0, size * 0.5, text, align=align, new_x="LMARGIN", new_y="NEXT")

    def items(self, *texts: str, mark: str = "\u2022", start: int = 1) -> None:
        """Write a list; "{n}" in the mark is the item's number."""
        for number, text in enumerate(texts, start):
            self._write(f"{mark.replace('{n}', str(number))} {flat(text)}", self.size, "", "L")
            self.ln(1)
        self.ln(1.5)

    def labelled(self, *rows: tuple[str, str], sep: str = ": ") -> None:
        """Write labels and values on one line each."""
        self.lines(*(f"{label}{sep}{flat(value)}" for label, value in rows))

    def stacked(self, *rows: tuple[str, str]) -> None:
        """Write each label above its value."""
        for label, value in rows:
            self._write(label, self.size - 2, "", "L")
            self._write(flat(value), self.size + 0.5, "B", "L")
            self.ln(1.5)

    def pairs(self, *rows: tuple[str, str], width: float = 55, borders: bool = False) -> None:
        """Write labels in a left column and values in a right one."""
        self.grid(rows, (width, self.epw - width), borders=borders, header=False)

    def grid(
        self,
        rows: Sequence[Sequence[str]],
        widths: Sequence[float],
        *,
        borders: bool = True,
        header: bool = True,
        size: float = 9,
    ) -> None:
        """Draw a table; the widths are shares of the page's."""
        self.set_font(self.face, "", size)
        layout = TableBordersLayout.ALL if borders else TableBordersLayout.NONE
        with self.table(
            col_widths=tuple(widths),
            borders_layout=layout,
            first_row_as_headings=header,
            line_height=size * 0.5,
            padding=0.8,
            text_align="LEFT",
            v_align="TOP",
        ) as table:
            for row in rows:
                cells = table.row()
                for cell in row:
                    cells.cell(flat(cell))
        self.ln(3)

    def columns(self, left: str, right: str) -> None:
        """Set two texts side by side, the left one drawn first."""
        top, width = self.get_y(), self.epw / 2 - 5
        bottoms = [
            self._column(text, self.l_margin + at * (width + 10), top, width) for at, text in enumerate((left, right))
        ]
        self.set_xy(self.l_margin, max(bottoms) + 3)

    def _column(self, text: str, x: float, y: float, width: float) -> float:
        self.set_font(self.face, "", self.size - 1)
        for piece in text.strip().split("\n\n"):
            self.set_xy(x, y)
            self.multi_cell(width, (self.size - 1) * 0.5, flat(piece), align="L")
            y = self.get_y() + (self.size - 1) * 0.5 + 2
        return y

    def contents(self, *entries: tuple[str, int]) -> None:
        """Write a table of contents with leaders."""
        self.heading("Table of Contents")
        for name, number in entries:
            self._write(f"{name} {'.' * max(5, 90 - len(name))} {number}", self.size - 0.5, "", "L")
        self.ln(2)

    def ticks(self, *rows: tuple[bool, str]) -> None:
        """Write the boxes of a form, ticked or not."""
        self.lines(*(f"[{'X' if ticked else ' '}] {flat(text)}" for ticked, text in rows))

    def rule(self) -> None:
        """Draw a line across the page."""
        self.line(self.l_margin, self.get_y(), self.w - self.r_margin, self.get_y())
        self.ln(3)

    def leaf(self) -> None:
        """Begin a new page."""
        self.add_page()

    def done(self) -> bytes:
        """Give the finished file."""
        return bytes(self.output())
