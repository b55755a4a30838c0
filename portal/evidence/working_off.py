"""Working a document off: read in the jail, turned into passages, embedded, stored, indexed; safe to repeat at any point."""

from uuid import UUID

import anyio.to_thread

from knowledge.errors import DocumentNotFound, UnreadableDocument
from knowledge.index import synchronise
from knowledge.ingesting import digest, mark_reading, mark_unreadable, store_digest
from knowledge.tables import Document, DocumentState
from portal.core import audit
from portal.core.database import transaction
from portal.core.queue import enqueue
from portal.core.scope import SYSTEM
from portal.core.settings import Settings
from portal.engines import Engines
from portal.evidence.effective import apply_reviews
from portal.evidence.files import existing_path
from portal.evidence.succeeding import VERSIONS
from portal.evidence.tables import Evidence


async def work_off(document_id: UUID, settings: Settings, engines: Engines) -> None:
    """Bring one document from received to ready or unreadable; a document that is either already is only re-indexed."""
    document = await Document.objects().where(Document.id == document_id).first()
    if document is None:
        return
    if document.state not in (DocumentState.READY, DocumentState.UNREADABLE):
        await _read(document, settings, engines)
    await synchronise(engines.index, document.collection)


async def give_up(document_id: UUID) -> None:
    """Say that a document could not be worked off after several tries; the bytes stay."""
    await _unreadable(
        document_id,
        "This document could not be read here after several tries. Please export it again as PDF and upload the new copy.",
    )


async def _read(document: Document, settings: Settings, engines: Engines) -> None:
    async with transaction():
        await mark_reading(document.id)
    path = existing_path(settings, document.sha256)
    try:
        digested = await anyio.to_thread.run_sync(digest, path, document.name, engines.tools.embedder)
    except UnreadableDocument as error:
        await _unreadable(document.id, str(error))
        return
    try:
        async with transaction():
            await store_digest(document.id, digested)
            await _apply_reviews(document.id)
            await enqueue(VERSIONS, str(document.id))
            await _note(document.id, "evidence.ready")
    except DocumentNotFound:
        return  # removed while it was being read


async def _apply_reviews(document_id: UUID) -> None:
    """Let what people said of the facts count over the new reading."""
    row = await Evidence.objects().where((Evidence.document == document_id) & Evidence.removed_at.is_null()).first()
    if row is not None:
        await apply_reviews(row)


async def _unreadable(document_id: UUID, reason: str) -> None:
    async with transaction():
        await mark_unreadable(document_id, reason)
        await _note(document_id, "evidence.unreadable")


async def _note(document_id: UUID, action: str) -> None:
    row = await Evidence.objects().where((Evidence.document == document_id) & Evidence.removed_at.is_null()).first()
    if row is not None:
        await audit.record(SYSTEM, action, row, {"name": row.name}, vendor=row.vendor)
        await enqueue("review.vendor", str(row.vendor))
