"""Parts a page into sentences where its layout is known: a short row of a table is one, under its header cells."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from uuid import UUID

from knowledge.pages import Mark, MarkKind
from knowledge.placing import layout_from_bytes
from knowledge.sentences import HEADING_REACH, Sentence, flattened, sentences
from knowledge.tables import Page

LONGEST_ROW = 30
_SEVERAL = re.compile(r"[.!?]\s+[A-Z]")
Marks = tuple[Mark, ...]


async def page_marks(wanted: Collection[tuple[UUID, int]]) -> dict[tuple[UUID, int], Marks]:
    """Read what the layout knows of pages; the caller has seen to it that they may be read."""
    if not wanted:
        return {}
    documents, numbers = {document for document, _ in wanted}, {number for _, number in wanted}
    rows = await Page.select(Page.document, Page.number, Page.layout).where(
        Page.document.is_in(list(documents)), Page.number.is_in(sorted(numbers))
    )
    keys = {(row["document"], row["number"]): row["layout"] for row in rows}
    return {key: layout_from_bytes(keys[key]).marks for key in wanted if keys.get(key)}


def parted(text: str, marks: Marks) -> list[Sentence]:
    """Return the sentences of a page in order; without marks they are told from the text alone."""
    apart = sorted((mark for mark in marks if _stands_apart(text, mark)), key=lambda mark: mark.start)
    if not apart:
        return sentences(text)
    headings = [mark for mark in marks if mark.kind is MarkKind.HEADING]
    return sorted(_in_pieces(text, apart, headings), key=lambda sentence: sentence.start)


def _stands_apart(text: str, mark: Mark) -> bool:
    if mark.kind is MarkKind.RUNNING:
        return True
    words = text[mark.start : mark.end]
    return mark.kind is MarkKind.ROW and len(words.split()) <= LONGEST_ROW and not _SEVERAL.search(words)


def _in_pieces(text: str, apart: Sequence[Mark], headings: Sequence[Mark]) -> Iterator[Sentence]:
    at = 0
    for mark in apart:
        yield from _between(text, at, mark.start, headings)
        if mark.kind is MarkKind.ROW and not _is_header(text, mark):
            yield from _row(text, mark, headings)
        at = max(at, mark.end)
    yield from _between(text, at, len(text), headings)


def _between(text: str, start: int, end: int, headings: Sequence[Mark]) -> Iterator[Sentence]:
    """Part a stretch by itself; a heading above the stretch heads its sentences still."""
    for sentence in sentences(text[start:end]) if end > start else []:
        first, last = sentence.start + start, sentence.end + start
        heading = sentence.heading or _heading_above(text, first, headings)
        yield replace(sentence, start=first, end=last, heading=heading)


def _row(text: str, mark: Mark, headings: Sequence[Mark]) -> Iterator[Sentence]:
    words = text[mark.start : mark.end]
    start = mark.start + len(words) - len(words.lstrip())
    end = mark.start + len(words.rstrip())
    if end > start:
        above = f"{_heading_above(text, start, headings)} {mark.header.replace(' | ', ' ')}".strip()
        yield Sentence(start, end, text[start:end], above, "", whole=False)


def _is_header(text: str, mark: Mark) -> bool:
    return flattened(text[mark.start : mark.end]) == flattened(mark.header.replace(" | ", " "))


def _heading_above(text: str, at: int, headings: Sequence[Mark]) -> str:
    near = [mark for mark in headings if mark.end <= at and at - mark.end < HEADING_REACH]
    return flattened(text[near[-1].start : near[-1].end]) if near else ""
