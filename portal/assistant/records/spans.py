"""Days named in a question, such as "before March" or "within 90 days", as a first and a last day; pure."""

import re
from calendar import month_name, monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from portal.core.dates import date_long, plural


@dataclass(frozen=True, slots=True)
class Span:
    """The days from `first` to `last`, both counted; None where it is open. `words` say it with the year."""

    first: date | None
    last: date | None
    words: str

    def holds(self, day: date | None) -> bool:
        """Say whether a day lies in it; no day lies in none."""
        return day is not None and (self.first or date.min) <= day <= (self.last or date.max)


_MONTHS = {name.lower(): number for number, name in enumerate(month_name) if name}
_MONTHS |= {name[:3]: number for name, number in list(_MONTHS.items())} | {"sept": 9}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY = (
    rf"(?P<edge>(?:the\s+)?end\s+of\s+(?!the\b|this\b|year\b|quarter\b|month\b))?"
    rf"(?:(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})"
    rf"|(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<of>{_MONTH})\b\.?(?:,?\s+(?P<of_year>\d{{4}}))?"
    rf"|(?P<month>{_MONTH})\b\.?(?:\s+(?P<at>\d{{1,2}})(?:st|nd|rd|th)?(?!\d))?(?:,?\s+(?:of\s+)?(?P<year>\d{{4}}))?"
    r"|q(?P<quarter>[1-4])\s+(?P<quarter_year>\d{4})"
    r"|(?:the\s+)?end\s+of\s+(?:the\s+|this\s+)?(?P<end>year|quarter|month)"
    r"|(?P<relative>this|next|last)\s+(?P<unit>week|month|quarter|year)"
    r"|(?P<today>today)|(?P<only_year>20\d{2}))"
)
_UNIT = r"(?P<count>\d{1,4}|a|one|two|three|six|twelve)\s+(?P<size>day|week|month|year)s?"
_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3, "six": 6, "twelve": 12}
_QUARTER, _YEAR = 3, 12


