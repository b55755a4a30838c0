"""Counts findings in a register: a table with one row for each, with its number, its severity and perhaps its status."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from knowledge.facts.forms import lines_of
from knowledge.facts.phrases import CUE
from knowledge.facts.values import Fact
from knowledge.pages import PageText

_SEVERITY = r"(?:critical|high|medium|moderate|low|informational|info)"
_STATUS = (
    r"(?P<status>(?:still\s+|partially\s+|not\s+)?(?:open|unresolved|outstanding|fixed|resolved|closed|remediated"
    r"|mitigated|accepted"
    r"|reported|new|retested|verified|pending)(?:\s+\([^()]{1,30}\))?)"
)
_HEADER = re.compile(
    r"^(?:id|no\.?|nr\.?|ref\.?|#|finding(?:\s+(?:id|no))?)\s+(?:\w+\s+){1,3}?(?:severity|risk|rating"
    r"|criticality)(?P<status>\s+status)?$",
    re.I,
)
_ROW = re.compile(
    rf"^(?P<id>(?P<prefix>[A-Z]{{0,8}}(?:[-_ ]?\d{{2,4}}(?=[-_]))?[-_ #]?)(?P<number>\d{{1,3}}))"
    rf"\s+\S.*?\s(?P<severity>{_SEVERITY})(?:\s+{_STATUS})?$",
    re.I,
)
_OPEN = re.compile(r"(?:still|partially|not)\b|open|unresolved|outstanding|pending|new|reported|accepted", re.I)
_LEAST = 2


def registered(pages: Sequence[PageText]) -> Iterator[tuple[str, int, int | None, Fact]]:
    """Give each severity with its count and how many are open; nothing where a row or a number may be missing."""
    for page in pages:
        lines = [page.text[slice(*span)] for span in lines_of(page.text)]
        for at, line in enumerate(lines):
            header = _HEADER.match(line)
            found = list(_rows(lines[at + 1 :])) if header else []
            if header and len(found) >= _LEAST and _is_whole(found, pages):
                yield from _counted(page, line, found, header["status"] is not None)
                return


def _rows(lines: Sequence[str]) -> Iterator[re.Match[str]]:
    for line in lines:
        match = _ROW.match(line)
        if match is None:
            return
        yield match


def _is_whole(found: Sequence[re.Match[str]], pages: Sequence[PageText]) -> bool:
    """Tell whether the rows are numbered one after another and no later number stands anywhere."""
    numbers = [int(match["number"]) for match in found]
    following = rf"(?<!\w){re.escape(found[0]['prefix'])}0{{0,2}}{numbers[-1] + 1}(?!\w)"
    in_order = numbers == list(range(1, len(numbers) + 1))
    alone = not found[0]["prefix"] or not any(re.search(following, page.text) for page in pages)
    return in_order and alone


def _counted(
    page: PageText, header: str, found: Sequence[re.Match[str]], with_status: bool
) -> Iterator[tuple[str, int, int | None, Fact]]:
    counts = Counter(match["severity"].casefold() for match in found)
    for severity, count in counts.items():
        rows = [match for match in found if match["severity"].casefold() == severity]
        still = sum(_OPEN.match(match["status"] or "") is not None for match in rows)
        told = with_status and all(match["status"] for match in rows)
        yield severity, count, still if told else None, Fact(severity, rows[0].group(), page.number, CUE)
