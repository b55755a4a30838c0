"""An answer made of rows: what was looked up, and tables whose every line leads to where it stands; pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote as quoted

import msgspec

from knowledge.citations import Quote

SHOWN = 100


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its cells, and where it stands as an address with a few words, or the words of a page."""

    cells: tuple[str, ...]
    link: str
    label: str
    quote: Quote | None = None

    @property
    def page_url(self) -> str:
        """Where its words are shown on their page."""
        return quote_url(self.quote) if self.quote else ""

    @property
    def page_label(self) -> str:
        """The page its words are on."""
        return self.quote.place if self.quote else ""


@dataclass(frozen=True, slots=True)
class Block:
    """Rows under the same columns; `note` is what there is to say beside them."""

    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    title: str = ""
    note: str = ""

    @property
    def shown(self) -> tuple[Line, ...]:
        """The lines that a page shows."""
        return self.lines[:SHOWN]

    @property
    def more(self) -> int:
        """How many it does not."""
        return max(0, len(self.lines) - SHOWN)


@dataclass(frozen=True, slots=True)
class ToldDraft:
    """A draft inside an answer: without effect, with the quotes it stands on and the link that takes it."""

    kind: str
    title: str
    text: str
    quotes: tuple[Quote, ...]
    link: str
    label: str
    note: str
    written_by: str = ""
    prompt_version: str = ""

    @property
    def cites(self) -> tuple[tuple[str, str, str], ...]:
        """The words of each quote, its document and page, and where it is shown."""
        return tuple((quote.text, f"{quote.document} {quote.place}", quote_url(quote)) for quote in self.quotes)


@dataclass(frozen=True, slots=True)
class Told:
    """The whole answer; `asked` says what was looked up and how much was found. `beside`: one block a vendor.

    `left` says how much was not looked at. Where it only says of which vendors the rest of a question was asked, `ends`
    is how long it is as text; else 0.
    """

    asked: str
    blocks: tuple[Block, ...] = ()
    notes: tuple[str, ...] = ()
    beside: bool = False
    draft: ToldDraft | None = None
    ends: int = 0
    left: int = 0

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines."""
        return tuple(line for block in self.blocks for line in block.lines)


def quote_url(quote: Quote) -> str:
    """Return where a page is shown with these words marked."""
    words = quoted(" ".join(quote.text.split())[:1500], safe="")
    return f"/documents/of/{quote.document_id}?page={quote.page}&quote={words}"


def told_to_json(told: Told) -> str:
    """Return an answer as it is kept."""
    return msgspec.json.encode(told).decode()


def told_from_json(text: str | None) -> Told | None:
    """Return a kept answer; None where an answer was not made of rows."""
    return msgspec.json.decode(text, type=Told) if text else None


def told_text(told: Told) -> tuple[str, list[int]]:
    """Return the answer as plain text, and after how many characters each of its lines ends."""
    text, ends = told.asked, list[int]()
    if told.draft is not None:
        text += "".join(f"\n\n{words}" for words in ("DRAFT", told.draft.title, told.draft.text) if words)
    for block in told.blocks:
        text += "".join(f"\n\n{words}" for words in (block.title, block.note) if words)
        for line in block.lines:
            text += f"\n- {line_text(line)}"
            ends.append(len(text))
    return "\n\n".join((text, *told.notes)), ends


def joined(first: Told, then: Told) -> Told:
    """Return one answer: of which vendors the rest was asked, then what rows say to that; neither drafts nor compares."""
    assert not any(one.draft or one.beside for one in (first, then))
    return Told(
        f"{first.asked} {then.asked}",
        (*first.blocks, *then.blocks),
        (*first.notes, *then.notes),
        left=first.left + then.left,
    )


def line_text(line: Line) -> str:
    """Return the cells of a line as one sentence."""
    return " · ".join(cell for cell in line.cells if cell)


def line_cells(block: Block, line: Line) -> dict[str, str]:
    """Return the cells of a line by their columns; what a block is about comes first."""
    named = {"about": block.title} if block.title else {}
    columns = (name or "note" for name in block.columns)
    return named | {name.lower(): cell for name, cell in zip(columns, line.cells, strict=True) if cell}


def counted(what: str, among: str, count: int) -> str:
    """Return "Certificates whose validity ends before 1 March 2027, among 9 vendors: 2"."""
    return f"{what[:1].upper()}{what[1:]}, {among}: {count or 'none'}"


def listed(words: Sequence[str], last: str = "or") -> str:
    """Return "critical, high or medium"."""
    return f"{', '.join(words[:-1])} {last} {words[-1]}" if len(words) > 1 else "".join(words)
