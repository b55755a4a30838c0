"""The child process that parses one stranger's PDF from standard input and writes what it reads, line by line."""

import gc
import logging
import signal
import sys
from contextlib import suppress
from types import FrameType
from typing import BinaryIO, Never

from knowledge.children import handed_secret
from knowledge.confinement import confine
from knowledge.pages import PageState
from knowledge.paging import PageLayout
from knowledge.parsing import Parsed, refusal_of
from knowledge.pdfium import opening
from knowledge.wire import Finished, Line, Opened, PageRead, Refused, Started, encode


class TooSlow(BaseException):
    """The page's time is up; not an `Exception`, so that no parser's own handler swallows it."""


def main(memory: str, cpu_seconds: str, page_seconds: str, most_pages: str, most_characters: str, secret: str) -> None:
    """Read the PDF on standard input; every outcome is a line on standard output."""
    password = handed_secret(secret)
    logging.disable(logging.CRITICAL)
    gc.set_threshold(200_000, 20, 100)  # a parser makes many objects and few circles of them
    signal.signal(signal.SIGALRM, _time_is_up)
    confine(int(memory), int(cpu_seconds))
    _write(Started())
    try:
        _arm(float(page_seconds) * 2)
        document = Parsed(sys.stdin.buffer, int(most_pages), password)
        _write(Opened(len(document.pages), document.title, document.reader, document.remarks()))
        pages = _read_pages(document.size, document, float(page_seconds), int(most_characters))
        _arrange(pages, float(page_seconds), password)
    except TooSlow:
        _write(Refused("slow"))
    except (Exception, MemoryError, RecursionError) as error:
        _write(Refused(refusal_of(error)))


def _read_pages(size: int, document: Parsed, page_seconds: float, most_characters: int) -> list[PageRead]:
    characters = 0
    pages: list[PageRead] = []
    for number in range(1, len(document.pages) + 1):
        page = _read_page(document, number, page_seconds)
        characters += len(page.text)
        if characters > most_characters or characters > max(1_000_000, 200 * size):
            _write(Refused("large"))
            return []
        _write(page)
        pages.append(page)
    _write(Finished())
    return pages


def _arrange(pages: list[PageRead], page_seconds: float, password: str) -> None:
    """Write the pages again in reading order; by now nothing is lost if this goes wrong or takes too long."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    with suppress(Exception, MemoryError):
        _arm(page_seconds)
        sys.stdin.buffer.seek(0)
        layout = PageLayout(opening(sys.stdin.buffer.read(), password).document)
        for page in pages:
            _arm(page_seconds)
            if found := layout.arranged(page):
                _write(found)
    _arm(0)


def _read_page(document: Parsed, number: int, page_seconds: float) -> PageRead:
    """Read one page within its time; what goes wrong on it stays on it."""
    try:
        _arm(page_seconds)
        return document.read(number)
    except TooSlow:
        return PageRead(number, document.label(number), PageState.TIMED_OUT, "", [])
    except (Exception, MemoryError, RecursionError):
        return PageRead(number, document.label(number), PageState.DAMAGED, "", [])
    finally:
        _arm(0)


def _arm(seconds: float) -> None:
    """Set the alarm, and have it ring again should something have swallowed the first."""
    signal.setitimer(signal.ITIMER_REAL, seconds, 1.0 if seconds else 0.0)


def _time_is_up(_signal: int, _frame: FrameType | None) -> Never:
    raise TooSlow


def _write(line: Line) -> None:
    output: BinaryIO = sys.stdout.buffer
    output.write(encode(line) + b"\n")
    output.flush()
