"""Reads off a certificate of insurance: insurer, insured, period, policy number and limits of cover."""

import re
from collections.abc import Iterator, Sequence

from knowledge.facts import letters
from knowledge.facts.covers import COVER, limits
from knowledge.facts.dates import dates, periods, slash_order
from knowledge.facts.forms import CELL, LABELLED, Entry, Form, lines_of
from knowledge.facts.kinds import EvidenceKind
from knowledge.facts.naming import company
from knowledge.facts.phrases import CUE, PROSE, at, companies, said
from knowledge.facts.settling import (
    dated,
    day,
    distinct,
    less_sure,
    named,
    period,
    settled,
    settled_name,
    settled_period,
)
from knowledge.facts.values import DocumentFacts, Fact, FactKey
from knowledge.pages import PageText

FORM = Form(
    {
        "insurer": r"insurer(?:\s+A)?|(?:name\s+of\s+)?(?:the\s+)?(?:insurance\s+(?:company|carrier"
            r"|provider)|insurer|carrier)|underwriters?|underwritten\s+by|insured\s+with|versicherer",
        "second": r"insurer\s+[B-F]",
        "insured": r"(?:name\s+of\s+(?:the\s+)?)?(?:(?:named|first\s+named|principal)\s+)?(?:insured"
            r"|assured)(?:\s+(?:party|company|name|entity))?|policy\s*holder(?:\s+name)?|versicherungsnehmer(?:in)?",
        "subject": r"(?:our\s+)?client",
        "number": r"policy(?![\s:]+(?:no|number|nr|ref|period|term|type|eff"
            r"|exp)\b)(?=[\s:]+(?=[^\n,;]{0,20}\d)[A-Z0-9])|(?:certificate\s*/\s*)?policy\s*(?:no|number|nr"
            r"|ref(?:erence)?|#)\.?(?:\s*\(s\))?|versicherungsschein(?:nummer|-nr\.?)",
        "period": r"(?:policy|insurance|coverage|cover)\s+(?:period|term)|period\s+of\s+(?:insurance"
            r"|cover(?:age)?)|term",
        "begins": r"(?:policy\s+)?(?:effective|eff|inception|commencement|start)(?:\s+date)?|valid\s+from"
            r"|from|cover\s+(?:from|starts)",
        "ends": r"(?:policy\s+)?(?:expiry|expiration|exp|expires|end)(?:\s+date)?|valid\s+(?:until|to)"
            r"|(?:un)?til|to|cover\s+(?:to|ends)|renewal\s+date",
        "issued": r"(?:certificate\s+)?(?:issue\s+date|date\s+(?:of\s+issue|issued)|issued(?:\s+on)?)|date",
        "cover": r"(?:type|class|kind)\s+of\s+(?:insurance|cover(?:age)?|business)"
            r"|cover(?:age)?(?:\s+type)?|insurance\s+type",
        "_other": r"producer|broker|certificate\s+holder|description\s+of\s+operations"
            r"|insurer\(s\)\s+affording\s+coverage|deductible|excess|retention|premium"
            r"|type\s+of\s+(?:insurance|cover)|class\s+of\s+(?:insurance|business)|sum\s+insured"
            r"|limits?(?:\s+of\s+(?:liability|indemnity))?|territor\w+|jurisdiction|NAIC|address",
    }
)  # fmt: skip
_INSURED = re.compile(
    r"\b(?:confirms?|certif(?:y|ies)"
    r"|evidence)\s+that\s+(?:the\s+company\s+)?(?P<value>[A-Z0-9a-z][^\n;:(“\"]{1,80}?)\s+(?:is\s+insured"
    r"|has\s+(?:effected|insurance|taken\s+out)|holds|maintains|is\s+covered|carries)\b"
)
_INSURED_BOX = re.compile(
    r"^[ \t]{0,40}INSURED\b[^\n]*\bINSURER[^\n]*\n[ \t]*(?P<value>[^\n]{2,80}?)(?=\s+INSURER\b|\n)", re.MULTILINE
)
_INSURER = re.compile(
    r"\b(?:insured\s+(?:with|by)|insurance\s+(?:with|from|issued\s+by)|underwritten\s+by|cover(?:age)?\s+(?:is\s+)?(?:with"
    r"|provided\s+by))\s+(?P<value>[A-Z][^\n;:(“\"]{1,70}?)(?=\s+(?:under|for|and|from|in)\b|[\n;]"
    r"|,(?!\s+(?:Inc|LLC|Ltd))|\.\s|\.$)", re.M,
)  # fmt: skip
_AS_INSURER = re.compile(
    r"\b(?P<value>[A-Z][^\n;:(.]{2,70}?),\s+(?:as|acting\s+as|in\s+its\s+capacity\s+as)\s+(?:the\s+)?insurer\b"
)
_WE = re.compile(r"\bWe,\s+(?:the\s+)?(?P<value>[A-Z][^\n;:(]{2,70}?),?\s+(?:hereby\s+)?(?:certify|confirm)\b")
_NUMBER = re.compile(
    r"\bpolicy\s+(?:(?:no|number|nr)\b\.?\s*)?[:#]?\s*(?P<value>(?=[^\s,;]{0,30}\d)[A-Z0-9][\w./-]{3,30})", re.I
)
_ROW = re.compile(
    r"(?<![\w./-])(?P<value>(?=[\w./-]{0,30}\d)[A-Z0-9][\w./-]{3,30})\s+(?=\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\s+"
    r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4})"
)
_CODE = re.compile(r"(?=[^\n]{0,40}\d)[A-Z0-9][\w./-]*(?:[ ](?=[\w./-]{0,30}\d)[\w./-]+){0,4}")
_IN_ROW = re.compile(r"(?<![\w./-])(?P<value>(?=[\w./-]{0,30}\d)[A-Z0-9]{1,6}[-/.][\w./-]{3,30})(?=\s)")
_BROKER = re.compile(r"\bbrokers?\b|\bintermediar", re.I)
_BEGAN = re.compile(
    r"\b(?:cover|insurance|policy)\s+(?:began|begins|starts|started|commenced|commences|incepts"
    r"|incepted)\s+on\s+(?P<value>[^.;]{6,30})",
    re.I,
)
_PERIOD_CUE = re.compile(r"\b(?:period|from|between|valid|insured|force|cover)\b[^.]{0,40}$", re.I)


