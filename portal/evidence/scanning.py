"""Viruses: a file is scanned before anything opens it, and what was found or never scanned stays closed."""

from uuid import UUID

import anyio.to_thread

from knowledge.storing import delete_contents, mark_unreadable
from portal.core import audit, clamav
from portal.core.clamav import ScanFailed, ScanMode, ScannerAway, TooLargeToScan
from portal.core.clock import now
from portal.core.database import transaction
from portal.core.queue import Postponed, enqueue
from portal.core.scope import SYSTEM
from portal.core.settings import Settings
from portal.evidence.changed import evidence_changed
from portal.evidence.files import existing_path
from portal.evidence.pictures import forget_pictures
from portal.evidence.quarantine import is_open
from portal.evidence.receiving import READ
from portal.evidence.tables import Evidence, ScanState

_BATCH = 500


async def may_open(document_id: UUID, settings: Settings) -> bool:
    """Have a document's file scanned as far as the settings ask; whether it may then be opened.

    Raises Postponed while a required scanner is away, ScanFailed when a required one could not examine the file.
    """
    row = await _row(document_id)
    if row is None:
        return False  # removed meanwhile
    if settings.scanning is not ScanMode.OFF and row.scan not in (
        ScanState.CLEAN,
        ScanState.INFECTED,
        ScanState.FAILED,
    ):
        await _scan(row, settings)
    return is_open(row, settings)


async def give_up_scanning(document_id: UUID, settings: Settings) -> bool:
    """Refuse a file that a required scanner could not examine in several tries; whether it was one."""
    row = await _row(document_id)
    if row is None or settings.scanning is not ScanMode.REQUIRED or row.scan in (ScanState.CLEAN, ScanState.INFECTED):
        return False
    await _refuse(row, "The virus scanner could not examine this file; please export it again and upload the new copy.")
    return True


async def scan_the_unscanned(settings: Settings) -> int:
    """Put back in line what was never scanned, while the scanner answers; returns how many documents."""
    if settings.scanning is ScanMode.OFF:
        return 0
    try:
        await anyio.to_thread.run_sync(clamav.version, settings.clamav)
    except ScannerAway:
        return 0
    unscanned = Evidence.scan.is_null() | (Evidence.scan == ScanState.UNSCANNED.value)
    rows = await Evidence.select(Evidence.document).where(Evidence.removed_at.is_null() & unscanned).limit(_BATCH)
    async with transaction():
        for row in rows:
            await enqueue(READ, str(row["document"]))
    return len(rows)


async def _row(document_id: UUID) -> Evidence | None:
    row: Evidence | None = (
        await Evidence.objects().where((Evidence.document == document_id) & Evidence.removed_at.is_null()).first()
    )
    return row


async def _scan(row: Evidence, settings: Settings) -> None:
    required = settings.scanning is ScanMode.REQUIRED
    path = existing_path(settings, row.sha256)
    try:
        found = await anyio.to_thread.run_sync(clamav.scan, settings.clamav, path)
    except ScannerAway as away:
        await _note(row, ScanState.WAITING if required else ScanState.UNSCANNED)
        if required:
            raise Postponed(away.sentence) from away
    except ScanFailed as failed:
        if required and not isinstance(failed, TooLargeToScan):
            raise  # tried again, and given up in the end
        if required:
            await _refuse(row, f"{failed.sentence} Please split it and upload the parts.")
        else:
            await _note(row, ScanState.FAILED)
    else:
        await (_set_aside(row, found, settings) if found else _note(row, ScanState.CLEAN))


async def _note(row: Evidence, state: ScanState) -> None:
    if row.scan == state:
        return
    row.scan = state.value
    async with transaction():
        await Evidence.update({Evidence.scan: row.scan, Evidence.scanned_at: now()}).where(Evidence.id == row.id)
        await audit.record(SYSTEM, "evidence.scanned", row, {"name": row.name, "result": row.scan}, vendor=row.vendor)


async def _refuse(row: Evidence, sentence: str) -> None:
    row.scan = ScanState.FAILED.value
    async with transaction():
        await Evidence.update({Evidence.scan: row.scan, Evidence.scanned_at: now()}).where(Evidence.id == row.id)
        await mark_unreadable(row.document, sentence)
        detail: dict[str, object] = {"name": row.name, "result": row.scan}
        await audit.record(SYSTEM, "evidence.unreadable", row, detail, vendor=row.vendor)
        await evidence_changed(row.vendor)


async def _set_aside(row: Evidence, signature: str, settings: Settings) -> None:
    row.scan, row.scan_signature = ScanState.INFECTED.value, signature[:200]
    async with transaction():
        await Evidence.update(
            {Evidence.scan: row.scan, Evidence.scan_signature: row.scan_signature, Evidence.scanned_at: now()}
        ).where(Evidence.id == row.id)
        await mark_unreadable(
            row.document,
            f"The virus scanner found something harmful in this file ({row.scan_signature}). It was set aside unopened; "
            "please check where it came from and upload a clean copy.",
        )
        await delete_contents(row.document)
        detail: dict[str, object] = {"name": row.name, "signature": row.scan_signature, "sha256": row.sha256}
        await audit.record(SYSTEM, "evidence.quarantined", row, detail, vendor=row.vendor)
        await evidence_changed(row.vendor)
    await anyio.to_thread.run_sync(forget_pictures, settings, row.sha256)
