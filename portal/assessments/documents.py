"""A vendor's documents with their state, and which of them stand behind which question."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from knowledge.tables import Document, DocumentState
from portal.assessments.tables import AnswerEvidence
from portal.evidence.tables import Evidence


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One document of the vendor's library."""

    id: UUID
    name: str
    sha256: str
    state: DocumentState
    reason: str
    pages: int
    pages_read: int
    uploaded_by: str
    uploaded_at: datetime

    @property
    def working(self) -> bool:
        """Whether it is still waiting or being read."""
        return self.state in (DocumentState.RECEIVED, DocumentState.READING)

    @property
    def words(self) -> str:
        """How far it is, in a few words."""
        match self.state:
            case DocumentState.READY:
                return "1 page read" if self.pages == 1 else f"{self.pages} pages read"
            case DocumentState.READING if self.pages:
                return f"reading {self.pages_read} / {self.pages}"
            case DocumentState.UNREADABLE:
                return "cannot be read"
        return self.state.label.lower()

    @property
    def tone(self) -> str:
        """The colour of its state."""
        return {DocumentState.READY: "ok", DocumentState.UNREADABLE: "bad"}.get(self.state, "mute")


async def library(vendor_id: UUID) -> list[DocumentLine]:
    """Return the vendor's documents, newest first, in two queries."""
    kept = (Evidence.vendor == vendor_id) & Evidence.removed_at.is_null()
    rows = await Evidence.objects().where(kept).order_by(Evidence.uploaded_at, ascending=False).limit(500)
    if not rows:
        return []
    found = await Document.select(
        Document.id, Document.state, Document.reason, Document.page_count, Document.pages_read
    ).where(Document.id.is_in([row.document for row in rows]))
    by_id = {document["id"]: document for document in found}
    return [_line(row, by_id[row.document]) for row in rows if row.document in by_id]


async def attached_documents(assessment_id: UUID, documents: list[DocumentLine]) -> dict[str, list[DocumentLine]]:
    """Return the documents behind each question of an assessment, by reference, in the order they were put there."""
    by_id = {document.id: document for document in documents}
    links = await AnswerEvidence.objects().where(AnswerEvidence.assessment == assessment_id).order_by(AnswerEvidence.id)
    attached: dict[str, list[DocumentLine]] = {}
    for link in links:
        if link.evidence in by_id:
            attached.setdefault(link.ref, []).append(by_id[link.evidence])
    return attached


def _line(row: Evidence, document: dict[str, object]) -> DocumentLine:
    return DocumentLine(
        row.id,
        row.name,
        row.sha256,
        DocumentState(str(document["state"])),
        str(document["reason"]),
        int(str(document["page_count"])),
        int(str(document["pages_read"])),
        row.uploaded_by_name,
        row.uploaded_at,
    )