def read_off(pages: Sequence[PageText]) -> DocumentFacts:
    """Read the facts off a certificate of insurance."""
    pages = pages[:6]
    order = slash_order(page.text for page in pages)
    entries = FORM.entries(pages)
    start, end = settled_period([*period(entries, "period", order), *_prose(pages, order), *_rows(pages, order)])
    begins, ends = (
        settled([*dated(entries, "begins", order), *said(pages, _BEGAN, lambda text: day(text, order))]),
        settled([*dated(entries, "ends", order), *_of_rows(pages, order, "ends")]),
    )
    insurers = named(entries, "insurer", company)
    found = {
        FactKey.LIMIT: limits(pages, [entry.text for entry in entries if entry.name == "cover"]),
        FactKey.POLICY_NUMBER: _numbers(pages, entries, order),
    }
    return DocumentFacts(
        kind=EvidenceKind.INSURANCE,
        issuer=None
        if named(entries, "second", company)
        else settled_name(
            [
                *insurers,
                *companies(pages, _INSURER),
                *companies(pages, _WE),
                *companies(pages, _AS_INSURER),
                *_insurer_head(pages[0]),
                *_of_rows(pages, order, "insurer"),
            ]
        ),
        subject=settled_name(
            [*named(entries, "insured subject", company), *companies(pages, _INSURED), *companies(pages, _INSURED_BOX)]
        ),
        period_start=start or (begins if begins and ends else None),
        period_end=end or (ends if not start else None),
        issued=settled([*dated(entries, "issued", order), *letters.dateline(pages[0], order)]),
        details={key: facts for key, facts in found.items() if facts},
    )


def _insurer_head(page: PageText) -> list[Fact]:
    """Take the letterhead for the insurer's, unless it is a broker's."""
    return [] if _BROKER.search(page.text[:400]) else less_sure(letters.letterhead(page), CUE)


def _of_rows(pages: Sequence[PageText], order: str, wanted: str) -> Iterator[Fact]:
    """Read the insurer, number and last day of a row under a header that names them."""
    for page in pages:
        for names, head, (start, end) in FORM.rows(page):
            line, quote = page.text[start:end], page.text[head[0] : end]
            code = _IN_ROW.search(line)
            days = [written for written in dates(line, order) if written.is_exact]
            if code is None or "insurer" not in names or "number" not in names:
                continue
            if wanted == "number":
                yield Fact(code["value"], quote, page.number, CELL)
            elif wanted == "ends" and "ends" in names and len(days) == 1:
                yield Fact(days[0].first.isoformat(), quote, page.number, CELL)
            elif wanted == "insurer" and (name := _insurer_in(line[: code.start()])):
                yield Fact(name, quote, page.number, PROSE)


def _insurer_in(text: str) -> str | None:
    cover = COVER.match(text)
    return company(text[cover.end() :].strip()) if cover else None


def _numbers(pages: Sequence[PageText], entries: Sequence[Entry], order: str) -> tuple[Fact, ...]:
    """List the policy numbers: those behind labels, else those in a row before two days, else those in a sentence."""
    for found in (
        named(entries, "number", _code) or list(_of_rows(pages, order, "number")),
        list(said(pages, _ROW, confidence=0.9)),
        list(said(pages, _NUMBER, _code)),
    ):
        if found:
            return distinct(found)
    return ()


def _code(text: str) -> str | None:
    match = _CODE.match(text)
    return match.group().rstrip(".-/ ") if match and len(match.group()) > 3 and not dates(match.group()) else None


def _prose(pages: Sequence[PageText], order: str) -> Iterator[tuple[Fact, Fact]]:
    for page in pages:
        for one, two in periods(page.text, order):
            if one.is_exact and two.is_exact and _PERIOD_CUE.search(page.text[max(0, one.start - 60) : one.start]):
                yield (
                    at(page, one.start, two.end, one.first.isoformat()),
                    at(page, one.start, two.end, two.last.isoformat()),
                )


def _rows(pages: Sequence[PageText], order: str) -> Iterator[tuple[Fact, Fact]]:
    """Read the two days of a policy's row in a form."""
    for page in pages:
        for start, end in lines_of(page.text):
            found = dates(page.text[start:end], order)
            if len(found) == 2 and not page.text[start + found[0].end : start + found[1].start].strip():
                one, two = found
                if one.is_exact and two.is_exact and 27 < (two.first - one.first).days < 1200:
                    yield (
                        at(page, start, end, one.first.isoformat(), LABELLED),
                        at(page, start, end, two.first.isoformat(), LABELLED),
                    )
