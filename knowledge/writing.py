"""A language model writes the sentences of an answer; each is let through as soon as it passed every gate."""

import secrets
from collections import Counter
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field

from knowledge.asking import asked
from knowledge.citations import confirmed
from knowledge.evidence import Pages, Place
from knowledge.gates import Gate
from knowledge.grounding import Grounded, grounded
from knowledge.incoming import Incoming
from knowledge.language import Json, Language, LanguageUnavailable
from knowledge.prompting import Prompt, prompt
from knowledge.scope import Scope
from knowledge.troubles import BROKE_OFF

SENTENCES = 6
EARLIER_TURNS = 4
PLACEHOLDERS = frozenset({"nonce", "history", "passages", "ids", "question"})
AS_FAR = "What stands here passed every check."


@dataclass(frozen=True, slots=True)
class Turn:
    """An earlier question of the conversation and its answer."""

    question: str
    answer: str


@dataclass(slots=True)
class Record:
    """What became of what a model wrote: the sentences kept and removed, and why it stopped if it failed."""

    prompt_version: str = ""
    kept: int = 0
    removed: Counter[Gate] = field(default_factory=Counter)
    trouble: str = ""

    @property
    def is_refusal(self) -> bool:
        """Whether the model itself found no answer in the passages."""
        return not (self.kept or self.removed or self.trouble)


async def written(
    question: str,
    places: Sequence[Place],
    pages: Pages,
    scope: Scope,
    language: Language,
    history: Sequence[Turn],
    record: Record,
) -> AsyncGenerator[Grounded, None]:
    """Yield the sentences that hold while the model still writes; `record` tells at the end what became of the others."""
    wording = prompt("answer_question", PLACEHOLDERS)
    record.prompt_version = wording.version
    passages = [place for place in places if (place.document_id, place.page) in pages][: language.passages]
    named = {f"P{number}": place for number, place in enumerate(passages, 1)}
    meant, said = meant_by(question, history), set[str]()
    try:
        async with aclosing(_items(language, _filled(wording, question, named, pages, history))) as items:
            async for item in items:
                sentence = await _standing(grounded(meant, item, named, pages), scope)
                if isinstance(sentence, Grounded) and sentence.text.lower() in said:
                    sentence = Gate.REPEATED
                if isinstance(sentence, Gate):
                    record.removed[sentence] += 1
                    continue
                said.add(sentence.text.lower())
                record.kept += 1
                yield sentence
    except LanguageUnavailable as error:
        record.trouble = f"{error} {AS_FAR}" if record.kept else str(error)


async def _items(language: Language, filled: str) -> AsyncGenerator[Json, None]:
    """Yield what the model writes, item by item; more than enough is not waited for."""
    incoming, count = Incoming(), 0
    async with aclosing(language.pieces(filled)) as pieces:
        async for piece in pieces:
            for item in incoming.take(piece):
                count += 1
                yield item
                if count == SENTENCES:
                    return
            if incoming.is_over:
                return
    if not incoming.close():
        raise LanguageUnavailable(BROKE_OFF)


async def _standing(sentence: Grounded | Gate, scope: Scope) -> Grounded | Gate:
    """Read the quote's page again, inside the scope: the document may be gone since it was searched."""
    if isinstance(sentence, Gate):
        return sentence
    quotes = await confirmed([sentence.quote], scope)
    return Grounded(sentence.text, quotes[0]) if quotes else Gate.QUOTE


def meant_by(question: str, history: Sequence[Turn]) -> str:
    """Return what is looked for and what a sentence has to answer.

    A follow-up that names nothing ("and how often?") asks about the matter before.
    """
    return question if not history or asked(question).needs else f"{question} {history[-1].question}"


def _filled(wording: Prompt, question: str, named: dict[str, Place], pages: Pages, history: Sequence[Turn]) -> str:
    nonce = secrets.token_hex(8)
    passages = "\n".join(f"--- {nonce} {key}\n{_text(place, pages)}" for key, place in named.items())
    turns = "\n".join(f"Q: {turn.question}\nA: {turn.answer}" for turn in history[-EARLIER_TURNS:])
    return wording.filled(
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
