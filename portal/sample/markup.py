"""The light markup in which the sample documents are written, read into blocks."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

SPECIAL = re.compile(r"#{1,3} |- |\d+\. |\||> |@sign |---page---")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (begins a page in a report) to 3."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; `**so**` is bold."""

    text: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list, numbered or not."""

    items: tuple[str, ...]
    numbered: bool


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its first row is the head, widths are shares of the page."""

    widths: tuple[float, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A boxed remark."""

    text: str


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed, as what, and when."""

    name: str
    title: str
    day: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """Go on with a new page."""


Block = Heading | Paragraph | Items | Grid | Note | Signature | PageBreak


def blocks(text: str) -> list[Block]:
    """Return the blocks of a document's body in order."""
    lines = [line.rstrip() for line in text.splitlines()]
    found: list[Block] = []
    at = 0
    while at < len(lines):
        if not lines[at]:
            at += 1
            continue
        end = _block_end(lines, at)
        found.append(_block(lines[at:end]))
        at = end
    return found


def _block_end(lines: list[str], at: int) -> int:
    kind = _kind(lines[at])
    single = kind in {"#", "@", "page"}
    end = at + 1
    while not single and end < len(lines) and lines[end] and _kind(lines[end]) in {kind, "text"}:
        end += 1
    return end


def _kind(line: str) -> str:
    found = SPECIAL.match(line)
    if found is None:
        return "text"
    mark = found[0].strip()
    return "page" if mark == "---page---" else "1." if mark[0].isdigit() else mark[0]


def _block(lines: list[str]) -> Block:
    return READERS[_kind(lines[0])](lines)


def _heading(lines: list[str]) -> Heading:
    marks, _, text = lines[0].partition(" ")
    return Heading(len(marks), text)


def _items(lines: list[str]) -> Items:
    items: list[str] = []
    for line in lines:
        if _kind(line) == "text":
            items[-1] += " " + line.strip()
        else:
            items.append(line.split(" ", 1)[1])
    return Items(tuple(items), numbered=lines[0][0].isdigit())


def _grid(lines: list[str]) -> Grid:
    rows = [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines]
    shares = [float(cell) for cell in rows[1]]
    return Grid(tuple(share / sum(shares) for share in shares), rows[0], tuple(_even(rows[2:], len(rows[0]))))


def _even(rows: list[tuple[str, ...]], columns: int) -> Iterator[tuple[str, ...]]:
    for row in rows:
        if len(row) != columns:
            raise ValueError(f"A table row of a sample document has {len(row)} cells, not {columns}: {row[0]}")
        yield row


def _note(lines: list[str]) -> Note:
    return Note(" ".join(line.removeprefix("> ") for line in lines))


def _signature(lines: list[str]) -> Signature:
    name, title, day = (part.strip() for part in lines[0].removeprefix("@sign ").split("|"))
    return Signature(name, title, day)


READERS: dict[str, Callable[[list[str]], Block]] = {
    "#": _heading,
    "-": _items,
    "1.": _items,
    "|": _grid,
    ">": _note,
    "@": _signature,
    "page": lambda lines: PageBreak(),
    "text": lambda lines: Paragraph(" ".join(lines)),
}
