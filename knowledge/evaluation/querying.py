"""What a question costs: within one vendor's 10,000 windows, and over 500 documents of 50 vendors."""

import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from hashlib import sha256
from statistics import mean, median

from anyio.to_thread import run_sync

from knowledge.answering import CannotAnswer, Citation, answer
from knowledge.evaluation.invented import Invention, invention
from knowledge.evaluation.writers import spread
from knowledge.exact import nearest
from knowledge.index import synchronise
from knowledge.lexical import postings
from knowledge.retrieval import Tools, retrieve
from knowledge.scope import Scope
from knowledge.shelves import shelf, vectors_of
from knowledge.storing import register_document, store_digest
from knowledge.words import query_terms

SENTENCES = 1_500
QUESTIONS = 60
DEPTH = 64
WITHIN = 1e-6


@dataclass(frozen=True, slots=True)
class Cost:
    """Milliseconds a question: processor time, and time on the clock at the median."""

    cpu_ms: float
    p50_ms: float


@dataclass(frozen=True, slots=True)
class OneVendor:
    """Parts of a question within one vendor, and the share of the truly nearest 64 that the index gives.

    `filtered` is the same search in the same run with a filter that leaves one document out: what times may be held against.
    """

    windows: int
    by_meaning: Cost
    filtered: Cost
    by_words: Cost
    whole: Cost
    whole_read_closely: Cost
    recall_at_64: float


@dataclass(frozen=True, slots=True)
class Soon:
    """Milliseconds until the first verified sentence: processor time a question, on the clock; and the share answered."""

    cpu_ms: float
    p50_ms: float
    p95_ms: float
    answered: float


@dataclass(frozen=True, slots=True)
class ManyVendors:
    """A whole question over many vendors, and how soon the assistant, without a model, shows its first verified sentence.

    `at_one` is the same in a conversation about one of them. A question that is not answered counts with the time until that
    is said.
    """

    vendors: int
    documents: int
    windows: int
    whole: Cost
    first_sentence: Soon
    first_sentence_at_one: Soon


@dataclass(frozen=True, slots=True)
class Figures:
    """What questions cost on this machine, in one process."""

    questions: int
    one_vendor: OneVendor
    many_vendors: ManyVendors


async def run(
    tools: Tools,
    *,
    one: tuple[int, int] = (100, 100),
    many: tuple[int, int, int] = (50, 10, 30),
    questions: int = QUESTIONS,
) -> Figures:
    """Measure in the bound database; `one` is documents and windows of each, `many` vendors, documents, windows."""
    made = await run_sync(invention, tools.embedder, SENTENCES, questions)
    await _filled("one", made, *one)
    await synchronise(tools.index, "one")
    vendors = await _others(made, *many)
    return Figures(questions, await _one_vendor(made, tools, one), await _many_vendors(made, tools, vendors, many))


async def fill(tools: Tools, vendors: int, documents: int, windows: int) -> None:
    """Put vendors with invented documents beside whatever else is measured."""
    await _others(await run_sync(invention, tools.embedder, SENTENCES, 1), vendors, documents, windows)


async def _others(made: Invention, vendors: int, documents: int, windows: int) -> list[str]:
    names = [f"vendor-{number}" for number in range(vendors)]
    for name in names:
        await _filled(name, made, documents, windows)
    return names


async def _filled(collection: str, made: Invention, documents: int, windows: int) -> None:
    for number, digest in enumerate(made.documents(documents, windows)):
        name = f"{collection}-{number}.pdf"
        document = await register_document(collection, sha256(name.encode()).hexdigest(), name, 1)
        await store_digest(document.id, digest)


async def _one_vendor(made: Invention, tools: Tools, one: tuple[int, int]) -> OneVendor:
    windows, scope = one[0] * one[1], Scope(("one",))
    vectors = dict(zip(made.questions, tools.embedder.embed(made.questions), strict=True))

    async def by_meaning(question: str) -> None:
        await tools.index.search("one", vectors[question], DEPTH)

    every = [document.id for document in (await shelf("one")).documents]

    async def filtered(question: str) -> None:
        await tools.index.search("one", vectors[question], DEPTH, frozenset(every[1:]))

    async def by_words(question: str) -> None:
        terms = query_terms(question)
        (await postings(terms, ["one"], windows)).search(terms, DEPTH)

    async def whole(question: str) -> None:
        await retrieve(question, scope, tools)

    async def closely(question: str) -> None:
        await retrieve(question, scope, tools, close=True)

    return OneVendor(
        windows,
        await _cost(by_meaning, made.questions),
        await _cost(filtered, made.questions),
        await _cost(by_words, made.questions),
        await _cost(whole, made.questions),
        await _cost(closely, made.questions),
        await _recall(made, tools),
    )


async def _recall(made: Invention, tools: Tools) -> float:
    """Compare with an exact search; one as near as the last of the exact ones counts as one of them."""
    held = await vectors_of("one", [document.id for document in (await shelf("one")).documents])
    shares = []
    for vector in tools.embedder.embed(made.questions):
        exact = nearest(held, vector, DEPTH)
        scores = {hit.passage_id: hit.score for hit in nearest(held, vector, len(held.ids))}
        found = await tools.index.search("one", vector, DEPTH)
        shares.append(sum(scores[hit.passage_id] >= exact[-1].score - WITHIN for hit in found) / len(exact))
    return mean(shares)


async def _many_vendors(
    made: Invention, tools: Tools, vendors: Sequence[str], many: tuple[int, int, int]
) -> ManyVendors:
    scope = Scope(tuple(vendors))

    async def whole(question: str) -> None:
        await retrieve(question, scope, tools)

    count, documents, windows = many
    return ManyVendors(
        count,
        count * documents,
        count * documents * windows,
        await _cost(whole, made.questions),
        await _soon(made.answered, scope, tools),
        await _soon(made.answered, Scope((vendors[0],)), tools),
    )


async def first_sentences(tools: Tools, vendors: int = 50, documents: int = 10, windows: int = 30) -> Soon:
    """Fill the bound database with invented documents and ask all vendors at once, as the assistant does."""
    made = await run_sync(invention, tools.embedder, SENTENCES, QUESTIONS)
    return await _soon(made.answered, Scope(tuple(await _others(made, vendors, documents, windows))), tools)


async def _soon(questions: Sequence[str], scope: Scope, tools: Tools) -> Soon:
    """Ask everything once to warm up, then once for the record."""
    for question in questions:
        await _first_sentence(question, scope, tools)
    cpu = time.process_time()
    told = [await _first_sentence(question, scope, tools) for question in questions]
    cpu = 1e3 * (time.process_time() - cpu) / len(questions)
    clock = spread([seconds for seconds, _ in told])
    return Soon(cpu, clock.p50_ms, clock.p95_ms, mean(float(answered) for _, answered in told))


async def _first_sentence(question: str, scope: Scope, tools: Tools) -> tuple[float, bool]:
    began = time.perf_counter()
    async with aclosing(answer(question, scope, tools)) as events:
        async for event in events:
            if isinstance(event, Citation | CannotAnswer):
                return time.perf_counter() - began, isinstance(event, Citation)
    return time.perf_counter() - began, False


async def _cost(ask: Callable[[str], Awaitable[None]], questions: Sequence[str]) -> Cost:
    """Ask everything once to warm up, then once for the record."""
    for question in questions:
        await ask(question)
    cpu, clock = time.process_time(), []
    for question in questions:
        began = time.perf_counter()
        await ask(question)
        clock.append(time.perf_counter() - began)
    return Cost(1e3 * (time.process_time() - cpu) / len(questions), 1e3 * median(clock))
