"""How well retrieval finds known answers: LegalBench-RAG on privacy policies, by characters of gold text."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from anyio.to_thread import run_sync

from knowledge.evaluation.shelving import put_on_shelf
from knowledge.pages import PageState, PageText
from knowledge.retrieval import Found, Tools, retrieve
from knowledge.scope import Scope

DEPTH = 64
FOLDER = Path("benchmarks") / "legalbenchrag"
SHELF = "legalbenchrag"
Span = tuple[UUID, int, int]


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares from 0 to 1: of the first unit that is gold text, and of gold text inside the first 8 and 64 windows."""

    questions: int
    precision_at_1: float
    precision_at_1_windows: float
    recall_at_8: float
    recall_at_64: float


@dataclass(frozen=True, slots=True)
class Report:
    """All questions, and apart the half that settings were chosen on and the half they were not."""

    all: Figures
    chosen_on: Figures
    kept_apart: Figures


@dataclass(frozen=True, slots=True)
class _Question:
    text: str
    gold: Mapping[UUID, tuple[tuple[int, int], ...]]


async def run(data: Path, tools: Tools, every: int = 1) -> dict[str, Report]:
    """Measure with the document known ("scoped") and over all documents at once ("joint"), in the bound database,
    as the assistant asks.

    Every second question was looked at while settings were chosen. `every` takes one question in so many.
    """
    folder = data / FOLDER
    documents = await _shelved(folder / "corpus", tools)
    questions = _questions(folder / "benchmarks" / "privacy_qa.json", documents)[::every]
    return {
        "scoped": _report([await _asked(question, tools, scoped=True) for question in questions]),
        "joint": _report([await _asked(question, tools, scoped=False) for question in questions]),
    }


async def _shelved(corpus: Path, tools: Tools) -> dict[str, UUID]:
    documents = {}
    for path, text in (await run_sync(_texts, corpus)).items():
        page, name = PageText(1, "", PageState.TEXT, text), Path(path).stem
        title = f"Privacy policy of {name}"
        documents[path] = await put_on_shelf(SHELF, f"{name}.txt", [page], title, tools.embedder)
    return documents


def _texts(corpus: Path) -> dict[str, str]:
    files = sorted(corpus.rglob("*.txt"))
    return {file.relative_to(corpus).as_posix(): file.read_text(encoding="utf-8") for file in files}


def _questions(file: Path, documents: Mapping[str, UUID]) -> list[_Question]:
    questions = []
    for test in json.loads(file.read_text(encoding="utf-8"))["tests"]:
        gold: dict[UUID, tuple[tuple[int, int], ...]] = {}
        for snippet in test["snippets"]:
            document, (start, end) = documents[snippet["file_path"]], snippet["span"]
            gold[document] = (*gold.get(document, ()), (start, end))
        questions.append(_Question(test["query"], gold))
    return questions


async def _asked(question: _Question, tools: Tools, *, scoped: bool) -> tuple[float, float, float, float]:
    text = question.text.partition("; ")[2] if scoped else question.text
    scope = Scope((SHELF,), frozenset(question.gold) if scoped else None)
    found = (await retrieve(text, scope, tools, limit=DEPTH, close=True)).found
    units = [(each.document_id, each.unit_start, each.unit_end) for each in found]
    windows = _windows(found)
    wanted = _length((document, *span) for document, each in question.gold.items() for span in each)
    return (
        _shared(units[:1], question.gold) / max(1, _length(units[:1])),
        _shared(windows[:1], question.gold) / max(1, _length(windows[:1])),
        _shared(_windows(found[:8]), question.gold) / wanted,
        _shared(windows, question.gold) / wanted,
    )


def _windows(found: Sequence[Found]) -> list[Span]:
    return [(each.document_id, each.start, each.end) for item in found for each in (item, *item.also)]


def _report(shares: Sequence[tuple[float, float, float, float]]) -> Report:
    return Report(_mean(shares), _mean(shares[::2]), _mean(shares[1::2]))


def _mean(shares: Sequence[tuple[float, float, float, float]]) -> Figures:
    return Figures(len(shares), *(sum(column) / max(1, len(shares)) for column in zip(*shares, strict=True)))


def _shared(found: Iterable[Span], gold: Mapping[UUID, tuple[tuple[int, int], ...]]) -> int:
    """Count the characters of gold text that lie inside the passages found, each once."""
    pieces = [
        (document, max(start, low), min(end, high))
        for document, start, end in found
        for low, high in gold.get(document, ())
        if max(start, low) < min(end, high)
    ]
    return _length(pieces)


def _length(spans: Iterable[Span]) -> int:
    """Count the characters that spans cover, overlaps once."""
    covered = 0
    ordered = sorted(spans)
    reach = dict.fromkeys((document for document, _, _ in ordered), 0)
    for document, start, end in ordered:
        covered += max(0, end - max(start, reach[document]))
        reach[document] = max(reach[document], end)
    return covered
