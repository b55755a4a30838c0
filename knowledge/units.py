"""The unit of a window that answers best: the sentence, row or item that may be quoted, picked by its words."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from knowledge.sentences import sentences
from knowledge.words import words

SATURATION = 1.2  # of repeated words, as in BM25; longer units are not marked down, for a short one says less
PLACE_WEIGHT = 2.0  # of a window's own score beside the share of the question's words that its unit holds
COMPARED = 4


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of a window, from its start; `share` is how much of what was asked its words cover."""

    start: int
    end: int
    share: float


def best_unit(text: str, terms: Mapping[str, float], rarity: Callable[[str], float]) -> Unit:
    """Return the sentence that holds the most and rarest of the terms; the whole window when none stands out."""
    weights = {term: weight * rarity(term) for term, weight in terms.items()}
    asked = sum(weights[term] for term, weight in terms.items() if weight == 1) or 1.0
    units = [Unit(each.start, each.end, _held(Counter(words(each.text)), weights) / asked) for each in sentences(text)]
    top = max(units, key=lambda unit: unit.share, default=Unit(0, len(text), 0.0))
    return top if top.share else Unit(0, len(text), 0.0)


def order(units: Sequence[Unit], scores: Sequence[float]) -> list[int]:
    """Order the first few windows by their units as well as by their own scores, which are best first."""
    top = scores[0] if scores and scores[0] else 1.0
    worth = [unit.share + PLACE_WEIGHT * score / top for unit, score in zip(units, scores, strict=True)]
    first = sorted(range(min(COMPARED, len(worth))), key=lambda place: -worth[place])
    return first + list(range(len(first), len(worth)))


def _held(counted: Counter[str], weights: Mapping[str, float]) -> float:
    return sum(
        weight * counted[term] * (SATURATION + 1) / (counted[term] + SATURATION)
        for term, weight in weights.items()
        if counted[term]
    )
