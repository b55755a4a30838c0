"""Measures the cross-encoder on authors it has not read, and says which statements stand near each other."""

from collections.abc import Sequence

import numpy as np

from knowledge.cross_encoder.adapters import Numbers
from knowledge.cross_encoder.pairs import LABELS, Pair, worded
from knowledge.embedding import ShippedEmbedder
from knowledge.stances.statements import statements


def nearness() -> dict[str, list[str]]:
    """Return for each question all of them by how near their statements stand to its own, which comes first."""
    known = statements()
    vectors = ShippedEmbedder().embed([worded(each, list(each.choices)[:1]) for each in known])
    order = np.argsort(-(vectors @ vectors.T), axis=1, kind="stable")
    return {each.ref: [known[at].ref for at in order[place]] for place, each in enumerate(known)}


def unread(numbers: Numbers, pairs: Sequence[Pair]) -> str:
    """Count what is made of pairs that were not learnt from: a line a label, in the order so, but, not, beside."""
    from knowledge.cross_encoder.training import predicted

    chosen = predicted(numbers, pairs).argmax(axis=1)
    counted = np.zeros((len(LABELS), len(LABELS)), int)
    for pair, at in zip(pairs, chosen, strict=True):
        counted[LABELS.index(pair.label), at] += 1
    right = counted.trace() / counted.sum()
    return f"{len(pairs)} pairs, right {right:.1%}\n{counted}\n"
