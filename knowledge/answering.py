"""Answers a question from the documents in scope: sentences with quotes that stand on their pages, or an honest no."""

import secrets
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass

from knowledge.citations import Quote, confirmed, page_texts
from knowledge.evidence import Candidate, Pages, Place, candidates, places_of
from knowledge.extractive import extract
from knowledge.factual import asks_for_fact, factual, is_misplaced
from knowledge.grounding import Grounded, grounded
from knowledge.language import Language, LanguageUnavailable
from knowledge.opening import papers_in
from knowledge.prompting import Prompt, prompt
from knowledge.retrieval import Searched, Tools, retrieve
from knowledge.scope import Scope

PASSAGES = 12
EARLIER_TURNS = 4
LONGEST_QUESTION = 4000
EXTRACTIVE = "extractive"
PLACEHOLDERS = frozenset({"nonce", "history", "passages", "ids", "question"})


@dataclass(frozen=True, slots=True)
class Turn:
    """An earlier question of the conversation and its answer."""

    question: str
    answer: str


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
    """The end of an answer, with what was searched and who wrote it."""

    answered: bool
    searched: Searched
    written_by: str
    prompt_version: str
    removed: int
    note: str


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


@dataclass(frozen=True, slots=True)
class _Drafted:
    sentences: tuple[Grounded, ...]
    written_by: str
    prompt_version: str
    removed: int
    note: str


async def answer(
    question: str, scope: Scope, tools: Tools, language: Language | None = None, history: Sequence[Turn] = ()
) -> AsyncIterator[Event]:
    """Stream the answer; the scope is fixed before anything is read, and no text read can change it."""
    question = " ".join(question.split())[:LONGEST_QUESTION]
    retrieval = await retrieve(question, scope, tools, limit=PASSAGES, close=True)
    places = places_of(retrieval.found)
    pages = await page_texts({(place.document_id, place.page) for place in places}, scope)
    drafted = _Drafted((), EXTRACTIVE, "", 0, "")
    if language is not None and places:
        drafted = await _written(question, places, pages, language, history)
    if drafted.written_by == EXTRACTIVE:
        events, answered = await _extracted(question, candidates(places, pages), scope)
    else:
        events, answered = await _worded(drafted, places, pages, scope, question)
    for event in events:
        yield event
    yield Done(answered, retrieval.searched, drafted.written_by, drafted.prompt_version, drafted.removed, drafted.note)


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
    )


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


async def _worded(
    drafted: _Drafted, places: Sequence[Place], pages: Pages, scope: Scope, question: str
) -> tuple[list[Event], bool]:
    """Number the quotes of the model's sentences; a sentence whose quote no longer stands is left out."""
    standing = {
        (quote.document_id, quote.page, quote.start): quote
        for quote in await confirmed([item.quote for item in drafted.sentences], scope)
    }
    events: list[Event] = []
    for item in drafted.sentences:
        quote = standing.get((item.quote.document_id, item.quote.page, item.quote.start))
        if quote is not None:
            events += [Text((" " if events else "") + item.text + " "), Citation(len(events) // 2 + 1, quote)]
    if events:
        return events, True
    nearest = tuple(await confirmed(extract(question, candidates(places, pages)).nearest, scope))
    return [CannotAnswer("The language model gave no sentence that the documents bear out.", nearest)], False


async def _written(
    question: str, places: Sequence[Place], pages: Pages, language: Language, history: Sequence[Turn]
) -> _Drafted:
    """Let the model write, and keep what stands; when it fails, say so and fall back to extracts."""
    asked = prompt("answer_question", PLACEHOLDERS)
    named = {f"P{number}": place for number, place in enumerate(places, 1) if (place.document_id, place.page) in pages}
    try:
        reply = await language.structured(_filled(asked, question, named, pages, history))
    except LanguageUnavailable as error:
        return _Drafted((), EXTRACTIVE, "", 0, f"{error} The answer is made of extracts instead.")
    kept, removed = grounded(reply, named, pages)
    return _Drafted(tuple(kept), language.name, asked.version, removed, "")


def _filled(asked: Prompt, question: str, named: dict[str, Place], pages: Pages, history: Sequence[Turn]) -> str:
    nonce = secrets.token_hex(8)
    passages = "\n".join(f"--- {nonce} {key}\n{_text(place, pages)}" for key, place in named.items())
    turns = "\n".join(f"Q: {turn.question}\nA: {turn.answer}" for turn in history[-EARLIER_TURNS:])
    return asked.filled(
        {
            "nonce": nonce,
            "history": f"--- {nonce} history\n{turns}\n--- {nonce} end of history" if turns else "none",
            "passages": f"{passages}\n--- {nonce} end",
            "ids": ", ".join(named),
            "question": question,
        }
    )


def _text(place: Place, pages: Pages) -> str:
    return pages[(place.document_id, place.page)][place.start : place.end]
