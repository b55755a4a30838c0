"""Turns a span of text into hashed features: word stems, pairs of neighbours, pairs nearby, the opening, its length."""

import math
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from zlib import crc32

import numpy as np

from knowledge.heads.matrix import Sparse, starts_of
from knowledge.terms import stem

BUCKETS = 1 << 18
NEARBY = 5
OPENING = 6
_WORD = re.compile(r"[^\W\d_]+|\d+|[;:()%]")
_JOINING = frozenset(
    [
        "a",
        "an",
        "and",
        "any",
        "are",
        "as",
        "be",
        "by",
        "for",
        "in",
        "is",
        "it",
        "its",
        "of",
        "on",
        "or",
        "such",
        "that",
        "the",
        "this",
        "to",
        "which",
        "with",
    ]
)


def hashed(texts: Sequence[str]) -> Sparse:
    """Return one row a text, of length one; features are told apart by a hash, so that no vocabulary is kept."""
    rows = [np.array(sorted({_bucket(mark) for mark in marks(text)}), np.int64) for text in texts]
    sizes = np.array([len(row) for row in rows], np.int64)
    columns = np.concatenate([np.zeros(0, np.int64), *rows])
    return Sparse(starts_of(sizes), columns, 1 / np.sqrt(np.maximum(sizes, 1)), BUCKETS)


def marks(text: str) -> Iterator[str]:
    """Yield the features of a text by name; 'not' and 'may' are words like others and join their neighbours."""
    stems = [stem(word) for word in _WORD.findall(text.lower().replace("n\u2019t", " not").replace("n't", " not"))]
    telling = [one for one in stems if one not in _JOINING]
    yield f"size {min(8, int(math.log2(len(stems) + 1)))}"
    yield from stems
    yield from (f"{one} {two}" for one, two in pairwise(stems))
    yield from (f"opens {one}" for one in stems[:OPENING])
    for at, one in enumerate(telling):
        yield from (f"{one} .. {two}" for two in telling[at + 1 : at + NEARBY])


def _bucket(mark: str) -> int:
    return crc32(mark.encode()) % BUCKETS
