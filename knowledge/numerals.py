"""Numbers as digits or as English words."""

import re

_ONES = "zero one two three four five six seven eight nine ten eleven twelve"
_TEENS = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_DECADES = "twenty thirty forty fifty sixty seventy eighty ninety"
_UNITS = f"{_ONES} {_TEENS}".split()
_TENS = _DECADES.split()
_WORDS = {word: float(i) for i, word in enumerate(_UNITS)} | {word: float(10 * i) for i, word in enumerate(_TENS, 2)}
_ONE = {"a": 1.0, "an": 1.0, "single": 1.0, "half": 0.5, "no": 0.0, "hundred": 100.0, "dozen": 12.0}
NUMBER = (
    r"(?:\d[\d,]*(?:\.\d+)?|(?:" + "|".join(_TENS) + r")(?:[\s-](?:" + "|".join(_UNITS[1:10]) + r"))?"
    r"|(?:" + "|".join(sorted(_UNITS, key=len, reverse=True)) + r")|(?:one\s+|a\s+)?hundred)"
)


def number(text: str) -> float | None:
    """Return the number a text writes in digits or in words, or None."""
    bare = text.strip().lower()
    if re.fullmatch(r"\d[\d,]*(?:\.\d+)?", bare):
        return float(bare.replace(",", ""))
    if bare.endswith("hundred"):
        return 100.0
    parts = re.split(r"[\s-]+", bare)
    if all(part in _WORDS for part in parts) and len(parts) <= 2:
        return sum(_WORDS[part] for part in parts)
    return _ONE.get(bare)
