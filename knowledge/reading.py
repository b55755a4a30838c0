"""Reads a PDF into pages of text through a child process with limits, and says in plain words why it cannot."""

from dataclasses import dataclass
from pathlib import Path

import msgspec

from knowledge.children import Child
from knowledge.errors import ReaderUnavailable, UnreadableDocument
from knowledge.pages import PageState, PageText
from knowledge.screening import Remark
from knowledge.wire import Line, Opened, PageRead, Refused, Started, decode

__all__ = ["DEFAULT_LIMITS", "Limits", "PageState", "PageText", "Reading", "UnreadableDocument", "read"]

REFUSALS = {
    "not_pdf": "This file is not a PDF; please upload the document as a PDF.",
    "password": "This PDF is protected by a password; please upload a copy that opens without one.",
    "damaged": "This PDF is damaged and cannot be opened; please export it again and upload the new copy.",
    "large": "This PDF is too large to be read when unpacked; please split it and upload the parts.",
    "slow": "This PDF took too long to read; please export it again in a simpler form, or split it.",
    "empty": "This PDF has no pages; please upload the finished document.",
}
_MOST_REMARKS = 200


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one file may cost: seconds of wall clock, of CPU and for a page; bytes of memory and of output."""

    seconds: float = 90.0
    cpu_seconds: int = 60
    page_seconds: float = 15.0
    memory: int = 1 << 30
    output: int = 16 << 20
    pages: int = 2_000
    characters: int = 5_000_000


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as it was read; `title` is the one in its own description, or empty."""

    pages: tuple[PageText, ...]
    title: str
    remarks: tuple[Remark, ...]
    reader: str


DEFAULT_LIMITS = Limits()


def read(path: Path, limits: Limits = DEFAULT_LIMITS) -> Reading:
    """Read a PDF, blocking for at most `limits.seconds`; pages that could not be read keep their place and state."""
    lines, in_time = _lines_of_child(path, limits)
    if not any(isinstance(line, Started) for line in lines):
        raise ReaderUnavailable
    for line in lines:
        if isinstance(line, Refused):
            raise UnreadableDocument(REFUSALS.get(line.why, REFUSALS["damaged"]))
    opened = next((line for line in lines if isinstance(line, Opened)), None)
    if opened is None:
        raise UnreadableDocument(REFUSALS["damaged" if in_time else "slow"])
    reading = _reading(opened, [line for line in lines if isinstance(line, PageRead)])
    _refuse_when_silent(reading.pages)
    return reading


def _lines_of_child(path: Path, limits: Limits) -> tuple[list[Line], bool]:
    """Run the child; return its lines up to the first wrong one, and whether it ended by itself within its limits."""
    numbers = (limits.memory, limits.cpu_seconds, limits.page_seconds, limits.pages, limits.characters)
    lines: list[Line] = []
    with (
        path.open("rb") as file,
        Child("jail", numbers, file, seconds=limits.seconds, output=limits.output) as child,
    ):
        for raw in child.lines():
            try:
                lines.append(decode(raw))
            except msgspec.DecodeError:
                return lines, False
    return lines, child.in_time


def _reading(opened: Opened, read_pages: list[PageRead]) -> Reading:
    by_number = {page.number: page for page in read_pages}
    pages = tuple(_page(number, by_number.get(number)) for number in range(1, opened.pages + 1))
    remarks = [*opened.remarks, *(remark for page in read_pages for remark in page.remarks)]
    return Reading(pages, opened.title, tuple(remarks[:_MOST_REMARKS]), opened.reader)


def _page(number: int, page: PageRead | None) -> PageText:
    if page is None:
        return PageText(number, "", PageState.TIMED_OUT, "")
    return PageText(page.number, page.label, page.state, page.text)


def _refuse_when_silent(pages: tuple[PageText, ...]) -> None:
    """Raise when no page gave any text: such a file can prove nothing, and its uploader can put that right."""
    if not pages:
        raise UnreadableDocument(REFUSALS["empty"])
    if any(page.text.strip() for page in pages):
        return
    count = "its only page" if len(pages) == 1 else f"any of its {len(pages)} pages"
    states = [page.state for page in pages]
    sentences = {
        PageState.GARBLED: "The text in this PDF is scrambled: it shows well but cannot be searched or copied; "
        "please export it again from the original document.",
        PageState.TIMED_OUT: REFUSALS["slow"],
        PageState.DAMAGED: REFUSALS["damaged"],
        PageState.TEXT: f"This PDF has no text on {count}; it looks empty.",
    }
    commonest = max(set(states), key=lambda state: (states.count(state), state))
    scanned = f"This PDF has no text on {count}; it looks scanned. Please upload the original, or a copy with text."
    raise UnreadableDocument(sentences.get(commonest, scanned))
