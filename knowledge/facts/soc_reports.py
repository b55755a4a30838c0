"""Reads off an auditor's report on a service organisation: auditor, system, period, opinion and exceptions."""

import re
from collections.abc import Iterator, Sequence

from knowledge.facts import labels
from knowledge.facts.dates import Written, dates, periods
from knowledge.facts.kinds import EvidenceKind
from knowledge.facts.spans import Place, places
from knowledge.facts.values import DocumentFacts, Fact, fact, first_day, last_day, stated
from knowledge.pages import PageText

_NAME = r"(?-i:[A-Z0-9])[\w.&’' -]{1,60}?"
_PERIOD_CUE = re.compile(r"(?:period|throughout|during|between|from)\b[^.]{0,30}$", re.IGNORECASE)
_AS_OF = re.compile(r"\bas\s+(?:of|at)\s+", re.IGNORECASE)
_TYPE_1 = re.compile(r"\b(?i:type)\s*(?:1|I)\b")
_SUBJECT = (
    re.compile(
        rf"\bto\s+the\s+(?:management|board\s+of\s+directors)\s+of[:\s]+(?P<value>{_NAME})[ \t]*(?:[,(\n]|$)", re.I
    ),
    re.compile(rf"\bassertion\s+of\s+the\s+management\s+of\s+(?P<value>{_NAME})[ \t]*(?:[,(\n]|$)", re.I),
    re.compile(rf"\bmanagement\s+of\s+(?P<value>{_NAME}(?:,?\s+(?:Inc|Ltd|LLC|GmbH|AG|Oy|B\.V|S\.A))\b\.?)", re.I),
    re.compile(rf"\bexamined\s+(?P<value>{_NAME})[’']s?\s+(?:accompanying\s+)?description\b", re.I),
)
_FIRM = re.compile(
    r"^[ \t]*(?:[A-Z][\w. ]+\n?,?[ \t]*Partner,[ \t]*)?"
    r"(?P<value>[A-Z][\w.&’'-]*,?[ \t]+(?:(?:[A-Z][\w.&’'-]*,?|&|and)[ \t]+){0,5}"
    r"(?:LLP|PLLC|P\.C\.|CPAs?|L\.L\.P\.))\b",
    re.MULTILINE,
)
_SIGNED_BY = re.compile(r"\bPartner,\s+(?P<value>(?:[A-Z][\w&’'-]*[ \t]*){1,5}?)(?=[ \t]*(?:,|\n|$))")
_SYSTEM = re.compile(
    r"\bdescription\s+of\s+(?:its|the|their)\s+(?P<value>(?-i:[A-Z])[\w.&’' -]{2,70}?)"
    r"(?=\s+(?:system|for|throughout|in\s+section|in\s+accordance|titled|and|as\s+of|as\s+it)\b|\s*[(,.\"“\n])",
    re.IGNORECASE,
)
_QUALIFIED = re.compile(
    r"\bbasis\s+for\s+(?:the\s+)?qualified\s+opinion|\bin\s+our\s+opinion,\s+except\s+for\b"
    r"|\bopinion\s+is\s+qualified\b",
    re.I,
)
_ADVERSE = re.compile(r"\bbasis\s+for\s+(?:the\s+)?adverse\s+opinion|\bour\s+adverse\s+opinion\b", re.I)
_DISCLAIMED = re.compile(
    r"\bdisclaimer\s+of\s+opinion\b|\bwe\s+do\s+not\s+express\s+an\s+opinion\s+on\s+the\s+description\b", re.I
)
_UNQUALIFIED = re.compile(
    r"\bin\s+our\s+opinion,\s+in\s+all\s+material\s+respects|\bopinion\s+is\s+unqualified\b", re.I
)
_EXCEPTION = re.compile(
    r"(?<!no )(?<!no\n)(?<!\")(?<!“)\b(?:exceptions?|deviations?)\s+(?:(?:was|were)\s+)?(?:noted|identified|found)\b"
    r"(?![\"”]|\s+(?:in\s+section|and\s+are|is\b|are\b|below|above|means)"
    r"|[\s:\u2013-]+(?:none|nil|n/a|no|0)\b|[^.]{0,60}\b(?:are|is)\s+(?:described|listed|marked|repeated"
    r"|presented|included))"
    r"|\bdid\s+not\s+operate\s+effectively\b|\b(?:was|were)\s+not\s+(?:operating|suitably\s+designed)\b",
    re.IGNORECASE,
)
_NOT_MEANT = re.compile(
    r"\b(?:no|not|without|any|if|whether|or|risk\s+that|marked|attention\s+to"
    r"|response\s+to)\s+(?:\w+\s+){0,4}$|\bmeans\b",
    re.IGNORECASE,
)
_MOST_EXCEPTIONS = 60


