"""What is true of an invented document: its paragraphs in reading order, its rows, headings, whole words, what to leave out."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class TrueRow:
    """A table's row: its cells, and the cells of the header over it."""

    cells: tuple[str, ...]
    header: tuple[str, ...] = ()


@dataclass(slots=True)
class Truth:
    """The truths of one document.

    `paths` pairs a sentence with the headings over it; `words` were parted at line ends; `left_out` is in no passage.
    """

    name: str
    paragraphs: list[str] = field(default_factory=list)
    rows: list[TrueRow] = field(default_factory=list)
    paths: list[tuple[str, str]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
