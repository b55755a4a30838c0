"""What an index is, and the exact one: no files of its own, so any number of processes may search with it."""

from collections import OrderedDict
from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from knowledge.shelves import Shelf, Vectors, shelf, vectors_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

CACHE_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage near the question; the score is the cosine."""

    passage_id: int
    score: float


@dataclass(frozen=True, slots=True)
class Changes:
    """How many passages an index took in and gave up to agree with SQL."""

    added: int = 0
    removed: int = 0

    def __add__(self, other: "Changes") -> "Changes":
        return Changes(self.added + other.added, self.removed + other.removed)


class Index(Protocol):
    """Vectors by collection. SQL is the truth: an index may be lost at any time and is whole again after `refresh`."""

    async def refresh(self, shelf: Shelf) -> Changes:
        """Hold exactly this shelf's passages from now on; cheap when nothing changed."""

    async def search(
        self,
        collection: str,
        vector: "NDArray[np.float32]",
        limit: int,
        documents: Collection[UUID] | None = None,
    ) -> list[Hit]:
        """Return the nearest passages of one collection, best first, of these documents only if given."""

    async def remove(self, collection: str, document_id: UUID) -> None:
        """Give up one document's passages at once."""

    async def drop(self, collection: str) -> None:
        """Give up a whole collection."""

    async def keep_only(self, collections: Collection[str]) -> None:
        """Give up all other collections."""

    async def clear(self) -> None:
        """Give up everything."""

    def close(self) -> None:
        """Let another process have the index's files; the index may not be used afterwards."""


class ExactIndex:
    """One matrix product over a collection's own vectors, of which the most recently used stay in memory."""

    def __init__(self, cache_bytes: int = CACHE_BYTES) -> None:
        self.cache_bytes = cache_bytes
        self._held: OrderedDict[str, tuple[str, Vectors]] = OrderedDict()

    async def refresh(self, shelf: Shelf) -> Changes:
        """Read the shelf's vectors again if any document of it changed."""
        version = shelf.version
        held = self._held.get(shelf.collection)
        if held is not None and held[0] == version:
            self._held.move_to_end(shelf.collection)
            return Changes()
        vectors = await vectors_of(shelf.collection, [document.id for document in shelf.documents])
        self._held[shelf.collection] = (version, vectors)
        self._held.move_to_end(shelf.collection)
        self._shrink()
        return Changes(len(vectors.ids), 0 if held is None else len(held[1].ids))

    async def search(
        self,
        collection: str,
        vector: "NDArray[np.float32]",
        limit: int,
        documents: Collection[UUID] | None = None,
    ) -> list[Hit]:
        """Return the nearest passages of one collection, best first, of these documents only if given."""
        if collection not in self._held:
            await self.refresh(await shelf(collection))
        return nearest(self._held[collection][1], vector, limit, documents)

    async def remove(self, collection: str, document_id: UUID) -> None:
        """Forget the collection's vectors; the next search reads what SQL still holds."""
        self._held.pop(collection, None)

    async def drop(self, collection: str) -> None:
        """Forget the collection's vectors."""
        self._held.pop(collection, None)

    async def keep_only(self, collections: Collection[str]) -> None:
        """Forget the vectors of all other collections."""
        for collection in self._held.keys() - set(collections):
            del self._held[collection]

    async def clear(self) -> None:
        """Forget all vectors."""
        self._held.clear()

    def close(self) -> None:
        """Forget all vectors; there are no files."""
        self._held.clear()

    def _shrink(self) -> None:
        while len(self._held) > 1 and sum(held.matrix.nbytes for _, held in self._held.values()) > self.cache_bytes:
            self._held.popitem(last=False)


def nearest(
    vectors: Vectors, vector: "NDArray[np.float32]", limit: int, documents: Collection[UUID] | None = None
) -> list[Hit]:
    """Rank passages by cosine; with equal scores the earlier passage comes first."""
    import numpy as np

    if len(vectors.ids) == 0:
        return []
    scores = vectors.matrix @ vector
    if documents is not None:
        scores = np.where([document in documents for document in vectors.documents], scores, -np.inf)
    order = np.argsort(-scores, kind="stable")[:limit]
    order = order[np.isfinite(scores[order])]
    return [Hit(key, score) for key, score in zip(vectors.ids[order].tolist(), scores[order].tolist(), strict=True)]
