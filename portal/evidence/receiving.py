"""Taking evidence in: bytes to disk first, then row, audit entry and job in one transaction, then the answer."""

from collections.abc import AsyncIterator
from uuid import UUID

from knowledge.forgetting import begin_to_forget
from knowledge.ingesting import register_document
from knowledge.tables import DocumentState
from portal.core import audit
from portal.core.clock import now
from portal.core.database import transaction
from portal.core.errors import Conflict
from portal.core.queue import enqueue
from portal.core.reading import clean_name
from portal.core.scope import Can, Principal
from portal.core.settings import Settings
from portal.engines import Engines
from portal.evidence.access import evidence_for, require_upload
from portal.evidence.changed import evidence_changed
from portal.evidence.files import write_stream
from portal.evidence.forgetting import FORGET, forget_removed
from portal.evidence.sweeping import hold_files
from portal.evidence.tables import Evidence, FactReview
from portal.vendors.collections import collection_of

READ = "evidence.read"
MOST_FILES = 500
REMOVED_JUST_NOW = "This file was removed a moment ago. Please upload it once more."


async def receive(
    who: Principal,
    vendor_id: UUID,
    name: str,
    stream: AsyncIterator[bytes],
    settings: Settings,
    *,
    service: UUID | None = None,
    note: str = "",
) -> Evidence:
    """Take one file in for a vendor; the same bytes again give the same evidence. Raises TooLarge, InvalidForm, NotFound."""
    require_upload(who, vendor_id)
    await _check_quota(vendor_id)
    name = clean_name(name)
    stored = await write_stream(settings, name, stream)
    async with transaction():
        await hold_files()
        if not stored.path.is_file():  # the same bytes were just removed with another document
            raise Conflict(REMOVED_JUST_NOW)
        document = await register_document(collection_of(vendor_id), stored.sha256, name, stored.size, stored.media)
        row = (
            await Evidence.objects()
            .where((Evidence.vendor == vendor_id) & (Evidence.document == document.id) & Evidence.removed_at.is_null())
            .first()
        )
        if row is not None:
            return row
        if await Evidence.exists().where(Evidence.document == document.id):  # what was read of it is going just now
            raise Conflict(REMOVED_JUST_NOW)
        row = Evidence(
            vendor=vendor_id,
            service=service,
            document=document.id,
            sha256=stored.sha256,
            name=name,
            note=note,
            uploaded_by_kind=who.kind,
            uploaded_by=who.id,
            uploaded_by_name=who.name,
            uploaded_at=now(),
        )
        await row.save()
        await audit.record(who, "evidence.received", row, {"name": name, "sha256": stored.sha256}, vendor=vendor_id)
        if document.state in (DocumentState.RECEIVED, DocumentState.READING):
            await enqueue(READ, str(document.id))
    return row


async def remove(who: Principal, evidence_id: UUID, settings: Settings, engines: Engines) -> None:
    """Remove evidence: its text, passages, vectors and pictures go, and its file when nobody else gave the same bytes.

    Nothing of it is found any more once the row is gone; what is left when this is cut short, the job takes away.
    """
    row = await evidence_for(who, evidence_id)
    who.require(Can.assess)
    async with transaction():
        gone = await (
            Evidence.update({Evidence.removed_at: now()})
            .where((Evidence.id == row.id) & Evidence.removed_at.is_null())
            .returning(Evidence.id)
        )
        if not gone:
            raise Conflict("Somebody else removed this document already.")
        await FactReview.delete().where(FactReview.evidence == row.id)  # they hold words of the document
        await audit.record(who, "evidence.removed", row, {"name": row.name, "sha256": row.sha256}, vendor=row.vendor)
        await begin_to_forget(row.document)
        await enqueue(FORGET, str(row.document))
        await evidence_changed(row.vendor)
    await forget_removed(row.document, settings, engines)


async def _check_quota(vendor_id: UUID) -> None:
    count = await Evidence.count().where((Evidence.vendor == vendor_id) & Evidence.removed_at.is_null())
    if count >= MOST_FILES:
        raise Conflict(f"There are {MOST_FILES} documents already. Please ask the reviewer to remove some first.")
