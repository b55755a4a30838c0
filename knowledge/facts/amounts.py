"""Reads amounts of money and spans of time in the forms people write them."""

import re
from collections.abc import Iterator

from knowledge.numerals import NUMBER, number

_SIGNS = {"€": "EUR", "$": "USD", "£": "GBP", "us$": "USD", "usd": "USD", "eur": "EUR", "gbp": "GBP", "chf": "CHF",
          "nok": "NOK", "sek": "SEK", "dkk": "DKK", "aud": "AUD", "cad": "CAD", "a$": "AUD", "c$": "CAD", "jpy": "JPY",
          "inr": "INR", "sgd": "SGD", "pln": "PLN", "nzd": "NZD", "euro": "EUR", "euros": "EUR",
          "us dollars": "USD", "pounds sterling": "GBP"}  # fmt: skip
_SIGN = "|".join(re.escape(sign) for sign in sorted(_SIGNS, key=len, reverse=True))
_DIGITS = r"\d{1,3}(?:[,.'’\u00a0 ]\d{3})+(?:[.,]\d{2}(?!\d))?|\d+(?:[.,]\d{1,2})?(?!\d)"
_SCALE = r"(?:[ \t]*(?P<{0}>million|mio|mn|thousand|billion|bn|m|k)\b\.?)?"
_MONEY = re.compile(
    rf"(?<![\w$€£])(?P<before>{_SIGN})[ \t]*(?:\n[ \t]*)?(?P<one>{_DIGITS}){_SCALE.format('scale')}"
    rf"|(?<![\w.,])(?P<two>{_DIGITS}){_SCALE.format('unit')}[ \t]*(?P<after>{_SIGN})(?![\w])(?![ \t]*\d)",
    re.IGNORECASE,
)
_SCALES = {
    "million": 10**6,
    "mio": 10**6,
    "mn": 10**6,
    "m": 10**6,
    "thousand": 10**3,
    "k": 10**3,
    "billion": 10**9,
    "bn": 10**9,
}
_UNITS = {"minute": r"minutes?|mins?", "business hour": r"business\s+hours?", "hour": r"hours?|hrs?|h",
          "business day": r"(?:business|working)\s+days?", "calendar day": r"calendar\s+days?", "day": r"days?",
          "week": r"weeks?", "month": r"months?", "second": r"seconds?|secs?"}  # fmt: skip
_UNIT = "|".join(f"(?P<{name.replace(' ', '_')}>{pattern})" for name, pattern in _UNITS.items())
_SPAN = re.compile(
    rf"(?<![\w.,:/-])(?P<number>{NUMBER})[ \t]*(?:\s\(?|\()?(?:(?P<again>\d+)\))?[\s-]{{0,2}}(?:{_UNIT})(?![\w])",
    re.IGNORECASE,
)


def money(text: str) -> Iterator[tuple[int, int, str]]:
    """Find amounts with a currency, as "EUR 5000000", each with its span."""
    for match in _MONEY.finditer(text):
        digits = match["one"] or match["two"]
        scale = _SCALES.get((match["scale"] or match["unit"] or "").lower(), 1)
        amount = round(_figure(digits) * scale)
        yield match.start(), match.end(), f"{_SIGNS[(match['before'] or match['after']).lower()]} {amount}"


def _figure(digits: str) -> float:
    """Read "5,000,000", "5.000.000", "5'000'000.00" and "2.5"."""
    bare = re.sub(r"['’\u00a0 ]", "", digits)
    cents = re.search(r"[.,](\d{1,2})$", bare)
    whole = re.sub(r"[.,]", "", bare[: cents.start()] if cents else bare)
    return float(f"{whole}.{cents[1]}") if cents else float(whole)


def durations(text: str, *, apart: bool = False) -> Iterator[tuple[int, int, str]]:
    """Find spans of time, as "72 hours", each with its span; "2 h 35 min" is one span, unless cells are to be kept apart."""
    held: tuple[int, int, str] | None = None
    for start, end, value in _single(text):
        if (
            held
            and not apart
            and "hour" in held[2]
            and "minute" in value
            and re.fullmatch(r"\s*(?:and\s+|,\s*)?", text[held[1] : start])
        ):
            held = held[0], end, f"{held[2]} {value}"
            continue
        if held:
            yield held
        held = start, end, value
    if held:
        yield held


def _single(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _SPAN.finditer(text):
        said = number(match["number"])
        if said is None or (match["again"] and float(match["again"]) != said):
            continue
        unit = next(name for name in _UNITS if match[name.replace(" ", "_")])
        yield match.start(), match.end(), f"{said:g} {unit}{'' if said == 1 else 's'}"


def first_duration(text: str) -> str | None:
    """Return the first span of time in a text, or None."""
    return next((value for _, _, value in durations(text)), None)
