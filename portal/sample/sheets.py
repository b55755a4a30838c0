"""The pages of a sample document: fonts, running heads, page numbers and the writing of lines."""

from collections.abc import Sequence
from dataclasses import dataclass

from fpdf import FPDF

from portal.sample.typesetting import Line, Ruler

LEADING = 0.5  # millimetres a line for each point of type
INK = (33, 37, 41)
GREY = (110, 116, 124)


@dataclass(frozen=True, slots=True)
class Style:
    """How one document looks."""

    face: str
    size: float
    accent: tuple[int, int, int]
    head: str
    foot: str
    chapters: bool
    margin: float = 24.0


class Sheet(FPDF):
    """An A4 document that is filled block by block from top to bottom."""

    def __init__(self, style: Style) -> None:
        super().__init__(format="A4")
        self.style = style
        self.covers = 0
        self.set_auto_page_break(False)
        self.set_margins(style.margin, style.margin, style.margin)
        self.ruler = Ruler(self, style.face)
        self.bottom = self.h - 26

    def header(self) -> None:
        """Draw the running head, from the first page that is not a cover."""
        if self.page_no() <= self.covers:
            return
        self.write_line(self.l_margin, 14, self.style.head, "", 8, GREY)
        self.rule(16.5, 0.2, (200, 204, 210))

    def footer(self) -> None:
        """Draw the foot line and the page number."""
        if self.page_no() <= self.covers:
            return
        self.rule(self.h - 17, 0.2, (200, 204, 210))
        self.write_line(self.l_margin, self.h - 12.5, self.style.foot, "", 8, GREY)
        number = f"Page {self.page_no()}"
        wide = self.ruler.width(number, "", 8)
        self.write_line(self.w - self.r_margin - wide, self.h - 12.5, number, "", 8, GREY)

    def begin_page(self) -> None:
        """Go on at the top of a new page."""
        self.add_page()
        self.set_y(25)

    def need(self, height: float) -> bool:
        """Begin a page when less than this height is left, and say so."""
        if self.get_y() + height <= self.bottom:
            return False
        self.begin_page()
        return True

    def rule(self, y: float, weight: float, colour: tuple[int, int, int]) -> None:
        """Draw a line across the text."""
        self.set_draw_color(*colour)
        self.set_line_width(weight)
        self.line(self.l_margin, y, self.w - self.r_margin, y)

    def write_line(self, x: float, y: float, text: str, style: str, size: float, ink: tuple[int, int, int]) -> None:
        """Write one line of text on its base line."""
        self.set_font(self.style.face, style, size)
        self.set_text_color(*ink)
        self.text(x, y, text)

    def write_runs(self, x: float, y: float, line: Line, style: str, size: float) -> None:
        """Write a broken line with its bold parts."""
        for run in line:
            self.set_font(self.style.face, "B" if run.bold else style, size)
            self.text(x, y, run.text)
            x += run.width

    def write_lines(self, x: float, lines: Sequence[Line], size: float, style: str = "") -> None:
        """Write lines from here downwards, over the page's end when need be."""
        step = size * LEADING
        for line in lines:
            self.need(step)
            self.write_runs(x, self.get_y() + step * 0.75, line, style, size)
            self.set_y(self.get_y() + step)


def colour(text: str) -> tuple[int, int, int]:
    """Return the parts of a colour written as #1f3a5f."""
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)
