"""Reads off a certificate of insurance: insurer, insured, period, policy number and limits of cover."""

import re
from collections.abc import Iterator, Sequence

from knowledge.facts import letters
from knowledge.facts.covers import COVER, limits
from knowledge.facts.dates import dates, periods, slash_order
from knowledge.facts.forms import CELL, LABELLED, Entry, Form, lines_of
from knowledge.facts.kinds import EvidenceKind
from knowledge.facts.naming import FORMED, SUFFIX, company
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
from knowledge.facts.spans import places
from knowledge.facts.values import DocumentFacts, Fact, FactKey
from knowledge.pages import PageText

FORM = Form(
    {
        "insurer": r"insurer(?:\s+A)?|(?:name\s+of\s+)?(?:the\s+)?(?:insurance\s+(?:company|carrier"
            r"|provider|undertaking)|insurer|carrier|risk\s+carrier|lead\s+(?:insurer|underwriter))(?:\s+name)?"
            r"|underwriters?|(?:underwritten|insured|issued)\s+by|insured\s+with|versicherer",
        "second": r"insurer\s+[B-F]",
        "insured": r"(?:name\s+of\s+(?:the\s+)?)?(?:(?:named|first\s+named|principal)\s+)?(?:insured"
            r"|assured)(?!\s+(?:from|until|till|to|by|with|for|amount|sum|since)\b)(?:\s+(?:party|company|name|entity))?"
            r"|policy\s*holder(?:\s+name)?|the\s+insured|versicherungsnehmer(?:in)?",
        "subject": r"(?:our\s+)?(?:mutual\s+)?client(?:\s+name)?",
        "about": r"re(?:garding)?|subject",
        "number": r"policy(?![\s:]+(?:no|number|nr|ref|period|term|type|eff"
            r"|exp)\b)(?=[\s:]+(?=[^\n,;]{0,20}\d)[A-Z0-9])|(?:certificate\s*/\s*|master\s+|insurance\s+)?policy"
            r"\s*(?:/\s*certificate\s*)?(?:no|number|nr|ref(?:erence)?|id|#)\.?(?:\s*\(s\))?"
            r"|unique\s+market\s+reference(?:\s+\(?UMR\)?)?|UMR"
            r"|(?:insurance\s+)?contract\s+(?:no|number)\.?|versicherungsschein(?:nummer|-nr\.?)",
        "period": r"(?:(?:current\s+)?policy|insurance|coverage|cover|insured|current)\s+(?:period|term|dates)"
            r"|period(?:\s+of\s+(?:insurance|cover(?:age)?|indemnity))?|term(?:\s+of\s+(?:insurance|policy))?",
        "begins": r"(?:(?:policy|insurance|cover(?:age)?)\s+)?(?:effective|eff|inception|commencement|commences|start)"
            r"(?:\s+(?:date|on))?|valid\s+from|(?:insured\s+)?from|(?:insurance\s+|cover(?:age)?\s+)(?:from|starts|begins)"
            r"|(?:start|begin(?:ning)?|inception)\s+of\s+(?:the\s+)?(?:insurance|cover(?:age)?|policy)",
        "ends": r"(?:(?:policy|insurance|cover(?:age)?)\s+)?(?:expiry|expiration|exp|expires|end)(?:\s+(?:date|on))?"
            r"|valid\s+(?:until|to|through)|(?:insured\s+)?(?:until|till)|to|(?:insurance\s+|cover(?:age)?\s+)(?:to|ends)"
            r"|(?:end|expiry)\s+of\s+(?:the\s+)?(?:insurance|cover(?:age)?|policy)|renewal\s+date",
        "issued": r"(?:certificate\s+)?(?:issue\s+date|date\s+(?:of\s+issue|issued)|issued(?:\s+on)?)|date",
        "cover": r"(?:type|class|kind|line)\s+of\s+(?:insurance|cover(?:age)?|business|policy|risk)"
            r"|cover(?:age)?(?![\s-]+note)(?:\s+type)?|(?:insurance|policy)\s+type|type|class|line|product|section",
        "_other": r"producer|broker|certificate\s+holder|description\s+of\s+operations"
            r"|insurer\(s\)\s+affording\s+coverage|deductible|excess|retention|premium|retroactive\s+date"
            r"|sum\s+insured|insured\s+amount|amount\s+insured|sub-?limits?"
            r"|limits?(?:\s+of\s+(?:liability|indemnity))?|territor\w+|jurisdiction|NAIC|address|interest",
    }
)  # fmt: skip
_NAME = r"[A-Z0-9a-z][^\n;:(“\"]{1,80}?"
_INSURED = (
    re.compile(
        r"\b(?:confirms?|certif(?:y|ies)|evidence|declares?|attests?)\s+that\s+(?:the\s+company\s+)?"
        rf"(?P<value>{_NAME})(?:,[^,.;]{{3,60}},)?\s+(?:is\s+(?:insured|covered)"
        r"|has\s+(?:effected|insurance|taken\s+out|in\s+place)|holds|maintains|carries)\b"
    ),
    re.compile(rf"\bour\s+(?:mutual\s+)?(?:insured|client|policy\s*holder),?\s+(?P<value>{_NAME})(?=,|\s+(?:holds|has"
    rf"|is)\b|\.\s|\n)"),
    re.compile(
        r"\b(?:insurances?|polic(?:y|ies)|cover(?:age)?)\b[^.;:]{0,60}?\b(?:issued\s+to|effected\b[^.;:]{0,60}?\bon\s+behalf\s+of"
        rf"|taken\s+out\s+by|in\s+the\s+name\s+of|arranged\s+(?:for|on\s+behalf\s+of)|(?:in\s+force"
        rf"|in\s+place)\s+(?:for|on\s+behalf\s+of))\s+"
        r"(?P<value>(?-i:[A-Z0-9])[^\n;:(“\"]{1,80}?)(?=\s+(?:for|under|with|which|and\s+(?:is|are))\b"
        rf"|,(?!\s+{SUFFIX}(?!\w))|[;\n]|(?<!Inc)(?<!Ltd)(?<!Corp)(?<!Co)\.\s|\.$)", re.I | re.M,
    ),
)  # fmt: skip
_WITH_US = re.compile(
    rf"\b(?:insurance|cover"
    rf"|policy)\s+(?:with\s+us\s+)?for\s+(?P<value>[A-Z][^\n;:(“\"]{{1,80}}?\s{SUFFIX}\.?)(?=[\s,.])"
)
_INSURED_BOX = re.compile(
    r"^[ \t]{0,40}INSURED\b[^\n]*\bINSURER[^\n]*\n(?:[ \t]*INSURER\s+A\b[^\n]*\n)?(?:[ \t]*\d{4,6}[ \t]*\n)?[ \t]*"
    r"(?P<value>(?!INSURER)[^\n]{2,80}?)(?=\s+INSURER\b|\n)",
    re.MULTILINE,
)
_SECOND = re.compile(r"\bINSURER[ \t]+[B-F][ \t]*:[ \t]*(?!INSURER)(?=[A-Z])")
_FIRST = re.compile(r"\bINSURER[ \t]+A[ \t]*:[ \t]*(?P<value>[A-Z][^\n:]{2,80}?)(?=[ \t]*(?:NAIC\b|\n|$))", re.M)
_NO_NAME = re.compile(r"(?:named\s+)?insure(?:r|d)\b|.*\(s\)|.*\baffording\b|.*\bper\s+schedule", re.I)
_INSURER = re.compile(
    r"\b(?:insured\s+(?:with|by)|insurance\s+(?:with|from|issued\s+by)|underwritten\s+by|cover(?:age)?\s+(?:is\s+)?(?:with"
    r"|provided\s+by))\s+(?P<value>[A-Z][^\n;:(“\"]{1,70}?)(?=\s+(?:under|for|and|from|in)\b|[\n;]"
    r"|,(?!\s+(?:Inc|LLC|Ltd))|\.\s|\.$)", re.M,
)  # fmt: skip
_AS_INSURER = re.compile(
    r"\b(?P<value>[A-Z][^\n;:(.]{2,70}?),\s+(?:as|acting\s+as|in\s+its\s+capacity\s+as)\s+(?:the\s+)?insurer\b"
)
_WE = re.compile(r"\bWe,\s+(?:the\s+)?(?P<value>[A-Z][^\n;:(]{2,70}?),?\s+(?:hereby\s+)?(?:certify|confirm)\b")
_PREFIX = (
    r"(?:(?!LIAB|AUTO|COMP|CYBER|CYBR|CRIME|OCCUR|MADE|CLAIM|TECH|PROF|GEN\b|AGG|BOND|NOTE|RISK|NO\b|NR\b|AND\b|OF\b|FROM\b|TO\b)"
    r"(?-i:[A-Z]{2,4})[ ](?=\d)|\d{2}[ ](?-i:[A-Z]{2,4})[ ](?=[A-Z\d]*\d))?"
)
_NUMBER = re.compile(
    rf"\b(?:policy\s+(?:(?:no|number|nr)\b\.?\s*)?|(?:insurance\s+)?contract\s+(?:no|number"
    rf"|nr)\b\.?\s*)[:#]?\s*(?P<value>{_PREFIX}(?=[^\s,;]{{0,30}}\d)[A-Z0-9][\w./-]{{3,30}})",
    re.I,
)
_DAY = r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}"
_ROW = re.compile(
    rf"(?<![\w./-])(?P<value>{_PREFIX}(?=[\w./-]{{0,30}}\d)[A-Z0-9][\w./-]{{3,30}}(?:[ ]\d{{2,6}})?)\s+(?=[-–—]?\s*{_DAY}\s+"
    rf"(?:(?:to|until|[-–—])\s+)?{_DAY})"
)
_CODE = re.compile(r"(?=[^\n]{0,40}\d)[A-Z0-9][\w./-]*(?:[ ](?=[\w./-]{0,30}\d)[\w./-]+){0,4}")
_IN_ROW = re.compile(r"(?<![\w./-])(?P<value>(?=[\w./-]{0,30}\d)[A-Z0-9]{1,6}[-/.][\w./-]{3,30})(?=\s)")
_BROKER = re.compile(r"\bbroker(?:s|age)?\b|\bintermediar|\bagency\b|\bproducer\b|\bnot\s+an\s+insurer\b", re.I)
_BROKERS = re.compile(r"\bbroker(?:s|age)?\b|\bon\s+behalf\s+of\b|\bagen(?:cy|t)\b", re.I)
_PAST = re.compile(r"\b(?:until|previous|former|expired|replac\w+|prior|earlier|superseded)\b", re.I)
_BEGAN = re.compile(
    r"\b(?:cover|insurance|policy)\s+(?:began|begins|starts|started|commenced|commences|incepts"
    r"|incepted)\s+on\s+(?P<value>[^.;]{6,30})",
    re.I,
)
_APART = re.compile(r"\s*(?:to|until|through|[-–—])?\s*")
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
    insurers = [fact for fact in named(entries, "insurer", _insured) if not _BROKERS.search(_line_of(pages, fact))]
    insurers += said(pages, _FIRST, _insured)
    found = {
        FactKey.LIMIT: limits(pages, [entry.text for entry in entries if entry.name == "cover"]),
        FactKey.POLICY_NUMBER: _numbers(pages, entries, order),
    }
    return DocumentFacts(
        kind=EvidenceKind.INSURANCE,
        issuer=None
        if named(entries, "second", company) or any(True for _ in places(pages, _SECOND))
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
            [
                *named(entries, "insured subject", _insured),
                *(one for one in less_sure(named(entries, "about", _insured), PROSE) if FORMED.search(one.value)),
                *(one for pattern in _INSURED for one in said(pages, pattern, _insured)),
                *said(pages, _INSURED_BOX, _insured),
                *companies(pages, _WITH_US),
            ]
        ),
        period_start=start or (begins if begins and ends else None),
        period_end=end or (ends if not start else None),
        issued=settled([*dated(entries, "issued", order), *letters.dateline(pages[0], order)]),
        details={key: facts for key, facts in found.items() if facts},
    )


