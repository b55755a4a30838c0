"""Puts names that a line's end has broken off from their legal form on one line; every character keeps its place."""

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.facts.naming import SUFFIX
from knowledge.pages import PageText

# A form that may be a word too, such as "AS", counts only where it stands alone or a mark follows it; "Company" is a label too.
_SURE = r"(?:Inc|LLC|LLP|PLLC|Ltd|Limited|GmbH|mbH|plc|Corp|P\.C|B\.V|N\.V|S\.A|S\.p\.A|S\.r\.l|KGaA|eG)"
_FORM = re.compile(
    rf"(?<=[\w.&),])[ \t]*(?P<break>\n)[ \t]*(?:(?!Comp|COMP|Co\b|PC\b|PA\b){SUFFIX}\.?(?=[ \t]*(?:[,;()]|\n|$)|\.\s)"
    rf"|{_SURE}\b\.?(?=[\s’']))"
)
_FLOWS = re.compile(r"(?<=[\w,&.])\n(?=[\w&(])")
_FULL = 0.7


def unbroken(pages: Sequence[PageText]) -> list[PageText]:
    """Join a legal form that begins a line with the name on the line before it."""
    return [_mended(page, [match.start("break") for match in _FORM.finditer(page.text)]) for page in pages]


def flowing(page: PageText) -> PageText:
    """Let running text go on over the ends of full lines, so that no name in it is broken."""
    longest = max(map(len, page.text.split("\n")), default=0)
    ends = [match.start() for match in _FLOWS.finditer(page.text)]
    full = [at for at in ends if at - page.text.rfind("\n", 0, at) > _FULL * longest]
    return _mended(page, full)


def _mended(page: PageText, breaks: Sequence[int]) -> PageText:
    if not breaks:
        return page
    letters = list(page.text)
    for at in breaks:
        letters[at] = " "
    return replace(page, text="".join(letters))
