"""The receipt of a submission: what exactly was handed in, told by hashes that both sides can check."""

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

import msgspec

from portal.evidence.tables import Evidence
from questionnaires.branching import applicable_questions
from questionnaires.model import Questionnaire
from questionnaires.values import Given, value_to_json


class ReceiptDocument(msgspec.Struct, frozen=True):
    """One document that was in the library when the answers were submitted."""

    name: str
    sha256: str


class Receipt(msgspec.Struct, frozen=True):
    """What both sides keep of a submission."""

    number: str
    submitted_at: datetime
    questionnaire: str
    version: str
    answers: int
    answers_sha256: str
    documents: tuple[ReceiptDocument, ...]
    attested_name: str
    attested_title: str
    submitted_by: str


def receipt_number(assessment: UUID, at: datetime) -> str:
    """Return the number of a submission: its day, and eight characters that no two submissions share in practice."""
    mark = hashlib.sha256(f"{assessment} {at.isoformat()}".encode()).hexdigest()[:8].upper()
    return f"R-{at:%Y%m%d}-{mark}"


def canonical_answers(questionnaire: Questionnaire, answers: Mapping[str, Given]) -> str:
    """Write the answers to the questions that apply as JSON with sorted keys and no spaces; the receipt hashes this."""
    applicable = [question.ref for question in applicable_questions(questionnaire, answers) if question.ref in answers]
    plain = {
        ref: {
            "value": json.loads(value_to_json(answers[ref].value)),
            "comment": answers[ref].comment,
            "reason": answers[ref].reason,
        }
        for ref in applicable
    }
    whole = {"questionnaire": questionnaire.key, "version": questionnaire.version, "answers": plain}
    return json.dumps(whole, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


async def receipt_documents(vendor_id: UUID) -> tuple[ReceiptDocument, ...]:
    """Return every document in the vendor's library, by name."""
    kept = (Evidence.vendor == vendor_id) & Evidence.removed_at.is_null()
    rows = await Evidence.objects().where(kept).order_by(Evidence.name, Evidence.id)
    return tuple(ReceiptDocument(row.name, row.sha256) for row in rows)


def write_receipt(receipt: Receipt) -> str:
    """Write a receipt as it is kept."""
    return msgspec.json.encode(receipt, order="sorted").decode()


def read_receipt(text: str) -> Receipt:
    """Read a kept receipt."""
    return msgspec.json.decode(text, type=Receipt)
