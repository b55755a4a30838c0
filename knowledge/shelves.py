"""What SQL holds of a shelf: which documents are ready, in which version, and the vectors of their passages."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from knowledge.among import among
from knowledge.embedding import restored
from knowledge.tables import Document, DocumentState, Passage

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Shelved:
    """A ready document; its version changes whenever its passages may have changed."""

    id: UUID
    name: str
    pages_read: int
    passages: int
    version: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """Every ready document of one collection."""

    collection: str
    documents: tuple[Shelved, ...]

    @property
    def version(self) -> str:
        """Change whenever a document comes, goes or is read again."""
        lines = sorted(f"{document.id} {document.version} {document.passages}" for document in self.documents)
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Vectors:
    """The vectors of some passages, row by row."""

    ids: "NDArray[np.int64]"
    documents: tuple[UUID, ...]
    matrix: "NDArray[np.float32]"


async def shelf(collection: str) -> Shelf:
    """Read one shelf's ready documents."""
    (found,) = await shelves((collection,))
    return found


async def shelves(collections: Sequence[str]) -> list[Shelf]:
    """Read the ready documents of several shelves, one shelf each in the order given, empty ones too."""
    rows = await (
        Document.select(
            Document.id,
            Document.collection,
            Document.name,
            Document.pages_read,
            Document.passage_count,
            Document.updated_at,
        )
        .where(among(Document.collection, collections))
        .where(Document.state == DocumentState.READY.value)
        .order_by(Document.id)
    )
    grouped: dict[str, list[Shelved]] = {collection: [] for collection in collections}
    for row in rows:
        version = row["updated_at"].isoformat()
        document = Shelved(row["id"], row["name"], row["pages_read"], row["passage_count"], version)
        grouped[row["collection"]].append(document)
    return [Shelf(collection, tuple(documents)) for collection, documents in grouped.items()]


async def known_collections() -> list[str]:
    """List every collection that has a document."""
    rows = await Document.select(Document.collection).group_by(Document.collection).order_by(Document.collection)
    return [row["collection"] for row in rows]


async def vectors_of(collection: str, documents: Sequence[UUID]) -> Vectors:
    """Read the stored vectors of the passages of these documents on one shelf."""
    import numpy as np

    rows = await (
        Passage.select(Passage.id, Passage.document, Passage.vector)
        .where(Passage.collection == collection)
        .where(among(Passage.document, documents))
        .order_by(Passage.id)
    )
    ids = np.array([row["id"] for row in rows], np.int64)
    return Vectors(ids, tuple(row["document"] for row in rows), restored([row["vector"] for row in rows]))
