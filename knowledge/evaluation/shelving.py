"""Texts put on a shelf as the ingest leaves them, without a file that they were read from."""

from collections.abc import Sequence
from hashlib import sha256
from uuid import UUID

from anyio.to_thread import run_sync

from knowledge.embedding import Embedder, embedded
from knowledge.facts.reading_off import facts
from knowledge.ingesting import Digest
from knowledge.pages import PageText
from knowledge.passages import passages
from knowledge.storing import register_document, store_digest


async def put_on_shelf(shelf: str, name: str, pages: Sequence[PageText], title: str, embedder: Embedder) -> UUID:
    """Cut, embed and store pages of text as one document; the same name on the same shelf is the same document."""
    document = await register_document(shelf, sha256(name.encode()).hexdigest(), name, 1)
    windows = tuple(passages(pages, title))
    vectors = await run_sync(embedded, [each.searched for each in windows], embedder)
    digest = Digest(tuple(pages), windows, vectors, facts(pages, name), (), "text", title)
    await store_digest(document.id, digest)
    return document.id
