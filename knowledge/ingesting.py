"""Takes a file in: reads and screens it, cuts it into passages, reads its facts off, embeds it, and stores the lot."""

from dataclasses import dataclass
from pathlib import Path

from knowledge.drafts import Progress, unheard
from knowledge.embedding import Embedder, embedded
from knowledge.facts import DocumentFacts, EvidenceKind
from knowledge.media import Media
from knowledge.pages import PageText
from knowledge.passages import Window, passages
from knowledge.reading import DEFAULT_LIMITS, Limits, read
from knowledge.screening import Remark
from knowledge.storing import mark_progress, mark_reading, mark_unreadable, register_document, store_digest
from knowledge.titles import title_of

__all__ = [
    "Digest",
    "digest",
    "mark_progress",
    "mark_reading",
    "mark_unreadable",
    "register_document",
    "store_digest",
]


@dataclass(frozen=True, slots=True)
class Digest:
    """All that is kept of a file: `vectors[n]` belongs to `windows[n]`."""

    pages: tuple[PageText, ...]
    windows: tuple[Window, ...]
    vectors: tuple[bytes, ...]
    facts: DocumentFacts
    remarks: tuple[Remark, ...]
    reader: str
    title: str


def digest(
    path: Path,
    name: str,
    embedder: Embedder,
    limits: Limits = DEFAULT_LIMITS,
    *,
    media: Media = Media.PDF,
    password: str = "",
    progress: Progress = unheard,
) -> Digest:
    """Work a file off as far as it needs no database; blocking, so call it in a thread. Raises UnreadableDocument."""
    from knowledge.facts.reading_off import facts  # here, for who only serves pages needs none of its rules

    reading = read(path, limits, media=media, password=password, progress=progress)
    found = facts(reading.pages, name)
    title = title_of(reading, name)
    windows = tuple(passages(reading.pages, headline(title, found)))
    vectors = embedded([window.searched for window in windows], embedder)
    return Digest(reading.pages, windows, vectors, found, reading.remarks, reading.reader, title)


def headline(title: str, found: DocumentFacts) -> str:
    """Put a document's kind and years behind its title, so that a search can tell one report from another."""
    kind = "" if found.kind is EvidenceKind.OTHER or found.kind.label.lower() in title.lower() else found.kind.label
    years = sorted({day.value[:4] for day in (found.period_start, found.period_end) if day})
    return ", ".join(piece for piece in (title, kind, " to ".join(years)) if piece)
