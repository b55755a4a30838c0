"""The record of a published rating: all it stands on, as canonical JSON whose hash says whether anything was changed."""

import hashlib
import json
from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

import msgspec

from knowledge.citations import Quote
from knowledge.tables import Document
from portal.core.scope import Principal
from portal.evidence.tables import Evidence
from portal.ratings.gathering import Gathered
from portal.ratings.recorded import Plain, answer_plain, moment
from portal.ratings.tables import Condition, RatingRecord
from portal.vendors.profiles import profile_from_json
from portal.vendors.tables import Service

FORMAT = "surety-rating/1"


def canonical(plain: object) -> str:
    """Write plain values as JSON with sorted keys and no spaces: the same bytes for the same values."""
    return json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def record_hash(record: str) -> str:
    """Return the SHA-256 of a record, in hexadecimal."""
    return hashlib.sha256(record.encode()).hexdigest()


def published_record(
    row: RatingRecord,
    gathered: Gathered,
    conditions: Sequence[Condition],
    evidence: Sequence[Plain],
    previous: RatingRecord | None,
    approved_by: Principal,
    approved_at: datetime,
    valid_until: date,
) -> str:
    """Write the record of a rating as it is published."""
    return canonical(
        {
            "format": FORMAT,
            "id": str(row.id),
            "number": row.number,
            "vendor": {
                "id": str(gathered.vendor.id), "name": gathered.vendor.name, "slug": gathered.vendor.slug
            },
            "covers": [_covered(service) for service in gathered.services],
            "whole_vendor": row.service is None,
            "assessment": _assessment(gathered),
            "answers": [answer_plain(one) for one in gathered.review.reviewed],
            "evidence": list(evidence),
            "method": row.method_version,
            "inputs": json.loads(row.inputs),
            "result": json.loads(row.result),
            "narrative": row.narrative,
            "narrative_drafted": row.narrative_drafted,
            "narrative_written_by": row.written_by,
            "citations": json.loads(row.citations),
            "conditions": [condition_plain(one) for one in conditions],
            "signatures": _signatures(row, approved_by, approved_at),
            "valid_until": valid_until.isoformat(),
            "supersedes": _previous(previous),
        }
    )  # fmt: skip


async def evidence_plain(vendor_id: UUID) -> list[Plain]:
    """Return the vendor's evidence with its hashes, by name."""
    rows = await (
        Evidence.objects()
        .where((Evidence.vendor == vendor_id) & Evidence.removed_at.is_null())
        .order_by(Evidence.name)
        .order_by(Evidence.sha256)
    )
    if not rows:
        return []
    documents = await Document.select(Document.id, Document.state, Document.reader).where(
        Document.id.is_in([row.document for row in rows])
    )
    by_id = {document["id"]: document for document in documents}
    return [_evidence(row, by_id.get(row.document, {})) for row in rows]


def condition_plain(one: Condition) -> Plain:
    """Return a condition as the record keeps it."""
    due = one.due.isoformat() if one.due else None
    return {"title": one.title, "why": one.why, "owner": one.owner, "due": due}


def quotes_in(record: Plain) -> list[Quote]:
    """Return every quote of a record, each once: those of the verdicts and those of the text."""
    answers = msgspec.convert(record["answers"], list[dict[str, object]])
    held = [quote for answer in answers for quote in _quotes_of(answer)]
    cited = msgspec.convert(record["citations"], list[Quote])
    return list(dict.fromkeys([*held, *cited]))


def _quotes_of(answer: dict[str, object]) -> list[Quote]:
    verdict = answer["verdict"]
    return msgspec.convert(verdict["quotes"], list[Quote]) if isinstance(verdict, dict) else []


def _covered(service: Service) -> Plain:
    profile = profile_from_json(service.profile)
    return {"id": str(service.id), "name": service.name, "data": [kind.value for kind in profile.data]}


def _assessment(gathered: Gathered) -> Plain:
    assessment, questionnaire = gathered.review.assessment, gathered.review.answers.questionnaire
    return {
        "id": str(assessment.id),
        "title": assessment.title,
        "questionnaire": {"key": questionnaire.key, "version": questionnaire.version},
        "submitted_at": moment(assessment.submitted_at),
        "attested_by": assessment.attested_name,
        "attested_title": assessment.attested_title,
    }


def _evidence(row: Evidence, document: Plain) -> Plain:
    return {
        "id": str(row.id),
        "document": str(row.document),
        "name": row.name,
        "sha256": row.sha256,
        "state": document.get("state", ""),
        "reader": document.get("reader", ""),
        "given_by": row.uploaded_by_name,
        "given_at": moment(row.uploaded_at),
    }


def _signatures(row: RatingRecord, approved_by: Principal, approved_at: datetime) -> Plain:
    edited = None
    if row.edited_by:
        edited = {"id": row.edited_by, "name": row.edited_by_name, "at": moment(row.edited_at)}
    return {
        "drafted": {"id": row.drafted_by, "name": row.drafted_by_name, "at": moment(row.drafted_at)},
        "edited": edited,
        "proposed_at": moment(row.proposed_at),
        "approved": {"id": approved_by.id, "name": approved_by.name, "at": moment(approved_at)},
    }


def _previous(previous: RatingRecord | None) -> Plain | None:
    if previous is None:
        return None
    return {"id": str(previous.id), "number": previous.number, "record_hash": previous.record_hash}
