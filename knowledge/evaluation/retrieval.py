"""How well retrieval finds known answers: LegalBench-RAG on privacy policies, by characters of gold text."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from knowledge.embedding import Embedder, ShippedEmbedder
from knowledge.pages import PageState, PageText
from knowledge.passages import passages
from knowledge.ranking import Rankings, fused
from knowledge.words import query_terms

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from knowledge.lexical import WordIndex
    from knowledge.shelves import Vectors

DEPTH = 64
FOLDER = Path("benchmarks") / "legalbenchrag"
_NAMES = UUID("5f0c1f0e-2f0b-4b60-9d53-0f6d1c0b7a11")


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares from 0 to 1: of the first passage that is gold text, and of gold text inside the first 8 and 64."""

    questions: int
    precision_at_1: float
    recall_at_8: float
    recall_at_64: float


@dataclass(frozen=True, slots=True)
class _Question:
    text: str
    gold: Mapping[UUID, tuple[tuple[int, int], ...]]


@dataclass(frozen=True, slots=True)
class _Library:
    spans: Sequence[tuple[UUID, int, int]]
    vectors: "Vectors"
    words: "WordIndex"


def run(data: Path, embedder: Embedder | None = None) -> dict[str, Figures]:
    """Measure with the document known ("scoped") and over all documents at once ("joint")."""
    embedder = embedder or ShippedEmbedder()
    folder = data / FOLDER
    library = _library(folder / "corpus", embedder)
    questions = _questions(folder / "benchmarks" / "privacy_qa.json")
    return {
        "scoped": _measured(library, questions, embedder, scoped=True),
        "joint": _measured(library, questions, embedder, scoped=False),
    }


def _library(corpus: Path, embedder: Embedder) -> _Library:
    from knowledge.embedding import restored, stored
    from knowledge.lexical import word_index
    from knowledge.shelves import Vectors

    spans: list[tuple[UUID, int, int]] = []
    texts: list[str] = []
    for file in sorted(corpus.rglob("*.txt")):
        page = PageText(1, "", PageState.TEXT, file.read_text(encoding="utf-8"))
        for window in passages([page], f"Privacy policy of {file.stem}"):
            spans.append((_document(file.relative_to(corpus).as_posix()), window.start, window.end))
            texts.append(window.searched)
    owners = [document for document, _, _ in spans]
    words = word_index(range(len(texts)), owners, texts)
    return _Library(spans, Vectors(words.ids, tuple(owners), restored(stored(embedder.embed(texts)))), words)


def _document(path: str) -> UUID:
    return uuid5(_NAMES, path)


def _questions(file: Path) -> list[_Question]:
    questions = []
    for test in json.loads(file.read_text(encoding="utf-8"))["tests"]:
        gold: dict[UUID, tuple[tuple[int, int], ...]] = {}
        for snippet in test["snippets"]:
            document, (start, end) = _document(snippet["file_path"]), snippet["span"]
            gold[document] = (*gold.get(document, ()), (start, end))
        questions.append(_Question(test["query"], gold))
    return questions


def _measured(library: _Library, questions: Sequence[_Question], embedder: Embedder, *, scoped: bool) -> Figures:
    first, eight, all_places = 0.0, 0.0, 0.0
    for question in questions:
        asked = question.text.partition("; ")[2] if scoped else question.text
        spans = _ranked(library, asked, embedder.embed([asked])[0], frozenset(question.gold) if scoped else None)
        first += _shared(spans[:1], question.gold) / max(1, _length(spans[:1]))
        wanted = _length((document, *span) for document, each in question.gold.items() for span in each)
        eight += _shared(spans[:8], question.gold) / wanted
        all_places += _shared(spans, question.gold) / wanted
    count = len(questions)
    return Figures(count, first / count, eight / count, all_places / count)


def _ranked(
    library: _Library, question: str, vector: "NDArray[np.float32]", documents: frozenset[UUID] | None
) -> list[tuple[UUID, int, int]]:
    from knowledge.exact import nearest

    dense = nearest(library.vectors, vector, DEPTH, documents)
    lexical = library.words.search(query_terms(question), DEPTH, documents)
    return [library.spans[row] for row, _ in fused(Rankings(dense, lexical)).most_common(DEPTH)]


def _shared(found: Iterable[tuple[UUID, int, int]], gold: Mapping[UUID, tuple[tuple[int, int], ...]]) -> int:
    """Count the characters of gold text that lie inside the passages found, each once."""
    pieces = [
        (document, max(start, low), min(end, high))
        for document, start, end in found
        for low, high in gold.get(document, ())
        if max(start, low) < min(end, high)
    ]
    return _length(pieces)


def _length(spans: Iterable[tuple[UUID, int, int]]) -> int:
    """Count the characters that spans cover, overlaps once."""
    covered = 0
    ordered = sorted(spans)
    reach = dict.fromkeys((document for document, _, _ in ordered), 0)
    for document, start, end in ordered:
        covered += max(0, end - max(start, reach[document]))
        reach[document] = max(reach[document], end)
    return covered
