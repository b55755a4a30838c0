"""Trains a head from labelled spans; what it decides on whole documents is learnt from spans it had not seen."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.embedding import Embedder
from knowledge.errors import KnowledgeError
from knowledge.heads.calibrating import RATE, Calibration, Outcome, calibrated
from knowledge.heads.features import hashed
from knowledge.heads.fitting import Linear, fitted
from knowledge.heads.head import RELATIONS, Head, Parts, rows_of, shares
from knowledge.heads.matrix import Numbers, Places, Rows, full
from knowledge.heads.summing import direction, strength
from knowledge.outcomes import Relation

FOLDS = 3
STRENGTH = 3.0
DECIDING = 1.0
SILENT_SPANS = 8000
SEED = 20


class TooFewExamples(KnowledgeError):
    """There is nothing to learn a difference from."""

    def __init__(self) -> None:
        super().__init__(
            "A head needs examples from three documents or more, spans that speak of it and spans that do not."
        )


@dataclass(frozen=True, slots=True)
class Example:
    """A span of a document, and what it does to the statement: supports it, conflicts with it, or is silent."""

    document: str
    text: str
    relation: Relation


@dataclass(frozen=True, slots=True)
class Marked:
    """A document as rows of a matrix; `relations` says for each what its span does, by place in RELATIONS."""

    rows: Places
    relations: Places

    @property
    def whole(self) -> int:
        """Say what the document does: one span against it outweighs those for it."""
        speaking = self.relations[self.relations < 2]
        return int(speaking.max()) if len(speaking) else 2


def train(statement: str, examples: Sequence[Example], embedder: Embedder, rate: float = RATE) -> Head:
    """Train the head of a statement; seconds for thousands of spans, apart from embedding them."""
    texts = list(dict.fromkeys(example.text for example in examples))
    sparse, vectors = hashed(texts), embedder.embed(texts)
    columns, centre = sparse.shared(), vectors.mean(axis=0).astype(np.float64)
    place = {text: at for at, text in enumerate(texts)}
    documents: dict[str, list[tuple[int, int]]] = {}
    for example in examples:
        mark = (place[example.text], RELATIONS.index(example.relation))
        documents.setdefault(example.document, []).append(mark)
    marked = [Marked(*np.array(marks, np.int64).T) for marks in documents.values()]
    return train_rows(statement, rows_of(texts, vectors, columns, centre), marked, columns, centre, rate)


def train_rows(
    statement: str, rows: Rows, documents: Sequence[Marked], columns: Places, centre: Numbers, rate: float = RATE
) -> Head:
    """Train from features already laid out, for many heads over the same spans."""
    _check(documents)
    unseen = _unseen(rows, documents)
    truths = np.array([document.whole for document in documents])
    speaks, against = _spans(rows, documents)
    told, denied = _deciders(unseen, truths)
    counts = Counter(str(RELATIONS[relation]) for document in documents for relation in document.relations)
    counts["documents"] = len(documents)
    parts = Parts(speaks, against, told, denied)
    return Head(statement, columns, centre, parts, dict(counts), _calibration(parts, unseen, truths, rate))


def _check(documents: Sequence[Marked]) -> None:
    relations = np.concatenate([np.zeros(0, np.int64), *(document.relations for document in documents)])
    if len(documents) < FOLDS or not (relations < 2).any() or not (relations == 2).any():
        raise TooFewExamples


def _spans(rows: Rows, documents: Sequence[Marked]) -> tuple[Linear, Linear]:
    """Fit what tells a speaking span from a silent one, and one against from one for the statement."""
    places = np.concatenate([document.rows for document in documents])
    relations = np.concatenate([document.relations for document in documents])
    speaking, first = np.unique(places[relations < 2], return_index=True)
    conflicting = (relations[relations < 2][first] == 1).astype(np.float64)
    silent = np.setdiff1d(places, speaking)
    if len(silent) > SILENT_SPANS:
        silent = np.random.default_rng(SEED).choice(silent, SILENT_SPANS, replace=False)
    yes = np.concatenate([np.ones(len(speaking)), np.zeros(len(silent))])
    speaks = fitted(rows.take(np.concatenate([speaking, silent])), yes, STRENGTH)
    return speaks, fitted(rows.take(speaking), conflicting, STRENGTH)


def _unseen(rows: Rows, documents: Sequence[Marked]) -> list[tuple[Numbers, Numbers]]:
    """Score the spans of each document by parts fitted to the others."""
    scored: dict[int, tuple[Numbers, Numbers]] = {}
    for fold in range(FOLDS):
        others = [document for at, document in enumerate(documents) if at % FOLDS != fold]
        speaks, against = _spans(rows, others)
        for at in range(fold, len(documents), FOLDS):
            own = rows.take(documents[at].rows)
            scored[at] = speaks.score(own), against.score(own)
    return [scored[at] for at in range(len(documents))]


def _deciders(scores: Sequence[tuple[Numbers, Numbers]], truths: Places) -> tuple[Linear, Linear]:
    """Fit what decides on a document from the scores of its spans."""
    strengths = np.array([strength(evidence) for evidence, _ in scores])
    told = fitted(full(strengths), (truths < 2).astype(np.float64), DECIDING, steps=60)
    speaking = [at for at, truth in enumerate(truths) if truth < 2]
    directions = np.array([direction(*scores[at]) for at in speaking])
    denied = fitted(full(directions), (truths[speaking] == 1).astype(np.float64), DECIDING, steps=60)
    return told, denied


def _calibration(
    parts: Parts, scores: Sequence[tuple[Numbers, Numbers]], truths: Places, rate: float
) -> Calibration | None:
    """Calibrate on documents that neither the span parts nor the deciding ones were fitted to."""
    outcomes: list[Outcome] = []
    for fold in range(FOLDS):
        others = [at for at in range(len(scores)) if at % FOLDS != fold]
        if not (truths[others] < 2).any():
            return None
        told, denied = _deciders([scores[at] for at in others], truths[others])
        trial = Parts(parts.speaks, parts.against, told, denied)
        for at in range(fold, len(scores), FOLDS):
            found = shares(trial, *scores[at])
            outcomes.append(Outcome(max(found), int(np.argmax(found)) == truths[at]))
    return calibrated(outcomes, rate)
