"""Reads the sites that a certificate covers, from a labelled address or the table of an annex."""

import re
from collections.abc import Iterator, Sequence

from knowledge.facts.countries import IN_TEXT
from knowledge.facts.forms import Entry, lines_of
from knowledge.facts.settling import distinct
from knowledge.facts.values import Fact
from knowledge.pages import PageText

_HEADER = re.compile(
    r"^(?:(?:no\.?|#|site|location|name|function|role|office)s?\b[\s/|:]*)+(?:.{0,30}\b)?(?:address\b"
    r"|street\b.{0,60}\b(?:country|city|town))",
    re.IGNORECASE,
)
_PARTED = re.compile(r"\b(?:street|country)\b", re.I)
_ROLE = re.compile(
    r"^(?:\d{1,2}[.)]?\s+)?(?:(?:head\s*(?:office|quarters)|headquarters|HQ|main\s+site|central\s+(?:office"
    r"|function)|(?:branch|sales|regional)\s+office|office|data\s*cent(?:er|re)(?:\s+\d+)?|site\s+\w{1,2}"
    r"|registered\s+office|development\s+cent(?:er|re))[\s:,–-]+)", re.IGNORECASE,
)  # fmt: skip
_UNIT = re.compile(
    r"^(?:(?:unit|site|location|office)\s+\w{1,3}\s*[-–:.]|\d{1,2}[.)]|[•*·–-])\s*(?P<value>.+)$", re.IGNORECASE
)
_BULLET = re.compile(r"[•*·–-]\s")
_COVERED = re.compile(r"\b(?:sites?|units?|locations?|offices?|premises|facilit(?:y|ies))\b", re.IGNORECASE)
_PLACES = re.compile(
    r"^(?:[^\n.]{0,60}\b(?:following|these)\s+|(?:no|nr|#|id)\.?\s+)?(?:in[\s-]scope\s+|certified\s+"
    r"|covered\s+)?(?:facility|facilities|sites?|locations?|premises|offices?|address(?:es)?)(?:\s+(?:function"
    r"|activit(?:y|ies)|role|scope|use|purpose"
    r"|processes|services|description|type)(?:\s*[/&]\s*\w+|\s+and\s+\w+)?)?(?:\s+(?:covered"
    r"|in\s+scope))?(?:\s+by\s+(?:this|the)\s+certificat(?:e|ion))?\s*:?$",
    re.IGNORECASE,
)
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d{1,2}[A-Z]?\s\d[A-Z]{2}\b|\b[A-Z]{2}\s\d{5}(?:-\d{4})?\b")
_TOWN = re.compile(r"\b\d{4,5}\s[A-Z]")
_IN_TOWN = re.compile(
    r"(?<=[\s,])\d{4,5}\s(?:[A-Z]{2}\s)?[A-Z][^\W\d]+(?:[-/][A-Z][^\W\d]+|\s(?:am|an\s+der|im|bei|upon|sur"
    r"|aan\s+den)\s[A-Z][^\W\d]+)*"
)
_ADDRESS = re.compile(r"\d")


def sites(pages: Sequence[PageText], labelled: Sequence[Entry], issuer: str = "") -> tuple[Fact, ...]:
    """List the sites: those of an annex if it has any, else the labelled address; the issuer's own is none."""
    listed = [fact for page in pages for fact in (*_rows(page), *_units(page))] or [
        fact for entry in labelled for fact in _several(entry)
    ]
    return distinct(
        fact for fact in listed if not (issuer and issuer.casefold() in " ".join(fact.quote.split()).casefold())
    )


def _several(entry: Entry) -> Iterator[Fact]:
    """Part a label's addresses at their semicolons; one that runs on to the next line is taken whole."""
    text, end = entry.page.text, entry.end
    follow = text[end : end + 60].split("\n")
    if len(follow) > 1 and IN_TEXT.fullmatch(follow[1].strip(" .")):
        end += len(follow[0]) + 1 + len(follow[1])
    for piece in " ".join(text[entry.start : end].split()).split(";"):
        if _is_address(piece):
            yield Fact(piece.strip(" ."), text[entry.label : end], entry.page.number, entry.sure)


def _units(page: PageText) -> Iterator[Fact]:
    """Read the lines "Unit 1 - address" under a heading on what is covered."""
    within = False
    for start, end in lines_of(page.text):
        line = page.text[start:end]
        match = _UNIT.match(line) if within else None
        if match and _is_address(match["value"]) and _is_placed(match["value"]):
            yield Fact(match["value"].rstrip("."), line, page.number, 0.8)
        elif not match:
            within = _COVERED.search(line) is not None and len(line) < 90


def _rows(page: PageText) -> Iterator[Fact]:
    """Read the rows under a header that names an address, each from its street to its country."""
    within, counted, parted = False, False, False
    for start, end in lines_of(page.text):
        line = page.text[start:end]
        if _HEADER.match(line) or _PLACES.match(line):
            within, counted, parted = True, False, _PARTED.search(line) is not None
        elif within and (_BULLET.match(line) or (counted and not line[0].isdigit())):
            return
        elif within and (_is_address(line) or (parted and _ADDRESS.search(line))) and ";" not in line:
            countries = [*IN_TEXT.finditer(line)] or [*_POSTCODE.finditer(line)] or [*_IN_TOWN.finditer(line)]
            if not countries:
                return
            counted = _numbered(line) > 0
            begin = start + _street(line)
            stop = start + countries[-1].end()
            yield Fact(" ".join(page.text[begin:stop].split()), page.text[begin:stop], page.number, 0.8)
        elif within:
            return


def _street(line: str) -> int:
    """Say where the address begins: behind the site's role, or behind a town's name that comes again."""
    role = _ROLE.match(line)
    begin = (role.end() if role else 0) or _numbered(line)
    first = re.match(r"[^\W\d]+(?=\s)", line[begin:])
    if first and re.search(rf"\b{re.escape(first.group())}\b", line[begin + first.end() :]):
        begin += first.end() + 1
    return begin


def _numbered(line: str) -> int:
    """Say where a row begins behind its number: one before a street's name, not the number of a house before its street."""
    match = re.match(r"\d{1,2}[.)]?\s+(?=[A-Z0-9])", line)
    return (
        match.end()
        if match and (re.match(r"\d+[.)]", line) or re.search(r"\d", line[match.end() : line.find(",")]))
        else 0
    )


def _is_address(text: str) -> bool:
    return "," in text and _ADDRESS.search(text) is not None and len(text) < 160


def _is_placed(text: str) -> bool:
    """Tell whether an address says in what town it lies: by a country or by a postcode."""
    return any(pattern.search(text) for pattern in (IN_TEXT, _POSTCODE, _TOWN))
