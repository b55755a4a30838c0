"""Opening a document that is protected by a password: the password is used while the request lasts and kept nowhere."""

from uuid import UUID

from knowledge.errors import PasswordNeeded, UnreadableDocument
from knowledge.index import synchronise
from knowledge.tables import Document
from portal.core.errors import Conflict, InvalidForm, NotFound
from portal.core.scope import Principal
from portal.core.settings import Settings
from portal.engines import Engines
from portal.evidence.access import evidence_for, require_upload
from portal.evidence.quarantine import require_open
from portal.evidence.working_off import digested_file, keep


async def unlock(who: Principal, evidence_id: UUID, password: str, settings: Settings, engines: Engines) -> None:
    """Read a protected document with its password. Raises InvalidForm when the password does not open it."""
    row = await evidence_for(who, evidence_id)
    require_upload(who, row.vendor)
    document = await Document.objects().where(Document.id == row.document).first()
    if document is None:
        raise NotFound()
    require_open(row, settings)
    if not document.locked:
        raise Conflict("This document does not wait for a password any more.")
    if not password:
        raise InvalidForm({"password": "Please enter the password that opens this document."})
    try:
        digested = await digested_file(document, settings, engines, password)
    except PasswordNeeded:
        raise InvalidForm({"password": "This password does not open the document. Please check it."}) from None
    except UnreadableDocument as error:
        raise InvalidForm({"password": str(error)}) from None
    await keep(document.id, digested, "evidence.unlocked", who)
    await synchronise(engines.index, document.collection)
