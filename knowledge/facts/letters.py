"""Reads what letters share: the letterhead, the date on its own line, and who signed."""

import re
from collections.abc import Iterator, Sequence

from knowledge.facts.dates import dates
from knowledge.facts.forms import Entry, Form, lines_of
from knowledge.facts.naming import FORMED, company
from knowledge.facts.phrases import CUE, PROSE, at
from knowledge.facts.values import Fact
from knowledge.pages import PageText

_TOP, _BOTTOM = 12, 14
_CLOSING = re.compile(
    r"^(?:yours\b|sincerely|(?:kind|best|with\s+kind)?\s*regards|respectfully|signed\b|for\s+and\s+on\s+behalf\s+of)",
    re.I,
)
_TOWN = re.compile(r"(?:[^\W\d_]+[ .'-]{0,2}){1,3}(?:,\s(?:[^\W\d_]+[ .'-]{0,2}){1,3})?\s?[,/|·–-]|[^\W\d_]{3,20}")
_TITLE = re.compile(r"SOC\s?\d|(?:\w+\s+){0,3}(?:report|letter|policy|certificate|statement)\b", re.I)
_IN_TOWN = re.compile(r",\s+[A-Z][^\d,:;]{2,30}(?:,\s+[A-Z][^\d,:;]{1,30})?")
# A label that ends with "company" names what sort of company is meant, not one.
_KIND_OF = re.compile(
    r"\b(?:assessor|auditor|audit|testing|assess(?:ed|ing)|certified|issuing|insurance|insured|client|parent|service"
    r"|name\s+of)\s+company$",
    re.I,
)
_GOES_ON = re.compile(r"\b(?:since|on|from|of|until|by|to|is|was|the)$")
_SIGNED = re.compile(r"\b(?:signed|dated?)\b[^\n]{0,80}$", re.IGNORECASE)


def letterhead(page: PageText) -> Iterator[Fact]:
    """Read the company whose name stands alone at the top of a page."""
    for start, end in lines_of(page.text)[:4]:
        line = page.text[start:end]
        name = company(line)
        if name and ":" not in line and _is_all(name, line) and FORMED.search(name):
            yield at(page, start, end, name, PROSE)
            return


def _is_all(name: str, line: str) -> bool:
    """Tell whether a line is a name, or a name before a dash and a few words."""
    rest = line[len(name) :].strip(" .") if line.startswith(name) else "."
    return len(name) > len(line) - 3 or ((rest[:1] in "-–—|" or _TITLE.match(rest) is not None) and len(rest) < 40)


def signatory(pages: Sequence[PageText]) -> Iterator[Fact]:
    """Read the companies that stand under a letter's closing words."""
    for page in pages:
        lines = lines_of(page.text)
        closing = next((n for n, span in enumerate(lines) if _CLOSING.match(page.text[slice(*span)])), None)
        for start, end in lines[closing : closing + 6] if closing is not None else []:
            line = page.text[start:end]
            name = company(_CLOSING.sub("", line).lstrip(" ,:truly")) if _CLOSING.match(line) else company(line)
            if name and FORMED.search(name):
                yield at(page, start, end, name, PROSE)


def dateline(page: PageText, order: str) -> Iterator[Fact]:
    """Read the day that stands alone on a line near the top, or behind a town's name; no sentence's last words."""
    previous = ""
    for start, end in lines_of(page.text)[:_TOP]:
        line = page.text[start:end]
        goes_on, previous = _GOES_ON.search(previous) is not None, line
        if goes_on:
            continue
        found = dates(line, order)
        if len(found) != 1 or not found[0].is_exact or found[0].end < len(line.rstrip(". ")):
            continue
        before = line[: found[0].start].strip(" ,:").casefold()
        if before in ("", "date", "dated", "on") or is_town(line[: found[0].start].strip()):
            yield at(page, start, end, found[0].first.isoformat(), PROSE if not before or before[:4] == "date" else CUE)


def signing(pages: Sequence[PageText], order: str) -> Iterator[Fact]:
    """Read the day beside a signature near the end."""
    for page in pages[-1:]:
        for start, end in lines_of(page.text)[-_BOTTOM:]:
            found = dates(page.text[start:end], order)
            if (
                len(found) == 1
                and found[0].is_exact
                and _SIGNED.search(page.text[start : start + found[0].start] or "x")
            ):
                yield at(page, start, end, found[0].first.isoformat(), PROSE)


def is_town(text: str) -> bool:
    """Tell whether the words before a day are none or a town's name."""
    return not text or _TOWN.fullmatch(text) is not None


def names_alone(page: PageText) -> Iterator[Fact]:
    """Read every company whose name stands alone on a line of a cover."""
    for start, end in lines_of(page.text)[:10]:
        line = page.text[start:end]
        name = company(line)
        if name and ":" not in line and _is_all(name, line) and FORMED.search(name):
            yield at(page, start, end, name, CUE)


def lone_names(page: PageText) -> Iterator[Fact]:
    """Read every company whose name, with its legal form, is all there is on a line."""
    for start, end in lines_of(page.text):
        line = page.text[start:end]
        name = company(line)
        rest = line[len(name) :] if name and line.startswith(name) else line
        if name and (len(rest) < 2 or _IN_TOWN.fullmatch(rest)) and FORMED.search(name) and not _KIND_OF.search(name):
            yield at(page, start, end, name, CUE)


def dated_end(pages: Sequence[PageText], order: str) -> Iterator[Fact]:
    """Read the day that stands alone on one of the last lines, under a signature."""
    for page in pages[-1:]:
        for start, end in lines_of(page.text)[-6:]:
            found = dates(page.text[start:end], order)
            if len(found) == 1 and found[0].is_exact and found[0].end - found[0].start >= end - start - 1:
                yield at(page, start, end, found[0].first.isoformat(), CUE)


def whole_values(form: Form, entries: Sequence[Entry], name: str, most: int = 300) -> Iterator[Fact]:
    """Read the values of a name with the lines that go on with them."""
    for entry in entries:
        if entry.name == name:
            whole = form.whole(entry, most)
            if len(whole.text.split()) > 1:
                yield Fact(whole.text.rstrip("."), whole.quote, whole.page.number, whole.sure)
