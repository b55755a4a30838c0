"""Trains the heads of the bank from examples, and measures them on authors they have not read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.embedding import Embedder
from knowledge.heads.features import hashed
from knowledge.heads.fitting import fitted
from knowledge.heads.matrix import Numbers, Rows, Vectors, full
from knowledge.stances.material import BESIDE, NOT, SO, Example, digest
from knowledge.stances.model import SURE, Model, features_of, rows_of

STANCES = (SO, NOT, BESIDE)
FOLDS = 5
MANNER, STRENGTH, STEPS = 3.0, 100.0, 40
OTHERS = 0.15  # what an example of another statement counts beside one of its own


def trained(examples: Sequence[Example], embedder: Embedder) -> Model:
    """Train on all examples; a minute or two."""
    return fitted_to(examples, embedder.embed([example.text for example in examples]))


def fitted_to(examples: Sequence[Example], vectors: Vectors) -> Model:
    """Fit both layers; the second one sees of each example what a first layer that has not read its statement says of it."""
    texts = [example.text for example in examples]
    columns, centre = hashed(texts).shared(), vectors.mean(axis=0).astype(np.float64)
    rows = rows_of(texts, vectors, columns, centre)
    stances = np.array([example.stance for example in examples])
    features = full(features_of(vectors, centre, _manners(rows, examples, stances)))
    named = dict(_heads(features, examples))
    return Model(
        columns, centre, _manner(rows, stances), tuple(named), np.array(list(named.values())), digest(examples)
    )


def _manner(rows: Rows, stances: "np.ndarray[tuple[int], np.dtype[np.str_]]") -> Numbers:
    fits = [fitted(rows, (stances == stance).astype(float), MANNER) for stance in STANCES]
    return np.array([np.append(fit.weights, fit.bias) for fit in fits])


def _manners(rows: Rows, examples: Sequence[Example], stances: "np.ndarray[tuple[int], np.dtype[np.str_]]") -> Numbers:
    refs = sorted({example.ref for example in examples})
    fold = np.array([refs.index(example.ref) % FOLDS for example in examples])
    found = np.zeros((len(examples), len(STANCES)))
    for number in range(FOLDS):
        own, others = np.flatnonzero(fold == number), np.flatnonzero(fold != number)
        for place, weights in enumerate(_manner(rows.take(others), stances[others])):
            found[own, place] = rows.take(own).times(weights[:-1]) + weights[-1]
    return found


def _heads(features: Rows, examples: Sequence[Example]) -> Iterator[tuple[str, Numbers]]:
    """Fit two heads a statement, what is so and what is not, and one a choice."""
    refs = np.array([example.ref for example in examples])
    for ref in sorted(set(refs)):
        own = refs == ref
        counts = np.where(own, 1.0, OTHERS)
        wanted = {f"{ref} {stance}": _places(examples, ref, stance) for stance in (SO, NOT)}
        keys = sorted({key for example in examples if example.ref == ref for key in example.chosen})
        wanted |= {f"{ref} {key}": _naming(examples, ref, key) for key in keys}
        for name, yes in wanted.items():
            fit = fitted(features, yes, STRENGTH, counts, STEPS)
            yield name, np.append(fit.weights, fit.bias)


def _places(examples: Sequence[Example], ref: str, stance: str) -> Numbers:
    return np.array([float(example.ref == ref and example.stance == stance) for example in examples])


def _naming(examples: Sequence[Example], ref: str, key: str) -> Numbers:
    return np.array([float(example.ref == ref and key in example.chosen) for example in examples])


@dataclass(frozen=True, slots=True)
class HeldOut:
    """How heads do on authors they have not read, each example judged for every statement: rates between 0 and 1.

    `found` is the share of the examples of a stance that were shown as such, `wrong` the share of what was shown that was not.
    """

    found: float
    wrong: float


def held_out(examples: Sequence[Example], embedder: Embedder) -> dict[str, HeldOut]:
    """Hold each author out in turn: most sentences of a document are about something else, so each meets all statements."""
    vectors = embedder.embed([example.text for example in examples])
    authors = np.array([example.author for example in examples])
    shown: dict[str, list[bool]] = {SO: [], NOT: []}
    for author in sorted(set(authors)):
        unread = authors == author
        model = fitted_to([each for each in examples if each.author != author], vectors[~unread])
        for stance, right in _shown(model, [each for each in examples if each.author == author], vectors[unread]):
            shown[stance].append(right)
    held = {stance: sum(example.stance == stance for example in examples) for stance in shown}
    return {
        stance: HeldOut(round(sum(right) / held[stance], 3), round(1 - sum(right) / max(1, len(right)), 3))
        for stance, right in shown.items()
    }


def _shown(model: Model, examples: Sequence[Example], vectors: Vectors) -> Iterator[tuple[str, bool]]:
    refs = sorted({example.ref for example in examples})
    names = [f"{ref} {stance}" for ref in refs for stance in (SO, NOT)]
    sure = model.sure(names, [example.text for example in examples], vectors).reshape(len(examples), len(refs), 2)
    for at, example in enumerate(examples):
        for place, ref in enumerate(refs):
            so, against = sure[at, place]
            stance = SO if so >= against else NOT
            if max(so, against) >= SURE[stance]:
                yield stance, example.ref == ref and example.stance == stance
