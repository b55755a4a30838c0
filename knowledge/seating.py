"""Gives the words of a page's visible text the places that another reader found for them."""

from collections.abc import Sequence

from knowledge.screening import cleaned
from knowledge.segments import TextLine

_LEAST_SEATED = 0.95
_REACH = 240
_SURE = 8
_WORDS_AHEAD = 40


def seated(text: str, words: Sequence[TextLine]) -> list[TextLine]:
    """Part the text among the placed words; nothing when the two readers disagree.

    What is returned spells `text` exactly, blanks apart: words that only the other reader saw, as hidden ones are, have
    no seat, and letters that it did not see stay with the word before them.
    """
    letters = "".join(text.split())
    plain = [_plain(word.text) for word in words]
    seats = _seats(letters, plain)
    if sum(len(plain[index]) for index, _ in seats) < _LEAST_SEATED * len(letters):
        return []
    ends = [start for _, start in seats[1:]] + [len(letters)]
    starts = [0, *(start for _, start in seats[1:])] if seats else []
    return [
        TextLine(letters[start:end], *words[index][1:])
        for (index, _), start, end in zip(seats, starts, ends, strict=True)
    ]


def _plain(word: str) -> str:
    return word if word.isascii() and word.isprintable() else "".join(cleaned(word).text.split())


def _seats(letters: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Pair words with the place in the letters where each stands."""
    seats: list[tuple[int, int]] = []
    at = index = 0
    while index < len(words):
        word = words[index]
        if not letters.startswith(word, at):
            index, at = _met_again(letters, words, index, at)
            if index >= len(words):
                break
            word = words[index]
        if word:
            seats.append((index, at))
        at += len(word)
        index += 1
    return seats


def _met_again(letters: str, words: Sequence[str], index: int, at: int) -> tuple[int, int]:
    """Find where the two readers agree again with the fewest letters left out, and with how few words."""
    best = (len(words), at)
    reach = at + _REACH
    for later in range(index, min(index + _WORDS_AHEAD, len(words))):
        sought = "".join(words[later : later + 3])
        if len(sought) < _SURE:
            continue
        found = letters.find(sought, at, reach)
        if found >= 0:
            best, reach = (later, found), found + len(sought) - 1
    return best if best[0] < len(words) else (index + 1, at)
