"""Keeping what was handed in, word for word, with its submission: a later one stands beside it and never replaces it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from portal.assessments.access import assessment_for
from portal.assessments.documents import attached_documents
from portal.assessments.file_tables import ReceiptRecord
from portal.assessments.receipt_files.contents import HandedIn, digest_of, receipt_text, short
from portal.assessments.receipts import Receipt
from portal.assessments.tables import Assessment
from portal.core.errors import NotFound
from portal.core.scope import Principal
from portal.evidence.queries import evidence_lines
from portal.vendors.tables import Vendor
from questionnaires.model import Questionnaire
from questionnaires.values import AnswerRow


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """One submission whose receipt can be downloaded."""

    id: UUID
    number: str
    sha256: str
    at: datetime

    @property
    def short(self) -> str:
        """The beginning of the digest, as it stands at the foot of each page of the PDF."""
        return short(self.sha256)


async def keep_receipt(
    receipt: Receipt, assessment: Assessment, company: str, asked: Questionnaire, rows: Mapping[str, AnswerRow]
) -> None:
    """Keep the data of a submission inside the open transaction."""
    vendor = await Vendor.select(Vendor.name).where(Vendor.id == assessment.vendor).first()
    assert vendor is not None
    documents = await evidence_lines(assessment.vendor)
    attached = await attached_documents(assessment.id, documents)
    handed = HandedIn(
        receipt,
        str(assessment.id),
        company,
        vendor["name"],
        asked,
        rows,
        {str(document.id): document.name for document in documents},
        {ref: [document.name for document in behind] for ref, behind in attached.items()},
    )
    text = receipt_text(handed)
    await ReceiptRecord(
        assessment=assessment.id,
        number=receipt.number,
        content=text,
        sha256=digest_of(text),
        submitted_at=receipt.submitted_at,
    ).save()


async def receipt_lines(assessment_id: UUID) -> list[ReceiptLine]:
    """List the submissions of an assessment whose receipts are kept, the newest first."""
    columns = (ReceiptRecord.id, ReceiptRecord.number, ReceiptRecord.sha256, ReceiptRecord.submitted_at)
    mine = ReceiptRecord.select(*columns).where(ReceiptRecord.assessment == assessment_id)
    rows = await mine.order_by(ReceiptRecord.submitted_at, ascending=False)
    return [ReceiptLine(row["id"], row["number"], row["sha256"], row["submitted_at"]) for row in rows]


async def get_receipt(who: Principal, assessment_id: UUID, receipt_id: UUID) -> ReceiptRecord:
    """Return one submission's receipt if this person may see its assessment; raises NotFound."""
    assessment = await assessment_for(who, assessment_id)
    mine = (ReceiptRecord.assessment == assessment.id) & (ReceiptRecord.id == receipt_id)
    row = await ReceiptRecord.objects().where(mine).first()
    if row is None:
        raise NotFound("There is no such receipt.")
    return row
