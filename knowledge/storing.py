"""Keeps documents, pages and passages in SQL; every step may be repeated, and none opens a transaction of its own."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import UUID

import msgspec

from knowledge.errors import DocumentNotFound
from knowledge.facts import DocumentFacts, facts_from_json, facts_to_json
from knowledge.facts.reviewing import Review, reviewed
from knowledge.lexical import indexed_words, settle_words
from knowledge.media import Media
from knowledge.pages import PageText
from knowledge.placing import layout_to_bytes
from knowledge.screening import Remark
from knowledge.tables import Document, DocumentState, Page, Passage

if TYPE_CHECKING:
    from knowledge.ingesting import Digest

_ROWS = 100
_NAMED_PAGES = 5


async def find_document(collection: str, sha256: str) -> Document | None:
    """Find the document of these bytes on this shelf."""
    return await Document.objects().where((Document.collection == collection) & (Document.sha256 == sha256)).first()


async def find_collection(document_id: UUID) -> str | None:
    """Name the shelf a document stands on."""
    row = await Document.select(Document.collection).where(Document.id == document_id).first()
    return str(row["collection"]) if row else None


async def register_document(collection: str, sha256: str, name: str, size: int, media: Media = Media.PDF) -> Document:
    """Note a file that has arrived; the same bytes on the same shelf give the row that is there already."""
    if document := await find_document(collection, sha256):
        return document
    now = datetime.now(UTC)
    document = Document(
        collection=collection,
        sha256=sha256,
        name=name,
        size=size,
        media=media.value,
        state=DocumentState.RECEIVED.value,
        created_at=now,
        updated_at=now,
    )
    await document.save()
    return document


async def mark_reading(document_id: UUID) -> None:
    """Say that the document is being read."""
    await _mark(document_id, DocumentState.READING, "")


async def mark_progress(document_id: UUID, done: int, total: int) -> None:
    """Say how many of how many pages are done of a document that is being read."""
    await Document.update({Document.pages_done: done, Document.page_count: total}).where(
        (Document.id == document_id) & (Document.state == DocumentState.READING.value)
    )


async def mark_unreadable(document_id: UUID, reason: str, *, locked: bool = False) -> None:
    """Say why the document cannot be read; what was stored of it before no longer counts.

    `locked` says that nothing but a password is missing.
    """
    await _mark(document_id, DocumentState.UNREADABLE, reason, locked=locked)


async def store_digest(document_id: UUID, digest: "Digest") -> None:
    """Replace what is stored of a document, and make it ready as the last step."""
    await _mark(document_id, DocumentState.READING, "")
    collection = await find_collection(document_id)
    if collection is None:
        raise DocumentNotFound
    await delete_contents(document_id)
    await _insert_pages(document_id, digest)
    await _insert_passages(document_id, collection, digest)
    await settle_words()
    await Document.update(
        {
            Document.state: DocumentState.READY.value,
            Document.reason: unread_pages(digest.pages),
            Document.page_count: len(digest.pages),
            Document.pages_read: sum(page.state.is_readable for page in digest.pages),
            Document.passage_count: len(digest.windows),
            Document.facts: facts_to_json(digest.facts),
            Document.read_facts: facts_to_json(digest.facts),
            Document.screening: remarks_to_json(digest.remarks),
            Document.reader: digest.reader[:40],
            Document.title: digest.title[:200],
            Document.pages_done: len(digest.pages),
            Document.updated_at: datetime.now(UTC),
        }
    ).where(Document.id == document_id)


async def hold_document(document_id: UUID) -> None:
    """Let nobody else change the document's row until the open transaction ends."""
    await Document.update({Document.id: document_id}).where(Document.id == document_id)


async def store_reviewed(document_id: UUID, reviews: Sequence[Review]) -> DocumentFacts:
    """Let people's reviews count over what was read, inside the open transaction; returns the facts that count now."""
    row = await Document.select(Document.facts, Document.read_facts).where(Document.id == document_id).first()
    if row is None:
        raise DocumentNotFound
    read = row["facts"] if row["read_facts"] is None else row["read_facts"]
    counting = reviewed(facts_from_json(read), reviews)
    await Document.update(
        {
            Document.facts: facts_to_json(counting),
            Document.read_facts: read,
            Document.facts_at: datetime.now(UTC),
        }
    ).where(Document.id == document_id)
    return counting


async def _insert_pages(document_id: UUID, digest: "Digest") -> None:
    pages = [
        Page(
            document=document_id,
            number=page.number,
            label=page.label,
            state=page.state.value,
            text=page.text,
            engine=page.engine[:40],
            layout=layout_to_bytes(page.marks, page.words),
        )
        for page in digest.pages
    ]
    for start in range(0, len(pages), _ROWS):
        await Page.insert(*pages[start : start + _ROWS])


async def _insert_passages(document_id: UUID, collection: str, digest: "Digest") -> None:
    passages = [
        Passage(
            document=document_id,
            collection=collection,
            page=window.page,
            start=window.start,
            end=window.end,
            text=window.text,
            header=window.header,
            vector=vector,
            words=indexed_words(collection, window.header, window.plain or window.text),
        )
        for window, vector in zip(digest.windows, digest.vectors, strict=True)
    ]
    for start in range(0, len(passages), _ROWS):
        await Passage.insert(*passages[start : start + _ROWS])


async def delete_contents(document_id: UUID) -> None:
    """Delete a document's passages and pages; its own row stays."""
    await Passage.delete().where(Passage.document == document_id)
    await Page.delete().where(Page.document == document_id)


def unread_pages(pages: Sequence[PageText]) -> str:
    """Say which pages could not be read, or nothing when all were."""
    unread = [page for page in pages if not page.state.is_whole]
    if not unread:
        return ""
    named = [f"page {page.number} ({page.state.label.lower()})" for page in unread[:_NAMED_PAGES]]
    more = len(unread) - len(named)
    listed = ", ".join(named) + (f" and {more} more" if more else "")
    return f"{len(unread)} of {len(pages)} pages could not be read in full: {listed}."


def remarks_to_json(remarks: Sequence[Remark]) -> str:
    """Write remarks as JSON text."""
    return msgspec.json.encode(remarks).decode()


def remarks_from_json(text: str) -> tuple[Remark, ...]:
    """Read remarks back; empty text gives none."""
    return msgspec.json.decode(text, type=tuple[Remark, ...]) if text else ()


async def _mark(document_id: UUID, state: DocumentState, reason: str, *, locked: bool = False) -> None:
    await Document.update(
        {
            Document.state: state.value,
            Document.reason: reason,
            Document.locked: locked,
            Document.pages_done: 0,
            Document.updated_at: datetime.now(UTC),
        }
    ).where(Document.id == document_id)
