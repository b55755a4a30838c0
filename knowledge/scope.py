"""What a person may read: decided before any search, and checked again on every passage that comes back."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Scope:
    """The shelves, and if given the documents on them, that one question may be answered from.

    `documents=None` means every ready document on those shelves. No shelves, or an empty set of documents, reads
    nothing: there is no value that means "everything there is".
    """

    collections: tuple[str, ...]
    documents: frozenset[UUID] | None = None

    @property
    def is_empty(self) -> bool:
        """Say whether nothing at all may be read."""
        return not self.collections or (self.documents is not None and not self.documents)

    def allows(self, collection: str, document_id: UUID) -> bool:
        """Say whether this document on this shelf may be read."""
        return collection in self.collections and (self.documents is None or document_id in self.documents)
