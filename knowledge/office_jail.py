"""The child process that reads a stranger's Word document, workbook or text from standard input, page by page."""

import sys

from knowledge.aimed import without_aimed
from knowledge.confinement import confine
from knowledge.media import Media
from knowledge.pages import PageState
from knowledge.screening import Remark, RemarkKind, cleaned, excerpt, remarks_on
from knowledge.wire import Finished, Line, Opened, PageRead, Refused, Started, encode

MOST_UNPACKED = 300 << 20
MOST_CHARACTERS = 5_000_000
MOST_ON_A_PAGE = 60_000


class TooLarge(Exception):
    """The file unpacks to more than may be read."""


def main(media: str, memory: str, cpu_seconds: str, _secret: str) -> None:
    """Read the file on standard input as what it is; every outcome is a line on standard output."""
    import docx  # noqa: F401 - loaded before their folders can no longer be listed
    import openpyxl  # noqa: F401

    confine(int(memory), int(cpu_seconds))
    _write(Started())
    try:
        _read(Media(media))
    except (TooLarge, MemoryError):
        _write(Refused("large"))
    except Exception:
        _write(Refused("not_office"))


def _read(media: Media) -> None:
    from knowledge.office import contents

    read = contents(media, sys.stdin.buffer.read())
    if sum(len(page.text) for page in read.pages) > MOST_CHARACTERS:
        raise TooLarge
    _write(Opened(len(read.pages), read.title, read.engine, list(read.remarks)))
    for number, page in enumerate(read.pages, start=1):
        clean = cleaned(page.text)
        text, aimed = without_aimed(clean.text[:MOST_ON_A_PAGE])
        remarks = [Remark(RemarkKind.AIMED_AT_MODEL, number, excerpt(said)) for said in aimed]
        remarks += remarks_on(clean, number)
        remarks += [Remark(RemarkKind.HIDDEN_TEXT, number, text) for text in page.hidden]
        state = PageState.PARTIAL if len(clean.text) > MOST_ON_A_PAGE else PageState.TEXT
        state = PageState.HIDDEN_REMOVED if (page.hidden or aimed) and state is PageState.TEXT else state
        marks = page.marks if clean.text == page.text else ()
        _write(PageRead(number, page.label, state, text, remarks, read.engine, marks))
    _write(Finished())


def _write(line: Line) -> None:
    sys.stdout.buffer.write(encode(line) + b"\n")
    sys.stdout.buffer.flush()
