"""Undoes hyphenation at line ends for searching, and keeps the way back to the page's own text."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

_BREAK = re.compile(r"\u00ad\s*\n?\s*|(?<=[^\W\d_])[-\u2010][ \t]*\n\s*(?=[^\W_])")
_LEFT, _RIGHT = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*$"), re.compile(r"[^\W_]+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?!-?[^\W_]|-\s)")
_HANGING = re.compile(r"(?:und|oder|bzw|sowie|and|or|et|ou|y|o)\b")
_KEEPS = re.compile(
    r"best|cross|double|end|first|five|four|full|half|hard|high|industry|long|low|mid|multi|near|non|one|opt|peer|point"
    r"|privacy|quasi|real|risk|role|second|self|short|single|six|state|ten|third|three|top|two|user|well|zero"
)


@dataclass(frozen=True, slots=True)
class Plain:
    """Text with whole words; `at` maps its places to those of the text that it was made from."""

    text: str
    starts: tuple[int, ...]
    shifts: tuple[int, ...]

    def at(self, place: int) -> int:
        """Give the place in the original text of a character of this one."""
        piece = bisect_right(self.starts, place) - 1
        return place + self.shifts[piece]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the span of the original text that a span of this one stands for."""
        return (self.at(start), self.at(end - 1) + 1) if end > start else (self.at(start), self.at(start))


def plain(text: str, vocabulary: Set[str] = frozenset()) -> Plain:
    """Join words that a line end parted; a hyphen stays where the word has one, as far as `vocabulary` tells."""
    pieces: list[str] = []
    starts, shifts = [0], [0]
    at = length = 0
    for match in _BREAK.finditer(text):
        kept = _kept(text, match, vocabulary)
        pieces += [text[at : match.start()], kept]
        length += match.start() - at + len(kept)
        at = match.end()
        starts.append(length)
        shifts.append(at - length)
    return Plain("".join([*pieces, text[at:]]), tuple(starts), tuple(shifts))


def vocabulary(texts: Iterable[str]) -> frozenset[str]:
    """Collect the words of a document, those with a hyphen too, as they stand within lines."""
    return frozenset(word for text in texts for word in _words(text))


def _words(text: str) -> Iterator[str]:
    return (match.group().casefold() for match in _WORD.finditer(text))


def _kept(text: str, match: re.Match[str], known: Set[str]) -> str:
    """Say what stays between the two halves."""
    if match.group()[0] == "\u00ad":
        return ""
    left, right = _LEFT.search(text, max(0, match.start() - 40), match.start()), _RIGHT.match(text, match.end())
    if left is None or right is None:
        return "-"
    if _HANGING.match(text, match.end()) and f"{left.group()}{right.group()}".casefold() not in known:
        return "- "
    return "-" if _is_compound(left.group(), right.group(), known) else ""


def _is_compound(left: str, right: str, known: Set[str]) -> bool:
    """Tell a word that has a hyphen anywhere from one that was parted for the line."""
    first, second = left.casefold(), right.casefold()
    if f"{first}-{second}" in known:
        return True
    if f"{first}{second}" in known:
        return False
    if not right[0].islower() or "-" in left or (left.isupper() and len(left) > 1):
        return True
    return _KEEPS.fullmatch(first) is not None or (
        len(first) > 3 and len(second) > 3 and first in known and second in known
    )
