"""Documents put straight into the tables, for tests of what comes after reading."""

from collections.abc import Sequence
from datetime import UTC, datetime
from uuid import UUID, uuid4

from knowledge.embedding import Embedder, stored
from knowledge.lexical import indexed_words
from knowledge.tables import Document, DocumentState, Page, PageState, Passage


async def shelve(
    embedder: Embedder,
    collection: str,
    name: str,
    texts: Sequence[str],
    header: str = "",
    state: DocumentState = DocumentState.READY,
    page_states: Sequence[PageState] = (),
) -> UUID:
    """Store a document of one passage a page, as the ingest would leave it."""
    states = list(page_states) or [PageState.TEXT] * len(texts)
    now = datetime.now(UTC)
    document = Document(
        collection=collection,
        sha256=uuid4().hex * 2,
        name=name,
        size=1,
        state=state.value,
        reason="" if all(each.is_whole for each in states) else "Some pages could not be read in full.",
        page_count=len(states),
        pages_read=len(texts),
        passage_count=len(texts),
        created_at=now,
        updated_at=now,
    )
    await document.save()
    pages = [
        Page(document=document.id, number=number, label="", state=page_state.value, text=text)
        for number, (text, page_state) in enumerate(zip([*texts, *[""] * len(states)], states, strict=False), start=1)
    ]
    if pages:
        await Page.insert(*pages)
    await put_passages(embedder, document, texts, header)
    return document.id


async def put_passages(embedder: Embedder, document: Document, texts: Sequence[str], header: str = "") -> None:
    """Store one passage a page for a document that has its row already."""
    vectors = stored(embedder.embed([f"{header}\n{text}" for text in texts]))
    rows = [
        Passage(
            document=document.id,
            collection=document.collection,
            page=number,
            start=0,
            end=len(text),
            text=text,
            header=header,
            vector=vector,
            words=indexed_words(document.collection, header, text),
        )
        for number, (text, vector) in enumerate(zip(texts, vectors, strict=True), start=1)
    ]
    if rows:
        await Passage.insert(*rows)


async def reread(embedder: Embedder, document_id: UUID, texts: Sequence[str]) -> None:
    """Replace a document's passages, as reading it again would."""
    document = await Document.objects().get(Document.id == document_id)
    assert document is not None
    await Passage.delete().where(Passage.document == document_id)
    await put_passages(embedder, document, texts)
    document.passage_count, document.updated_at = len(texts), datetime.now(UTC)
    await document.save([Document.passage_count, Document.updated_at])


async def forget(document_id: UUID) -> None:
    """Take a document out of SQL without a word to any index."""
    await Passage.delete().where(Passage.document == document_id)
    await Page.delete().where(Page.document == document_id)
    await Document.delete().where(Document.id == document_id)
