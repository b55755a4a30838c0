"""Which of a vendor's documents stand behind which question."""

from collections.abc import Iterable
from uuid import UUID

from portal.assessments.tables import AnswerEvidence
from portal.evidence.queries import EvidenceLine


async def attached_documents(assessment_id: UUID, documents: Iterable[EvidenceLine]) -> dict[str, list[EvidenceLine]]:
    """Return the documents behind each question of an assessment, by reference, in the order they were put there."""
    by_id = {document.id: document for document in documents}
    links = await AnswerEvidence.objects().where(AnswerEvidence.assessment == assessment_id).order_by(AnswerEvidence.id)
    attached: dict[str, list[EvidenceLine]] = {}
    for link in links:
        if link.evidence in by_id:
            attached.setdefault(link.ref, []).append(by_id[link.evidence])
    return attached
