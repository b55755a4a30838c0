"""Working a document off: scanned, read in the jail, cut into passages, embedded, stored, indexed; safe to repeat."""

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from uuid import UUID

import anyio.to_thread

from knowledge.errors import DocumentNotFound, PasswordNeeded, ReaderUnavailable, UnreadableDocument
from knowledge.index import synchronise
from knowledge.ingesting import Digest, digest, mark_progress, mark_reading, mark_unreadable, store_digest
from knowledge.media import Media
from knowledge.remarks import counted
from knowledge.tables import Document, DocumentState
from portal.core import audit
from portal.core.database import transaction
from portal.core.queue import Postponed, enqueue
from portal.core.scope import SYSTEM, Principal
from portal.core.settings import Settings
from portal.engines import Engines
from portal.evidence.changed import evidence_changed
from portal.evidence.effective import apply_reviews
from portal.evidence.files import existing_path
from portal.evidence.scanning import give_up_scanning, may_open
from portal.evidence.succeeding import VERSIONS
from portal.evidence.tables import Evidence

_TELLING = 1.0


async def work_off(document_id: UUID, settings: Settings, engines: Engines) -> None:
    """Bring one document from received to ready or unreadable; a document that is either already is only re-indexed."""
    document = await Document.objects().where(Document.id == document_id).first()
    if document is None:
        return
    opening = await may_open(document_id, settings)
    if opening and document.state not in (DocumentState.READY, DocumentState.UNREADABLE):
        await _read(document, settings, engines)
    await synchronise(engines.index, document.collection)


async def give_up(document_id: UUID, settings: Settings) -> None:
    """Say that a document could not be worked off after several tries; the bytes stay."""
    if await give_up_scanning(document_id, settings):
        return
    await _unreadable(
        document_id,
        "This document could not be read here after several tries. Please export it again as PDF and upload the new copy.",
    )


async def _read(document: Document, settings: Settings, engines: Engines) -> None:
    async with transaction():
        await mark_reading(document.id)
    try:
        digested = await digested_file(document, settings, engines)
    except ReaderUnavailable as error:  # it writes a line before it looks at the file, so the file is not to blame
        raise Postponed(str(error)) from error
    except UnreadableDocument as error:
        await _unreadable(document.id, str(error), locked=isinstance(error, PasswordNeeded))
        return
    await keep(document.id, digested, "evidence.ready", SYSTEM)


async def digested_file(document: Document, settings: Settings, engines: Engines, password: str = "") -> Digest:
    """Read a kept file in a thread, and let everybody see how far it is. Raises UnreadableDocument."""
    path = existing_path(settings, document.sha256)
    heard = [(0, 0)]
    reading = partial(
        digest,
        path,
        document.name,
        engines.tools.embedder,
        engines.limits,
        media=Media(document.media),
        password=password,
        progress=lambda done, total: heard.append((done, total)),
    )
    telling = asyncio.create_task(_tell(document.id, heard))
    try:
        return await anyio.to_thread.run_sync(reading)
    finally:
        telling.cancel()
        with suppress(asyncio.CancelledError):
            await telling


async def _tell(document_id: UUID, heard: list[tuple[int, int]]) -> None:
    told = heard[-1]
    while True:
        await asyncio.sleep(_TELLING)
        if heard[-1] != told:
            told = heard[-1]
            await mark_progress(document_id, *told)


async def keep(document_id: UUID, digested: Digest, action: str, who: Principal) -> None:
    """Store what was read; what people said of the facts counts over the new reading."""
    try:
        async with transaction():
            await store_digest(document_id, digested)
            await _apply_reviews(document_id)
            await enqueue(VERSIONS, str(document_id))
            await _note(document_id, action, who, {"remarks": counted(digested.remarks)})
    except DocumentNotFound:
        return  # removed while it was being read


async def _apply_reviews(document_id: UUID) -> None:
    """Let what people said of the facts count over the new reading."""
    row = await Evidence.objects().where((Evidence.document == document_id) & Evidence.removed_at.is_null()).first()
    if row is not None:
        await apply_reviews(row)


async def _unreadable(document_id: UUID, reason: str, *, locked: bool = False) -> None:
    async with transaction():
        await mark_unreadable(document_id, reason, locked=locked)
        await _note(document_id, "evidence.unreadable")


async def _note(
    document_id: UUID, action: str, who: Principal = SYSTEM, more: Mapping[str, object] | None = None
) -> None:
    row = await Evidence.objects().where((Evidence.document == document_id) & Evidence.removed_at.is_null()).first()
    if row is not None:
        await audit.record(who, action, row, {"name": row.name, **(more or {})}, vendor=row.vendor)
        await evidence_changed(row.vendor)
