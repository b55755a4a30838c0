"""What one page of a document is once it has been read: its number, its printed label, its state and its text."""

from dataclasses import dataclass
from enum import StrEnum


class PageState(StrEnum):
    """How much of a page could be read; anything but `text` means that silence on it proves nothing."""

    TEXT = "text"
    PARTIAL = "partial"
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
        return self in (PageState.TEXT, PageState.PARTIAL)


_LABELS = {
    PageState.TEXT: "Read",
    PageState.PARTIAL: "Partly read",
    PageState.SCANNED: "Scanned, no text",
    PageState.GARBLED: "Text is scrambled",
    PageState.ENCRYPTED: "Protected",
    PageState.TIMED_OUT: "Took too long",
    PageState.DAMAGED: "Damaged",
}


@dataclass(frozen=True, slots=True)
class PageText:
    """One page: `number` counts from 1, `label` is the number printed on it or empty, quotes are found in `text`."""

    number: int
    label: str
    state: PageState
    text: str
