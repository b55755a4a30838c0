"""Passages worth a look for one query: the nearest by meaning and the best by words, as two rankings to be fused."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.among import among
from knowledge.embedding import restored
from knowledge.exact import Hit, Index, nearest
from knowledge.lexical import Postings, postings
from knowledge.ranking import Rankings
from knowledge.scope import Scope
from knowledge.shelves import Shelved, Vectors, vectors_of
from knowledge.surveying import Readable, Standing, left_out, readable_in
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


async def ranked_widely(queries: Sequence[Query], scope: Scope, words: Postings, depth: int) -> list[Rankings]:
    """Rank across many shelves in bounded memory: take candidates by their words, then score just those exactly.

    The queries share the words of one question. When few passages hold any of them, every vector in the scope is passed
    over too, shelf by shelf.
    """
    lexical = [_by_words(words, query, depth) for query in queries]
    candidates = {hit.passage_id for hits in lexical for hit in hits}
    vectors = await _vectors(candidates)
    readable = await readable_in(scope) if len(candidates) < WIDE_SCARCE else []
    dense = [
        await _nearest_of_all(query, readable, depth) if readable else nearest(vectors, query.vector, depth)
        for query in queries
    ]
    return [Rankings(near, alike) for near, alike in zip(dense, lexical, strict=True)]


async def words_held(queries: Sequence[Query], standing: Sequence[Standing], scope: Scope) -> Postings:
    """Look up the queries' words in the lexical index, within the scope."""
    terms = {term for query in queries for term in query.terms}
    if any(query.counter for query in queries):
        terms |= counter_terms()
    shelves = [each.collection for each in standing]
    found = await postings(terms, shelves, sum(each.passages for each in standing))
    return found if scope.documents is None else found.without(await left_out(scope))


def _by_words(words: Postings, query: Query, depth: int) -> list[Hit]:
    topic = words.scores(query.terms)
    if not query.counter:
        return topic.best(depth)
    return topic.both(words.scores(dict.fromkeys(counter_terms(), 1.0)), COUNTER_SHARE).best(depth)


async def _vectors(passages: Collection[int]) -> Vectors:
    import numpy as np

    rows = await Passage.select(Passage.id, Passage.vector).where(among(Passage.id, passages)).order_by(Passage.id)
    return Vectors(np.array([row["id"] for row in rows], np.int64), (), restored([row["vector"] for row in rows]))


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
