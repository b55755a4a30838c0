"""Measures pairs of passages and a statement that nothing was learnt about: one statement is held out at a time."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.embedding import Embedder
from knowledge.evaluation.contracts import Pair
from knowledge.evaluation.heads import f1
from knowledge.heads.fitting import Linear, fitted, sigmoid
from knowledge.heads.matrix import Numbers, Places, full
from knowledge.terms import stem

TOPIC, STANCE, DENSE = 1.0, 0.1, 2.0
_WORD = re.compile(r"[^\W\d_]+")
_COMMON = re.compile(
    r"a|an|and|any|are|as|be|by|for|in|is|it|its|of|on|or|such|that|the|this|to|which|with|shall|may|some|"
    r"party|receiving|disclosing|confidential|information|agreement"
)
_STATED = (r"\bmay\b", r"\bnot\b", r"\b(?:only|all)\b", r"\bshall\b(?! not)")
_SAID = (
    r"\b(?:shall|will|may|must|agrees?|undertakes?|can)\s+(?:\w+\s+){0,2}?not\b|\bnot\s+to\b|\bprohibit|\bno\b|\bnor\b"
    r"|\bneither\b|\bnever\b|\brefrain|\bwithout\s+(?:the\s+)?(?:prior|express|written)",
    r"\b(?:may|permitted|entitled|allowed|right\s+to|authori[sz]ed)\s+(?!not)|\bnothing\b[^.]{0,60}\b(?:prevent|restrict"
    r"|prohibit|limit|preclude)|\bexcept\b|\bonly\s+to\b|\bother\s+than\s+to\b|\bneed\s+to\s+know\b|\bwho\s+need\b"
    r"|shall\s+not\s+(?:apply|include|prevent|restrict|limit|be\s+required)",
    r"\bwhether\s+or\s+not|regardless|irrespective|whatever\s+form|without\s+limitation|including\s+but|\bany\s+and\s+all\b",
    r"\b(?:not|no|never|none|neither|nor|cannot|without|prohibit\w*|except\w*|unless|other\s+than)\b",
    r"\b(?:may|permit\w*|allow\w*|entitled|can|right\s+to|authori[sz]ed|free\s+to)\b",
    r"\b(?:shall|must|agrees?|will|required|undertakes?|obligat\w*|ensure)\b",
    r"\b(?:all|any|every|each|only|entire|whatsoever|regardless)\b",
    r"\b(?:except\w*|unless|provided\s+that|other\s+than|save|however|notwithstanding)\b",
)


@dataclass(frozen=True, slots=True)
class Figures:
    """Rates over the pairs, each judged by what was learnt from the other statements alone."""

    pairs: int
    accuracy: float
    macro_f1: float
    f1_contradicts: float


@dataclass(frozen=True)
class Features:
    """What is known of every span beside every statement; `topic` is standardised over the spans that are learnt from."""

    place: dict[str, int]
    topic: Numbers
    vectors: Numbers
    said: Numbers
    stated: Numbers

    def of(self, pair: Pair, others: Sequence[int]) -> tuple[Numbers, Numbers]:
        """Return what tells whether the passages speak of the statement, and which way the nearest of them does.

        How near a span is counts beside how near it is to `others`, the statements that are learnt from.
        """
        spans = np.array([self.place[span] for span in pair.spans])
        own = self.topic[spans, pair.statement]
        against = own[:, None, :] - self.topic[spans][:, others]
        near = np.hstack([own, against.min(axis=1), against.mean(axis=1), own[:, :1] * own[:, 1:] / 4])
        best = int(np.argmax(own.sum(axis=1)))
        return np.concatenate([near.max(axis=0), near[best]]), self._stance(spans[best], pair.statement)

    def _stance(self, span: int, statement: int) -> Numbers:
        said, stated, vector = self.said[span], self.stated[statement], self.vectors[span] * DENSE
        whole = [stated, said, np.outer(said, stated).ravel(), vector * stated[0], vector * stated[2], vector]
        return np.concatenate(whole)


def run(learnt: Sequence[Pair], measured: Sequence[Pair], statements: Sequence[str], embedder: Embedder) -> Figures:
    """Judge the pairs of each statement after learning from the pairs of the other ones."""
    features = prepared(learnt, measured, statements, embedder)
    truth: list[int] = []
    told: list[int] = []
    for held_out in range(len(statements)):
        others = [at for at in range(len(statements)) if at != held_out]
        pairs = [pair for pair in measured if pair.statement == held_out]
        truth += [pair.truth for pair in pairs]
        told += _judged(pairs, [pair for pair in learnt if pair.statement != held_out], others, features)
    return figures(np.array(truth, np.int64), np.array(told, np.int64))


def figures(truth: Places, told: Places) -> Figures:
    """Count what came out right."""
    single = [f1(truth == relation, told == relation) for relation in range(3)]
    accuracy = round(float((truth == told).mean()), 3)
    return Figures(len(truth), accuracy, round(sum(single) / 3, 3), round(single[1], 3))


def _judged(pairs: Sequence[Pair], learnt: Sequence[Pair], others: Sequence[int], features: Features) -> list[int]:
    topic, stance = _laid_out(learnt, others, features)
    truth = np.array([pair.truth for pair in learnt])
    speaks = fitted(full(topic), (truth < 2).astype(np.float64), TOPIC)
    against = fitted(full(stance[truth < 2]), (truth[truth < 2] == 1).astype(np.float64), STANCE)
    topic, stance = _laid_out(pairs, others, features)
    decided = np.where(_likely(against, stance), 1, 0)
    return [int(each) for each in np.where(_likely(speaks, topic), decided, 2)]


def _laid_out(pairs: Sequence[Pair], others: Sequence[int], features: Features) -> tuple[Numbers, Numbers]:
    both = [features.of(pair, [at for at in others if at != pair.statement]) for pair in pairs]
    return np.array([topic for topic, _ in both]), np.array([stance for _, stance in both])


def _likely(part: Linear, rows: Numbers) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
    return sigmoid(part.score(full(rows))) >= 0.5


def prepared(
    learnt: Sequence[Pair], measured: Sequence[Pair], statements: Sequence[str], embedder: Embedder
) -> Features:
    """Embed every span and statement, and hold each against each."""
    known = list(dict.fromkeys(span for pair in learnt for span in pair.spans))
    texts = list(dict.fromkeys([*known, *(span for pair in measured for span in pair.spans)]))
    vectors = embedder.embed(texts).astype(np.float64)
    nearness = vectors @ embedder.embed(statements).astype(np.float64).T
    topic = np.stack([nearness, _coverage(texts, statements, len(known))], axis=2)
    base = topic[: len(known)]
    return Features(
        {text: at for at, text in enumerate(texts)},
        (topic - base.mean(axis=0)) / (base.std(axis=0) + 1e-9),
        vectors - vectors[: len(known)].mean(axis=0),
        _marks(texts, _SAID),
        _marks(statements, _STATED),
    )


def _coverage(texts: Sequence[str], statements: Sequence[str], known: int) -> Numbers:
    """Give the share of each statement's words, rare ones counting more, that each text has."""
    words = [_words(text) for text in texts]
    counts = Counter(word for each in words[:known] for word in each)
    columns = []
    for statement in statements:
        rare = {word: math.log(known / (1 + counts[word])) for word in _words(statement)}
        columns.append([sum(rare[word] for word in each & rare.keys()) / (sum(rare.values()) or 1) for each in words])
    return np.array(columns).T


def _words(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in _WORD.findall(text.lower()) if not _COMMON.fullmatch(word))


def _marks(texts: Sequence[str], patterns: Sequence[str]) -> Numbers:
    compiled = [re.compile(pattern, re.I) for pattern in patterns]
    return np.array([[float(bool(each.search(text))) for each in compiled] for text in texts])
