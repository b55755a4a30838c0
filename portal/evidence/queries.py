"""What the lists of evidence show: a vendor's documents with their state and what is known of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from knowledge.facts import DocumentFacts, EvidenceKind, facts_from_json, is_stale, valid_until
from knowledge.storing import remarks_from_json
from knowledge.tables import Document, DocumentState
from portal.core.clock import today
from portal.evidence.current import superseded
from portal.evidence.reach import Reach, period_of, progress_words, reach_of
from portal.evidence.scan_words import is_set_aside, scan_reason, scan_remarks, scan_words
from portal.evidence.tables import Evidence

_MOST = 500


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """One document in a list."""

    id: UUID
    document: UUID
    name: str
    kind: str
    state: DocumentState
    words: str
    tone: str
    reason: str
    pages: int
    pages_read: int
    size: int
    remarks: int
    alarming: bool
    locked: bool
    done: int
    issuer: str
    period: str
    reach: Reach
    alarms: tuple[str, ...]
    valid_until: date | None
    stale: bool
    set_aside: bool
    uploaded_by: str
    uploaded_at: datetime

    @property
    def busy(self) -> bool:
        """Whether the document is still being worked off."""
        return self.state in (DocumentState.RECEIVED, DocumentState.READING) and not self.set_aside

    @property
    def progress(self) -> str:
        """How far the reading is, in words."""
        return progress_words(self.done, self.pages) if self.state is DocumentState.READING else self.words


async def evidence_lines(vendor_id: UUID) -> list[EvidenceLine]:
    """Return a vendor's documents, newest first, in a few queries."""
    rows = await (
        Evidence.objects()
        .where((Evidence.vendor == vendor_id) & Evidence.removed_at.is_null())
        .order_by(Evidence.uploaded_at, ascending=False)
        .limit(_MOST)
    )
    return await _lines(rows)


async def _lines(rows: list[Evidence]) -> list[EvidenceLine]:
    if not rows:
        return []
    documents = await Document.objects().where(Document.id.is_in([row.document for row in rows]))
    by_id, gone = {document.id: document for document in documents}, await superseded([rows[0].vendor])
    known = {document.id: facts_from_json(document.facts) for document in documents if document.facts}
    bridges = [facts for facts in known.values() if facts.kind is EvidenceKind.BRIDGE_LETTER]
    return [
        evidence_line(row, by_id[row.document], bridges, replaced=row.document in gone)
        for row in rows
        if row.document in by_id
    ]


def evidence_line(
    row: Evidence, document: Document, bridges: Sequence[DocumentFacts] = (), *, replaced: bool = False
) -> EvidenceLine:
    """Return a document as it is listed, reaching as far as the bridge letters beside it take it.

    `replaced` says that a newer version has taken its place.
    """
    state = DocumentState(document.state)
    facts = facts_from_json(document.facts) if document.facts else None
    until = valid_until(facts) if facts else None
    stale = bool(facts and is_stale(facts, today()))
    remarks = remarks_from_json(document.screening)
    words, tone = scan_words(row) or _words(state, document, stale, replaced)
    return EvidenceLine(
        id=row.id,
        document=row.document,
        name=row.name,
        kind=facts.kind.label if facts else "",
        state=state,
        words=words,
        tone=tone,
        reason=scan_reason(row) or document.reason,
        pages=document.page_count or 0,
        pages_read=document.pages_read or 0,
        size=document.size,
        remarks=len(scan_remarks(row)) + len(remarks),
        alarming=bool(scan_remarks(row)) or any(remark.kind.alarming for remark in remarks),
        locked=document.locked,
        done=document.pages_done or 0,
        issuer=facts.issuer.value if facts and facts.issuer else "",
        period=period_of(facts) if facts else "",
        reach=reach_of(facts, bridges, today()) if facts else Reach(),
        alarms=tuple(dict.fromkeys(remark.kind.label for remark in remarks if remark.kind.alarming)),
        valid_until=until,
        stale=stale,
        set_aside=is_set_aside(row),
        uploaded_by=row.uploaded_by_name,
        uploaded_at=row.uploaded_at,
    )


def _words(state: DocumentState, document: Document, stale: bool, replaced: bool) -> tuple[str, str]:
    if document.locked:
        return "Waits for its password", "warn"
    if state is not DocumentState.READY:
        return state.label, "bad" if state is DocumentState.UNREADABLE else "mute"
    if replaced:
        return "Replaced by a newer version", "mute"
    if stale:
        return "Expired", "warn"
    if document.pages_read < document.page_count:
        return f"{document.pages_read} of {document.page_count} pages read", "warn"
    return f"{document.page_count} page{'' if document.page_count == 1 else 's'} read", "ok"