def _line_of(pages: Sequence[PageText], fact: Fact) -> str:
    text = next(page.text for page in pages if page.number == fact.page)
    at = max(text.find(fact.quote), 0)
    return text[at : at + len(fact.quote) + 60].split("\n")[0] if "\n" not in fact.quote else fact.quote


def _insurer_head(page: PageText) -> list[Fact]:
    """Take the letterhead for the insurer's, unless it is a broker's."""
    if _BROKER.search(page.text[:400]) or re.search(r"\bnot\s+an\s+insurer\b", page.text, re.I):
        return []
    return [one for one in less_sure(letters.letterhead(page), CUE) if not FORM.is_label(one.quote)]


def _insured(text: str) -> str | None:
    """Read a company, but not the label of the next box of a form."""
    text = re.split(r"\s+and\s*/\s*or\b|,?\s+(?:including|and)\s+(?:its|all|any)\s", text, maxsplit=1)[0]
    return None if _NO_NAME.match(text) else company(text)


def _of_rows(pages: Sequence[PageText], order: str, wanted: str) -> Iterator[Fact]:
    """Read the insurer, number and last day of a row under a header that names them."""
    for page in pages:
        for names, head, (start, end) in _table(page):
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


def _table(page: PageText) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, int]]]:
    """Give every line under a header of labels, as long as each holds a policy's number."""
    lines = lines_of(page.text)
    for names, head, first in FORM.rows(page):
        for line in lines[lines.index(first) :]:
            if _IN_ROW.search(page.text[slice(*line)]) is None:
                break
            yield names, head, line


