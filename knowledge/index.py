"""The vector index that answers questions within a shelf, kept in step with SQL, which is the truth."""

import fcntl
import logging
from collections import Counter, defaultdict
from collections.abc import Callable, Collection
from pathlib import Path
from typing import IO, TYPE_CHECKING, TypeVar, TypeVarTuple
from uuid import UUID

import anyio
from anyio.to_thread import run_sync

from knowledge.chroma import ChromaFailed, ChromaStore
from knowledge.exact import Changes, ExactIndex, Hit, Index
from knowledge.shelves import Shelf, Shelved, known_collections, shelf, vectors_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = [
    "Changes",
    "ChromaIndex",
    "ExactIndex",
    "Hit",
    "Index",
    "ask_to_rebuild",
    "open_index",
    "rebuild",
    "synchronise",
]

LOCK = ".lock"
ASKED = ".rebuild"
OPEN_COLLECTIONS = 32
Held = dict[str, dict[str, int]]  # passages by document and by its version
Arguments = TypeVarTuple("Arguments")
Result = TypeVar("Result")
logger = logging.getLogger(__name__)


def open_index(path: Path) -> Index:
    """Open the index in this folder, or search exactly from SQL while another process has the folder open.

    Two processes on one embedded Chroma folder go stale without an error, so a lock in the folder admits one.
    """
    path.mkdir(parents=True, exist_ok=True)
    lock = (path / LOCK).open("a")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        return ExactIndex()
    return ChromaIndex(path, lock)


async def synchronise(index: Index, collection: str) -> Changes:
    """Make the index hold what SQL holds of this collection."""
    return await index.refresh(await shelf(collection))


async def rebuild(index: Index) -> Changes:
    """Fill the index again from SQL, shelf by shelf, while questions go on; needs no model."""
    collections = await known_collections()
    await index.keep_only(collections)
    changes = Changes()
    for collection in collections:
        await index.drop(collection)
        changes += await synchronise(index, collection)
    return changes


def ask_to_rebuild(path: Path) -> None:
    """Ask the process that has the index in this folder open to fill it again, each shelf before it is next searched."""
    (path / ASKED).touch()


