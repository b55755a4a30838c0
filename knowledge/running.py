"""Looks across a document's pages: marks heads and feet that repeat, and carries a table's header over to the next page."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.pages import Mark, MarkKind, PageText

_LINE = re.compile(r"[^\n]+")
_TELLING = re.compile(r"\b(?:exceptions?|deviations?|noted|findings?|tested)\b")
_EDGE_LINES = 3
_LEAST, _SHARE = 4, 0.6

Span = tuple[int, int]


def across(pages: Sequence[PageText]) -> tuple[PageText, ...]:
    """Complete the pages' marks by what only the whole document tells."""
    repeated = running_lines([page for page in pages if page.state.is_readable])
    marked = [replace(page, marks=_with_running(page, repeated)) if page.text else page for page in pages]
    return tuple(_headed(marked))


def running_lines(pages: Sequence[PageText]) -> frozenset[str]:
    """Find the heads and feet that repeat on most pages; numbers in them may differ."""
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update({shape(page.text[start:end]) for start, end in edges(page.text)})
    most = max(_LEAST, len(pages) * _SHARE)
    return frozenset(line for line, count in counts.items() if count >= most and not _TELLING.search(line))


def shape(line: str) -> str:
    """Give a line without what differs from page to page."""
    return " ".join(re.sub(r"\d+", "#", line).split()).casefold()


def edges(text: str, many: int = _EDGE_LINES) -> list[Span]:
    """Give the spans of the first and last lines of a page."""
    lines = [match.span() for match in _LINE.finditer(text) if match.group().strip()]
    return [*lines[:many], *lines[many:][-many:]]


def _with_running(page: PageText, repeated: frozenset[str]) -> tuple[Mark, ...]:
    """Mark running lines; what else such a line was taken for goes, and what ran on into one ends before it."""
    spans = [span for span in edges(page.text) if shape(page.text[slice(*span)]) in repeated]
    if not spans:
        return page.marks
    rest = [kept for mark in page.marks if (kept := _before(mark, spans))]
    running = [Mark(start, end, MarkKind.RUNNING) for start, end in spans]
    return tuple(sorted([*rest, *running], key=lambda mark: mark.start))


def _before(mark: Mark, spans: Sequence[Span]) -> Mark | None:
    """Cut a mark where a running line begins in it."""
    met = [start for start, end in spans if mark.start < end and start < mark.end]
    if not met:
        return mark
    return replace(mark, end=min(met) - 1) if min(met) - 1 > mark.start else None


def _headed(pages: Sequence[PageText]) -> Iterator[PageText]:
    """Give rows at the top of a page the header of the table that they go on with."""
    last: Mark | None = None
    for page in pages:
        rows = [mark for mark in page.marks if mark.kind is MarkKind.ROW]
        if last and last.header and rows and _continues(page, rows[0], last):
            page = replace(page, marks=tuple(_inherited(page.marks, last)))
            rows = [mark for mark in page.marks if mark.kind is MarkKind.ROW]
        last = rows[-1] if rows and _is_at_foot(page, rows[-1]) else None
        yield page


def _continues(page: PageText, first: Mark, last: Mark) -> bool:
    return not first.header and first.level == last.level and not _between(page, 0, first.start)


def _is_at_foot(page: PageText, row: Mark) -> bool:
    return not _between(page, row.end, len(page.text))


def _between(page: PageText, start: int, end: int) -> str:
    """Give what stands in a stretch beside running lines and notes."""
    text = list(page.text[start:end])
    for mark in page.marks:
        if mark.kind in (MarkKind.RUNNING, MarkKind.FOOTNOTE):
            for at in range(max(mark.start, start), min(mark.end, end)):
                text[at - start] = " "
    return "".join(text).strip()


def _inherited(marks: Sequence[Mark], last: Mark) -> Iterator[Mark]:
    carried = True
    for mark in marks:
        carried = carried and (mark.kind is MarkKind.RUNNING or _is_like(mark, last))
        yield replace(mark, header=last.header) if carried and mark.kind is MarkKind.ROW else mark


def _is_like(mark: Mark, last: Mark) -> bool:
    return mark.kind is MarkKind.ROW and not mark.header and mark.level == last.level
