"""Measures how invented pages are arranged: rows kept whole, order, headings, hyphens, notes and running heads."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from knowledge.evaluation.layouts import kept, seen, seen_last, seen_later
from knowledge.evaluation.layouts.board import Board
from knowledge.evaluation.layouts.truth import Truth
from knowledge.pages import Mark, MarkKind
from knowledge.passages import MOST, Window, passages, size
from knowledge.reading import Reading, read
from knowledge.thinning import thinned

Drawn = tuple[Board, Truth]
_TITLE = "Title"


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares of what is right, from 0 to 1, over a half of the layouts; `slips` names what is not.

    A row is whole when a mark spans its cells and nothing else, and when one passage holds all of it; paragraphs are in
    order when each is found uninterrupted behind the one before.
    """

    layouts: int
    rows_whole: float
    rows_in_one_passage: float
    headers_right: float
    order_right: float
    paths_right: float
    hyphens_right: float
    notes_apart: float
    running_left_out: float
    slips: tuple[str, ...]


@dataclass(slots=True)
class _Tally:
    """Counts what is right of each kind."""

    marks: dict[str, list[bool]] = field(default_factory=dict)
    slips: list[str] = field(default_factory=list)

    def note(self, kind: str, right: bool, what: str) -> None:
        self.marks.setdefault(kind, []).append(right)
        if not right:
            self.slips.append(f"{kind}: {what}")

    def share(self, kind: str) -> float:
        found = self.marks.get(kind, [])
        return round(sum(found) / len(found), 3) if found else 1.0


def run() -> dict[str, Figures]:
    """Measure both halves."""
    return {"seen": measured((*seen.LAYOUTS, *seen_later.LAYOUTS, *seen_last.LAYOUTS)), "kept": measured(kept.LAYOUTS)}


def measured(layouts: Sequence[Callable[[], Drawn]]) -> Figures:
    """Draw, read and cut these layouts, and compare with what is true of them."""
    tally = _Tally()
    with tempfile.TemporaryDirectory() as folder:
        for layout in layouts:
            board, truth = layout()
            file = Path(folder) / "drawn.pdf"
            board.output(str(file))
            reading = read(file)
            _compare(tally, truth, reading, passages(reading.pages, _TITLE))
    return Figures(
        layouts=len(layouts),
        rows_whole=tally.share("row"),
        rows_in_one_passage=tally.share("row in a passage"),
        headers_right=tally.share("header"),
        order_right=tally.share("order"),
        paths_right=tally.share("path"),
        hyphens_right=tally.share("word"),
        notes_apart=tally.share("note"),
        running_left_out=tally.share("head"),
        slips=tuple(tally.slips),
    )


def _compare(tally: _Tally, truth: Truth, reading: Reading, windows: Sequence[Window]) -> None:
    _compare_rows(tally, truth, reading, windows)
    _compare_order(tally, truth, reading)
    for text, path in truth.paths:
        over = [window.header for window in windows if _bare(text[:40]) in _bare(window.text)]
        tally.note("path", bool(over) and over[0] == f"{_TITLE} > {path}", f"{truth.name}: {path}: {over}")
    searched = [window.searched for window in windows]
    for word in truth.words:
        tally.note("word", any(thinned(word) in text for text in searched), f"{truth.name}: {word}")
    bare = [_bare(window.text) for window in windows]
    for note in truth.notes:
        tally.note("note", _bare(note) in bare, f"{truth.name}: {note}")
    for line in truth.left_out:
        tally.note("head", not any(_bare(line) in text for text in bare), f"{truth.name}: {line}")


def _compare_rows(tally: _Tally, truth: Truth, reading: Reading, windows: Sequence[Window]) -> None:
    marked = {_bare(text): mark for text, mark in _row_marks(reading)}
    texts = [_bare(window.text) for window in windows]
    for row in truth.rows:
        whole = _bare(" ".join(row.cells))
        mark = marked.get(whole)
        tally.note("row", mark is not None, f"{truth.name}: {row.cells[0]}")
        if size(" ".join(row.cells)) <= MOST:
            tally.note("row in a passage", any(whole in text for text in texts), f"{truth.name}: {row.cells[0]}")
        expected = " | ".join(row.header)
        got = mark.header if mark else "no row"
        tally.note("header", got == expected, f"{truth.name}: {row.cells[0]}: {got}")


def _row_marks(reading: Reading) -> Iterator[tuple[str, Mark]]:
    for page in reading.pages:
        for mark in page.marks:
            if mark.kind is MarkKind.ROW:
                yield page.text[mark.start : mark.end], mark


def _compare_order(tally: _Tally, truth: Truth, reading: Reading) -> None:
    text = _bare("".join(page.text for page in reading.pages))
    at = 0
    for paragraph in truth.paragraphs:
        found = text.find(_bare(paragraph), at)
        tally.note("order", found >= 0, f"{truth.name}: {paragraph[:50]}")
        at = max(at, found)


def _bare(text: str) -> str:
    return "".join(text.split())
