"""Read one number or one day as people write it; a refusal is a ValueError whose text is a sentence."""

import math
from datetime import date

EARLIEST, LATEST = date(1970, 1, 1), date(2100, 12, 31)


def read_number(text: str) -> float:
    """Read a finite number; spaces between its digits are fine."""
    try:
        number = float(text.replace(" ", "").replace("\u00a0", ""))
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise ValueError(f"“{text[:40]}” is not a number; write for example 72 or 0.5.")
    return number


def counted(number: int, noun: str) -> str:
    """Return the number with its noun: "1 row", "1,200 rows"."""
    return f"{number:,} {noun if number == 1 else noun + 's'}"


def read_day(text: str) -> date:
    """Read a day of this age."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"“{text[:40]}” is not a date; write it as 2026-03-31.") from None
    if not EARLIEST <= day <= LATEST:
        raise ValueError(f"Give a date between {EARLIEST.year} and {LATEST.year}.")
    return day
