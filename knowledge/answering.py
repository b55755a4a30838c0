"""Answers a question from the documents in scope: sentences with quotes that stand on their pages, or an honest no."""

from collections.abc import AsyncGenerator, Mapping, Sequence
from dataclasses import dataclass, field

from knowledge.citations import Quote, confirmed, page_texts
from knowledge.evidence import Candidate, candidates, places_of
from knowledge.extractive import extract
from knowledge.factual import asks_for_fact, factual, is_misplaced
from knowledge.gates import Gate
from knowledge.language import Language
from knowledge.opening import papers_in
from knowledge.retrieval import Searched, Tools, retrieve
from knowledge.scope import Scope
from knowledge.writing import Record, Turn, meant_by, written

__all__ = ["Answer", "CannotAnswer", "Citation", "Done", "Event", "Text", "Turn", "answer", "whole_answer"]
PASSAGES = 12
LONGEST_QUESTION = 4000
EXTRACTIVE = "extractive"
REFUSED = "The language model found no answer in the passages."


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of the answer."""

    text: str


@dataclass(frozen=True, slots=True)
class Citation:
    """The quote that the text before it stands on; numbers count from 1."""

    number: int
    quote: Quote


@dataclass(frozen=True, slots=True)
class CannotAnswer:
    """The documents do not answer; what came nearest is shown for a person to judge."""

    reason: str
    nearest: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Done:
    """The end of an answer, with what was searched, who wrote it, and the sentences of a model that each gate removed."""

    answered: bool
    searched: Searched
    written_by: str
    prompt_version: str
    removed: int
    note: str
    gates: Mapping[Gate, int] = field(default_factory=dict)


Event = Text | Citation | CannotAnswer | Done


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer."""

    text: str
    answered: bool
    citations: tuple[Quote, ...]
    cannot: CannotAnswer | None
    searched: Searched
    written_by: str
    prompt_version: str
    removed: int
    note: str
    gates: Mapping[Gate, int] = field(default_factory=dict)


async def answer(
    question: str, scope: Scope, tools: Tools, language: Language | None = None, history: Sequence[Turn] = ()
) -> AsyncGenerator[Event, None]:
    """Stream the answer; the scope is fixed before anything is read, and no text read can change it.

    A sentence that a model writes is given out as soon as it passed every gate. A model that fails, or none of whose
    sentences passes, is done without; one that finds no answer in the passages is believed. A follow-up that names nothing is
    looked for with the question before it.
    """
    question = " ".join(question.split())[:LONGEST_QUESTION]
    meant = meant_by(question, history)
    retrieval = await retrieve(meant, scope, tools, limit=PASSAGES, close=True)
    places = places_of(retrieval.found)
    pages = await page_texts({(place.document_id, place.page) for place in places}, scope)
    record = Record()
    if language is not None and places:
        async for sentence in written(question, places, pages, scope, language, history, record):
            yield Text((" " if record.kept > 1 else "") + sentence.text + " ")
            yield Citation(record.kept, sentence.quote)
        if record.kept:
            yield _done(True, retrieval.searched, record, language.name, record.trouble)
            return
        if record.is_refusal:
            nearest = tuple(await confirmed(extract(question, candidates(places, pages)).nearest, scope))
            yield CannotAnswer(REFUSED, nearest)
            yield _done(False, retrieval.searched, record, language.name, "")
            return
    events, answered = await _extracted(question, candidates(places, pages), scope)
    for event in events:
        yield event
    yield _done(answered, retrieval.searched, record, EXTRACTIVE, _fallen_back(record, answered))


async def whole_answer(
    question: str, scope: Scope, tools: Tools, language: Language | None = None, history: Sequence[Turn] = ()
) -> Answer:
    """Collect the stream into one value."""
    texts: list[str] = []
    quotes: list[Quote] = []
    cannot: CannotAnswer | None = None
    done: Done | None = None
    async for event in answer(question, scope, tools, language, history):
        match event:
            case Text(text):
                texts.append(text)
            case Citation(_, quote):
                quotes.append(quote)
            case CannotAnswer():
                cannot = event
            case Done():
                done = event
    assert done is not None
    return Answer(
        "".join(texts).strip(),
        done.answered,
        tuple(quotes),
        cannot,
        done.searched,
        done.written_by,
        done.prompt_version,
        done.removed,
        done.note,
        done.gates,
    )


def _done(answered: bool, searched: Searched, record: Record, written_by: str, note: str) -> Done:
    version = "" if written_by == EXTRACTIVE else record.prompt_version
    return Done(answered, searched, written_by, version, record.removed.total(), note, dict(record.removed))


def _fallen_back(record: Record, answered: bool) -> str:
    """Say why a model's words are not shown, and what is shown instead."""
    why = record.trouble or ("What the language model wrote did not pass the checks." if record.removed else "")
    return f"{why} The answer is made of extracts instead." if why and answered else why


async def _extracted(question: str, found: Sequence[Candidate], scope: Scope) -> tuple[list[Event], bool]:
    extracted = extract(question, [item for item in found if not is_misplaced(question, item.sentence.flat)])
    known = factual(question, await papers_in(scope)) if asks_for_fact(question) else ()
    quotes = await confirmed(known or extracted.quotes, scope)
    if not quotes:
        nearest = tuple(await confirmed(extracted.nearest, scope))
        return [CannotAnswer(extracted.reason or "The passages found no longer stand on their pages.", nearest)], False
    documents = len({quote.document_id for quote in quotes})
    events: list[Event] = [Text(f"Found in {documents} document{'s' if documents > 1 else ''}:")]
    for number, quote in enumerate(quotes, 1):
        events += [Text("\n\n" + " ".join(quote.text.split()) + " "), Citation(number, quote)]
    return events, True