def _shifted(day: date, count: int, size: str) -> date:
    if size in ("day", "week"):
        return day + timedelta(days=count * (7 if size == "week" else 1))
    months = day.year * 12 + day.month - 1 + count * (12 if size == "year" else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _whole(year: int, month: int, months: int = 1) -> tuple[date, date]:
    last = _shifted(date(year, month, 1), months, "month") - timedelta(days=1)
    return date(year, month, 1), last


def _named(found: re.Match[str], today: date, past: bool) -> tuple[date, date]:
    """Return the first and last day of what was named; of its end, the last alone."""
    first, last = _whole_of(found, today, past)
    return (last, last) if found["edge"] else (first, last)


def _whole_of(found: re.Match[str], today: date, past: bool) -> tuple[date, date]:
    """Return the first and last day of what was named; a month or day without its year is the next, or the last one."""
    given = {name: value for name, value in found.groupdict().items() if value}
    if "iso" in given:
        day = date.fromisoformat(given["iso"])
        return day, day
    if "today" in given:
        return today, today
    if "only_year" in given:
        return _whole(int(given["only_year"]), 1, _YEAR)
    if "quarter" in given:
        return _whole(int(given["quarter_year"]), 3 * int(given["quarter"]) - 2, _QUARTER)
    if "end" in given:
        last = _around(today, given["end"], 0)[1]
        return last, last
    if "relative" in given:
        return _around(today, given["unit"], {"this": 0, "next": 1, "last": -1}[given["relative"]])
    month = _MONTHS[given.get("of") or given["month"]]
    number, year = given.get("day") or given.get("at"), given.get("of_year") or given.get("year")
    return _in_year(month, int(number) if number else None, int(year) if year else None, today, past)


def _in_year(month: int, day: int | None, year: int | None, today: date, past: bool) -> tuple[date, date]:
    def at(which: int) -> tuple[date, date]:
        return (date(which, month, day), date(which, month, day)) if day else _whole(which, month)

    if year is not None:
        return at(year)
    if past:
        return at(today.year) if at(today.year)[0] <= today else at(today.year - 1)
    return at(today.year) if at(today.year)[1] >= today else at(today.year + 1)


def _around(today: date, unit: str, away: int) -> tuple[date, date]:
    if unit == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=away)
        return monday, monday + timedelta(days=6)
    months = {"month": 1, "quarter": _QUARTER, "year": _YEAR}[unit]
    begin = _shifted(date(today.year, (today.month - 1) // months * months + 1, 1), away * months, "month")
    return _whole(begin.year, begin.month, months)


def _before(first: date, last: date, today: date) -> Span:
    if first <= today <= last and first != last:  # "before March" said in March means the next one
        first = _shifted(first, 1, "year")
    return Span(None, first - timedelta(days=1), f"before {date_long(first)}")


def _within(found: re.Match[str], today: date) -> Span:
    last = _shifted(today, _count(found), found["size"])
    return Span(today, last, f"within {plural(_count(found), found['size'])}, by {date_long(last)}")


def _lately(found: re.Match[str], today: date) -> Span:
    first = _shifted(today, -_count(found), found["size"])
    return Span(first, today, f"since {date_long(first)}")


def _count(found: re.Match[str]) -> int:
    return _COUNTS.get(found["count"]) or int(found["count"])


def _since(first: date, last: date, today: date) -> Span:
    return Span(first, None, f"since {date_long(first)}")


def _last_year(found: re.Match[str], today: date) -> Span:
    first = _shifted(today, -1, "year")
    return Span(first, None, f"since {date_long(first)}")


_Make = Callable[[date, date, date], Span]
# Words before a day, whether the day lies behind if its year is not said, and what it then means.
_COMPARED: tuple[tuple[str, bool, _Make], ...] = (
    (r"(?:before|earlier\s+than|prior\s+to|sooner\s+than)(?:\s+the)?", False, _before),
    (r"(?:on\s+or\s+before|no(?:t)?\s+later\s+than|by|until|till|up\s+to)(?:\s+the)?", False,
     lambda first, last, today: Span(None, last, f"by {date_long(last)}")),
    (r"(?:after|later\s+than|beyond)(?:\s+the)?", False,
     lambda first, last, today: Span(last + timedelta(days=1), None, f"after {date_long(last)}")),
    (r"since(?:\s+the)?", True, _since),
    (r"(?:in|during|on|at)(?:\s+the)?", False, lambda first, last, today: Span(first, last, _between(first, last))),
)  # fmt: skip
_OTHERS: tuple[tuple[str, Callable[[re.Match[str], date], Span]], ...] = (
    (rf"(?:(?:within|in|over|during)\s+)?(?:the\s+)?(?:next|coming)\s+{_UNIT}", _within),
    (rf"(?:within|in)\s+{_UNIT}", _within),
    (rf"(?:(?:in|over|during|within)\s+)?(?:the\s+)?(?:last|past)\s+{_UNIT}", _lately),
    (r"(?:since|against|compared\s+(?:to|with)|from)\s+(?:the\s+)?last\s+year|over\s+the\s+(?:last|past)\s+year", _last_year),
)  # fmt: skip


def _between(first: date, last: date) -> str:
    return f"on {date_long(first)}" if first == last else f"between {date_long(first)} and {date_long(last)}"


def span_at(text: str, at: int, today: date) -> tuple[Span, int] | None:
    """Read the span that begins at a place of a text in small letters, and say where it ends; None when none does."""
    try:
        return _span_at(text, at, today)
    except (ValueError, OverflowError):  # the 31st of a month of 30 days, or a year that no calendar has
        return None


def _span_at(text: str, at: int, today: date) -> tuple[Span, int] | None:
    for pattern, make in _loose():
        found = pattern.match(text, at)
        if found is not None:
            return make(found, today), found.end()
    for words, past, compare in _tight():
        found = words.match(text, at)
        if found is not None:
            first, last = _named(found, today, past)
            return compare(first, last, today), found.end()
    return _alone(text, at, today)


def _alone(text: str, at: int, today: date) -> tuple[Span, int] | None:
    """Read a time that needs no word before it; a month does, or "may" would be one."""
    found = _alone_words().match(text, at)
    if found is None:
        return None
    first, last = _named(found, today, past=False)
    return Span(first, last, _between(first, last)), found.end()


# Patterns with all days in them take long to compile: that waits for the first question that comes to them.
@cache
def _loose() -> tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], Span]], ...]:
    return tuple((re.compile(rf"(?:{words})\b"), make) for words, make in _OTHERS)


@cache
def _tight() -> tuple[tuple[re.Pattern[str], bool, _Make], ...]:
    return tuple((re.compile(rf"{words}\s*\b{_DAY}(?!\w)"), past, compare) for words, past, compare in _COMPARED)


@cache
def _alone_words() -> re.Pattern[str]:
    return re.compile(rf"(?=(?:this|next|last)\s|today|20\d\d\b|\d{{4}}-){_DAY}(?!\w)")
