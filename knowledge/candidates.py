"""Passages worth a look for one query: the nearest by meaning and the best by words, as two rankings to be fused."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from knowledge.embedding import restored
from knowledge.exact import Hit, Index, nearest
from knowledge.lexical import Postings, narrowed, postings
from knowledge.ranking import Rankings
from knowledge.shelves import Shelf, Shelved, Vectors, vectors_of
from knowledge.tables import Passage
from knowledge.words import counter_terms

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

WIDE_CANDIDATES = 400
WIDE_SCARCE = 100
COUNTER_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Query:
    """One way of asking: its vector, its weighted words, and whether a passage must also hold a counter word."""

    vector: "NDArray[np.float32]"
    terms: Mapping[str, float]
    counter: bool = False


@dataclass(frozen=True, slots=True)
class Readable:
    """A shelf, and which of its documents the scope admits (None: all of them)."""

    shelf: Shelf
    documents: frozenset[UUID] | None


async def ranked(
    queries: Sequence[Query], readable: Sequence[Readable], index: Index, words: Postings, depth: int
) -> list[Rankings]:
    """Rank each query within a few shelves: by each shelf's own index, and by the words of all of them together."""
    dense: list[list[Hit]] = [[] for _ in queries]
    for part in readable:
        await index.refresh(part.shelf)
        for number, query in enumerate(queries):
            dense[number] += await index.search(part.shelf.collection, query.vector, depth, part.documents)
    return [
        Rankings(_first(near, depth), _by_words(words, query, depth))
        for near, query in zip(dense, queries, strict=True)
    ]


async def ranked_widely(
    queries: Sequence[Query], readable: Sequence[Readable], words: Postings, depth: int
) -> list[Rankings]:
    """Rank across many shelves in bounded memory: take candidates by their words, then score just those exactly.

    The queries share the words of one question. When few passages hold any of them, every vector in the scope is passed
    over too, shelf by shelf.
    """
    lexical = [_by_words(words, query, depth) for query in queries]
    candidates = {hit.passage_id for hits in lexical for hit in hits}
    vectors = await _vectors(sorted(candidates))
    scarce = len(candidates) < WIDE_SCARCE
    dense = [
        await _nearest_of_all(query, readable, depth) if scarce else nearest(vectors, query.vector, depth)
        for query in queries
    ]
    return [Rankings(near, alike) for near, alike in zip(dense, lexical, strict=True)]


async def words_held(queries: Sequence[Query], readable: Sequence[Readable]) -> Postings:
    """Look up the queries' words in the lexical index, within the scope."""
    terms = {term for query in queries for term in query.terms}
    if any(query.counter for query in queries):
        terms |= counter_terms()
    sizes = {part.shelf.collection: sum(each.passages for each in part.shelf.documents) for part in readable}
    found = await postings(terms, sizes)
    for part in readable:
        if part.documents is not None:
            admitted = _admitted(part)
            left_out = sizes[part.shelf.collection] - sum(each.passages for each in admitted)
            ids = await _ids([each.id for each in admitted])
            found = narrowed(found, part.shelf.collection, ids, left_out)
    return found


def _by_words(words: Postings, query: Query, depth: int) -> list[Hit]:
    topic = words.scores(query.terms)
    if not query.counter:
        return topic.best(depth)
    return topic.both(words.scores(dict.fromkeys(counter_terms(), 1.0)), COUNTER_SHARE).best(depth)


async def _ids(documents: Sequence[UUID]) -> "NDArray[np.int64]":
    import numpy as np

    rows = await Passage.select(Passage.id).where(Passage.document.is_in(list(documents))) if documents else []
    return np.array([row["id"] for row in rows], np.int64)


async def _vectors(passages: Sequence[int]) -> Vectors:
    import numpy as np

    rows = (
        await Passage.select(Passage.id, Passage.document, Passage.vector)
        .where(Passage.id.is_in(list(passages)))
        .order_by(Passage.id)
        if passages
        else []
    )
    ids = np.array([row["id"] for row in rows], np.int64)
    return Vectors(ids, tuple(row["document"] for row in rows), restored([row["vector"] for row in rows]))


def _admitted(part: Readable) -> list[Shelved]:
    return [each for each in part.shelf.documents if part.documents is None or each.id in part.documents]


def _first(hits: list[Hit], depth: int) -> list[Hit]:
    return sorted(hits, key=lambda hit: (-hit.score, hit.passage_id))[:depth]


async def _nearest_of_all(query: Query, readable: Sequence[Readable], depth: int) -> list[Hit]:
    """Pass over every vector in the scope, one shelf at a time: for questions that share no word with any passage."""
    found: list[Hit] = []
    for part in readable:
        vectors = await vectors_of(part.shelf.collection, [document.id for document in _admitted(part)])
        found = _first(found + nearest(vectors, query.vector, depth), depth)
    return found