def _insurer_in(text: str) -> str | None:
    cover = COVER.match(text)
    return company(text[cover.end() :].strip()) if cover else None


def _numbers(pages: Sequence[PageText], entries: Sequence[Entry], order: str) -> tuple[Fact, ...]:
    """List the policy numbers: those behind labels, else those in a row before two days, else those in a sentence."""
    for found in (
        named(entries, "number", _code) or list(_of_rows(pages, order, "number")),
        list(said(pages, _ROW, confidence=0.9)),
        [fact for fact in said(pages, _NUMBER, _code) if not _PAST.search(fact.quote.split(fact.value)[0][-120:])],
    ):
        if found:
            return distinct(found)
    return ()


def _code(text: str) -> str | None:
    match = _CODE.match(text)
    if match is None or len(match.group()) < 4 or dates(match.group()):
        return None
    return re.split(r"\s+(?=[-–—(]|\d{1,2}[./]\d)", match.group())[0].rstrip(".-/ ")


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
            if len(found) == 2 and _APART.fullmatch(page.text[start + found[0].end : start + found[1].start]):
                one, two = found
                if one.is_exact and two.is_exact and 27 < (two.first - one.first).days < 1200:
                    yield (
                        at(page, start, end, one.first.isoformat(), LABELLED),
                        at(page, start, end, two.first.isoformat(), LABELLED),
                    )
