"""Measures whether an article bears out all of a sentence that cites it: WiCE, each article judged by what others taught."""

import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from knowledge.embedding import Embedder
from knowledge.heads.fitting import fitted
from knowledge.heads.matrix import Numbers, full
from knowledge.terms import stem

FILE = Path("benchmarks/wice/data/entailment_retrieval/claim/dev.jsonl")
Marks = NDArray[np.bool_]
FOLDS = 10
STRENGTH = 0.03
NEAR, LOOKED_AT, STEPS = 5, 12, 100
_WORD = re.compile(r"[^\W\d_]+|\d[\d.,]*\d|\d")
_COMMON = re.compile(
    r"a|an|and|any|are|as|be|by|for|in|is|it|its|of|on|or|such|that|the|this|to|which|with|was|were|he|she|his|"
    r"her|they|their|has|had|have|been|at|from|also|who|after|when|into|but|not"
)


@dataclass(frozen=True, slots=True)
class Figures:
    """`balanced_accuracy`: the mean of the shares of supported and of other claims that are told as such."""

    claims: int
    balanced_accuracy: float
    supported_found: float
    others_found: float


@dataclass(frozen=True, slots=True)
class Cited:
    """A claim, the sentences of the article it cites, which article's claim it is, and whether all of it is supported."""

    claim: str
    sentences: tuple[str, ...]
    title: str
    supported: bool


class Rarity:
    """How much a word tells: the logarithm of how few sentences have it."""

    def __init__(self, cited: Sequence[Cited]) -> None:
        texts = {text for each in cited for text in (each.claim, *each.sentences)}
        self._counts, self._texts = Counter(word for text in texts for word in stems(text)), len(texts)

    def of(self, words: Set[str]) -> float:
        """Add up what words tell."""
        return sum(math.log(self._texts / (1 + self._counts[word])) for word in sorted(words))

    def most(self, words: Set[str]) -> float:
        """Give what the rarest of the words tells."""
        return max((self.of({word}) for word in words), default=0.0)


def read(folder: Path) -> tuple[Cited, ...]:
    """Read the claims; one that is supported in part only counts as not supported."""
    rows = [json.loads(line) for line in (folder / FILE).read_text(encoding="utf-8").splitlines()]
    return tuple(
        Cited(row["claim"], tuple(row["evidence"]), row["meta"]["claim_title"], row["label"] == "supported")
        for row in rows
    )


def run(cited: Sequence[Cited], embedder: Embedder) -> Figures:
    """Learn on nine tenths of the articles and judge the last, ten times."""
    rarity = Rarity(cited)
    rows = np.array([_features(each, rarity, embedder) for each in cited])
    truth = np.array([float(each.supported) for each in cited])
    fold = np.array([crc32(each.title.encode()) % FOLDS for each in cited])
    told = np.zeros(len(cited), np.bool_)
    for number in range(FOLDS):
        own, others = fold == number, fold != number
        if own.any():
            told[own] = _judged(rows[others], truth[others], rows[own])
    return figures(truth == 1, told)


def figures(truth: Marks, told: Marks) -> Figures:
    """Count what came out right on either side."""
    found, others = float(told[truth].mean()), float((~told)[~truth].mean())
    return Figures(len(truth), round((found + others) / 2, 3), round(found, 3), round(others, 3))


def _judged(rows: Numbers, truth: Numbers, unread: Numbers) -> Marks:
    centre, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    counts = np.where(truth == 1, (1 - truth).sum() / max(1.0, truth.sum()), 1.0)
    part = fitted(full((rows - centre) / spread), truth, STRENGTH, counts, STEPS)
    return part.score(full((unread - centre) / spread)) >= 0


def stems(text: str) -> frozenset[str]:
    """Return the words of a text without their endings."""
    return frozenset(stem(word.lower()) for word in _WORD.findall(text))


def _features(cited: Cited, rarity: Rarity, embedder: Embedder) -> Numbers:
    """Say how much of the claim's words, numbers and names the article has, in its nearest sentences and in all."""
    said = [word for word in _WORD.findall(cited.claim) if not _COMMON.fullmatch(word.lower())]
    wanted = {stem(word.lower()) for word in said}
    have = [stems(sentence) for sentence in cited.sentences]
    total = rarity.of(wanted) or 1.0
    share = np.array([rarity.of(wanted & each) / total for each in have])
    order = np.argsort(-share, kind="stable")
    near, whole = _together(have, order[:NEAR]), _together(have, order)
    cosines = _cosines(cited, order[:LOOKED_AT], embedder)
    numbers = {stem(word) for word in said if word[0].isdigit()}
    names = {stem(word.lower()) for word in said[1:] if word[0].isupper()}
    windows = [_together(have, range(at, min(at + 3, len(have)))) for at in range(len(have))]
    return np.array(
        [
            *(cosines[0], cosines[:3].mean(), cosines[:8].mean(), share.max()),
            *(rarity.of(wanted & _together(have, order[:count])) / total for count in (3, 5, 8)),
            *(each / total for each in _covered(have, wanted, rarity)),
            rarity.of(wanted & whole) / total,
            max(rarity.of(wanted & each) for each in windows) / total,
            *(rarity.most(wanted - each) for each in (near, whole)),
            *(rarity.of(wanted - each) for each in (near, whole)),
            *(_share(words, each) for words in (numbers, names) for each in (near, whole)),
            *(math.log(len(have)), math.log(len(said) + 1), len(numbers), len(names)),
        ]
    )


def _covered(have: Sequence[frozenset[str]], wanted: Set[str], rarity: Rarity) -> Iterator[float]:
    """Pick three sentences, each for what it adds, and give what is covered after each."""
    found: set[str] = set()
    for _ in range(3):
        found |= max((wanted & each for each in have), key=lambda each: rarity.of(each - found))
        yield rarity.of(found)


def _cosines(cited: Cited, places: Iterable[int], embedder: Embedder) -> Numbers:
    vectors = embedder.embed([cited.claim, *(cited.sentences[place] for place in places)]).astype(np.float64)
    return -np.sort(-(vectors[1:] @ vectors[0]))


def _together(have: Sequence[frozenset[str]], places: Iterable[int]) -> frozenset[str]:
    return frozenset().union(*(have[place] for place in places))


def _share(words: Set[str], have: frozenset[str]) -> float:
    return len(words & have) / len(words) if words else 1.0
