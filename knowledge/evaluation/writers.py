"""Asks questions as the assistant does, with and without a language model: what it answers, what the gates removed, how soon."""

import random
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import quantiles
from typing import TypeVar

from knowledge.answering import EXTRACTIVE, CannotAnswer, Citation, Done, Text, answer
from knowledge.citations import Quote
from knowledge.evaluation.citing import Citations, reread
from knowledge.evaluation.questions import Asked
from knowledge.gates import Gate
from knowledge.language import Language
from knowledge.retrieval import Tools
from knowledge.scope import Scope

SEED = 1
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Spread:
    """Milliseconds on the clock: half of the questions, and 19 of 20, took no longer."""

    p50_ms: float
    p95_ms: float


@dataclass(frozen=True, slots=True)
class Figures:
    """What one way of answering made of the questions; without the words that answer them right and wrong are not told.

    `written` are the sentences a model wrote, `removed` those that each gate took, `fallbacks` the answers made of
    extracts because the model failed or nothing of its passed. The first verified sentence is the first one with its
    quote found again on its page; questions that get none are left out there.
    """

    questions: int
    answered: int
    right: int | None
    wrong: int | None
    silence_kept: int | None
    silent_questions: int
    sentences: int
    citations: Citations
    written: int
    removed: dict[Gate, int]
    refused: int
    fallbacks: int
    failures: int
    first_sentence: Spread
    whole: Spread
    wrongly_answered: tuple[str, ...] = ()
    left_unanswered: tuple[str, ...] = ()


@dataclass(slots=True)
class _Reply:
    asked: Asked
    text: str = ""
    quotes: list[Quote] = field(default_factory=list)
    first: float | None = None
    whole: float = 0.0
    done: Done | None = None
    refused: bool = False

    @property
    def is_right(self) -> bool:
        """Whether the words that answer stand in the answer or in a quote of it."""
        said = [self.text, *(" ".join(quote.text.split()) for quote in self.quotes)]
        return bool(self.asked.answer) and any(self.asked.answer in each for each in said)

    @property
    def answered(self) -> bool:
        """Whether an answer was given."""
        return self.done is not None and self.done.answered


def drawn(items: Sequence[Item], sample: int | None) -> list[Item]:
    """Draw so many of them, the same each time; all where no number is given."""
    if sample is None or sample >= len(items):
        return list(items)
    return random.Random(SEED).sample(list(items), sample)  # noqa: S311


async def measured(
    questions: Sequence[Asked], scope: Scope, tools: Tools, language: Language | None = None, *, gold: bool = True
) -> Figures:
    """Ask every question in turn; without `gold` nothing is known of what is right."""
    replies = [await _asked(one, scope, tools, language) for one in questions]
    return _figures(replies, gold, await reread([quote for reply in replies for quote in reply.quotes], scope))


async def _asked(asked: Asked, scope: Scope, tools: Tools, language: Language | None) -> _Reply:
    reply, began = _Reply(asked), time.perf_counter()
    async for event in answer(asked.text, scope, tools, language):
        match event:
            case Text(text):
                reply.text += text
            case Citation(_, quote):
                reply.first = reply.first or time.perf_counter() - began
                reply.quotes.append(quote)
            case CannotAnswer():
                reply.refused = language is not None
            case Done():
                reply.done = event
    reply.whole = time.perf_counter() - began
    return reply


def _figures(replies: Sequence[_Reply], gold: bool, citations: Citations) -> Figures:
    ends = [reply.done for reply in replies if reply.done is not None]
    removed = Counter[Gate]()
    for end in ends:
        removed.update(end.gates)
    silent = [reply for reply in replies if not reply.asked.answer]
    wrong = [reply for reply in replies if reply.answered and not reply.is_right]
    modelled = sum(len(reply.quotes) for reply in replies if reply.done and reply.done.written_by != EXTRACTIVE)
    fallen = [end for end in ends if end.written_by == EXTRACTIVE and end.note]
    return Figures(
        questions=len(replies),
        answered=sum(reply.answered for reply in replies),
        right=sum(reply.is_right for reply in replies if reply.answered) if gold else None,
        wrong=len(wrong) if gold else None,
        silence_kept=sum(not reply.answered for reply in silent) if gold else None,
        silent_questions=len(silent) if gold else 0,
        sentences=sum(len(reply.quotes) for reply in replies),
        citations=citations,
        written=modelled + removed.total(),
        removed={gate: removed[gate] for gate in Gate if removed[gate]},
        refused=sum(
            reply.refused and reply.done is not None and reply.done.written_by != EXTRACTIVE for reply in replies
        ),
        fallbacks=len(fallen),
        failures=sum(bool(end.note) and not end.gates for end in ends),
        first_sentence=spread([reply.first for reply in replies if reply.first is not None]),
        whole=spread([reply.whole for reply in replies]),
        wrongly_answered=tuple(reply.asked.text for reply in wrong) if gold else (),
        left_unanswered=tuple(reply.asked.text for reply in replies if not reply.answered and reply.asked.answer),
    )


def spread(seconds: Sequence[float]) -> Spread:
    """Return the median and the 95th percentile, in milliseconds; nothing measured is no time."""
    if len(seconds) < 2:
        only = 1e3 * seconds[0] if seconds else 0.0
        return Spread(only, only)
    cuts = quantiles(seconds, n=20, method="inclusive")
    return Spread(1e3 * cuts[9], 1e3 * cuts[18])
