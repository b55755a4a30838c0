"""Questionnaires and answers that are uploaded are scanned for viruses before anything opens them, as far as the settings ask."""

import hashlib
from io import BytesIO

from anyio import to_thread

from portal.core import audit, clamav
from portal.core.clamav import ScanFailed, ScanMode, ScannerAway
from portal.core.database import transaction
from portal.core.errors import Conflict
from portal.core.scope import Principal
from portal.core.settings import Settings
from questionnaires.formats import Source


async def require_harmless(who: Principal, source: Source, settings: Settings) -> None:
    """Raise Conflict with a sentence for a file that may not be opened; what is found harmful is put on record.

    Nothing of it is kept, so it does not wait for a scanner that is away: the person uploads it again.
    """
    if settings.scanning is ScanMode.OFF:
        return
    required = settings.scanning is ScanMode.REQUIRED
    try:
        found = await to_thread.run_sync(clamav.scan_stream, settings.clamav, BytesIO(source.data))
    except ScannerAway:
        if required:
            raise Conflict("The virus scanner does not answer, so no file is opened; please try again later.") from None
        return
    except ScanFailed:
        if required:
            raise Conflict(f"The virus scanner could not examine {source.name}, so it was not opened.") from None
        return
    if found:
        await _put_on_record(who, source, found)
        raise Conflict(
            f"The virus scanner found something harmful in {source.name} ({found[:200]}). It was not opened."
        )


async def _put_on_record(who: Principal, source: Source, found: str) -> None:
    detail: dict[str, object] = {
        "name": source.name,
        "signature": found[:200],
        "sha256": hashlib.sha256(source.data).hexdigest(),
    }
    async with transaction():
        await audit.record(who, "upload.refused", f"upload:{source.name[:40]}", detail, vendor=who.vendor)
