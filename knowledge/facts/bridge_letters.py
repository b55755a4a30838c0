"""Reads off a bridge letter: whose it is, when it was written, and the gap behind a report that it speaks for."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from knowledge.facts import letters
from knowledge.facts.dates import Written, dates, periods, slash_order
from knowledge.facts.forms import Form
from knowledge.facts.kinds import EvidenceKind
from knowledge.facts.naming import FORMED, SUFFIX, company
from knowledge.facts.phrases import PROSE, companies
from knowledge.facts.settling import dated, named, settled, settled_name, settled_period
from knowledge.facts.spans import Place, sentence_around
from knowledge.facts.values import DocumentFacts, Fact
from knowledge.pages import PageText

FORM = Form(
    {
        "subject": r"from|company|(?:name\s+of\s+)?(?:the\s+)?service\s+organi[sz]ation|organi[sz]ation"
        r"|issued\s+by|vendor|service\s+provider",
        "issued": r"date(?:\s+of\s+(?:this\s+)?letter)?|dated|letter\s+date|issue\s+date|issued(?:\s+on)?",
        "gap": r"(?:bridge|gap|bridged|covered|coverage|interim)\s+period|period\s+(?:covered"
        r"|bridged)(?:\s+by\s+(?:this|the)\s+letter)?",
        "_other": r"subject|re|to|attention|reference",
    }
)
_OWN = re.compile(
    r"\b(?:management\s+of|behalf\s+of|services\s+of"
    r"|(?<!issued\s)(?<!performed\s)(?<!prepared\s)(?<!audited\s)(?<!examined\s)(?<!conducted\s)by)\s+"
    r"(?P<value>[A-Z0-9a-z][^\n;:(“\"]{1,60}?)(?=\s+(?:is|was|has|are|confirms?)\b|[,.\n(])"
)
_UNDERGOES = re.compile(
    r"^[ \t]{0,40}(?P<value>[A-Z0-9a-z][^\n;:(]{1,70}?)\s+(?:undergoes|obtained|obtains|engaged"
    r"|has\s+(?:obtained|engaged|completed)|completed|receives)\b",
    re.M,
)
_GAP = re.compile(
    r"\b(?:gap|bridg\w+|this\s+letter|interim|subsequent|since|after|following)\b[^.]{0,80}$", re.IGNORECASE
)
_REPORT = re.compile(r"\breports?\b[^.]{0,120}$", re.IGNORECASE)
_TO_NOW = re.compile(
    r"[\s,]*(?:,?\s*(?:and\s+)?(?:up\s+)?to|and\s+(?:through|until)|through|until|and"
    r"|[-–])\s+(?:the\s+)?(?:date\s+(?:of\s+this\s+letter|hereof|above)|today|present|now|current\s+date)",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?:from|since|after|between|period|beginning|time)\s*:?\s*(?:the\s+)?$|(?:\bthat|\bthen"
    r"|\bsince|\))?,\s*$|\(\s*$",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"\b(?:next|upcoming|following(?!\s+for\b)|new)\s+(?:\w+\s+){0,3}?(?:report|audit|examination|period)\b|\bwill\s+cover\b",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"\b(?:ended|ending|ends|expired|concluded|through|until|to)\s+(?:on\s+)?$", re.I)
_DEPARTMENT = re.compile(rf"[^,\n]{{3,40}},\s+(?P<name>[A-Z][^\n,]{{2,60}},?\s+{SUFFIX}\.?)$")
_DAY = timedelta(days=1)


def read_off(pages: Sequence[PageText]) -> DocumentFacts:
    """Read the facts off a bridge letter; who issues it is who it is about."""
    order = slash_order(page.text for page in pages)
    entries = FORM.entries(pages)
    issued = settled([*dated(entries, "issued", order), *letters.dateline(pages[0], order)])
    start, end = settled_period(_gaps(pages, order, issued))
    subject = settled_name(
        [
            *(fact for fact in named(entries, "subject", _sender) if FORMED.search(fact.value)),
            *(fact for fact in companies(pages[:1], _UNDERGOES) if FORMED.search(fact.value)),
            *letters.letterhead(pages[0]),
            *letters.signatory(pages),
            *(fact for fact in companies(pages, _OWN, 0.6)),
        ]
    )
    return DocumentFacts(
        kind=EvidenceKind.BRIDGE_LETTER,
        issuer=subject,
        subject=subject,
        period_start=start,
        period_end=end,
        issued=issued,
    )


def _sender(text: str) -> str | None:
    """Read the company that sends a letter, behind its department where one stands before it."""
    match = _DEPARTMENT.match(text)
    return company(match["name"] if match and not FORMED.search(text.split(",")[0]) else text)


def _gaps(pages: Sequence[PageText], order: str, issued: Fact | None) -> Iterator[tuple[Fact, Fact]]:
    """Find the periods that may be the gap: those behind a report's own, and those that the letter calls so."""
    found = [(page, one, two) for page in pages for one, two in periods(page.text, order)]
    found = [
        (page, one, two) for page, one, two in found if not _NEXT.search(page.text[max(0, one.start - 70) : one.start])
    ]
    ends = {two.last for _, _, two in found}
    closed = ends | {
        day.last
        for page in pages
        for day in dates(page.text, order)
        if day.is_exact and _CLOSED.search(page.text[: day.start][-60:])
    }
    for page, one, two in found:
        follows = any(timedelta(0) <= one.first - end <= _DAY for end in closed if end != two.last)
        before = page.text[sentence_around(page.text, one.start, one.end)[0] : one.start]
        if follows:
            yield _pair(page, one, two, 0.9)
        elif len(ends) == 1 and _GAP.search(before) and not _REPORT.search(before):
            yield _pair(page, one, two, PROSE)
    if issued is not None:
        for page in pages:
            yield from _open(page, order, issued)


def _open(page: PageText, order: str, issued: Fact) -> Iterator[tuple[Fact, Fact]]:
    """Read "from 1 January 2026 through the date of this letter"."""
    for one in dates(page.text, order):
        if (
            one.is_exact
            and _TO_NOW.match(page.text, one.end)
            and _SINCE.search(page.text[max(0, one.start - 40) : one.start])
        ) and one.first < date.fromisoformat(issued.value):
            start = Fact(one.first.isoformat(), Place(page, one.start, one.end).lines, page.number, PROSE)
            yield start, Fact(issued.value, issued.quote, issued.page, PROSE)


def _pair(page: PageText, one: Written, two: Written, sure: float) -> tuple[Fact, Fact]:
    quote = Place(page, one.start, two.end).lines
    return Fact(one.first.isoformat(), quote, page.number, sure), Fact(two.last.isoformat(), quote, page.number, sure)
