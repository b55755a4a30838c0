"""A question cut into what it names (kinds, days, grades, states, ...), plain words, and words that nobody knows; pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from portal.assistant.records.amounts import sum_at
from portal.assistant.records.naming import Mention
from portal.assistant.records.spans import span_at
from portal.assistant.records.vocabulary import KINDS, RULES, Slot
from portal.risk.levels import Grade, Severity


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the question and what it says."""

    slot: Slot
    value: object
    start: int
    end: int


_SEVERITY = re.compile(r"critical|high|medium|low(?!er)")
_GRADE = re.compile(r"(?:(?:rated|grade[ds]?|ratings?(?:\s+of)?)\s+(?:an?\s+)?)?\"?([a-f])\"?(?![\w'’])")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[^\w\s]")
_RULED = tuple((slot, re.compile(rf"(?:{pattern})(?!\w)"), value) for slot, pattern, value in RULES)
_KINDED = tuple((re.compile(rf"(?:{pattern})(?!\w)"), kinds) for pattern, kinds in KINDS)
_RATED = re.compile(r"\b(?:rated|graded?|grades|ratings?)\b")


def marks(question: str, named: Sequence[Mention], today: date) -> list[Mark]:
    """Cut a question into marks, in its order; punctuation is left out."""
    text = question.lower().replace("’", "'")
    if len(text) != len(question):  # places would not be the same
        return []
    about_rating = _RATED.search(text) is not None
    found: list[Mark] = []
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        mark = _at(text, at, named, today, about_rating)
        if mark is None:
            return []
        if mark.value is not None:
            found.append(mark)
        at = mark.end
    return found


def _at(text: str, at: int, named: Sequence[Mention], today: date, about_rating: bool) -> Mark | None:
    for mention in named:
        if mention.start == at:
            possessive = re.match(r"'s\b|'", text[mention.end :])
            return Mark(Slot.vendor, mention.vendor, at, mention.end + (possessive.end() if possessive else 0))
    candidates = list(_candidates(text, at, today, about_rating))
    if candidates:
        return max(candidates, key=lambda mark: mark.end)
    word = _WORD.match(text, at)
    if word is None:
        return None
    return Mark(Slot.word, word[0] if word[0][0].isalnum() else None, at, word.end())


def _candidates(text: str, at: int, today: date, about_rating: bool) -> Iterator[Mark]:
    span = span_at(text, at, today)
    if span is not None:
        yield Mark(Slot.span, span[0], at, span[1])
    bound = sum_at(text, at)
    if bound is not None:
        yield Mark(Slot.sum, bound[0], at, bound[1])
    for slot, pattern, value in _RULED:
        found = pattern.match(text, at)
        if found is not None and found.end() > at:
            yield Mark(slot, found[0] if slot is Slot.ref else value, at, found.end())
    for pattern, kinds in _KINDED:
        found = pattern.match(text, at)
        if found is not None:
            yield Mark(Slot.kind, kinds, at, found.end())
    yield from _levels(text, at, about_rating)


def _levels(text: str, at: int, about_rating: bool) -> Iterator[Mark]:
    severity = re.compile(rf"(?:{_SEVERITY.pattern})(?!\w)").match(text, at)
    if severity is not None:
        yield Mark(Slot.severity, Severity(severity[0]), at, severity.end())
    grade = _GRADE.match(text, at) if about_rating else None
    if grade is not None and (grade[0] != "a" or re.match(r"a(?:\s+(?:or|and)\b|\W*$)", text[at:])):
        yield Mark(Slot.grade, Grade(grade[1].upper()), at, grade.end())
    rated = re.compile(r"(?:rated|grades?|graded|ratings?)(?!\w)").match(text, at)
    if rated is not None:
        yield Mark(Slot.rating, True, at, rated.end())
