"""Passages worth a look for one query: the nearest by meaning and the best by words, as two rankings to be fused."""

import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from anyio.to_thread import run_sync

from knowledge.embedding import restored
from knowledge.exact import Hit, Index, nearest
from knowledge.lexical import WordIndexes, word_index
from knowledge.ranking import Rankings
from knowledge.shelves import Shelf, Shelved, Vectors, vectors_of
from knowledge.tables import Passage
from knowledge.words import counter_terms

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from knowledge.lexical import WordIndex

WIDE_CANDIDATES = 400
WIDE_SCARCE = 100
WIDE_TERMS = 12
DOCUMENTS_AT_ONCE = 20_000
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


_word_indexes = WordIndexes()


async def ranked(queries: Sequence[Query], readable: Sequence[Readable], index: Index, depth: int) -> list[Rankings]:
    """Rank each query within a few shelves: each shelf's own index and word index, merged by score."""
    dense: list[list[Hit]] = [[] for _ in queries]
    lexical: list[list[Hit]] = [[] for _ in queries]
    for part in readable:
        await index.refresh(part.shelf)
        words = await _word_indexes.of(part.shelf)
        for number, query in enumerate(queries):
            dense[number] += await index.search(part.shelf.collection, query.vector, depth, part.documents)
            lexical[number] += _by_words(words, query, depth, part.documents)
    return [Rankings(_best(near, depth), _best(alike, depth)) for near, alike in zip(dense, lexical, strict=True)]


async def ranked_widely(queries: Sequence[Query], readable: Sequence[Readable], depth: int) -> list[Rankings]:
    """Rank across many shelves in bounded memory: find candidates by words in SQL, then score just those exactly.

    The queries share the words of one question. When few passages hold any of them, every vector in the scope is passed
    over too, shelf by shelf.
    """
    documents = [document.id for part in readable for document in _admitted(part)]
    candidates = await _sharing_words(queries[0].terms, documents)
    vectors, words = await _scored_by_row(candidates)
    rankings = []
    for query in queries:
        scarce = len(candidates) < WIDE_SCARCE
        dense = await _nearest_of_all(query, readable, depth) if scarce else nearest(vectors, query.vector, depth)
        rankings.append(Rankings(dense, _by_words(words, query, depth, None)))
    return rankings


async def _scored_by_row(candidates: Sequence[int]) -> "tuple[Vectors, WordIndex]":
    """Read the candidates, ready to be scored by meaning and by words."""
    rows = (
        await Passage.select(Passage.id, Passage.document, Passage.header, Passage.text, Passage.vector)
        .where(Passage.id.is_in(list(candidates)))
        .order_by(Passage.id)
        if candidates
        else []
    )
    owners = tuple(row["document"] for row in rows)
    texts = [f"{row['header']}\n{row['text']}" for row in rows]
    words = await run_sync(word_index, [row["id"] for row in rows], owners, texts)
    return Vectors(words.ids, owners, restored([row["vector"] for row in rows])), words


def _admitted(part: Readable) -> list[Shelved]:
    return [each for each in part.shelf.documents if part.documents is None or each.id in part.documents]


def _best(hits: list[Hit], depth: int) -> list[Hit]:
    return sorted(hits, key=lambda hit: (-hit.score, hit.passage_id))[:depth]


def _by_words(words: "WordIndex", query: Query, depth: int, documents: Collection[UUID] | None) -> list[Hit]:
    import numpy as np

    topic = words.scores(query.terms)
    if not query.counter:
        return words.best(topic, depth, documents)
    denial = words.scores(dict.fromkeys(counter_terms(), 1.0))
    both = np.where((topic > 0) & (denial > 0), topic + COUNTER_SHARE * denial, 0).astype(np.float32)
    return words.best(both, depth, documents)


async def _sharing_words(terms: Mapping[str, float], documents: Sequence[UUID]) -> list[int]:
    """Find the passages that hold the most and the rarest of the terms, by one scan to count and one to rank."""
    strongest = sorted(terms, key=lambda term: -terms[term])[:WIDE_TERMS]
    patterns = [f"%{term.removesuffix('i')}%" for term in strongest]
    chunks = [documents[at : at + DOCUMENTS_AT_ONCE] for at in range(0, len(documents), DOCUMENTS_AT_ONCE)]
    holders: Counter[str] = Counter()
    for chunk in chunks:
        holders.update(await _holders(patterns, chunk))
    passages = holders.pop("passages", 0)
    weights = {
        pattern: round(100 * terms[term] * math.log(1 + passages / holders[pattern]))
        for term, pattern in zip(strongest, patterns, strict=True)
        if holders[pattern]
    }
    found: list[tuple[int, int]] = []
    for chunk in chunks if weights else ():
        found += await _heaviest(weights, chunk)
    return [passage for _, passage in sorted(found)[:WIDE_CANDIDATES]]


_HOLDS = "lower(header || ' ' || text) LIKE {}"


async def _holders(patterns: Sequence[str], documents: Sequence[UUID]) -> dict[str, int]:
    """Count the passages that hold each pattern, and all passages."""
    sums = [f"SUM(CASE WHEN {_HOLDS} THEN 1 ELSE 0 END) AS holds_{n}" for n in range(len(patterns))]
    (row,) = await Passage.raw(
        f"SELECT {', '.join(['COUNT(*) AS passages', *sums])} FROM passage WHERE {_within(documents)}",  # noqa: S608
        *patterns,
        *documents,
    )
    counted = {pattern: int(row[f"holds_{n}"] or 0) for n, pattern in enumerate(patterns)}
    return counted | {"passages": int(row["passages"])}


async def _heaviest(weights: Mapping[str, int], documents: Sequence[UUID]) -> list[tuple[int, int]]:
    """List the passages with the heaviest patterns as (minus weight, passage id); only numbers are put into the SQL."""
    weight = " + ".join(f"CASE WHEN {_HOLDS} THEN {weight:d} ELSE 0 END" for weight in weights.values())
    rows = await Passage.raw(
        f"SELECT id, weight FROM (SELECT id, {weight} AS weight FROM passage WHERE {_within(documents)}) AS weighed "  # noqa: S608
        f"WHERE weight > 0 ORDER BY weight DESC, id LIMIT {WIDE_CANDIDATES:d}",
        *weights,
        *documents,
    )
    return [(-row["weight"], row["id"]) for row in rows]


def _within(documents: Sequence[UUID]) -> str:
    return f"document IN ({', '.join(['{}'] * len(documents))})"


async def _nearest_of_all(query: Query, readable: Sequence[Readable], depth: int) -> list[Hit]:
    """Pass over every vector in the scope, one shelf at a time: for questions that share no word with any passage."""
    best: list[Hit] = []
    for part in readable:
        vectors = await vectors_of(part.shelf.collection, [document.id for document in _admitted(part)])
        best = _best(best + nearest(vectors, query.vector, depth), depth)
    return best
