"""Ranking by words (BM25) over one shelf's passages, in process, the same on every database."""

import math
from array import array
from collections import Counter, OrderedDict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from anyio.to_thread import run_sync

from knowledge.exact import Hit
from knowledge.shelves import Shelf
from knowledge.tables import Passage
from knowledge.words import words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SATURATION, LENGTH_SHARE = 1.2, 0.75
CACHE_PASSAGES = 60_000


@dataclass(frozen=True, slots=True)
class WordIndex:
    """Which passage holds which word how often: for word number n, the slice `bounds[n]:bounds[n+1]` of the others."""

    ids: "NDArray[np.int64]"
    documents: tuple[UUID, ...]
    vocabulary: Mapping[str, int]
    bounds: "NDArray[np.int64]"
    rows: "NDArray[np.int32]"
    weights: "NDArray[np.float32]"

    def scores(self, terms: Mapping[str, float]) -> "NDArray[np.float32]":
        """Score every passage against weighted terms; 0 where none occurs."""
        import numpy as np

        scores = np.zeros(len(self.ids), np.float32)
        for term, weight in terms.items():
            number = self.vocabulary.get(term)
            if number is not None:
                part = slice(self.bounds[number], self.bounds[number + 1])
                scores[self.rows[part]] += weight * self.weights[part]
        return scores

    def search(self, terms: Mapping[str, float], limit: int, documents: Collection[UUID] | None = None) -> list[Hit]:
        """Return the passages that share words with the terms, best first, of these documents only if given."""
        return self.best(self.scores(terms), limit, documents)

    def best(self, scores: "NDArray[np.float32]", limit: int, documents: Collection[UUID] | None = None) -> list[Hit]:
        """Turn scores into hits; passages that scored nothing are left out."""
        import numpy as np

        if documents is not None:
            scores = np.where([document in documents for document in self.documents], scores, 0)
        order = np.argsort(-scores, kind="stable")[:limit]
        return [Hit(int(self.ids[row]), float(scores[row])) for row in order if scores[row] > 0]


def word_index(ids: Sequence[int], documents: Sequence[UUID], texts: Sequence[str]) -> WordIndex:
    """Count the words of the texts and weigh them by BM25."""
    import numpy as np

    counts = [Counter(words(text)) for text in texts]
    lengths = np.array([max(1, sum(count.values())) for count in counts], np.float32)
    norms = SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * lengths / (lengths.mean() if len(lengths) else 1))
    rows: dict[str, array[int]] = {}
    times: dict[str, array[int]] = {}
    for row, count in enumerate(counts):
        for word, occurrences in count.items():
            rows.setdefault(word, array("i")).append(row)
            times.setdefault(word, array("i")).append(occurrences)
    bounds = np.cumsum([0, *(len(places) for places in rows.values())])
    all_rows = _joined(rows)
    frequency = _joined(times).astype(np.float32)
    rarity = [_rarity(len(places), len(ids)) for places in rows.values()]
    spread = np.repeat(np.array(rarity, np.float32), np.diff(bounds))
    weights = (spread * frequency * (SATURATION + 1) / (frequency + norms[all_rows])).astype(np.float32)
    vocabulary = {word: number for number, word in enumerate(rows)}
    return WordIndex(np.array(ids, np.int64), tuple(documents), vocabulary, bounds, all_rows, weights)


def _joined(parts: "Mapping[str, array[int]]") -> "NDArray[np.int32]":
    import numpy as np

    return np.frombuffer(b"".join(part.tobytes() for part in parts.values()), np.int32)


def _rarity(holders: int, passages: int) -> float:
    return math.log(1 + (passages - holders + 0.5) / (holders + 0.5))


class WordIndexes:
    """The word indexes of the shelves searched last, built from SQL when a shelf's version is new."""

    def __init__(self, passages: int = CACHE_PASSAGES) -> None:
        self.passages = passages
        self._held: OrderedDict[str, tuple[str, WordIndex]] = OrderedDict()

    async def of(self, shelf: Shelf) -> WordIndex:
        """Return the shelf's word index."""
        version = shelf.version
        held = self._held.get(shelf.collection)
        if held is None or held[0] != version:
            held = (version, await _built(shelf))
            self._held[shelf.collection] = held
        self._held.move_to_end(shelf.collection)
        while len(self._held) > 1 and sum(len(index.ids) for _, index in self._held.values()) > self.passages:
            self._held.popitem(last=False)
        return held[1]


async def _built(shelf: Shelf) -> WordIndex:
    rows = (
        await Passage.select(Passage.id, Passage.document, Passage.header, Passage.text)
        .where(Passage.collection == shelf.collection)
        .where(Passage.document.is_in([document.id for document in shelf.documents]))
        .order_by(Passage.id)
        if shelf.documents
        else []
    )
    ids, documents = [row["id"] for row in rows], [row["document"] for row in rows]
    texts = [f"{row['header']}\n{row['text']}" for row in rows]
    return await run_sync(word_index, ids, documents, texts)
