"""A file behind a question, for whoever may read the question; the rest of the library stays the contacts'."""

from uuid import UUID

from litestar.response import File

from portal.assessments.answer_queries import load_form, question_card
from portal.core.errors import NotFound
from portal.core.scope import Principal
from portal.core.settings import Settings
from portal.evidence.downloading import download
from portal.evidence.tables import Evidence


async def attached_file(who: Principal, assessment_id: UUID, ref: str, evidence_id: UUID, settings: Settings) -> File:
    """Return the original as a download; raises NotFound unless it stands behind a question this person may read."""
    card = question_card(await load_form(who, assessment_id), ref)
    if evidence_id not in {line.id for line in card.documents}:
        raise NotFound()
    row = await Evidence.objects().where((Evidence.id == evidence_id) & Evidence.removed_at.is_null()).first()
    if row is None or row.vendor != who.vendor:
        raise NotFound()
    return download(row, settings)
