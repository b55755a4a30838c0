"""Finds words inside one document: capitals, accents, hyphens and line ends do not matter, the place in the text is kept."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

SHORTEST, LONGEST = 2, 100
_AROUND = 48
_BROKEN = re.compile(r"[-\u2010\u2011\u00ad][ \t]*\r?\n[ \t]*")
_ACCENTS = [*range(0x300, 0x370), *range(0x1AB0, 0x1B00), *range(0x1DC0, 0x1E00), *range(0x20D0, 0x2100)]
_DASHES = [0x2D, *range(0x2010, 0x2016), 0x2212]
_UNSEEN = [0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF]
_FOLDED: dict[int, str | None] = {
    **dict.fromkeys([*_ACCENTS, *_DASHES, *_UNSEEN]),
    **dict.fromkeys(map(ord, "\u2018\u2019\u201a\u201b\u2032`"), "'"),
    **dict.fromkeys(map(ord, "\u201c\u201d\u201e\u2033\u00ab\u00bb"), '"'),
}


@dataclass(frozen=True, slots=True)
class Hit:
    """Words found on a page, by the span of its text, with a little of what stands around them."""

    page: int
    start: int
    end: int
    before: str
    words: str
    after: str


def fold(text: str) -> str:
    """Return a text as it is searched."""
    whole = unicodedata.normalize("NFKD", _BROKEN.sub("", text)).casefold().translate(_FOLDED)
    return " ".join(whole.split())


def fold_with_places(text: str) -> tuple[str, list[int]]:
    """Return a text as it is searched, and for each of its characters the place it comes from."""
    broken = {at for match in _BROKEN.finditer(text) for at in range(match.start(), match.end())}
    folded: list[str] = []
    places: list[int] = []
    for at, character in enumerate(text):
        if at in broken:
            continue
        for one in unicodedata.normalize("NFKD", character).casefold().translate(_FOLDED):
            if not one.isspace() or (folded and folded[-1] != " "):
                folded.append(" " if one.isspace() else one)
                places.append(at)
    return "".join(folded).rstrip(" "), places


def spans_of(find: str, text: str) -> list[tuple[int, int]]:
    """Return the spans of the text that say the words, none overlapping another."""
    wanted = fold(find[:LONGEST])
    if len(wanted) < SHORTEST or wanted not in fold(text):
        return []
    folded, places = fold_with_places(text)
    return [(places[m.start()], places[m.end() - 1] + 1) for m in re.finditer(re.escape(wanted), folded)]


def search(find: str, pages: Iterable[tuple[int, str]]) -> list[Hit]:
    """Return every place in the pages that says the words, in their order."""
    return [_hit(number, text, span) for number, text in pages for span in spans_of(find, text)]


def position_of(hits: Sequence[Hit], page: int) -> int:
    """Return the number, from 1, of the first hit on the page or after it; of the first of all when there is none."""
    return next((number for number, hit in enumerate(hits, 1) if hit.page >= page), 1 if hits else 0)


def _hit(number: int, text: str, span: tuple[int, int]) -> Hit:
    start, end = span
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return Hit(number, start, end, _flat(before), _flat(text[start:end]), _flat(after))


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)
