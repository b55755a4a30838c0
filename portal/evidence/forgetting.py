"""Takes away what was kept of a removed document; safe to repeat and to be stopped at any point."""

from uuid import UUID

from knowledge.forgetting import forget_document
from portal.core.settings import Settings
from portal.engines import Engines
from portal.evidence.files import path_of
from portal.evidence.pictures import forget_pictures
from portal.evidence.sweeping import drop_unused
from portal.evidence.tables import Evidence

FORGET = "evidence.forget"


async def forget_removed(document_id: UUID, settings: Settings, engines: Engines) -> None:
    """Forget a document that was removed: text, passages, vectors, pictures, and its file if nobody else gave it."""
    rows = await Evidence.objects().where(Evidence.document == document_id)
    if any(row.removed_at is None for row in rows):
        return
    await forget_document(document_id, engines.index)
    for sha256 in {row.sha256 for row in rows}:
        forget_pictures(settings, sha256)
        await drop_unused([path_of(settings, sha256)])
