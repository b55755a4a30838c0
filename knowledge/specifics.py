"""Reads the values a sentence states (durations, frequencies, shares, versions, dates) so that they can be compared."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from knowledge.numerals import NUMBER, number


class ValueKind(StrEnum):
    """What a value measures."""

    DURATION = "duration"
    FREQUENCY = "frequency"
    PERCENT = "percent"
    SHARE = "share"
    VERSION = "version"
    DATE = "date"
    MONEY = "money"
    QUANTITY = "quantity"

    @property
    def label(self) -> str:
        """The word for the page."""
        return {"share": "count", "version": "version or strength"}.get(self.value, self.value)


class Bound(StrEnum):
    """How a value limits what it measures."""

    EXACTLY = "exactly"
    AT_MOST = "at most"
    AT_LEAST = "at least"

    @property
    def label(self) -> str:
        """The words for the page."""
        return self.value


@dataclass(frozen=True, slots=True)
class Value:
    """A value in a text: hours for durations, times a year for frequencies; `unit` names what is counted."""

    kind: ValueKind
    low: float
    high: float
    bound: Bound
    unit: str
    start: int
    end: int
    text: str


_HOURS = {
    "second": 1 / 3600,
    "minute": 1 / 60,
    "hour": 1,
    "day": 24,
    "week": 168,
    "fortnight": 336,
    "month": 730,
    "quarter": 2190,
    "year": 8760,
}
_A_YEAR = {
    "minute": 525_600,
    "hour": 8760,
    "day": 365,
    "night": 365,
    "week": 52,
    "fortnight": 26,
    "month": 12,
    "quarter": 4,
    "year": 1,
}
_ADVERBS = {
    "continuous": 1_000_000, "hourly": 8760, "daily": 365, "nightly": 365, "weekly": 52, "fortnightly": 26, "biweekly": 26,
    "monthly": 12, "quarterly": 4, "half-yearly": 2, "semi-annual": 2, "semiannual": 2, "biannual": 2, "twice-yearly": 2,
    "annual": 1, "yearly": 1, "biennial": 0.5,
}  # fmt: skip
_UNIT = r"(?P<unit>seconds?|minutes?|mins?|hours?|hrs?|h|days?|weeks?|fortnights?|months?|quarters?|years?)"
_BUSINESS = r"(?P<business>business|working|calendar|consecutive|full|additional|further)"
_DURATION = re.compile(
    rf"\b(?P<number>{NUMBER}|an?)(?:\s*\(\s*(?P<again>\d+)\s*\))?[\s-]*(?:{_BUSINESS}[\s-]+)?{_UNIT}\b", re.I
)
_EVERY = re.compile(
    rf"\b(?:(?:once\s+)?(?:every|each|per)|once\s+in(?:\s+every)?)\s+(?:(?P<number>{NUMBER}|second|other|third)\s+)?(?:calendar\s+)?(?P<unit>minute|hour|day|night"
    rf"|week|fortnight|month|quarter|year)s?\b",
    re.I,
)
_TIMES = re.compile(
    rf"\b(?P<number>once|twice|thrice|{NUMBER}\s+times)\s+(?:a|an|per|each|every|in\s+every)\s+(?:calendar\s+)?"
    r"(?P<unit>hour|day|week|fortnight|month|quarter|year)\b", re.I
)  # fmt: skip
_ADVERB = re.compile(
    r"\b(?P<word>continuous|hourly|daily|nightly|weekly|fortnightly|bi-?weekly|monthly|quarterly"
    r"|half-yearly|semi-?annual"
    r"|biannual|annual|yearly|biennial)(?:ly)?\b", re.I
)  # fmt: skip
_PERCENT = re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,6})?)\s*(?:%|per\s?cent\b|percent\b)", re.I)
_SHARE = re.compile(
    rf"\b(?P<low>{NUMBER})\s+(?:out\s+)?of\s+(?:the\s+|a\s+sample\s+of\s+"
    rf"|a\s+total\s+of\s+)?(?P<high>{NUMBER})\b(?!\s*(?:%|percent))",
    re.I,
)
_VERSION = re.compile(
    r"\b(?P<name>TLS|SSL|AES|RSA|SHA|ECDSA|ECC|DES|HTTP|SSH|OAuth|SAML|CVSS|WPA|PCI[\s-]DSS|IPsec|NIST\s+SP)"
    r"[\s_/-]*(?:version\s+|v)?(?P<number>\d{1,5}(?:[.-]\d{1,3})*)(?:[\s-]*bits?)?(?P<up>\s*(?:\+"
    r"|or\s+(?:higher|above|later|greater|newer|stronger)))?", re.I
)  # fmt: skip
_BITS = re.compile(r"\b(?P<number>\d{2,5})[\s-]*bits?\b(?:\s+(?P<name>AES|RSA|ECC|SHA))?", re.I)
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATES = (
    re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<digits>\d\d)-(?P<day>\d\d)\b"),
    re.compile(
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s.-]+{_MONTH},?[\s-]+(?P<year>(?:19|20)\d\d)\b", re.I
    ),
    re.compile(rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)\b", re.I),
    re.compile(rf"\b{_MONTH},?\s+(?P<year>(?:19|20)\d\d)\b", re.I),
    re.compile(r"\b(?:in|since|of|during|early|late|mid|from|until)[\s-]+(?P<year>(?:19|20)\d\d)\b", re.I),
)
_MONEY = re.compile(
    r"(?P<sign>[$\u20ac\u00a3]|\b(?:USD|EUR"
    r"|GBP)\s?)\s?(?P<number>\d[\d,]*(?:\.\d+)?)(?:\s*(?P<scale>million|billion|thousand|m|k)\b)?",
    re.I,
)
_QUANTITY = re.compile(
    rf"\b(?P<number>{NUMBER})\s+(?:[a-z][a-z-]*\s+){{0,2}}?(?P<unit>characters?|attempts?|people"
    rf"|persons?|employees|staff|users?|engineers?"
    r"|customers?|findings?|issues?|vulnerabilit(?:y|ies)|weaknesses|days|copies|cop(?:y|ies)"
    r"|locations?|sites?|regions?|data\s+cent(?:er|re)s?"
    r"|countries|passwords?|exceptions?|incidents?|breaches|controls?|testers?|consultants?|tests?"
    r"|requests?|digits?|generations?"
    r"|person[\s-]days?|members?|directors?|pages?|applications?|systems?|servers?|hosts?"
    r"|subprocessors?|sub-processors?|factors?)\b", re.I
)  # fmt: skip
_LENGTH = re.compile(
    r"\blength\s*(?:of|is|:|must\s+be|shall\s+be)?\s*(?:at\s+least\s+"
    r"|a\s+minimum\s+of\s+)?(?P<number>\d{1,3})\b(?!\s*(?:bit|-bit|%))",
    re.I,
)
_MINIMUM = re.compile(
    r"(?:at\s+least|no(?:t)?\s+(?:less|fewer|shorter|lower|earlier)\s+than|minimum(?:\s+(?:of"
    r"|length\s+(?:of|is)))?|more\s+than|over|longer\s+than|a\s+minimum"
    r"|greater\s+than|exceed(?:s|ing)?)\s*(?:a\s+|an\s+|the\s+)?$", re.I
)  # fmt: skip
_MAXIMUM = re.compile(
    r"(?:within|in\s+(?:under|less\s+than)|no(?:t)?\s+(?:more|later|longer|greater)\s+than|at\s+most"
    r"|up\s+to|maximum(?:\s+of)?|(?<!\bno\s)(?<!\bnot\s)(?:less|fewer|shorter)\s+than|under"
    r"|below|not\s+exceed(?:ing)?|inside|for\s+up\s+to|before)\s*(?:a\s+|an\s+"
    r"|the\s+)?(?:period\s+of\s+|further\s+|first\s+|next\s+)?$", re.I
)  # fmt: skip
_AFTER_MINIMUM = re.compile(r"^\s*(?:or\s+(?:more|longer|higher|above|greater|later)|minimum|and\s+above|\+)", re.I)
_AFTER_MAXIMUM = re.compile(r"^\s*(?:or\s+(?:less|fewer|sooner|faster)|maximum|at\s+most|at\s+the\s+latest)", re.I)
_NOT_PERIODS = re.compile(r"^[\s-]*(?:old|ago|of\s+experience|period\s+ended)\b", re.I)


@lru_cache(maxsize=8192)
def values(text: str) -> list[Value]:
    """Return the values in reading order; where two readings overlap the more specific one stays."""
    found: list[Value] = []
    for reader in (_dates, _versions, _percents, _frequencies, _shares, _money, _durations, _quantities):
        for value in reader(text):
            if not any(value.start < other.end and other.start < value.end for other in found):
                found.append(value)
    return sorted(found, key=lambda value: value.start)


def _bound(text: str, start: int, end: int) -> Bound:
    before, after = text[max(0, start - 40) : start], text[end : end + 20]
    if _AFTER_MINIMUM.match(after):
        return Bound.AT_LEAST
    if _MAXIMUM.search(before) or _AFTER_MAXIMUM.match(after):
        return Bound.AT_MOST
    return Bound.AT_LEAST if _MINIMUM.search(before) else Bound.EXACTLY


def _value(
    kind: ValueKind, amount: float, unit: str, text: str, match: re.Match[str], high: float | None = None
) -> Value:
    bound = _bound(text, match.start(), match.end())
    return Value(kind, amount, amount if high is None else high, bound, unit, match.start(), match.end(), match.group())


def _durations(text: str) -> Iterator[Value]:
    for match in _DURATION.finditer(text):
        amount = number(match["again"] or match["number"])
        if match.group().lower() == "a second":
            continue
        if amount is None or _NOT_PERIODS.match(text[match.end() : match.end() + 16]):
            continue
        unit = {"min": "minute", "hr": "hour", "h": "hour"}.get(
            match["unit"].lower().rstrip("s"), match["unit"].lower().rstrip("s")
        )
        hours = amount * _HOURS[unit]
        business = (match["business"] or "").lower() in ("business", "working")
        slack = 48 * (int(max(amount, 1) - 1) // 5 + 1) if business and unit == "day" else 0
        yield _value(ValueKind.DURATION, hours, "business" if business else "", text, match, hours + slack)


def _frequencies(text: str) -> Iterator[Value]:
    for match in _TIMES.finditer(text):
        word = match["number"].lower()
        times = {"once": 1.0, "twice": 2.0, "thrice": 3.0}.get(word) or number(word.split()[0]) or 1.0
        yield _value(ValueKind.FREQUENCY, times * _A_YEAR[match["unit"].lower()], "", text, match)
    for match in _EVERY.finditer(text):
        said = (match["number"] or "one").lower()
        amount = {"second": 2.0, "other": 2.0, "third": 3.0}.get(said) or number(said) or 1.0
        yield _value(ValueKind.FREQUENCY, _A_YEAR[match["unit"].lower()] / amount, "", text, match)
    for match in _ADVERB.finditer(text):
        word = match["word"].lower()
        yield _value(ValueKind.FREQUENCY, _ADVERBS.get(word) or _ADVERBS[word.replace("-", "")], "", text, match)


def _percents(text: str) -> Iterator[Value]:
    for match in _PERCENT.finditer(text):
        yield _value(ValueKind.PERCENT, float(match["number"]), "%", text, match)


def _shares(text: str) -> Iterator[Value]:
    for match in _SHARE.finditer(text):
        low, high = number(match["low"]), number(match["high"])
        if low is not None and high is not None and low <= high:
            yield _value(ValueKind.SHARE, low, "", text, match, high)


def _versions(text: str) -> Iterator[Value]:
    for match in _VERSION.finditer(text):
        name = re.sub(r"[\s-]+", "", match["name"].lower())
        bound = Bound.AT_LEAST if match["up"] else _bound(text, match.start(), match.end())
        amount = _decimal(match["number"])
        yield Value(ValueKind.VERSION, amount, amount, bound, name, match.start(), match.end(), match.group())
    for match in _BITS.finditer(text):
        amount = float(match["number"])
        name = (match["name"] or _cipher_near(text, match.start())).lower()
        bound = _bound(text, match.start(), match.end())
        yield Value(ValueKind.VERSION, amount, amount, bound, name, match.start(), match.end(), match.group())


def _cipher_near(text: str, at: int) -> str:
    names = re.findall(r"\b(?:AES|RSA|ECC|SHA)\b", text[max(0, at - 40) : at + 40])
    return names[0] if names else "key"


def _decimal(digits: str) -> float:
    whole, _, rest = digits.replace("-", ".").partition(".")
    return float(f"{whole}.{rest.replace('.', '')}") if rest else float(whole)


def _dates(text: str) -> Iterator[Value]:
    for pattern in _DATES:
        for match in pattern.finditer(text):
            named = match.groupdict()
            month = _month(named.get("month"), named.get("digits"))
            amount = float(int(named["year"]) * 10000 + month * 100 + int(named.get("day") or 0))
            yield _value(ValueKind.DATE, amount, _precision(named, month), text, match)


def _precision(named: dict[str, str | None], month: int) -> str:
    return "day" if named.get("day") else "month" if month else "year"


def _month(name: str | None, digits: str | None) -> int:
    if digits:
        return int(digits)
    return next((i for i, month in enumerate(_MONTHS, 1) if name and month.startswith(name.lower()[:3])), 0)


def _money(text: str) -> Iterator[Value]:
    for match in _MONEY.finditer(text):
        scale = {"million": 1e6, "m": 1e6, "billion": 1e9, "thousand": 1e3, "k": 1e3}.get(
            (match["scale"] or "").lower(), 1
        )
        yield _value(
            ValueKind.MONEY, float(match["number"].replace(",", "")) * scale, match["sign"].strip(), text, match
        )


def _quantities(text: str) -> Iterator[Value]:
    for match in _QUANTITY.finditer(text):
        amount = number(match["number"])
        if amount is not None:
            yield _value(ValueKind.QUANTITY, amount, _counted(match["unit"]), text, match)
    for match in _LENGTH.finditer(text):
        start = match.start("number")
        bound = (
            Bound.AT_LEAST
            if re.search(r"minimum|at\s+least", text[max(0, match.start() - 25) : start], re.I)
            else Bound.EXACTLY
        )
        amount = float(match["number"])
        yield Value(ValueKind.QUANTITY, amount, amount, bound, "character", start, match.end(), match["number"])


def _counted(unit: str) -> str:
    word = re.sub(r"\s+", " ", unit.lower())
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
