"""Turns text into the ideas it names, whatever the inflection or the synonym."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from knowledge.lexicon import GENERAL, NARROWER, PARTS, SAME

_WORD = re.compile(r"[A-Za-z0-9\u00c0-\u024f]+(?:['\u2019][a-z]+)?")
_IRREGULAR = {
    "kept": "keep",
    "held": "hold",
    "sent": "send",
    "gave": "give",
    "given": "give",
    "written": "write",
    "wrote": "write",
    "found": "find",
    "went": "go",
    "ran": "run",
    "taken": "take",
    "took": "take",
    "done": "do",
    "tested": "test",
    "bought": "buy",
    "sold": "sell",
    "built": "build",
    "left": "leave",
    "leaving": "leave",
    "led": "lead",
    "men": "man",
    "women": "woman",
    "children": "child",
    "criteria": "criterion",
    "analyses": "analysis",
    "indices": "index",
    "people": "people",
    "chosen": "choose",
    "chose": "choose",
}
_WHOLE = {
    "note": "note",
    "notes": "note",
    "noted": "note",
    "media": "media",
    "news": "news",
    "site": "site",
    "sites": "site",
}
_SUFFIXES = (
    ("isations", "iz"),
    ("izations", "iz"),
    ("isation", "iz"),
    ("ization", "iz"),
    ("ising", "iz"),
    ("izing", "iz"),
    ("ised", "iz"),
    ("ized", "iz"),
    ("ises", "iz"),
    ("izes", "iz"),
    ("ise", "iz"),
    ("ize", "iz"),
    ("ifications", "ify"),
    ("ification", "ify"),
    ("ifies", "ify"),
    ("ified", "ify"),
    ("ations", "at"),
    ("ation", "at"),
    ("ating", "at"),
    ("ated", "at"),
    ("ates", "at"),
    ("ate", "at"),
    ("ities", "ity"),
    ("ically", "ic"),
    ("ements", ""),
    ("ement", ""),
    ("ments", ""),
    ("ment", ""),
    ("ions", ""),
    ("ion", ""),
    ("ings", ""),
    ("ing", ""),
    ("ies", "y"),
    ("ied", "y"),
    ("edly", ""),
    ("ed", ""),
    ("es", ""),
    ("ly", ""),
    ("s", ""),
    ("e", ""),
)


@dataclass(frozen=True, slots=True)
class Term:
    """An idea named in a text and where it stands."""

    name: str
    start: int
    end: int
    word: str


@cache
def stem(word: str) -> str:
    """Return the common root of a word's inflections."""
    bare = re.sub(r"['\u2019][a-z]+$", "", word.lower())
    bare = _IRREGULAR.get(bare, bare)
    if bare in _WHOLE:
        return _WHOLE[bare]
    if len(bare) <= 3 or any(character.isdigit() for character in bare):
        return (
            bare[:-1]
            if len(bare) == 3
            and bare.endswith("s")
            and bare not in ("aes", "tls", "dns", "kms", "ids", "ips", "gas", "sms")
            else bare
        )
    if bare.endswith(("ss", "us", "is")):
        return bare
    for suffix, instead in _SUFFIXES:
        if bare.endswith(suffix) and len(bare) - len(suffix) + len(instead) >= 3:
            root = bare[: len(bare) - len(suffix)] + instead
            return root[:-1] if len(root) > 4 and root[-1] == root[-2] and root[-1] in "bdgklmnprt" else root
    return bare


def _stems(text: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in _WORD.findall(text))


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Phrases of the lexicon by their first stem, the longest first."""
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    seen: set[tuple[str, ...]] = set()
    for line in SAME.strip().splitlines():
        spellings = [part.strip() for part in line.split("|")]
        for spelling in spellings:
            stems = _stems(spelling)
            if stems not in seen:
                seen.add(stems)
                index.setdefault(stems[0], []).append((stems, spellings[0]))
    for phrases in index.values():
        phrases.sort(key=lambda phrase: -len(phrase[0]))
    return index


@cache
def idea(phrase: str) -> str:
    """Return the name under which a word or phrase is known."""
    found = terms(phrase)
    if len(found) != 1:
        raise ValueError(f"The lexicon does not know the phrase '{phrase}'.")
    return found[0].name


@cache
def _narrower() -> dict[str, frozenset[str]]:
    rows = (line.split("<") for line in NARROWER.strip().splitlines())
    merged: dict[str, set[str]] = {}
    for broad, narrow in rows:
        merged.setdefault(idea(broad.strip()), set()).update(idea(word.strip()) for word in narrow.split(","))
    return {broad: frozenset(words) for broad, words in merged.items()}


@cache
def _general() -> frozenset[str]:
    return frozenset(stem(word) for word in GENERAL)


def is_general(name: str) -> bool:
    """Say whether an idea is too general to show what a sentence is about."""
    return name in _general() or (len(name) < 2 and not name.isdigit())


@cache
def terms(text: str) -> tuple[Term, ...]:
    """Return the ideas in reading order: phrases of the lexicon first, single words by their root."""
    words = [(match.group(), match.start(), match.end()) for match in _WORD.finditer(text)]
    stems = [stem(word) for word, _, _ in words]
    found: list[Term] = []
    at = 0
    while at < len(words):
        size, name = _longest(stems, at)
        start, end = words[at][1], words[at + size - 1][2]
        found.append(Term(name, start, end, text[start:end]))
        at += size
    return tuple(found)


def _longest(stems: list[str], at: int) -> tuple[int, str]:
    for phrase, name in _phrases().get(stems[at], ()):
        if tuple(stems[at : at + len(phrase)]) == phrase:
            return len(phrase), name
    return 1, stems[at]


@lru_cache(maxsize=8192)
def names(text: str) -> frozenset[str]:
    """Return the names of the ideas in a text."""
    found = {term.name for term in terms(text)}
    for whole, parts in _parts().items():
        if whole in found:
            found.update(parts)
        elif found.issuperset(parts):
            found.add(whole)
    return frozenset(found)


@cache
def _parts() -> dict[str, tuple[str, ...]]:
    return {idea(whole): tuple(idea(part) for part in parts) for whole, parts in PARTS.items()}


def fills(asked: str, present: Iterable[str]) -> bool:
    """Say whether one of the ideas present is the one asked, or a narrower one."""
    wanted = {asked} | _narrower().get(asked, frozenset())
    return not wanted.isdisjoint(present)


def essential(text: str) -> tuple[Term, ...]:
    """Return the ideas of a text that are not general, each once."""
    seen: set[str] = set()
    kept: list[Term] = []
    for term in terms(text):
        if not is_general(term.name) and term.name not in seen:
            seen.add(term.name)
            kept.append(term)
    return tuple(kept)
