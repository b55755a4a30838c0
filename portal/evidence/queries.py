"""What the pages about evidence show: the list of a vendor's documents, and one document page by page."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from uuid import UUID

from knowledge.citations import find_quote
from knowledge.facts import facts_from_json, is_stale, valid_until
from knowledge.pages import PageState
from knowledge.storing import remarks_from_json
from knowledge.tables import Document, DocumentState, Page
from portal.core.clock import today
from portal.core.errors import NotFound
from portal.evidence.fact_lines import FactGroup, fact_lines, grouped
from portal.evidence.tables import Evidence
from portal.vendors.tables import Vendor

_MOST = 500
_BEGINS = re.compile(r"[-•*–·]\s|\(?[0-9]{1,2}[.)]\s|[A-Z]{1,3}\d")  # a list's next item, or a control's number


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
    valid_until: date | None
    stale: bool
    uploaded_by: str
    uploaded_at: datetime

    @property
    def busy(self) -> bool:
        """Whether the document is still being worked off."""
        return self.state in (DocumentState.RECEIVED, DocumentState.READING)


@dataclass(frozen=True, slots=True)
class EvidencePage:
    """A vendor's documents, for the company's people."""

    vendor: str
    slug: str
    lines: list[EvidenceLine]
    errors: dict[str, str]
    may_upload: bool
    limit: int
    refresh: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a page's text, marked or not."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class ViewerPage:
    """One page of a document as text, with the quoted words marked, and the document's facts beside it."""

    id: UUID
    name: str
    vendor: str
    slug: str
    line: EvidenceLine
    number: int
    label: str
    state: PageState
    segments: list[Segment]
    quote: str
    quote_found: bool
    facts: list[FactGroup]
    remarks: list[str]
    page_states: list[tuple[int, PageState]]
    may_remove: bool


async def evidence_lines(vendor_id: UUID) -> list[EvidenceLine]:
    """Return a vendor's documents, newest first, in two queries."""
    rows = await (
        Evidence.objects()
        .where((Evidence.vendor == vendor_id) & Evidence.removed_at.is_null())
        .order_by(Evidence.uploaded_at, ascending=False)
        .limit(_MOST)
    )
    return await _lines(rows)


async def evidence_page(
    vendor: Vendor, may_upload: bool, limit: int, errors: dict[str, str] | None = None
) -> EvidencePage:
    """Return a vendor's documents page."""
    return EvidencePage(
        vendor.name,
        vendor.slug,
        await evidence_lines(vendor.id),
        errors or {},
        may_upload,
        limit,
        f"/vendors/{vendor.slug}/documents/list",
    )


async def viewer_page(row: Evidence, number: int, quote: str, may_remove: bool) -> ViewerPage:
    """Return one page of a document; raises NotFound when the document has no such page."""
    vendor = await Vendor.objects().where(Vendor.id == row.vendor).first()
    document = await Document.objects().where(Document.id == row.document).first()
    assert vendor is not None
    if document is None:
        raise NotFound()
    states = await Page.select(Page.number, Page.state).where(Page.document == document.id).order_by(Page.number)
    page = await Page.objects().where((Page.document == document.id) & (Page.number == number)).first()
    if page is None and (states or number != 1):
        raise NotFound("This document has no such page.")
    segments, found = segmented(page.text if page else "", quote)
    facts = facts_from_json(document.facts) if document.facts else None
    return ViewerPage(
        row.id,
        row.name,
        vendor.name,
        vendor.slug,
        _line(row, document),
        number,
        page.label if page else "",
        PageState(page.state) if page else PageState.DAMAGED,
        segments,
        quote,
        found,
        grouped(fact_lines(facts)) if facts else [],
        _remark_words(document.screening),
        [(s["number"], PageState(s["state"])) for s in states],
        may_remove,
    )


def segmented(text: str, quote: str) -> tuple[list[Segment], bool]:
    """Cut a page's text at the quote; whole and unmarked when the quote is not on it."""
    span = find_quote(quote, text) if quote else None
    shown = flowed(text)
    if span is None:
        return [Segment(shown, False)], False
    start, end = span
    return [Segment(shown[:start], False), Segment(shown[start:end], True), Segment(shown[end:], False)], True


def flowed(text: str) -> str:
    """Return the text with the breaks inside its paragraphs as spaces; as long as it was, so that places still hold.

    A break is inside a paragraph when its line is nearly as long as the page's long lines and the next goes on.
    """
    lines = text.split("\n")
    lengths = sorted(len(line) for line in lines if line.strip())
    if not lengths:
        return text
    full = lengths[int(len(lengths) * 0.9)] * 0.78
    joined = [
        line + (" " if len(line) >= full and following[:1].strip() and not _BEGINS.match(following) else "\n")
        for line, following in pairwise(lines)
    ]
    return "".join(joined) + lines[-1]


async def _lines(rows: list[Evidence]) -> list[EvidenceLine]:
    if not rows:
        return []
    documents = await Document.objects().where(Document.id.is_in([row.document for row in rows]))
    by_id = {document.id: document for document in documents}
    return [_line(row, by_id[row.document]) for row in rows if row.document in by_id]


def _line(row: Evidence, document: Document) -> EvidenceLine:
    state = DocumentState(document.state)
    facts = facts_from_json(document.facts) if document.facts else None
    until = valid_until(facts) if facts else None
    stale = bool(facts and is_stale(facts, today()))
    words, tone = _words(state, document, stale)
    return EvidenceLine(
        id=row.id,
        document=row.document,
        name=row.name,
        kind=facts.kind.label if facts else "",
        state=state,
        words=words,
        tone=tone,
        reason=document.reason,
        pages=document.page_count or 0,
        pages_read=document.pages_read or 0,
        size=document.size,
        remarks=len(_remark_words(document.screening)),
        valid_until=until,
        stale=stale,
        uploaded_by=row.uploaded_by_name,
        uploaded_at=row.uploaded_at,
    )


def _words(state: DocumentState, document: Document, stale: bool) -> tuple[str, str]:
    if state is not DocumentState.READY:
        return state.label, "bad" if state is DocumentState.UNREADABLE else "mute"
    if stale:
        return "Expired", "warn"
    if document.pages_read < document.page_count:
        return f"{document.pages_read} of {document.page_count} pages read", "warn"
    return f"{document.page_count} page{'' if document.page_count == 1 else 's'} read", "ok"


def _remark_words(screening: str) -> list[str]:
    if not screening:
        return []
    return [
        f"{remark.kind.label}{f' (page {remark.page})' if remark.page else ''}: {remark.text[:200]}"
        for remark in remarks_from_json(screening)
    ]
