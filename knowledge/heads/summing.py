"""Sums up the spans of a document: how strongly its best spans speak of a statement, and which way they point."""

import numpy as np

from knowledge.heads.matrix import Numbers

BEST = 3
HEARD = 5


def strength(evidence: Numbers) -> Numbers:
    """Return what tells whether the document speaks of the statement: its best spans beside their number."""
    best = np.sort(evidence)[::-1][:BEST]
    best = np.pad(best, (0, BEST - len(best)), mode="edge")
    return np.array([*best, np.logaddexp.reduce(evidence), np.log(len(evidence))]) / 2


def direction(evidence: Numbers, against: Numbers) -> Numbers:
    """Return what tells which way it speaks: the direction of the best spans, weighted by how strongly they speak."""
    order = np.argsort(-evidence, kind="stable")[:HEARD]
    shares = np.exp(evidence[order] - evidence[order[0]])
    best = against[order[:BEST]]
    return np.array([against[order[0]], (shares @ against[order]) / shares.sum(), best.max(), best.min()]) / 2
