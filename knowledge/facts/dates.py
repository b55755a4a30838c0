"""Finds dates in running text, in the forms people write them, and refuses those that can be read two ways."""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan", "januar", "janvier", "enero", "januari", "gennaio"),
            ("february", "feb", "februar", "février", "febrero", "februari", "febbraio"),
            ("march", "mar", "märz", "mars", "marzo", "maart"),
            ("april", "apr", "avril", "abril", "aprile"),
            ("may", "mai", "mayo", "mei", "maggio", "maj"),
            ("june", "jun", "juni", "juin", "junio", "giugno"),
            ("july", "jul", "juli", "juillet", "julio", "luglio"),
            ("august", "aug", "août", "agosto", "augustus", "augusti"),
            ("september", "sept", "sep", "septembre", "septiembre", "settembre"),
            ("october", "oct", "oktober", "octobre", "octubre", "ottobre"),
            ("november", "nov", "novembre", "noviembre"),
            ("december", "dec", "dezember", "décembre", "diciembre", "dicembre"),
        ),
        start=1,
    )
    for name in names
}
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?![\dA-Za-z])"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_FORMS = (
    re.compile(rf"\b{_YEAR}[-/.](?P<number>\d{{1,2}})[-/.]{_DAY}(?!\d)"),
    re.compile(rf"\b{_DAY}\.(?P<number>\d{{1,2}})\.{_YEAR}"),
    re.compile(rf"\b{_DAY}(?:\s+day)?(?:\s+(?:of|de))?[\s./-]*{_MONTH},?(?:\s+de|\s+of)?[\s/-]+{_YEAR}", re.I),
    re.compile(rf"\b{_YEAR}[\s-]{_MONTH}[\s-]{_DAY}(?![\d.])", re.I),
    re.compile(rf"\b(?P<day>\d{{1,2}})-{_MONTH}-(?P<short>\d\d)(?![\d-])", re.I),
    re.compile(rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}", re.I),
    re.compile(rf"\b{_MONTH}-{_DAY}-{_YEAR}", re.I),
    re.compile(rf"{_YEAR}\s?年\s?(?P<number>\d{{1,2}})\s?月\s?(?P<day>\d{{1,2}})\s?日"),
)
_SLASHED = re.compile(rf"(?<![\w/-])(?P<one>\d{{1,2}})(?P<mark>[/-])(?P<two>\d{{1,2}})(?P=mark){_YEAR}")
_HINT = re.compile(r"\b(?:mm/dd|dd/mm)/y{2,4}\b", re.I)
_HINTS = {
    f"{pair}/{year}": order for pair, order in (("mm/dd", "mdy"), ("dd/mm", "dmy")) for year in ("yy", "yyy", "yyyy")
}
_AMERICAN = re.compile(
    rf"(?P<state>,\s[A-Z]{{2}}(?:\s\d{{5}})?\b)|(?P<form>,?\s(?:Inc|LLC|Corp|N\.A)\b)|(?P<dollar>(?<![A-Z])\$\s?\d)"
    rf"|(?P<zee>\b\w+(?:ization|ized|izing)\b)"
    rf"|(?P<month>\b(?:{'|'.join(name.capitalize() for name in _MONTHS)})\s\d{{1,2}}(?:st|nd|rd|th)?,\s\d{{4}})"
)
_ELSEWHERE = re.compile(
    rf"(?P<money>[£€]|\b(?:EUR|GBP|AUD|CHF|SEK|DKK|NOK)\b)|\b(?P<form>Ltd|plc|PLC|Pty|GmbH|S\.A\.|B\.V|S\.r\.l|S\.L"
    rf"|SAS|AG|Limited)\b"
    r"|(?P<land>\b(?:United\s+Kingdom|England|Scotland|Wales|Ireland|France|Italy|Spain|Portugal|Belgium|Netherlands"
    r"|Germany|Austria|Switzerland"
    r"|Australia|New\s+Zealand|India|Singapore|Brazil|Greece|Malta|Cyprus|Luxembourg)\b)"
    rf"|(?P<ess>\b\w+(?:isation|isations|ised)\b)"
    rf"|(?P<month>\b\d{{1,2}}(?:st|nd|rd|th)?\s(?:{'|'.join(name.capitalize() for name in _MONTHS)})\s\d{{4}})"
)
_SEVERAL = 2
_MONTH_ONLY = re.compile(rf"\b{_MONTH},?\s+{_YEAR}", re.I)
_MONTH_NUMBER = re.compile(r"(?<![\d.])(?:\d\d\.?-)?(?P<number>0[1-9]|1[0-2])[./](?P<year>20\d\d)(?![\w.]*\d)")
_YEARLESS = re.compile(
    rf"\b(?:{_MONTH}\s+{_DAY}|(?P<day_first>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month_last>[A-Za-z]+))$", re.I
)
_DASH = r"(?:st|nd|rd|th)?\s*(?:-|–|—|to|through|and)\s*"
_WITHIN_MONTH = (
    re.compile(
        rf"(?<![\d.])(?P<one>\d{{1,2}}){_DASH}(?P<two>\d{{1,2}})(?:st|nd|rd|th)?\.?\s+{_MONTH},?\s+{_YEAR}", re.I
    ),
    re.compile(rf"\b{_MONTH}\s+(?P<one>\d{{1,2}}){_DASH}(?P<two>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}", re.I),
)
_CLOCK = (
    r"(?:(?:at\s+)?(?:\d{1,2}[.:]\d{2}\s*(?:[ap]\.?m\.?(?!\w)|h(?:ours|rs)?\b)?|\d{1,2}\s?[ap]m\b|noon|midnight)"
    r"(?:\s+(?:local\s+)?(?:standard\s+)?time)?[\s,]*(?:on\s+)?)?"
)
_BETWEEN = re.compile(
    rf"[\s,]*{_CLOCK}(?:up\s+to(?:\s+and\s+including)?|to|through|thru|until|till|and|bis|au|al|hasta(?:\s+el)?"
    rf"|[-\u2013\u2014])\s*{_CLOCK}(?:the\s+)?",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Written:
    """A date as it stands in a text: `text[start:end]`; without a day it stands for its whole month."""

    start: int
    end: int
    first: date
    last: date

    @property
    def is_exact(self) -> bool:
        """Tell whether the day is written."""
        return self.first == self.last


def slash_order(texts: Iterable[str]) -> str:
    """Tell in what order the slashed dates of a document go, as "mdy" or "dmy"; empty where they do not show it."""
    texts = list(texts)
    orders = {_shown_order(match) for text in texts for match in _SLASHED.finditer(text)}
    orders |= {_HINTS[match.lower()] for text in texts for match in _HINT.findall(text)}
    orders.discard("")
    if orders:
        return orders.pop() if len(orders) == 1 else ""
    return _country_order("\n".join(texts))


def _country_order(text: str) -> str:
    """Tell from what country's forms a document uses how its days go; one form alone, or forms of both, tell nothing."""
    american, elsewhere = ({match.lastgroup for match in pattern.finditer(text)} for pattern in (_AMERICAN, _ELSEWHERE))
    if american and elsewhere:
        return ""
    return "mdy" if len(american) >= _SEVERAL else "dmy" if len(elsewhere) >= _SEVERAL else ""


def _shown_order(match: re.Match[str]) -> str:
    one, two = int(match["one"]), int(match["two"])
    return "" if (one > 12) == (two > 12) else "dmy" if one > 12 else "mdy"


def dates(text: str, order: str = "") -> list[Written]:
    """Find every date with a month and a year, in reading order; `order` says how slashed ones are meant."""
    found: list[Written] = []
    for written in sorted(
        (*_full(text), *_slashed(text, order), *_months(text)), key=lambda one: (one.start, -one.end)
    ):
        if not found or written.start >= found[-1].end:
            found.append(written)
    return found


def periods(text: str, order: str = "") -> list[tuple[Written, Written]]:
    """Find pairs of dates joined by a word such as "to", the first before the second."""
    known = dates(text, order)
    pairs = [(one, two) for one, two in pairwise(known) if _joins(text[one.end : two.start])]
    pairs += list(_same_month(text))
    pairs += [(start, two) for two in known if (start := _yearless_before(text, two))]
    return sorted((pair for pair in pairs if pair[0].first < pair[1].last), key=lambda pair: pair[0].start)


def _same_month(text: str) -> Iterator[tuple[Written, Written]]:
    """Find "18-29 May 2026" and "May 18 to 29, 2026"."""
    for form in _WITHIN_MONTH:
        for match in form.finditer(text):
            month, year = _MONTHS[match["month"].lower()], int(match["year"])
            one, two = _day(year, month, int(match["one"])), _day(year, month, int(match["two"]))
            if one and two and one < two:
                yield Written(match.start(), match.end(), one, one), Written(match.start(), match.end(), two, two)


def _joins(between: str) -> bool:
    return _BETWEEN.fullmatch(between) is not None


def _yearless_before(text: str, end: Written) -> Written | None:
    """Find the "1 January" of "1 January to 31 March 2026"."""
    head = text[max(0, end.start - 40) : end.start]
    for joint in _BETWEEN.finditer(head):
        begin = _YEARLESS.search(head, 0, joint.start())
        if joint.end() == len(head) and begin:
            month = _MONTHS.get((begin["month"] or begin["month_last"]).lower(), 0)
            day = _day(end.last.year, month, int(begin["day"] or begin["day_first"]))
            offset = end.start - len(head)
            return Written(offset + begin.start(), offset + begin.end(), day, day) if day else None
    return None


def _full(text: str) -> Iterator[Written]:
    for form in _FORMS:
        for match in form.finditer(text):
            groups = match.groupdict()
            month = int(groups["number"]) if groups.get("number") else _MONTHS[match["month"].lower()]
            year = int(groups.get("year") or f"20{match['short']}")
            day = _day(year, month, int(match["day"]))
            if day:
                yield Written(match.start(), match.end(), day, day)


def _slashed(text: str, order: str) -> Iterator[Written]:
    """Take 31/12/2026 and 12/31/2026; 03/04/2026 only where it is known which of the two is the month."""
    for match in _SLASHED.finditer(text):
        one, two = int(match["one"]), int(match["two"])
        shown = _shown_order(match) or order or ("dmy" if one == two else "")
        day = _day(int(match["year"]), *((two, one) if shown == "dmy" else (one, two))) if shown else None
        if day:
            yield Written(match.start(), match.end(), day, day)


def _months(text: str) -> Iterator[Written]:
    named = ((match, _MONTHS[match["month"].lower()]) for match in _MONTH_ONLY.finditer(text))
    numbered = ((match, int(match["number"])) for match in _MONTH_NUMBER.finditer(text))
    for match, month in (*named, *numbered):
        year = int(match["year"])
        yield Written(match.start(), match.end(), date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def _day(year: int, month: int, day: int) -> date | None:
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return date(year, month, day)
