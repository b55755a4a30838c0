"""Reads a PDF into pages of text through a child process with limits, and says in plain words why it cannot."""

import os
import selectors
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import msgspec

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
_CHILD = (
    "import sys; root = sys.argv[1]; "
    "sys.path.insert(next((n for n, p in enumerate(sys.path) if 'site-packages' in p), len(sys.path)), root); "
    "from knowledge.jail import main; "
    "main(int(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4]), int(sys.argv[5]), int(sys.argv[6]))"
)
_MOST_REMARKS = 200
_AFTERMATH = 10.0
_OUT_OF_TIME = (-signal.SIGXCPU, -signal.SIGKILL)


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
    output, in_time = _output_of_child(path, limits)
    lines = _lines(output)
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


def _output_of_child(path: Path, limits: Limits) -> tuple[bytes, bool]:
    """Run the child; return what it wrote and whether it ended by itself within its wall clock and output limits."""
    with path.open("rb") as file:
        child = subprocess.Popen(  # noqa: S603
            _command(limits),
            stdin=file,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={"LANG": "C.UTF-8"},
            start_new_session=True,
        )
    try:
        return _collect(child, limits)
    finally:
        _end(child)


def _command(limits: Limits) -> list[str]:
    root = str(Path(__file__).resolve().parent.parent)
    numbers = (limits.memory, limits.cpu_seconds, limits.page_seconds, limits.pages, limits.characters)
    return [sys.executable, "-I", "-c", _CHILD, root, *map(str, numbers)]


def _collect(child: "subprocess.Popen[bytes]", limits: Limits) -> tuple[bytes, bool]:
    assert child.stdout is not None
    deadline = time.monotonic() + limits.seconds
    collected = bytearray()
    with selectors.DefaultSelector() as selector:
        selector.register(child.stdout, selectors.EVENT_READ)
        while (left := deadline - time.monotonic()) > 0 and len(collected) <= limits.output:
            if selector.select(left):
                chunk = os.read(child.stdout.fileno(), 1 << 16)
                if not chunk:
                    return bytes(collected), _ended_in_time(child)
                collected += chunk
    return bytes(collected), False


def _ended_in_time(child: "subprocess.Popen[bytes]") -> bool:
    """Tell whether a child that has closed its output ended by itself rather than by its CPU limit."""
    try:
        return child.wait(_AFTERMATH) not in _OUT_OF_TIME
    except subprocess.TimeoutExpired:
        return False


def _end(child: "subprocess.Popen[bytes]") -> None:
    """End the child and whatever it started; it may have ended already."""
    try:
        os.killpg(child.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        child.kill()
    child.wait()
    if child.stdout is not None:
        child.stdout.close()


def _lines(output: bytes) -> list[Line]:
    """Check what the child wrote; a line cut off by a kill, and anything after a wrong line, is not taken."""
    lines: list[Line] = []
    for raw in output.split(b"\n")[:-1]:
        try:
            lines.append(decode(raw))
        except msgspec.DecodeError:
            break
    return lines


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
