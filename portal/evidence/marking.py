"""Pure: a page's text cut at the words that are marked in it, its paragraphs flowing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

_BEGINS = re.compile(r"[-•*–·]\s|\(?[0-9]{1,2}[.)]\s|[A-Z]{1,3}\d")  # a list's next item, or a control's number


class MarkKind(StrEnum):
    """Why a stretch of a page is marked."""

    QUOTE = "quote"
    NOW = "now"
    HIT = "hit"
    REMARK = "remark"
    ALSO = "also"


_FIRST = (MarkKind.QUOTE, MarkKind.NOW, MarkKind.HIT, MarkKind.ALSO)


@dataclass(frozen=True, slots=True)
class MarkedSpan:
    """A stretch of a page's text to be marked."""

    start: int
    end: int
    kind: MarkKind


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a page's text, marked with a kind or not."""

    text: str
    kind: str = ""

    @property
    def marked(self) -> bool:
        """Whether it is marked."""
        return bool(self.kind)


def segmented(text: str, marks: Sequence[MarkedSpan]) -> list[Segment]:
    """Cut a page's text at its marks; where several meet, the quote is shown before the search's words."""
    shown = flowed(text)
    cuts = sorted({0, len(shown), *(at for mark in marks for at in (mark.start, mark.end))})
    return [Segment(shown[start:end], _kind(start, end, marks)) for start, end in pairwise(cuts)]


def flowed(text: str) -> str:
    """Return the text with the breaks inside its paragraphs as spaces; as long as it was, so that places still hold.

    A break is inside a paragraph when its line is nearly as long as the page's long lines and the next goes on.
    """
    lines = text.split("\n")
    lengths = sorted(len(line) for line in lines if line.strip())
    if not lengths:
        return text
    full = lengths[int(len(lengths) * 0.9)] * 0.78
    joined = [
        line + (" " if len(line) >= full and following[:1].strip() and not _BEGINS.match(following) else "\n")
        for line, following in pairwise(lines)
    ]
    return "".join(joined) + lines[-1]


def _kind(start: int, end: int, marks: Sequence[MarkedSpan]) -> str:
    here = {mark.kind for mark in marks if mark.start <= start and end <= mark.end}
    return next((kind.value for kind in _FIRST if kind in here), "")
