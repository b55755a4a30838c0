"""Dates told relative to today, so that the sample programme never ages."""

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta

MONTH = re.compile(r"month (start|end) ([+-]?\d+)")
OFFSET = re.compile(r"(\w+)\s*(?:([+-])\s*(\d+))?")
PLACEHOLDER = re.compile(r"\{(\w+\s*(?:[+-]\s*\d+)?)(?:\|(iso|month|year))?\}")


class UnknownMoment(ValueError):
    """A sample file names a date in words that nobody defined."""


def moment(expression: str, today: date, known: Mapping[str, date]) -> date:
    """Return the date of `month end -3`, `today -40` or `period_end +41`; an offset never lands on a weekend."""
    if found := MONTH.fullmatch(expression.strip()):
        return _month_edge(today, int(found[2]), end=found[1] == "end")
    found = OFFSET.fullmatch(expression.strip())
    base = None if found is None else {**known, "today": today}.get(found[1])
    if found is None or base is None:
        raise UnknownMoment(f"The sample date “{expression}” cannot be read.")
    if found[3] is None:
        return base
    return _workday(base + timedelta(days=int(found[2] + found[3])))


def moments(expressions: Mapping[str, str], today: date) -> dict[str, date]:
    """Return the named dates, each of which may stand on those named before it."""
    known: dict[str, date] = {}
    for name, expression in expressions.items():
        known[name] = moment(expression, today, known)
    return known


def with_dates(text: str, today: date, known: Mapping[str, date]) -> str:
    """Return the text with every `{period_end}`, `{issued +3}` or `{issued|iso}` written out."""
    return PLACEHOLDER.sub(lambda found: _written(moment(found[1], today, known), found[2]), text)


def _month_edge(today: date, months: int, *, end: bool) -> date:
    year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
    return date(year, month + 1, monthrange(year, month + 1)[1] if end else 1)


def _workday(day: date) -> date:
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() >= 5 else 0)


def _written(day: date, style: str | None) -> str:
    if style == "iso":
        return day.isoformat()
    if style == "year":
        return str(day.year)
    return f"{day:%B %Y}" if style == "month" else f"{day.day} {day:%B %Y}"
