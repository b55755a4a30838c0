"""The Chroma store on disk, in blocking calls; the only module that imports chromadb."""

import hashlib
import logging
import shutil
import threading
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from uuid import UUID

from knowledge.errors import KnowledgeError
from knowledge.exact import Hit
from knowledge.shelves import Shelved, Vectors

if TYPE_CHECKING:
    import numpy as np
    from chromadb.api.client import Client
    from chromadb.api.collection_configuration import CreateCollectionConfiguration
    from chromadb.api.models.Collection import Collection as ChromaCollection
    from chromadb.api.types import Where
    from numpy.typing import NDArray

UPSERT_ROWS = 2_000
PROBE = 10
# wide enough that the nearest 64 of 10,000 passages are those that an exact search gives
NEIGHBOURS, SEARCHED = 32, 1_000
_CONFIGURATION: "CreateCollectionConfiguration" = {
    "hnsw": {
        "space": "cosine",
        "max_neighbors": NEIGHBOURS,
        "ef_search": SEARCHED,
        "batch_size": 2,
        "sync_threshold": 2,
    }
}
logger = logging.getLogger(__name__)


class ChromaFailed(KnowledgeError):
    """Chroma could not do what was asked; SQL still can."""

    def __init__(self) -> None:
        super().__init__("The vector store failed; the vectors in the database are used instead.")


class ChromaStore:
    """One folder of Chroma collections, opened at the first call; this must be the only process on the folder."""

    def __init__(self, path: Path, open_collections: int) -> None:
        self.path = path
        self.open_collections = open_collections
        self._opening = threading.Lock()
        self._opened: Client | None = None
        self._handles: dict[str, ChromaCollection] = {}

    def query(
        self, collection: str, vector: "NDArray[np.float32]", limit: int, documents: Collection[UUID] | None
    ) -> list[Hit]:
        """Return the nearest passages of one collection, best first."""
        answer = self._collection(collection).query(
            query_embeddings=vector[None, :],
            n_results=limit,
            where=None if documents is None else _only(map(str, documents)),
            include=["distances"],
        )
        distances = answer["distances"] or [[]]
        return [Hit(int(key), 1 - distance) for key, distance in zip(answer["ids"][0], distances[0], strict=True)]

    def holdings(self, collection: str, version: str) -> dict[str, dict[str, int]] | None:
        """Count what is held by document and by its version; None when the whole collection is there as wanted."""
        chroma = self._collection(collection)
        if not _is_whole(chroma):
            self.drop(collection)
            return {}
        if (chroma.metadata or {}).get("version") == version:
            return None
        held: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for row in chroma.get(include=["metadatas"])["metadatas"] or []:
            held[str(row["document"])][str(row["version"])] += 1
        return {document: dict(versions) for document, versions in held.items()}

    def add(self, collection: str, document: Shelved, vectors: Vectors) -> None:
        """Take in one document's passages."""
        chroma = self._collection(collection)
        metadata = {"document": str(document.id), "version": document.version}
        for first in range(0, len(vectors.ids), UPSERT_ROWS):
            ids = [str(key) for key in vectors.ids[first : first + UPSERT_ROWS]]
            rows = vectors.matrix[first : first + UPSERT_ROWS]
            chroma.upsert(ids=ids, embeddings=rows, metadatas=[metadata] * len(ids))

    def delete(self, collection: str, documents: Collection[str]) -> None:
        """Give up the passages of these documents."""
        if documents:
            self._collection(collection).delete(where=_only(documents))

    def mark(self, collection: str, version: str) -> None:
        """Note that the collection now holds exactly this version of its shelf."""
        self._collection(collection).modify(metadata={"version": version})

    def drop(self, collection: str) -> None:
        """Give up a whole collection."""
        self._client.delete_collection(self._collection(collection).name)
        self._handles.pop(collection, None)

    def keep_only(self, collections: Collection[str]) -> None:
        """Give up all other collections."""
        names = {_name(collection) for collection in collections}
        for chroma in self._client.list_collections():
            if chroma.name not in names:
                self._client.delete_collection(chroma.name)
        self._handles.clear()

    def clear(self) -> None:
        """Give up every collection."""
        self._handles.clear()
        for chroma in self._client.list_collections():
            self._client.delete_collection(chroma.name)

    def close(self) -> None:
        """Stop Chroma."""
        self._handles.clear()
        with self._opening:
            if self._opened is not None:
                self._opened.close()
                self._opened = None

    @property
    def _client(self) -> "Client":
        with self._opening:
            if self._opened is None:
                self._opened = self._opened_or_emptied()
            return self._opened

    def _opened_or_emptied(self) -> "Client":
        try:
            return self._open()
        except Exception:
            logger.exception("The Chroma folder cannot be opened; it is a cache, so it is emptied and built again.")
            self._empty()
            return self._open()

    def _empty(self) -> None:
        """Remove Chroma's own files and nothing else that may lie in the folder."""
        for file in self.path.glob("chroma.sqlite3*"):
            file.unlink()
        for folder in self.path.glob("????????-????-????-????-????????????"):
            shutil.rmtree(folder)

    def _open(self) -> "Client":
        """Start Chroma with a bounded number of collections in memory; its settings offer no such bound."""
        from chromadb.api.client import Client
        from chromadb.api.rust import RustBindingsAPI
        from chromadb.config import Settings, System

        system = System(Settings(is_persistent=True, persist_directory=str(self.path), anonymized_telemetry=False))
        system.instance(RustBindingsAPI).hnsw_cache_size = self.open_collections
        system.start()
        client = Client.from_system(system)
        assert isinstance(client, Client)
        return client

    def _collection(self, collection: str) -> "ChromaCollection":
        """Open or make a collection that is written to disk at once: Chroma fails on an evicted one that never was."""
        held = self._handles.get(collection)
        if held is None:
            held = self._client.get_or_create_collection(
                _name(collection), configuration=_CONFIGURATION, embedding_function=None
            )
            self._handles[collection] = held
        return held


def _name(collection: str) -> str:
    return "shelf-" + hashlib.sha256(collection.encode()).hexdigest()[:40]


def _is_whole(chroma: "ChromaCollection") -> bool:
    """Say whether the collection is searched as widely as it should be and has lost none of its vectors."""
    graph = chroma.configuration["hnsw"]
    return graph is not None and graph.get("ef_search") == SEARCHED and _has_its_vectors(chroma)


def _has_its_vectors(chroma: "ChromaCollection") -> bool:
    """Probe for lost vector files: Chroma then counts the passages still but finds fewer, or fails."""
    expected = min(PROBE, chroma.count())
    if expected == 0:
        return True
    try:
        sample = chroma.peek(1)["embeddings"]
        found = [] if sample is None else chroma.query(query_embeddings=sample, n_results=expected, include=[])["ids"]
    except Exception:
        logger.exception("Chroma cannot read the vectors of a collection; it is filled again.")
        return False
    return len(found) == 1 and len(found[0]) == expected


def _only(documents: Iterable[str]) -> "Where":
    keys: list[str | int | float | bool] = sorted(documents)
    within: dict[Literal["$in", "$nin"], list[str | int | float | bool]] = {"$in": keys}
    return {"document": within}
