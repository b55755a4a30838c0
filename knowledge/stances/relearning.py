"""Refits the heads of one statement to what reviewers decided, starting from where the heads that come with the package stand.

The layer that all statements share stays as it is. Every weight is held near the shipped one, and the examples that came with
the package are learnt again beside the lessons, so that a few decisions move a head only for sentences like those decided on.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.embedding import Embedder
from knowledge.heads.fitting import lowest, sigmoid
from knowledge.heads.matrix import Numbers
from knowledge.stances.learnt import Learnt, narrow
from knowledge.stances.learnt import base as shipped_digest
from knowledge.stances.material import BESIDE, NOT, SO, Example, examples
from knowledge.stances.model import Model

HELD, STEPS = 30.0, 40  # a lower number holds the weights nearer to the shipped ones
OVERRULED, AGREED = (
    3.0,
    1.0,
)  # what a lesson counts beside an example: a person said that the machine was wrong, or right
SAID = 3.0  # what an example that says it counts, where words are told that decide nothing
OTHERS = 0.3  # what an example of another statement counts
STRIDE = 8  # every so many examples of other statements are learnt again beside a statement's own


@dataclass(frozen=True, slots=True)
class Lesson:
    """A sentence and what it does to a statement, as a person decided; `source` names whose documents it is from.

    `corrects` says that the machine had taken it for something else.
    """

    ref: str
    stance: str
    chosen: tuple[str, ...]
    text: str
    source: str
    corrects: bool


@dataclass(frozen=True)
class Ground:
    """The shipped examples that are learnt again beside the lessons, as the second layer sees them."""

    examples: tuple[Example, ...]
    features: Numbers


def ground_of(refs: Sequence[str], base: Model, embedder: Embedder) -> Ground:
    """Lay out all examples of these statements and some of every other; seconds, and nothing for none."""
    if not refs:
        return Ground((), np.zeros((0, 0)))
    chosen = [each for at, each in enumerate(examples()) if each.ref in refs or at % STRIDE == 0]
    texts = [each.text for each in chosen]
    return Ground(tuple(chosen), base.features(texts, embedder.embed(texts)))


@dataclass(frozen=True)
class Taught:
    """Lessons on one statement, as the second layer sees them."""

    lessons: tuple[Lesson, ...]
    features: Numbers

    def without(self, source: str) -> "Taught":
        """Return the lessons from all other sources."""
        kept = np.array([each.source != source for each in self.lessons], bool)
        return Taught(tuple(each for each in self.lessons if each.source != source), self.features[kept])


def taught_by(lessons: Sequence[Lesson], base: Model, embedder: Embedder) -> Taught:
    """Lay out lessons on one statement."""
    texts = [each.text for each in lessons]
    return Taught(tuple(lessons), base.features(texts, embedder.embed(texts)))


def relearnt(ref: str, taught: Taught, base: Model, ground: Ground) -> dict[str, Numbers]:
    """Return the weights of a statement's heads by name."""
    features = np.vstack([ground.features, taught.features])
    known: list[Example | Lesson] = [*ground.examples, *taught.lessons]
    counts = np.array([1.0 if each.ref == ref else OTHERS for each in ground.examples] + _counts(taught))
    return {
        name: narrow(_moved(base.heads[place], features, wanted(known, ref, name.removeprefix(f"{ref} ")), counts))
        for place, name in enumerate(base.names)
        if name.startswith(f"{ref} ")
    }


def doubting(ref: str, taught: Taught, ground: Ground) -> Numbers | None:
    """Return the weights of what tells words that decide nothing about the statement; None where nobody decided so."""
    if not any(each.stance == BESIDE and each.corrects for each in taught.lessons):
        return None
    own = [at for at, each in enumerate(ground.examples) if each.ref == ref]
    known: list[Example | Lesson] = [*(ground.examples[at] for at in own), *taught.lessons]
    yes = np.array([float(each.stance == BESIDE) for each in known])
    features = np.vstack([ground.features[own], taught.features])
    shipped = [SAID if ground.examples[at].stance == SO else 1.0 for at in own]
    counts = np.array(shipped + _counts(taught))
    return narrow(_moved(np.zeros(features.shape[1] + 1), features, yes, counts))


def learnt_of(taught: Mapping[str, Taught], base: Model, ground: Ground) -> Learnt:
    """Learn the heads of the statements that lessons are given of."""
    heads = {name: one for ref in sorted(taught) for name, one in relearnt(ref, taught[ref], base, ground).items()}
    doubts = {ref: one for ref in sorted(taught) if (one := doubting(ref, taught[ref], ground)) is not None}
    return Learnt(shipped_digest(), heads, doubts)


def _counts(taught: Taught) -> list[float]:
    return [OVERRULED if each.corrects else AGREED for each in taught.lessons]


def wanted(known: Sequence[Example | Lesson], ref: str, what: str) -> Numbers:
    """Return 1 for what the head of a statement, or of a choice of it, is to say yes to, else 0."""
    if what in (SO, NOT):
        return np.array([float(each.ref == ref and each.stance == what) for each in known])
    return np.array([float(each.ref == ref and what in each.chosen) for each in known])


def _moved(start: Numbers, features: Numbers, yes: Numbers, counts: Numbers) -> Numbers:
    """Fit a head to labels of 0 and 1, its weights held near where they start; the constant moves freely."""

    def slope(point: Numbers) -> tuple[float, Numbers]:
        odds = features @ point[:-1] + point[-1]
        away = (point - start)[:-1]
        rests = counts * (sigmoid(odds) - yes)
        cost = counts @ (np.logaddexp(0, odds) - yes * odds) + 0.5 * (away @ away) / HELD
        return float(cost), np.append(features.T @ rests + away / HELD, rests.sum())

    return lowest(slope, start.copy(), STEPS)
