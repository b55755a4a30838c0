"""What taking in a folder of PDFs costs: processor time a page, stage by stage, beside other libraries with the same windows."""

import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from anyio.to_thread import run_sync

from knowledge.children import USED
from knowledge.embedding import embedded, restored
from knowledge.errors import UnreadableDocument
from knowledge.evaluation.baselines import Take, baselines
from knowledge.facts.reading_off import facts
from knowledge.index import synchronise
from knowledge.ingesting import Digest, headline
from knowledge.limits import DEFAULT_LIMITS, Recognition
from knowledge.passages import passages
from knowledge.reading import Reading, read
from knowledge.retrieval import Tools
from knowledge.storing import register_document, store_digest
from knowledge.titles import title_of

FOLDER = "pdfs"
SHELF = "ingest"
PAGES = 500
STAGES = ("reading", "facts", "cutting", "embedding", "storing", "indexing")
OWN = ("cutting", "storing", "indexing")
MISSING = "not installed"
LIMITS = replace(DEFAULT_LIMITS, recognition=Recognition(engine="off"))


@dataclass(frozen=True, slots=True)
class Figures:
    """Milliseconds of processor time a page by stage; `own` is what is neither reading, facts nor embedding."""

    files: int
    pages: int
    windows: int
    own_ms: float
    langchain_chroma_ms: float | str
    llama_index_chroma_ms: float | str
    stages: dict[str, float]
    pages_a_second: str


class _Clock:
    """Processor time by stage, of this process and of the children it waited for."""

    def __init__(self) -> None:
        self.spent: defaultdict[str, float] = defaultdict(float)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        before = _processor_time()
        yield
        self.spent[name] += _processor_time() - before


def _processor_time() -> float:
    return time.process_time() + USED.seconds


async def run(data: Path, tools: Tools, pages: int = PAGES) -> Figures:
    """Take PDFs in, spread over the folder, until so many pages are read; text in pictures is left unread."""
    clock, done, windows, files = _Clock(), 0, 0, 0
    paths = sorted((data / FOLDER).rglob("*.pdf"), key=lambda path: sha256(path.name.encode()).digest())
    with TemporaryDirectory() as folder:
        others = baselines(Path(folder))
        for path in paths:
            if done >= pages:
                break
            try:
                with clock.stage("reading"):
                    reading = await run_sync(read, path, LIMITS)
            except UnreadableDocument:
                continue
            digest = await run_sync(_digested, path, reading, tools, clock)
            await _kept(path, digest, tools, clock)
            await run_sync(_beside, path, digest, others, clock)
            done, windows, files = done + len(digest.pages), windows + len(digest.windows), files + 1
    return _figures(clock, files, done, windows)


def _digested(path: Path, reading: Reading, tools: Tools, clock: _Clock) -> Digest:
    with clock.stage("facts"):
        found, title = facts(reading.pages, path.name), title_of(reading, path.name)
    with clock.stage("cutting"):
        windows = tuple(passages(reading.pages, headline(title, found)))
    with clock.stage("embedding"):
        vectors = embedded([each.searched for each in windows], tools.embedder)
    return Digest(reading.pages, windows, vectors, found, reading.remarks, reading.reader, title)


async def _kept(path: Path, digest: Digest, tools: Tools, clock: _Clock) -> None:
    with clock.stage("storing"):
        document = await register_document(SHELF, sha256(path.name.encode()).hexdigest(), path.name, 1)
        await store_digest(document.id, digest)
    with clock.stage("indexing"):
        await synchronise(tools.index, SHELF)


def _beside(path: Path, digest: Digest, others: dict[str, Take | None], clock: _Clock) -> None:
    vectors = restored(digest.vectors)
    for name, take in others.items():
        if take is not None and digest.windows:
            with clock.stage(name):
                take(path.name, digest.windows, vectors)


def _figures(clock: _Clock, files: int, pages: int, windows: int) -> Figures:
    each = {stage: 1e3 * seconds / max(1, pages) for stage, seconds in clock.spent.items()}
    whole = sum(each[stage] for stage in STAGES) or 1.0
    return Figures(
        files,
        pages,
        windows,
        sum(each[stage] for stage in OWN),
        each.get("langchain_chroma", MISSING),
        each.get("llama_index_chroma", MISSING),
        {f"{stage}_ms": each[stage] for stage in STAGES},
        f"{1e3 / whole:.1f}",
    )
