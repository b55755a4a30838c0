"""Finds the names of controls at the beginning of lines, and the stretch of text that belongs to each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.pages import PageText

NUMBER = (
    r"(?:(?:CC|PI|A|C|P)\s?\d{1,2}\.\d{1,2}(?:[.-](?:\d{1,3}|[A-Z](?![A-Za-z])))*|[A-Z]{2,8}[-.]\d{1,3}(?:[.-]\d{1,3})*[a-z]?"
    r"|[A-Z]{1,3}\d{1,3}(?:[.-]\d{1,3}){0,3}|\d{1,2}\.\d{1,2}(?:\.\d{1,3})?)"
)
_AT_START = re.compile(
    rf"^[ \t]{{0,40}}(?:[•·▪*–-][ \t]+)?(?:(?:control|criteria|criterion|ref|no|id)\.?(?:\s+(?:no\.?|number"
    rf"|id))?[ \t]*[:#]?[ \t]*)?(?P<number>{NUMBER})(?=[ \t:|\n]|,[ \t][a-z]|$)",
    re.I | re.M,
)


@dataclass(frozen=True, slots=True)
class Row:
    """What stands on a page from a control's name to the next one's: `page.text[start:end]`."""

    page: PageText
    number: str
    start: int
    end: int


def rows(pages: Sequence[PageText]) -> list[Row]:
    """Cut pages at the names of controls; what stands before the first one on a page belongs to the last one before."""
    found: list[Row] = []
    last = ""
    for page in pages:
        marks = [
            (match.start(), match["number"]) for match in _AT_START.finditer(page.text) if _is_name(match, page.text)
        ]
        edges = [*(start for start, _ in marks), len(page.text)]
        if edges[0] > 0:
            found.append(Row(page, last, 0, edges[0]))
        for (start, number), end in zip(marks, edges[1:], strict=True):
            found.append(Row(page, number, start, end))
            last = number
    return found


def _is_name(match: re.Match[str], text: str) -> bool:
    """Leave out headings of chapters, entries of contents, and standards that begin a line."""
    number = match["number"]
    if re.match(r"(?:ISO|ISAE|SSAE|SOC|AT-C|COVID|SOC-)", number, re.I) or (
        not number[:1].isupper() and not number[:1].isdigit()
    ):
        return False
    end = text.find("\n", match.end())
    return text.find(".....", match.end(), end if end >= 0 else len(text)) < 0
