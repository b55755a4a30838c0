"""Which earlier answers may answer a question again: the same question first, then one about the same controls; pure."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from itertools import islice

from questionnaires.branching import applicable_questions
from questionnaires.controls import ControlReference
from questionnaires.errors import InvalidAnswer
from questionnaires.model import Question, QuestionKind, Questionnaire
from questionnaires.refitting import plain_words, refitted
from questionnaires.values import AnswerRow, Given


class Kin(StrEnum):
    """How close the earlier question is, the closest first."""

    SAME = "same"
    WORDS = "words"
    CONTROLS = "controls"

    @property
    def label(self) -> str:
        """Its name on pages."""
        return {"same": "The same question", "words": "Asked in the same words"}.get(
            self.value, "About the same controls"
        )


@dataclass(frozen=True, slots=True)
class Past:
    """A response handed in earlier: its questionnaire, and the answers to the questions that applied."""

    asked: Questionnaire
    answers: Mapping[str, AnswerRow]


@dataclass(frozen=True, slots=True)
class Reusable:
    """An earlier answer that fits a question: `past` is the place of its response, `shared` the controls both are about."""

    past: int
    kin: Kin
    question: Question
    row: AnswerRow
    given: Given
    shared: tuple[ControlReference, ...] = ()


@dataclass(frozen=True, slots=True)
class Earlier:
    """Earlier responses, the most wanted first, arranged so that finding an answer costs the same however many there are."""

    pasts: Sequence[Past]
    asked_now: frozenset[str]
    _by_words: dict[str, list[tuple[int, Question]]] = field(default_factory=dict)
    _by_control: dict[ControlReference, list[tuple[int, Question]]] = field(default_factory=dict)

    def reusable(self, question: Question) -> Iterator[Reusable]:
        """Give at most one answer to the same question and one about the same controls, the closest first.

        An attestation is given anew each time. Numbers, dates and documents are offered for the very same question only:
        those of another one, however close, would be wrong.
        """
        if question.kind is not QuestionKind.ATTESTATION:
            yield from islice(self._same(question), 1)
        if question.kind in _TOLD:
            yield from islice(self._alike(question), 1)

    def _same(self, question: Question) -> Iterator[Reusable]:
        found = self._by_words.get(plain_words(question.text), [])
        exact = [(at, one) for at, one in found if one.ref == question.ref and _means_the_same(question, one)]
        for kin, pairs in ((Kin.SAME, exact), (Kin.WORDS, [pair for pair in found if pair not in exact])):
            for at, one in pairs:
                if one.kind is question.kind:
                    yield from self._fitting(question, at, one, kin)

    def _alike(self, question: Question) -> Iterator[Reusable]:
        places = {(at, one.ref): one for control in question.controls for at, one in self._by_control.get(control, [])}
        ranked = [
            (-_closeness(question, one), at, ref, one)
            for (at, ref), one in places.items()
            if one.kind is question.kind and _closeness(question, one) >= _CLOSE and _speak_alike(question, one)
        ]
        for _, at, _, one in sorted(ranked, key=lambda each: each[:3]):
            if plain_words(one.text) not in self.asked_now:
                yield from self._fitting(question, at, one, Kin.CONTROLS)

    def _fitting(self, question: Question, at: int, one: Question, kin: Kin) -> Iterator[Reusable]:
        row = self.pasts[at].answers[one.ref]
        assert row.given is not None
        try:
            given = row.given if question.kind is QuestionKind.FILE else refitted(question, one, row.given)
        except InvalidAnswer:
            return
        yield Reusable(at, kin, one, row, given, tuple(sorted(set(question.controls) & set(one.controls))))


_CLOSE = 0.5
_TOLD = (QuestionKind.YES_NO, QuestionKind.TEXT, QuestionKind.SINGLE, QuestionKind.MULTIPLE)
_LIGHT = frozenset({
    "about", "against", "data", "does", "each", "every", "from", "have", "into", "least", "more", "most",
    "only", "other", "over", "service", "such", "that", "their", "them", "then", "there", "these", "they",
    "this", "those", "what", "when", "where", "which", "whose", "will", "with", "within", "your", "yours",
})  # fmt: skip


def past_response(asked: Questionnaire, rows: Mapping[str, AnswerRow]) -> Past:
    """Return a response with the answers that counted: those to questions that applied."""
    given = {ref: row.given for ref, row in rows.items() if row.given is not None}
    return Past(asked, {q.ref: rows[q.ref] for q in applicable_questions(asked, given) if q.ref in given})


def earlier(asked: Questionnaire, pasts: Sequence[Past]) -> Earlier:
    """Arrange earlier responses, the most wanted first, for the questions of `asked`."""
    found = Earlier(pasts, frozenset(plain_words(question.text) for question in asked.questions))
    for at, question in _answered(pasts):
        found._by_words.setdefault(plain_words(question.text), []).append((at, question))
        for control in question.controls:
            found._by_control.setdefault(control, []).append((at, question))
    return found


def _answered(pasts: Iterable[Past]) -> Iterator[tuple[int, Question]]:
    for at, past in enumerate(pasts):
        yield from ((at, question) for question in past.asked.questions if question.ref in past.answers)


def _means_the_same(one: Question, other: Question) -> bool:
    """Whether an answer to one says the same as an answer to the other; the words are known to be the same."""
    choices = [
        {(choice.value, plain_words(choice.label), choice.exclusive, choice.other) for choice in each.choices}
        for each in (one, other)
    ]
    shape = [(each.kind, each.unit, each.columns, plain_words(each.statement)) for each in (one, other)]
    return choices[0] == choices[1] and shape[0] == shape[1]


def _closeness(one: Question, other: Question) -> float:
    """Say how much two questions are about the same: the shared part of all the controls that either names."""
    mine, theirs = set(one.controls), set(other.controls)
    return len(mine & theirs) / len(mine | theirs) if mine | theirs else 0.0


def _speak_alike(one: Question, other: Question) -> bool:
    """Whether two questions share words of weight; a choice needs two of them, words to start from need one."""
    least = 1 if one.kind is QuestionKind.TEXT else 2
    return len(_weighty(one.text) & _weighty(other.text)) >= least


@lru_cache(maxsize=8192)
def _weighty(text: str) -> frozenset[str]:
    words = re.findall(r"[^\W_]{4,}", text.casefold())
    return frozenset(word[:6] for word in words if word not in _LIGHT)
