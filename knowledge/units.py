"""The unit of a window that answers best: the sentence, row or item that may be quoted, picked by words and meaning."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from knowledge.embedding import Embedder
from knowledge.gathering import Found
from knowledge.sentences import sentences
from knowledge.words import content_words, words

SATURATION = 1.2  # of repeated words, as in BM25; longer units are not marked down, for a short one says less
COMPARED = 4  # windows whose units are looked at
EMBEDDED = 2  # units of each that are embedded
SHORTEST = 25
PLACE_WEIGHT = 2.0  # of a window's own score, when units are compared by their words alone
MEANING_WEIGHT, WORDS_WEIGHT, CLOSE_PLACE_WEIGHT = 2.0, 0.5, 0.5  # when by their meaning too


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of a window, from its start; `share` is how much of what was asked its words cover."""

    start: int
    end: int
    share: float


def units(text: str, terms: Mapping[str, float], rarity: Callable[[str], float]) -> list[Unit]:
    """Part a window into units, those first that hold the most and rarest of the terms; the whole if it has no parts."""
    weights = {term: weight * rarity(term) for term, weight in terms.items()}
    asked = sum(weights[term] for term, weight in terms.items() if weight == 1) or 1.0
    found = [
        Unit(each.start, each.end, _held(Counter(words(each.text)), weights) / asked)
        for each in sentences(text)
        if each.end - each.start >= SHORTEST
    ]
    return sorted(found, key=lambda unit: -unit.share) or [Unit(0, len(text), 0.0)]


def by_words(found: Sequence[Found], terms: Mapping[str, float], rarity: Callable[[str], float]) -> list[Found]:
    """Mark the best unit of each window by its words, and order the windows by their units as well."""
    best = [units(each.text, terms, rarity)[0] for each in found]
    return _ordered(
        found, best, [unit.share + PLACE_WEIGHT * each for unit, each in zip(best, _places(found), strict=True)]
    )


def closely(
    question: str,
    found: Sequence[Found],
    terms: Mapping[str, float],
    rarity: Callable[[str], float],
    embedder: Embedder,
) -> list[Found]:
    """Do the same by meaning too; blocking, some 40 ms, for a few units of each window are embedded."""
    choices = [units(each.text, terms, rarity)[:EMBEDDED] for each in found]
    texts = [each.text[unit.start : unit.end] for each, some in zip(found, choices, strict=True) for unit in some]
    vector, *vectors = embedder.embed([without_titles(question, found), *texts])
    near = iter([float(each @ vector) for each in vectors])
    best, worth = [], []
    for some, place in zip(choices, _places(found), strict=True):
        weighed = [(MEANING_WEIGHT * next(near) + WORDS_WEIGHT * unit.share, unit) for unit in some]
        top, unit = max(weighed, key=lambda each: each[0])
        best.append(unit)
        worth.append(top + CLOSE_PLACE_WEIGHT * place)
    return _ordered(found, best, worth)


def without_titles(question: str, found: Sequence[Found]) -> str:
    """Take out of a question the words that name the documents found: within them they tell no sentence from another."""
    titles = {word for each in found for word in words(each.header.partition(" > ")[0])}
    left = " ".join(piece for piece in question.split() if not titles.intersection(words(piece)))
    return left if len(content_words(left)) > 1 else question


def _places(found: Sequence[Found]) -> list[float]:
    """Weigh windows by their own scores, the best with 1."""
    top = max((each.score for each in found), default=0.0) or 1.0
    return [each.score / top for each in found]


def _ordered(found: Sequence[Found], best: Sequence[Unit], worth: Sequence[float]) -> list[Found]:
    order = sorted(range(len(found)), key=lambda place: -worth[place])
    return [
        replace(found[at], unit_start=found[at].start + best[at].start, unit_end=found[at].start + best[at].end)
        for at in order
    ]


def _held(counted: Counter[str], weights: Mapping[str, float]) -> float:
    return sum(
        weight * counted[term] * (SATURATION + 1) / (counted[term] + SATURATION)
        for term, weight in weights.items()
        if counted[term]
    )
