"""Dates, counts and hundredths of a point as people read them, the same on every machine."""

from datetime import date

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def long_date(day: date) -> str:
    """Write a date as 14 November 2026, whatever the machine's locale."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def counted(number: int, one: str, many: str | None = None) -> str:
    """Write 1 condition, 2 conditions."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def in_points(hundredths: int) -> str:
    """Write hundredths of a point as points, with a sign: -1.25, +0.50, 0.00."""
    sign = "-" if hundredths < 0 else "+" if hundredths > 0 else ""
    return f"{sign}{abs(hundredths) // 100}.{abs(hundredths) % 100:02d}"


def listed(words: tuple[str, ...]) -> str:
    """Join words as a sentence does: a, b and c."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"
