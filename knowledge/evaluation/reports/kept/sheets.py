"""Further ways to set a page: boxes, leaders, cards side by side, labels in the margin, and sheets that lie on their side."""

from knowledge.evaluation.reports.drawing import Sheet, flat


class Wide(Sheet):
    """A document whose pages lie on their side."""

    def add_page(self, *args: object, **named: object) -> None:
        """Begin a page on its side."""
        super().add_page(orientation="landscape")


def boxed(sheet: Sheet, text: str, *, style: str = "") -> None:
    """Write a paragraph with a line around it."""
    sheet.set_font(sheet.face, style, sheet.size)
    sheet.multi_cell(0, sheet.size * 0.52, flat(text), border=1, align="L", new_x="LMARGIN", new_y="NEXT", padding=2)
    sheet.ln(3)


def leaders(sheet: Sheet, *rows: tuple[str, str], width: int = 46) -> None:
    """Write labels and values with dots between them."""
    sheet.lines(*(f"{label} {'.' * max(4, width - len(label))} {flat(value)}" for label, value in rows))


def cards(sheet: Sheet, *cells: tuple[str, str], across: int = 3) -> None:
    """Set small labels above their values, several side by side."""
    width = sheet.epw / across
    for first in range(0, len(cells), across):
        top, bottom = sheet.get_y(), 0.0
        for at, (label, value) in enumerate(cells[first : first + across]):
            bottom = max(bottom, _card(sheet, sheet.l_margin + at * width, top, width - 4, label, value))
        sheet.set_xy(sheet.l_margin, bottom + 3)


def _card(sheet: Sheet, x: float, y: float, width: float, label: str, value: str) -> float:
    for text, size, style in ((label, sheet.size - 2.5, ""), (flat(value), sheet.size, "B")):
        sheet.set_font(sheet.face, style, size)
        sheet.set_xy(x, y)
        sheet.multi_cell(width, size * 0.5, text, align="L", new_x="LMARGIN", new_y="NEXT")
        y = sheet.get_y()
    return y


def beside(sheet: Sheet, *rows: tuple[str, str], width: float = 34) -> None:
    """Write short headings in the margin and their text beside them."""
    for label, text in rows:
        top = sheet.get_y()
        sheet.set_font(sheet.face, "B", sheet.size - 1)
        sheet.multi_cell(width - 4, sheet.size * 0.5, label, align="L", new_x="LMARGIN", new_y="NEXT")
        below = sheet.get_y()
        sheet.set_font(sheet.face, "", sheet.size)
        sheet.set_xy(sheet.l_margin + width, top)
        sheet.multi_cell(sheet.epw - width, sheet.size * 0.5, flat(text), align="L", new_x="LMARGIN", new_y="NEXT")
        sheet.set_xy(sheet.l_margin, max(below, sheet.get_y()) + 2.5)


def seal(sheet: Sheet, *texts: str) -> None:
    """Write a few small lines at the right edge, as under a logo."""
    sheet.lines(*texts, size=sheet.size - 2, align="R")
