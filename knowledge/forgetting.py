"""Forgets a document: out of the index and out of SQL."""

from uuid import UUID

from knowledge.cross_encoder import reading
from knowledge.exact import Index
from knowledge.stances import judging
from knowledge.storing import delete_contents, find_collection, mark_unreadable
from knowledge.tables import Document

BEING_REMOVED = "This document is being removed."


async def begin_to_forget(document_id: UUID) -> None:
    """Take a document out of every search at once, in the open transaction; `forget_document` does the rest."""
    await mark_unreadable(document_id, BEING_REMOVED)


async def forget_document(document_id: UUID, index: Index) -> None:
    """Forget a document and all that was kept of it; may be repeated, also after it was killed half-way."""
    collection = await find_collection(document_id)
    if collection is None:
        return
    await begin_to_forget(document_id)
    await index.remove(collection, document_id)
    await delete_contents(document_id)
    judging.forget()
    reading.forget()
    await Document.delete().where(Document.id == document_id)
