"""Renders the invented documents to PDF and puts them on a shelf, as an upload would."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from fpdf import FPDF

from knowledge.embedding import ShippedEmbedder, stored
from knowledge.exact import ExactIndex
from knowledge.passages import passages
from knowledge.reading import read
from knowledge.retrieval import Tools
from knowledge.tables import Document, Page, Passage


def rendered(pages: Iterable[str], path: Path) -> Path:
    """Write each text as a page of a PDF, line by line."""
    pdf = FPDF()
    pdf.set_font("helvetica", size=10)
    for text in pages:
        pdf.add_page()
        for line in text.splitlines():
            pdf.cell(0, 6, line, new_x="LMARGIN", new_y="NEXT")
    pdf.output(str(path))
    return path


def tools() -> Tools:
    """Build what searching needs."""
    return Tools(ShippedEmbedder(), ExactIndex())


async def shelve(collection: str, name: str, pages: Iterable[str], folder: Path, facts: str = "") -> UUID:
    """Render, read and store a document, ready to be asked about."""
    reading = read(rendered(pages, folder / "document.pdf"))
    windows = passages(reading.pages, reading.title)
    now = datetime.now(UTC)
    document = Document(
        collection=collection, sha256="", name=name, size=1, state="ready", reason="", page_count=len(reading.pages), pages_read=len(reading.pages),
        passage_count=len(windows), facts=facts, screening="", reader=reading.reader, created_at=now, updated_at=now,
    )  # fmt: skip
    await document.save()
    await Page.insert(
        *[
            Page(document=document.id, number=page.number, label=page.label, state=page.state.value, text=page.text)
            for page in reading.pages
        ]
    )
    vectors = stored(ShippedEmbedder().embed([f"{window.header}\n{window.text}" for window in windows]))
    await Passage.insert(
        *[
            Passage(
                document=document.id,
                collection=collection,
                page=window.page,
                start=window.start,
                end=window.end,
                text=window.text,
                header=window.header,
                vector=vector,
            )
            for window, vector in zip(windows, vectors, strict=True)
        ]
    )
    return document.id
