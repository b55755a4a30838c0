"""Draws text at given places of a page, in points from its top left corner."""

from collections.abc import Sequence
from dataclasses import dataclass

from fpdf import FPDF

Box = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Type:
    """A way to set text: face, size, weight and leading."""

    face: str = "Helvetica"
    size: float = 10
    style: str = ""
    leading: float = 1.2

    @property
    def pitch(self) -> float:
        """Give the distance from line to line."""
        return self.size * self.leading


@dataclass(frozen=True, slots=True)
class Placed:
    """A line of text and where it is to be drawn."""

    text: str
    left: float
    top: float
    type: Type


class Board(FPDF):
    """A document drawn line by line, in the order in which lines are put on it."""

    def __init__(self, *, landscape: bool = False) -> None:
        super().__init__("landscape" if landscape else "portrait", "pt", "A4")
        self.core_fonts_encoding = "cp1252"
        self.set_auto_page_break(False)
        self.add_page()

    def put(self, *lines: Placed) -> None:
        """Draw lines in this order."""
        for line in lines:
            self.set_font(line.type.face, line.type.style, line.type.size)
            self.text(line.left, line.top + line.type.size * 0.8, line.text)

    def broken(self, text: str, width: float, kind: Type) -> list[str]:
        """Break text into lines that fit; `\\u00ad` in it may end a line with a hyphen."""
        self.set_font(kind.face, kind.style, kind.size)
        lines: list[str] = []
        line = ""
        for word in text.split():
            if self._fits(f"{line} {word}".strip(), width):
                line = f"{line} {word}".strip()
                continue
            head, tail = self._parted(line, word, width)
            lines += [head] if head else []
            line = tail
        return [*lines, line] if line else lines

    def _fits(self, text: str, width: float) -> bool:
        return float(self.get_string_width(text.replace("\u00ad", ""))) <= width

    def _parted(self, line: str, word: str, width: float) -> tuple[str, str]:
        """Part a word at the last place where its first half still fits."""
        for at in range(len(word) - 1, 0, -1):
            if word[at] not in "\u00ad-":
                continue
            head = f"{line} {word[:at]}-".strip()
            if self._fits(head, width):
                return head, word[at + 1 :]
        return line, word

    def block(self, text: str, box: Box, kind: Type) -> list[Placed]:
        """Set text into a column that begins at left and top and is so wide."""
        left, top, width = box
        lines = self.broken(text, width, kind)
        return [Placed(line.replace("\u00ad", ""), left, top + at * kind.pitch, kind) for at, line in enumerate(lines)]

    def rule(self, top: float, left: float, right: float) -> None:
        """Draw a line across."""
        self.line(left, top, right, top)


def below(lines: Sequence[Placed], gap: float = 0) -> float:
    """Give the place under lines that were set."""
    return max(line.top + line.type.pitch for line in lines) + gap