def read_off(pages: Sequence[PageText]) -> DocumentFacts:
    """Read the facts off a SOC report."""
    front = pages[:15]
    start, end = _period(front)
    opinion = _opinion(pages)
    return DocumentFacts(
        kind=EvidenceKind.SOC_REPORT,
        issuer=_auditor(front),
        subject=_subject(front),
        period_start=start,
        period_end=end,
        issued=labels.dated(front, labels.ISSUED),
        opinion=opinion,
        scope=next((fact(place) for place in places(front, _SYSTEM, "value")), None),
        exceptions=tuple(_exceptions(pages)),
    )


def _period(pages: Sequence[PageText]) -> tuple[Fact | None, Fact | None]:
    """Find the period the report covers; a type 1 report has only the day it speaks of."""
    for page in pages:
        for one, two in periods(page.text):
            if _PERIOD_CUE.search(page.text[max(0, one.start - 60) : one.start]):
                place = Place(page, one.start, two.end)
                return first_day(place, one), last_day(place, two)
    if any(_TYPE_1.search(page.text) for page in pages[:3]):
        for place in places(pages, _AS_OF):
            day = next(iter(dates(place.page.text[place.end : place.end + 30])), None)
            if day and day.start == 0 and day.is_exact:
                return None, last_day(Place(place.page, place.start, place.end + day.end), _moved(day, place.end))
    return None, None


def _moved(written: Written, by: int) -> Written:
    return Written(written.start + by, written.end + by, written.first, written.last)


def _subject(pages: Sequence[PageText]) -> Fact | None:
    if place := labels.valued(pages[:2], r"service\s+organi[sz]ation"):
        return fact(place, place.text.split(",")[0])
    for pattern in _SUBJECT:
        if place := next(places(pages, pattern, "value"), None):
            return fact(place, place.text.rstrip(",. "))
    return None


def _auditor(pages: Sequence[PageText]) -> Fact | None:
    """Name the firm that signed; two different firms are none."""
    for pattern in (_FIRM, _SIGNED_BY):
        found = list(places(pages, pattern, "value"))
        if len({place.text.rstrip(",. ").casefold() for place in found}) == 1:
            return fact(found[0], found[0].text.rstrip(",. "))
    return None


def _opinion(pages: Sequence[PageText]) -> Fact | None:
    """Tell the auditor's opinion; anything worse than unqualified, anywhere in the report, wins."""
    for value, pattern in (
        ("disclaimer", _DISCLAIMED),
        ("adverse", _ADVERSE),
        ("qualified", _QUALIFIED),
        ("unqualified", _UNQUALIFIED),
    ):
        if place := next(places(pages, pattern), None):
            return stated(place, value)
    return None


def _exceptions(pages: Sequence[PageText]) -> Iterator[Fact]:
    """Find results of tests that were not clean; a sentence that only explains the word is none."""
    count, last = 0, (0, 0)
    for place in places(pages, _EXCEPTION):
        before = place.page.text[max(0, place.start - 40) : place.start]
        line_start = max(before.rfind("."), before.rfind("\n\n"))
        if _NOT_MEANT.search(before[line_start + 1 :]) or (place.page.number == last[0] and place.start < last[1]):
            continue
        whole = Place(place.page, place.start, _end_of_result(place))
        last = (place.page.number, whole.end)
        count += 1
        if count > _MOST_EXCEPTIONS:
            return
        text = place.page.text[whole.start : whole.end]
        quote = text if place.start == whole.start and text[0].isupper() else place.quote
        yield Fact(" ".join(quote.split()), quote, place.page.number)


def _end_of_result(place: Place) -> int:
    """Take the sentence after a bare "Exception noted." along, since it says what happened."""
    text = place.page.text
    end = _sentence_end(text, place.end)
    return _sentence_end(text, end) if end - place.start < 40 else end


def _sentence_end(text: str, start: int) -> int:
    match = re.compile(r"[.!?](?=\s|$)").search(
        text, start + 1 if text[start : start + 1] == "." else start, start + 400
    )
    if text[start : start + 1] == "." and text[start + 1 : start + 2].isspace() and start:
        return start + 1
    return match.end() if match else min(len(text), start)
