"""What one page of a document is once it has been read: its number, its printed label, its state and its text."""

from dataclasses import dataclass
from enum import StrEnum


class PageState(StrEnum):
    """How much of a page could be read; anything but `text` means that silence on it proves nothing."""

    TEXT = "text"
    PARTIAL = "partial"
    OCR = "ocr"
    HIDDEN_REMOVED = "hidden_removed"
    SCANNED = "scanned"
    GARBLED = "garbled"
    ENCRYPTED = "encrypted"
    TIMED_OUT = "timed_out"
    DAMAGED = "damaged"

    @property
    def label(self) -> str:
        """Say the state to a person."""
        return _LABELS[self]

    @property
    def is_readable(self) -> bool:
        """Tell whether the page's text may be searched and quoted."""
        return self in READABLE

    @property
    def is_whole(self) -> bool:
        """Tell whether all that a person can read on the page was read."""
        return self in WHOLE


WHOLE = frozenset((PageState.TEXT, PageState.OCR, PageState.HIDDEN_REMOVED))
READABLE = WHOLE | {PageState.PARTIAL}


_LABELS = {
    PageState.TEXT: "Read",
    PageState.PARTIAL: "Partly read",
    PageState.OCR: "Read from its picture",
    PageState.HIDDEN_REMOVED: "Read, hidden text removed",
    PageState.SCANNED: "Scanned, no text",
    PageState.GARBLED: "Text is scrambled",
    PageState.ENCRYPTED: "Protected",
    PageState.TIMED_OUT: "Took too long",
    PageState.DAMAGED: "Damaged",
}


@dataclass(frozen=True, slots=True)
class PageText:
    """One page: `number` counts from 1, `label` is the number printed on it or empty, quotes are found in `text`.

    `engine` read it, by name and version. `marks` say what the layout knows of stretches of the text. `words` are the
    places of words that only reading from a picture knows; a text layer's are found again when a page is shown.
    """

    number: int
    label: str
    state: PageState
    text: str
    engine: str = ""
    marks: tuple["Mark", ...] = ()
    words: tuple["WordBox", ...] = ()


class MarkKind(StrEnum):
    """What a stretch of a page is."""

    HEADING = "heading"
    ROW = "row"
    ITEM = "item"
    FOOTNOTE = "footnote"
    RUNNING = "running"


@dataclass(frozen=True, slots=True)
class Mark:
    """What `text[start:end]` is: a heading of some `level`, a table's row under its `header` cells, a running head."""

    start: int
    end: int
    kind: MarkKind
    level: int = 0
    header: str = ""


@dataclass(frozen=True, slots=True)
class WordBox:
    """Where `text[start:end]` stands, in shares of the page's width and height from its top left corner."""

    start: int
    end: int
    left: float
    top: float
    right: float
    bottom: float
