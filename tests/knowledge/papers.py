"""Renders the invented documents to PDF and puts them on a shelf, as an upload would."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from uuid import UUID

from fpdf import FPDF

from knowledge.embedding import ShippedEmbedder
from knowledge.exact import ExactIndex
from knowledge.ingesting import digest, register_document, store_digest
from knowledge.retrieval import Tools


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


async def shelve(collection: str, name: str, pages: Iterable[str], folder: Path) -> UUID:
    """Render, read and store a document, ready to be asked about."""
    path = rendered(pages, folder / "document.pdf")
    raw = path.read_bytes()
    document = await register_document(collection, sha256(raw).hexdigest(), name, len(raw))
    await store_digest(document.id, digest(path, name, ShippedEmbedder()))
    return document.id
