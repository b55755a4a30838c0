"""Dates in words, as pages show them."""

from datetime import date, datetime

from portal.core.clock import now, today


def date_long(value: date | datetime | None) -> str:
    """Return "14 November 2027", or a dash for nothing."""
    if value is None:
        return "–"
    return f"{value.day} {value:%B} {value.year}"


def date_time(value: datetime | None) -> str:
    """Return "14 November 2027, 14:02 UTC", or a dash for nothing."""
    return "–" if value is None else f"{date_long(value)}, {value:%H:%M} UTC"


def ago(value: datetime | None) -> str:
    """Return how long ago a moment was, in the largest unit that says something."""
    if value is None:
        return "never"
    seconds = int((now() - value).total_seconds())
    for size, word in ((86_400, "day"), (3_600, "hour"), (60, "minute")):
        if seconds >= size:
            count = seconds // size
            return f"{count} {word}{'' if count == 1 else 's'} ago"
    return "just now"


def due(value: date | None) -> str:
    """Return "due in 9 days", "due today" or "3 days overdue"."""
    if value is None:
        return "no due date"
    days = (value - today()).days
    if days == 0:
        return "due today"
    plural = "" if abs(days) == 1 else "s"
    return f"due in {days} day{plural}" if days > 0 else f"{-days} day{plural} overdue"


def size_words(count: int) -> str:
    """Return a file's size as people say it: "340 KB", "2.1 MB"."""
    if count < 1024 * 1024:
        return f"{max(1, count // 1024)} KB"
    return f"{count / 1024 / 1024:.1f}".removesuffix(".0") + " MB"


def plural(count: int, one: str, many: str = "") -> str:
    """Return the count with its noun: "1 vendor", "6 vendors"."""
    return f"{count} {one if count == 1 else many or one + 's'}"
