"""Says how far two readings of a page agree: in its characters, and in the order of its words."""

from bisect import bisect_left
from collections import Counter

_GRAM = 5
_FEWEST_WORDS = 8


def characters(one: str, other: str) -> float:
    """Compare runs of five characters, blanks apart: the harmonic mean of the shares that each finds in the other."""
    first, second = _grams(one), _grams(other)
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if total else float(_bare(one) == _bare(other))


def order(one: str, other: str) -> float | None:
    """Give the share of words, of those that stand once in both, in the longest run that both have in one order."""
    places = {word: at for at, word in enumerate(_unique(other))}
    found = [places[word] for word in _unique(one) if word in places]
    return _longest_rise(found) / len(found) if len(found) >= _FEWEST_WORDS else None


def _bare(text: str) -> str:
    return "".join(text.split())


def _grams(text: str) -> Counter[str]:
    bare = _bare(text)
    return Counter(bare[at : at + _GRAM] for at in range(len(bare) - _GRAM + 1))


def _unique(text: str) -> list[str]:
    words = text.split()
    counts = Counter(words)
    return [word for word in words if counts[word] == 1]


def _longest_rise(numbers: list[int]) -> int:
    ends: list[int] = []
    for number in numbers:
        at = bisect_left(ends, number)
        ends[at : at + 1] = [number]
    return len(ends)
