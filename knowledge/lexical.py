"""The lexical index: which passages hold a word, kept by the database itself and ranked here by BM25, alike on both.

A passage's row carries the words to find it by (`Passage.words`). Triggers write them into an FTS5 table on SQLite, an
index over `tsvector` holds them on PostgreSQL; so whatever stores or deletes a passage has indexed it in the same
transaction. Every word is indexed behind a key of its shelf: a search reads the postings of its own scope and no others.
"""

import hashlib
import json
import math
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.exact import Hit
from knowledge.tables import Passage
from knowledge.words import words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

KEY_LENGTH = 8
LONGEST_WORD = 40
REPEATED = "~"  # marks a word that a passage holds more than once
REPEATED_WEIGHT = 0.5
MERGED_PAGES = 100

# The words of a row behind the key they begin with; the same text stands in the migration, for PostgreSQL's index.
LEXEMES = "array_to_tsvector(string_to_array(ltrim(replace(substr(words, 9), ' ', ' ' || substr(words, 1, 8))), ' '))"
# One row a word: the passages that hold it on any of the shelves, asked for by the word behind each shelf's key.
_SQLITE = (
    "SELECT word.key AS word, (SELECT group_concat(doc) FROM passage_postings WHERE term IN "
    "(SELECT value FROM json_each(word.value))) AS passages FROM json_each({}) AS word"
)
_POSTGRES = (
    "SELECT substr(asked.term, 9) AS word, string_agg(passage.id::text, ',') AS passages "  # noqa: S608
    f"FROM unnest({{}}::text[]) AS asked(term) JOIN passage ON {LEXEMES} @@ ('''' || asked.term || '''')::tsquery "
    "GROUP BY 1"
)
_SQLITE_MERGE = f"INSERT INTO passage_words (passage_words, rank) VALUES ('merge', {MERGED_PAGES})"  # noqa: S608
_POSTGRES_AGAIN = ("REINDEX INDEX passage_words",)
_SQLITE_AGAIN = (
    "INSERT INTO passage_words (passage_words) VALUES ('delete-all')",
    "INSERT INTO passage_words (rowid, words) SELECT id, replace(substr(words, 9), ' ', ' ' || substr(words, 1, 8)) "
    "FROM passage WHERE words <> ''",
    "INSERT INTO passage_words (passage_words) VALUES ('optimize')",
)


def shelf_key(collection: str) -> str:
    """Shorten a collection's name; two that fall together only cost time, for scope is checked again on every row."""
    return hashlib.blake2b(collection.encode(), digest_size=KEY_LENGTH // 2).hexdigest()


def indexed_words(collection: str, header: str, text: str) -> str:
    """Write down the words a passage is found by: its shelf's key, each stem, and once more marked if it is repeated."""
    counted = Counter(_spelt(word) for word in words(f"{header}\n{text}"))
    repeated = (f"{word}{REPEATED}" for word, times in counted.items() if times > 1)
    return " ".join((shelf_key(collection), *counted, *repeated))


@dataclass(frozen=True, slots=True)
class Postings:
    """Which passages of some shelves hold the words asked for; `passages` says how many there are in all."""

    passages: int
    holders: "Mapping[str, NDArray[np.int64]]"

    def rarity(self, word: str) -> float:
        """Weigh a word by how few passages hold it (BM25's inverse document frequency)."""
        holders = len(self.holders.get(_spelt(word), ()))
        passages = max(self.passages, holders)
        return math.log(1 + (passages - holders + 0.5) / (holders + 0.5)) if holders else 0.0

    def scores(self, terms: Mapping[str, float]) -> "Scores":
        """Score every passage that holds a term, by BM25 with counts that stop at two: windows are all of one size."""
        import numpy as np

        marks = (("", 1.0), (REPEATED, REPEATED_WEIGHT))
        weighed = [
            (self.holders[token], weight * self.rarity(term) * share)
            for term, weight in terms.items()
            for mark, share in marks
            if (token := _spelt(term) + mark) in self.holders
        ]
        if not weighed:
            return Scores(np.zeros(0, np.int64), np.zeros(0))
        first = min(int(ids.min()) for ids, _ in weighed)
        values = np.zeros(max(int(ids.max()) for ids, _ in weighed) + 1 - first)
        for ids, weight in weighed:
            values[ids - first] += weight
        places = np.flatnonzero(values)
        return Scores(places + first, values[places])

    def search(self, terms: Mapping[str, float], limit: int) -> list[Hit]:
        """Return the passages that hold terms, best first; of equal ones the earlier."""
        return self.scores(terms).best(limit)

    def without(self, passages: "NDArray[np.int64]") -> "Postings":
        """Leave these passages out of those that hold words; they were never among the number of all."""
        import numpy as np

        holders = {word: ids[np.isin(ids, passages, invert=True)] for word, ids in self.holders.items()}
        return Postings(self.passages, {word: ids for word, ids in holders.items() if len(ids)})


@dataclass(frozen=True, slots=True)
class Scores:
    """Passages, each once and in the order of their ids, and what each scored."""

    ids: "NDArray[np.int64]"
    values: "NDArray[np.float64]"

    def best(self, limit: int) -> list[Hit]:
        """Return the best first; of equal ones the earlier."""
        import numpy as np

        ids, values = self.ids, self.values
        if len(ids) > limit:
            least = np.partition(values, len(values) - limit)[len(values) - limit]
            ids, values = ids[values >= least], values[values >= least]
        order = np.argsort(-values, kind="stable")[:limit]
        return [Hit(passage, score) for passage, score in zip(ids[order].tolist(), values[order].tolist(), strict=True)]

    def both(self, other: "Scores", share: float) -> "Scores":
        """Keep the passages that the other scores hold too, and add a share of those."""
        import numpy as np

        ids, here, there = np.intersect1d(self.ids, other.ids, assume_unique=True, return_indices=True)
        return Scores(ids, self.values[here] + share * other.values[there])


async def postings(terms: Collection[str], collections: Collection[str], passages: int) -> Postings:
    """Look up who holds these terms on these shelves, which have so many passages in all."""
    import numpy as np

    keys = sorted({shelf_key(collection) for collection in collections})
    tokens = {_spelt(term) + mark for term in terms for mark in ("", REPEATED)}
    asked = {token: [key + token for key in keys] for token in sorted(tokens)}
    if Passage._meta.db.engine_type == "postgres":
        rows = await Passage.raw(_POSTGRES, [token for each in asked.values() for token in each])
    else:
        rows = await Passage.raw(_SQLITE, json.dumps(asked, ensure_ascii=False))
    held = {row["word"]: row["passages"] for row in rows if row["passages"]}
    return Postings(passages, {word: np.fromstring(ids, np.int64, sep=",") for word, ids in held.items()})


async def settle_words() -> None:
    """Merge some of what was lately indexed: a word is looked up in every part of an index that lies in many parts.

    PostgreSQL keeps its index in one part by itself.
    """
    if Passage._meta.db.engine_type == "sqlite":
        await Passage.raw(_SQLITE_MERGE)


async def rebuild_words() -> None:
    """Fill the lexical index again from the passages' rows, as one change if a transaction is open."""
    for statement in _POSTGRES_AGAIN if Passage._meta.db.engine_type == "postgres" else _SQLITE_AGAIN:
        await Passage.raw(statement)


def _spelt(word: str) -> str:
    """Spell a word so that both databases take it for one: marks inside of it become a low line."""
    return word.replace("'", "_").replace("’", "_").replace(".", "_")[:LONGEST_WORD]
