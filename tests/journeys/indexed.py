"""Compares what the indexes hold of a stopped data folder with what SQL holds: each passage exactly once."""

import sqlite3
from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import anyio

from knowledge.index import ChromaIndex, open_index, synchronise
from knowledge.shelves import known_collections
from portal.core.database import open_database
from portal.core.settings import Settings, load_settings

_READY = "SELECT p.id FROM passage p JOIN document d ON d.id = p.document WHERE d.state = 'ready' AND d.collection = ?"


def vectors(data: Path, env: Mapping[str, str] = {}) -> list[str]:
    """After a refresh the vector index holds each passage of a ready document, and nothing else."""
    held = anyio.run(_held, load_settings(env, data))
    found = []
    with closing(sqlite3.connect(data / "surety.sqlite")) as database:
        for collection, ids in held.items():
            wanted = {str(row[0]) for row in database.execute(_READY, [collection])}
            found += [f"passage {one} is not in the vector index" for one in wanted - set(ids)]
            found += [f"the vector index holds {one}, which is no passage" for one in set(ids) - wanted]
            found += [f"passage {one} is in the vector index {times} times" for one, times in ids.items() if times > 1]
    return found


def words(database: sqlite3.Connection) -> list[str]:
    """The lexical index holds each word of each passage once, and nothing else."""
    if not database.execute("SELECT 1 FROM sqlite_master WHERE name = 'passage_postings'").fetchone():
        return []  # words are ranked in process, from the passages themselves
    wanted = {
        (written[:8] + word, identity)
        for identity, written in database.execute("SELECT id, words FROM passage")
        for word in written[8:].split()
    }
    held = Counter(database.execute("SELECT term, doc FROM passage_postings").fetchall())
    return [
        *(f"the words of passage {doc} are not in the lexical index" for doc in {doc for _, doc in wanted - set(held)}),
        *(f"the lexical index holds {doc}, which has no such word" for doc in {doc for _, doc in set(held) - wanted}),
        *(f"passage {doc} is in the lexical index twice" for doc in {doc for (_, doc), n in held.items() if n > 1}),
    ]


async def _held(settings: Settings) -> dict[str, Counter[str]]:
    async with open_database(settings):
        index = open_index(settings.index)
        assert isinstance(index, ChromaIndex), "somebody still has the index folder open"
        try:
            held = {}
            for collection in await known_collections():
                await synchronise(index, collection)
                held[collection] = Counter(index._store._collection(collection).get(include=[])["ids"])
            return held
        finally:
            index.close()
