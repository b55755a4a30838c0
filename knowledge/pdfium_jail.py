"""The child process that reads a stranger's PDF with pdfium, for what pypdf could not read."""

import signal
import sys

from knowledge.children import handed_secret
from knowledge.confinement import confine
from knowledge.wire import Finished, Line, Opened, Refused, Started, encode


def main(memory: str, cpu_seconds: str, page_seconds: str, most_pages: str, numbers: str, secret: str) -> None:
    """Read these pages ("3,7", or all for "") of the PDF on standard input.

    A page that takes too long ends the process, which code in C cannot delay; the parent goes on behind that page.
    """
    password = handed_secret(secret)
    import pypdfium2  # noqa: F401 - loaded before its folders can no longer be listed

    from knowledge import pdfium
    from knowledge.paging import PageLayout

    confine(int(memory), int(cpu_seconds))
    _write(Started())
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, float(page_seconds) * 2)
    try:
        opened = pdfium.opening(sys.stdin.buffer.read(), password)
    except pdfium.NeedsPassword:
        return _write(Refused("password"))
    except Exception:
        return _write(Refused("damaged"))
    if opened.pages > int(most_pages):
        return _write(Refused("large"))
    _write(Opened(opened.pages, "", pdfium.ENGINE, []))
    layout = PageLayout(opened.document)
    for number in [int(one) for one in numbers.split(",") if one] or range(1, opened.pages + 1):
        signal.setitimer(signal.ITIMER_REAL, float(page_seconds))
        page = pdfium.page_read(opened, number)
        _write(layout.arranged(page) or page)
    return _write(Finished())


def _write(line: Line) -> None:
    sys.stdout.buffer.write(encode(line) + b"\n")
    sys.stdout.buffer.flush()
