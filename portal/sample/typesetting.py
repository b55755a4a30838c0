"""Breaking text with bold runs into lines; widths are measured once a word, which keeps rendering fast."""

from dataclasses import dataclass, field
from functools import partial

from fpdf import FPDF

MEASURED_AT = 100.0


@dataclass(frozen=True, slots=True)
class Run:
    """Some text in one weight."""

    text: str
    bold: bool
    width: float


Line = list[Run]


@dataclass(slots=True)
class Ruler:
    """Measures words of one face, in millimetres."""

    pdf: FPDF
    face: str
    known: dict[tuple[str, str], float] = field(default_factory=dict)

    def width(self, text: str, style: str, size: float) -> float:
        """Return how wide the text is at this size in points."""
        key = (text, style)
        if key not in self.known:
            self.pdf.set_font(self.face, style, MEASURED_AT)
            self.known[key] = self.pdf.get_string_width(text)
        return self.known[key] * size / MEASURED_AT

    def lines(self, text: str, style: str, size: float, room: float) -> list[Line]:
        """Return the text broken into lines no wider than the room; `**` switches bold on and off."""
        measure = partial(self.width, size=size)
        lines: list[Line] = [[]]
        used = 0.0
        for word, bold in _words(text):
            weight = "B" if bold or "B" in style else ""
            wide = measure(word, weight + style.replace("B", ""))
            if lines[-1] and used + wide > room:
                lines.append([])
                used = 0.0
            gap = measure(" ", weight)
            _append(lines[-1], word, "B" in weight, wide, gap)
            used += wide + gap
        return lines


def _words(text: str) -> list[tuple[str, bool]]:
    return [(word, bool(place % 2)) for place, part in enumerate(text.split("**")) for word in part.split()]


def _append(line: Line, word: str, bold: bool, wide: float, gap: float) -> None:
    if line and line[-1].bold == bold:
        last = line[-1]
        line[-1] = Run(f"{last.text} {word}", bold, last.width + gap + wide)
        return
    if line:
        last = line[-1]
        line[-1] = Run(f"{last.text} ", last.bold, last.width + gap)
    line.append(Run(word, bold, wide))
