"""The lexical index: which passages hold a word, kept by the database itself and ranked here by BM25, alike on both.

A passage's row carries the words to find it by (`Passage.words`). Triggers write them into an FTS5 table on SQLite, an
index over `tsvector` holds them on PostgreSQL; so whatever stores or deletes a passage has indexed it in the same
transaction. Every word is indexed behind a key of its shelf: a search reads the postings of its own scope and no others.
"""

import hashlib
import json
import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
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
TOKENS_AT_ONCE = 5_000

# The words of a row behind the key they begin with; the same text stands in the migration, for PostgreSQL's index.
LEXEMES = "array_to_tsvector(string_to_array(ltrim(replace(substr(words, 9), ' ', ' ' || substr(words, 1, 8))), ' '))"
_SQLITE = (
    "SELECT term, group_concat(doc) AS passages FROM passage_postings "
    "WHERE term IN (SELECT value FROM json_each({})) GROUP BY term"
)
_POSTGRES = (
    "SELECT asked.term, string_agg(passage.id::text, ',') AS passages FROM unnest({}::text[]) AS asked(term) "  # noqa: S608
    f"JOIN passage ON {LEXEMES} @@ ('''' || asked.term || '''')::tsquery GROUP BY asked.term"
)
_POSTGRES_AGAIN = ("REINDEX INDEX passage_words",)
_SQLITE_AGAIN = (
    "INSERT INTO passage_words (passage_words) VALUES ('delete-all')",
    "INSERT INTO passage_words (rowid, words) SELECT id, replace(substr(words, 9), ' ', ' ' || substr(words, 1, 8)) "
    "FROM passage WHERE words <> ''",
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

    keys: tuple[str, ...]
    passages: int
    holders: "Mapping[str, NDArray[np.int64]]"

    def rarity(self, word: str) -> float:
        """Weigh a word by how few passages hold it (BM25's inverse document frequency)."""
        holders = sum(len(ids) for ids in self._of(_spelt(word)))
        passages = max(self.passages, holders)
        return math.log(1 + (passages - holders + 0.5) / (holders + 0.5)) if holders else 0.0

    def scores(self, terms: Mapping[str, float]) -> "Scores":
        """Score every passage that holds a term, by BM25 with counts that stop at two: windows are all of one size."""
        import numpy as np

        ids: list[NDArray[np.int64]] = []
        weights: list[NDArray[np.float64]] = []
        for term, weight in terms.items():
            rarity = self.rarity(term)
            for mark, share in (("", 1.0), (REPEATED, REPEATED_WEIGHT)):
                for held in self._of(_spelt(term) + mark):
                    ids.append(held)
                    weights.append(np.full(len(held), weight * rarity * share))
        if not ids:
            return Scores(np.zeros(0, np.int64), np.zeros(0))
        found, places = np.unique(np.concatenate(ids), return_inverse=True)
        return Scores(found, np.bincount(places, np.concatenate(weights), len(found)).astype(np.float64))

    def search(self, terms: Mapping[str, float], limit: int) -> list[Hit]:
        """Return the passages that hold terms, best first; of equal ones the earlier."""
        return self.scores(terms).best(limit)

    def _of(self, word: str) -> "list[NDArray[np.int64]]":
        return [self.holders[key + word] for key in self.keys if key + word in self.holders]


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


async def postings(terms: Collection[str], shelves: Mapping[str, int]) -> Postings:
    """Look up who holds these terms on these shelves, given with how many passages each has."""
    keys = {collection: shelf_key(collection) for collection in shelves}
    tokens = [key + _spelt(term) + mark for key in keys.values() for term in terms for mark in ("", REPEATED)]
    holders: dict[str, NDArray[np.int64]] = {}
    for first in range(0, len(tokens), TOKENS_AT_ONCE):
        holders |= await _holders(tokens[first : first + TOKENS_AT_ONCE])
    return Postings(tuple(keys.values()), sum(shelves.values()), holders)


def narrowed(found: Postings, collection: str, admitted: "NDArray[np.int64]", left_out: int) -> Postings:
    """Leave out the passages of one shelf that are not among the admitted."""
    import numpy as np

    key = shelf_key(collection)
    holders = {
        token: ids[np.isin(ids, admitted)] if token.startswith(key) else ids for token, ids in found.holders.items()
    }
    return Postings(found.keys, found.passages - left_out, holders)


async def rebuild_words() -> None:
    """Fill the lexical index again from the passages' rows, as one change if a transaction is open."""
    for statement in _POSTGRES_AGAIN if Passage._meta.db.engine_type == "postgres" else _SQLITE_AGAIN:
        await Passage.raw(statement)


async def _holders(tokens: Sequence[str]) -> "dict[str, NDArray[np.int64]]":
    import numpy as np

    if Passage._meta.db.engine_type == "postgres":
        rows = await Passage.raw(_POSTGRES, list(tokens))
    else:
        rows = await Passage.raw(_SQLITE, json.dumps(tokens))
    return {row["term"]: np.fromstring(row["passages"], np.int64, sep=",") for row in rows}


def _spelt(word: str) -> str:
    """Spell a word so that both databases take it for one: marks inside of it become a low line."""
    return word.replace("'", "_").replace("’", "_").replace(".", "_")[:LONGEST_WORD]