class ChromaIndex:
    """An embedded Chroma store; whoever opens it must be the only process on its folder (see `open_index`)."""

    def __init__(self, path: Path, lock: IO[str] | None = None, open_collections: int = OPEN_COLLECTIONS) -> None:
        self._store = ChromaStore(path, open_collections)
        self._lock_file = lock
        self._versions: dict[str, str] = {}
        self._held: dict[str, Held] = {}  # what the store holds, where this process has seen to it
        self._given_up: Counter[str] = Counter()
        self._asked = path / ASKED
        self._asked_at = _touched(self._asked)
        self._outdated: set[str] = set()
        self._locks: defaultdict[str, anyio.Lock] = defaultdict(anyio.Lock)
        self._exact = ExactIndex()

    async def refresh(self, shelf: Shelf) -> Changes:
        """Take in the shelf's new documents and give up those that are gone or were read again."""
        self._hear_of_rebuild()
        if self._versions.get(shelf.collection) == shelf.version:
            return Changes()
        lock = self._locks[shelf.collection]
        if lock.locked():
            return Changes()  # it is being brought in step; until then the search is exact
        async with lock:
            self._versions.pop(shelf.collection, None)
            try:
                changes = await self._bring_in_step(shelf)
            except ChromaFailed:
                logger.exception("Chroma failed; this collection is searched exactly until it works again.")
                self._forget(shelf.collection)
                return await self._exact.refresh(shelf)
            self._versions[shelf.collection] = shelf.version
            return changes

    async def search(
        self,
        collection: str,
        vector: "NDArray[np.float32]",
        limit: int,
        documents: Collection[UUID] | None = None,
    ) -> list[Hit]:
        """Return the nearest passages of one collection, best first, of these documents only if given."""
        if collection not in self._versions:
            await self.refresh(await shelf(collection))
        if collection in self._versions:
            given_up = self._given_up[collection]
            try:
                hits = await self._in_store(self._store.query, collection, vector, limit, documents)
                if given_up == self._given_up[collection]:
                    return hits  # else it may have been emptied while it was asked
            except ChromaFailed:
                logger.exception(
                    "Chroma failed; this collection is searched exactly now and looked at again next time."
                )
                self._forget(collection)
        await self._exact.refresh(await shelf(collection))
        return await self._exact.search(collection, vector, limit, documents)

    async def remove(self, collection: str, document_id: UUID) -> None:
        """Give up one document's passages at once."""
        self._forget(collection)
        await self._exact.drop(collection)
        try:
            await self._in_store(self._store.delete, collection, [str(document_id)])
        except ChromaFailed:
            logger.exception("Chroma failed to remove a document; SQL no longer returns its passages.")

    async def drop(self, collection: str) -> None:
        """Give up a whole collection; it is built again from SQL when it is next searched."""
        async with self._locks[collection]:
            self._forget(collection)
            await self._exact.drop(collection)
            await self._in_store(self._store.drop, collection)

    async def keep_only(self, collections: Collection[str]) -> None:
        """Give up the collections that SQL no longer knows."""
        await self._in_store(self._store.keep_only, collections)

    async def clear(self) -> None:
        """Give up everything, also collections that SQL no longer knows."""
        self._versions.clear()
        self._held.clear()
        await self._exact.clear()
        await self._in_store(self._store.clear)

    def close(self) -> None:
        """Stop Chroma and let another process have the folder."""
        self._store.close()
        if self._lock_file is not None:
            self._lock_file.close()

    def _hear_of_rebuild(self) -> None:
        asked_at = _touched(self._asked)
        if asked_at != self._asked_at:
            self._asked_at = asked_at
            self._outdated |= self._versions.keys()
            self._versions.clear()
            self._held.clear()

    def _forget(self, collection: str) -> None:
        """Look at what the store holds again before it is next used."""
        self._versions.pop(collection, None)
        self._held.pop(collection, None)
        self._given_up[collection] += 1

    async def _in_store(self, call: Callable[[*Arguments], Result], *arguments: *Arguments) -> Result:
        """Run a blocking call in a thread; whatever goes wrong in Chroma comes out as one error."""
        try:
            return await run_sync(call, *arguments)
        except Exception as error:
            raise ChromaFailed from error

    async def _bring_in_step(self, shelf: Shelf) -> Changes:
        if shelf.collection in self._outdated:
            await self._in_store(self._store.drop, shelf.collection)
            self._outdated.discard(shelf.collection)
        wanted = {str(document.id): document for document in shelf.documents}
        held = self._held.pop(shelf.collection, None)
        if held is None:
            held = await self._in_store(self._store.holdings, shelf.collection, shelf.version)
        if held is None:
            self._held[shelf.collection] = {key: _whole(document) for key, document in wanted.items()}
            return Changes()
        stale = [key for key, versions in held.items() if not _agrees(wanted.get(key), versions)]
        removed = sum(sum(held[key].values()) for key in stale)
        await self._in_store(self._store.delete, shelf.collection, stale)
        added = 0
        for key, document in wanted.items():
            if key not in held or key in stale:
                vectors = await vectors_of(shelf.collection, [document.id])
                await self._in_store(self._store.add, shelf.collection, document, vectors)
                added += len(vectors.ids)
        await self._in_store(self._store.mark, shelf.collection, shelf.version)
        self._held[shelf.collection] = {key: _whole(document) for key, document in wanted.items()}
        return Changes(added, removed)


def _touched(file: Path) -> float:
    return file.stat().st_mtime if file.exists() else 0.0


def _whole(document: Shelved) -> dict[str, int]:
    return {document.version: document.passages} if document.passages else {}


def _agrees(document: Shelved | None, held: dict[str, int]) -> bool:
    return document is not None and held == _whole(document)
