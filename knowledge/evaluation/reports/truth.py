"""What is planted in an invented document: the facts a careful reader would take from it, and the words that show each."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

ANY = "*"
"""A part that may say anything, or be left unsaid."""
OR = " | "
"""Stands between readings of a part that are as right; the first is as the document says it."""
_CODED = frozenset(("method", "role", "kind", "cover", "found", "open"))


@dataclass(frozen=True, slots=True)
class Planted:
    """One planted fact: its value, the words in the document that show it, and the parts that belong to it.

    `also` holds values that are as right; a fact that is `optional` may be left unsaid without that being a miss.
    """

    value: str
    shown: str = ""
    parts: Mapping[str, str] = field(default_factory=dict)
    also: tuple[str, ...] = ()
    optional: bool = False

    @property
    def words(self) -> str:
        """The words that stand in the document."""
        return self.shown or self.value


Truth = Mapping[str, tuple[Planted, ...]]


@dataclass(frozen=True, slots=True)
class Report:
    """An invented document: its file name, its kind, how to draw it as a PDF, and what it says."""

    name: str
    kind: str
    draw: Callable[[], bytes]
    truth: Truth

    @property
    def size(self) -> int:
        """Count the words that are planted in it."""
        return sum(1 for _ in _words(self))


def truth(**facts: str | Planted | tuple[str | Planted, ...]) -> Truth:
    """Gather planted facts by key; plain words stand for a fact that is written as it is read."""
    gathered = {}
    for key, given in facts.items():
        several = given if isinstance(given, tuple) else (given,)
        gathered[key] = tuple(one if isinstance(one, Planted) else Planted(one) for one in several)
    return gathered


def day(year: int, month: int, of_month: int, shown: str) -> Planted:
    """Plant a date that is written in its own form."""
    return Planted(date(year, month, of_month).isoformat(), shown)


def said(value: str, shown: str, **parts: str) -> Planted:
    """Plant a fact whose value is put in other words than the document's."""
    return Planted(value, shown, parts)


def named(value: str, **parts: str) -> Planted:
    """Plant a fact that is written as it is read, with what belongs to it."""
    return Planted(value, "", parts)


def perhaps(value: str, shown: str = "") -> Planted:
    """Plant a fact that a reader may take or leave."""
    return Planted(value, shown, optional=True)


def found(severity: str, count: str, shown: str = "", **parts: str) -> Planted:
    """Plant the number of findings of one severity."""
    return Planted(severity, shown or severity, {"found": count, **parts})


def unsaid(report: Report, texts: Iterable[str]) -> list[tuple[str, str]]:
    """List the planted words, with their key, that stand together on none of the pages with these texts."""
    pages = [_flat(text) for text in texts]
    return [(key, words) for key, words in _words(report) if not any(_flat(words) in page for page in pages)]


def _words(report: Report) -> Iterator[tuple[str, str]]:
    for key, several in report.truth.items():
        for planted in several:
            yield key, planted.words
            said = {name: words for name, words in planted.parts.items() if name not in _CODED and words != ANY}
            yield from ((f"{key}.{name}", words.split(OR)[0]) for name, words in said.items())


def _flat(text: str) -> str:
    return " ".join(text.split()).casefold()
