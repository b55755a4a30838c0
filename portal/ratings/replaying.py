"""Replaying a published rating: worked out again from its record, and held against everything that was kept of it."""

import json
from dataclasses import dataclass
from uuid import UUID

import msgspec

from knowledge.citations import Quote, find_quote, page_texts
from knowledge.scope import Scope
from knowledge.tables import Document
from portal.core.errors import NotFound
from portal.core.tables import AuditEntry
from portal.ratings.approving import conditions_of
from portal.ratings.record import canonical, condition_plain, quotes_in, record_hash
from portal.ratings.recorded import Plain
from portal.ratings.states import RatingState
from portal.ratings.tables import RatingRecord
from portal.risk.errors import RiskError
from portal.risk.rating import rate, rating_inputs_from_json, rating_to_json
from portal.vendors.collections import collection_of


@dataclass(frozen=True, slots=True)
class QuotesFound:
    """How many quotes of the record stand on their pages, do not, or have lost their document since."""

    found: int
    missing: int
    gone: int


@dataclass(frozen=True, slots=True)
class Replay:
    """What a replay showed; `problems` says in words what does not agree, and is empty when `same`."""

    same: bool
    result_same: bool
    record_same: bool
    signed_same: bool
    quotes: QuotesFound
    grade: str
    method: str
    record_hash: str
    problems: tuple[str, ...]


async def replay(rating_id: UUID) -> Replay:
    """Work a published rating out again and compare every byte that was kept. Raises NotFound for anything unpublished."""
    row = await RatingRecord.objects().where(RatingRecord.id == rating_id).first()
    if row is None or row.state not in (RatingState.published.value, RatingState.superseded.value):
        raise NotFound("There is no published rating with this id; only a published rating can be replayed.")
    record: Plain = json.loads(row.record)
    again, trouble = _worked_out(row)
    result_same = again == row.result and canonical(record["result"]) == row.result
    quotes = await _look_up(row, quotes_in(record))
    problems = [
        (trouble, bool(trouble)),
        ("Working it out again gives another result.", not result_same and not trouble),
        ("The record does not have the hash it was signed with.", record_hash(row.record) != row.record_hash),
        ("The row and the record differ.", not await _row_agrees(row, record)),
        ("The audit log holds another hash, or none.", not await _is_in_audit(row)),
        (f"{quotes.missing} of its quotes do not stand on their pages.", bool(quotes.missing)),
    ]
    told = tuple(sentence for sentence, holds in problems if holds)
    record_same = not any(holds for _, holds in problems[2:4])
    return Replay(
        same=not told,
        result_same=result_same,
        record_same=record_same,
        signed_same=not problems[4][1],
        quotes=quotes,
        grade=row.grade,
        method=row.method_version,
        record_hash=row.record_hash,
        problems=told,
    )


def _worked_out(row: RatingRecord) -> tuple[str, str]:
    try:
        return rating_to_json(rate(rating_inputs_from_json(row.inputs))), ""
    except RiskError as error:
        return "", str(error)


async def _row_agrees(row: RatingRecord, record: Plain) -> bool:
    """Compare the row, and its conditions, with what the record says of them."""
    conditions = [condition_plain(one) for one in await conditions_of(row.id)]
    until = row.valid_until.isoformat() if row.valid_until else None
    kept = (row.inputs, row.narrative, row.method_version, until, row.grade, canonical(conditions))
    result = msgspec.convert(record["result"], dict[str, object])
    said = (
        canonical(record["inputs"]),
        record["narrative"],
        record["method"],
        record["valid_until"],
        result["grade"],
        canonical(record["conditions"]),
    )
    return kept == said and result["residual"] == row.residual


async def _is_in_audit(row: RatingRecord) -> bool:
    entry = await (
        AuditEntry.objects()
        .where((AuditEntry.action == "rating.published") & (AuditEntry.subject_id == str(row.id)))
        .first()
    )
    return entry is not None and msgspec.json.decode(entry.detail)["record_hash"] == row.record_hash


async def _look_up(row: RatingRecord, quotes: list[Quote]) -> QuotesFound:
    """Look for every quote on the page it names; a document that was removed is counted apart."""
    if not quotes:
        return QuotesFound(0, 0, 0)
    wanted = {(quote.document_id, quote.page) for quote in quotes}
    texts = await page_texts(wanted, Scope((collection_of(row.vendor),)))
    there = await Document.select(Document.id).where(Document.id.is_in(list({document for document, _ in wanted})))
    ids = {document["id"] for document in there}
    gone = sum(quote.document_id not in ids for quote in quotes)
    found = sum(find_quote(quote.text, texts.get((quote.document_id, quote.page), "")) is not None for quote in quotes)
    return QuotesFound(found, len(quotes) - gone - found, gone)
