"""Measures linear heads on whole agreements they were not trained on: what each does to a statement, and where."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.embedding import Embedder
from knowledge.evaluation.contracts import Agreement
from knowledge.heads.features import hashed
from knowledge.heads.head import RELATIONS, Head, Judgement, rows_of
from knowledge.heads.matrix import Numbers, Places, Rows, Vectors
from knowledge.heads.training import Marked, train_rows


@dataclass(frozen=True, slots=True)
class Figures:
    """Rates over pairs of an agreement and a statement; `shown` are those a calibrated head is sure enough of."""

    pairs: int
    accuracy: float
    macro_f1: float
    f1_contradicts: float
    evidence_map: float
    shown: float
    shown_wrong: float


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement beside the truth; `precision` is the average precision of the evidence, where there is some."""

    truth: int
    told: int
    precision: float | None
    shown: bool


@dataclass(frozen=True)
class Library:
    """The spans of many agreements, each laid out once."""

    place: dict[str, int]
    rows: Rows
    columns: Places
    centre: Numbers

    def of(self, agreement: Agreement) -> Places:
        """Return the rows of an agreement's spans."""
        return np.array([self.place[span] for span in agreement.spans], np.int64)


def library(texts: Sequence[str], vectors: Vectors, learnt: int) -> Library:
    """Lay out all spans; only the first `learnt` ones say which features count."""
    columns = hashed(texts[:learnt]).shared()
    centre = vectors[:learnt].mean(axis=0).astype(np.float64)
    return Library(
        {text: at for at, text in enumerate(texts)}, rows_of(texts, vectors, columns, centre), columns, centre
    )


def texts_of(agreements: Iterable[Agreement]) -> list[str]:
    """Return the spans of agreements, each once."""
    return list(dict.fromkeys(span for agreement in agreements for span in agreement.spans))


def prepared(learnt: Sequence[Agreement], measured: Sequence[Agreement], embedder: Embedder) -> Library:
    """Embed and lay out the spans of both groups."""
    known = texts_of(learnt)
    texts = list(dict.fromkeys([*known, *texts_of(measured)]))
    return library(texts, embedder.embed(texts), len(known))


def run(learnt: Sequence[Agreement], measured: Sequence[Agreement], spans: Library) -> Figures:
    """Train a head a statement on the ones and judge the others with it."""
    judged = [
        one for at in range(len(learnt[0].stands)) for one in _judged(trained(learnt, spans, at), measured, spans, at)
    ]
    return figures(judged)


def trained(agreements: Sequence[Agreement], spans: Library, at: int) -> Head:
    """Train the head of one statement."""
    marked = [Marked(spans.of(agreement), _relations(agreement, at)) for agreement in agreements]
    return train_rows(str(at), spans.rows, marked, spans.columns, spans.centre)


def _relations(agreement: Agreement, at: int) -> Places:
    stand = agreement.stands[at]
    return np.array([stand.truth if place in stand.spans else 2 for place in range(len(agreement.spans))], np.int64)


def _judged(head: Head, measured: Sequence[Agreement], spans: Library, at: int) -> Iterator[Judged]:
    for agreement in measured:
        judgement = head.judge_rows(spans.rows.take(spans.of(agreement)))
        yield compared(judgement, agreement, at, head.shown(judgement) is not None)


def compared(judgement: Judgement, agreement: Agreement, at: int, shown: bool) -> Judged:
    """Hold a judgement against what the agreement really does to the statement."""
    stand = agreement.stands[at]
    precision = average_precision(judgement.evidence, stand.spans) if stand.spans else None
    return Judged(stand.truth, RELATIONS.index(judgement.relation), precision, shown)


def average_precision(scores: Numbers, right: frozenset[int]) -> float:
    """Return the mean, over the right places, of the share of right ones down to each."""
    order = np.argsort(-scores, kind="stable")
    hits = np.isin(order, list(right))
    ranks = np.flatnonzero(hits) + 1
    return float((np.arange(1, len(ranks) + 1) / ranks).sum() / len(right))


def figures(judged: Sequence[Judged]) -> Figures:
    """Count what came out right."""
    truth, told = np.array([one.truth for one in judged]), np.array([one.told for one in judged])
    single = [f1(truth == relation, told == relation) for relation in range(len(RELATIONS))]
    shown = [one for one in judged if one.shown]
    return Figures(
        pairs=len(judged),
        accuracy=round(float((truth == told).mean()), 3),
        macro_f1=round(sum(single) / len(single), 3),
        f1_contradicts=round(single[1], 3),
        evidence_map=_mean([one.precision for one in judged if one.precision is not None]),
        shown=round(len(shown) / len(judged), 3),
        shown_wrong=_mean([one.truth != one.told for one in shown]),
    )


def f1(
    truth: "np.ndarray[tuple[int], np.dtype[np.bool_]]", told: "np.ndarray[tuple[int], np.dtype[np.bool_]]"
) -> float:
    """Return the harmonic mean of precision and recall."""
    both = int(truth.sum() + told.sum())
    return 2 * int((truth & told).sum()) / both if both else 0.0


def _mean(values: Sequence[float]) -> float:
    return round(sum(values) / len(values), 3) if values else 0.0
