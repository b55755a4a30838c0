"""A draft as the vendor would see it, with answers that somebody tries out and nobody keeps; pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from portal.assessments.authoring.assembling import NEVER, Whole
from portal.assessments.cards import ENGLISH, Option, options_of
from portal.assessments.outline import tips_behind
from portal.assessments.speaking import Tongue, languages_of, tongue_of
from questionnaires.branching import applicable_questions
from questionnaires.errors import InvalidAnswer, UnfinishedAnswer
from questionnaires.model import Question, Questionnaire, Tip
from questionnaires.parsing import is_blank, parse_given
from questionnaires.scoring import Score, score
from questionnaires.translating import find_translation, translated
from questionnaires.values import Given

Entered = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class TrialCard:
    """One question as its card shows it; its fields' names begin with the question's reference."""

    question: Question
    values: tuple[str, ...]
    comment: str
    reason: str
    error: str
    tips: tuple[Tip, ...]
    unfinished: bool
    begun: bool = False
    own_words: str = ""
    tongue: Tongue = ENGLISH
    original_statement: str = ""

    @property
    def prefix(self) -> str:
        """What the names of its fields begin with."""
        return f"{self.question.ref}."

    @property
    def options(self) -> list[Option]:
        """What can be chosen, for a question of closed answers."""
        return options_of(self.question, self.tongue)


@dataclass(frozen=True, slots=True)
class TrialSlot:
    """A question's place in its section; it is empty while the question does not apply."""

    ref: str
    number: int
    card: TrialCard | None


@dataclass(frozen=True, slots=True)
class TrialSection:
    """One section; one in which nothing applies is not shown to the vendor."""

    title: str
    summary: str
    slots: tuple[TrialSlot, ...]

    @property
    def asked(self) -> int:
        """How many of its questions apply."""
        return sum(slot.card is not None for slot in self.slots)


@dataclass(frozen=True, slots=True)
class TrialPage:
    """The whole draft on one page, in one of its languages; `score` is None while there is something to mend."""

    whole: Whole
    base: str
    sections: tuple[TrialSection, ...]
    hidden: frozenset[str]
    answered: int
    asked: int
    score: Score | None
    summary: str
    tongue: Tongue
    languages: list[tuple[str, str]]

    @property
    def changed(self) -> Iterator[TrialSlot]:
        """The places that are to be filled or emptied on a page whose empty places are `hidden`."""
        for section in self.sections:
            yield from (slot for slot in section.slots if (slot.card is None) != (str(slot.number) in self.hidden))

    @property
    def tipped(self) -> bool:
        """Whether there are tips at all."""
        return any(section.tips for section in self.whole.questionnaire.sections)

    @property
    def cards(self) -> Iterator[TrialSlot]:
        """The places that hold a question."""
        for section in self.sections:
            yield from (slot for slot in section.slots if slot.card is not None)


def trial(whole: Whole, base: str, given: Entered, on: date, language: str = "") -> TrialPage:
    """Show what applies with these answers; a question whose condition is not finished is always shown.

    A language into which it is not translated shows the original.
    """
    asked = _tryable(whole)
    shown, tongue = _in_language(asked, language)
    answers, errors = _answers(asked, given)
    applicable = {question.ref for question in applicable_questions(asked, answers)}
    visible = {ref: answer for ref, answer in answers.items() if ref in applicable}
    unfinished = _unfinished(whole)
    sections, number = [], 0
    for section in shown.sections:
        slots = []
        for question in section.questions:
            card = None
            if question.ref in applicable:
                card = _card(shown, question, given, errors, visible, number in unfinished)
                card = _told(card, tongue, asked.find_question(question.ref))
            slots.append(TrialSlot(question.ref, number, card))
            number += 1
        sections.append(TrialSection(section.title, section.summary, tuple(slots)))
    scored = score(asked, answers, on) if not whole.count else None
    hidden = frozenset(given.get("hidden", ()))
    told = (shown.summary, tongue, languages_of(asked))
    return TrialPage(whole, base, tuple(sections), hidden, len(visible), len(applicable), scored, *told)


def _in_language(asked: Questionnaire, language: str) -> tuple[Questionnaire, Tongue]:
    known = language if find_translation(asked, language) else asked.language
    return translated(asked, known), tongue_of(asked, known)


def _told(card: TrialCard, tongue: Tongue, source: Question | None) -> TrialCard:
    """Say in which language the card speaks, and the words to attest in the original where they are others."""
    statement = source.statement if source else ""
    return replace(card, tongue=tongue, original_statement=statement if statement != card.question.statement else "")


def _unfinished(whole: Whole) -> set[int]:
    """Find the places of the questions whose conditions cannot be followed."""
    return {
        number
        for number, piece in enumerate(whole.pieces)
        if any(one.field == "applies_when" and one.sentence != NEVER for one in whole.of_questions[piece.id])
    }


def _tryable(whole: Whole) -> Questionnaire:
    """Leave out what cannot be followed: broken conditions, and the tips of a section in which one is broken."""
    unfinished, number, sections = _unfinished(whole), 0, []
    for part, section in zip(whole.parts, whole.questionnaire.sections, strict=True):
        asked = []
        for question in section.questions:
            asked.append(replace(question, applies_when=None) if number in unfinished else question)
            number += 1
        broken = any(problem.field == "tips" for problem in whole.of_sections[part.id])
        sections.append(replace(section, questions=tuple(asked), tips=() if broken else section.tips))
    return replace(whole.questionnaire, sections=tuple(sections))


def _answers(asked: Questionnaire, given: Entered) -> tuple[dict[str, Given], dict[str, InvalidAnswer]]:
    answers: dict[str, Given] = {}
    errors: dict[str, InvalidAnswer] = {}
    for question in asked.questions:
        raw = _raw(question, given)
        if not is_blank(raw):
            try:
                answers[question.ref] = parse_given(question, raw)
            except InvalidAnswer as error:
                errors[question.ref] = error
    return answers, errors


def _raw(question: Question, given: Entered) -> dict[str, Sequence[str]]:
    return {name: given.get(f"{question.ref}.{name}", ()) for name in ("answer", "other", "comment", "reason")}


def _card(
    asked: Questionnaire,
    question: Question,
    given: Entered,
    errors: Mapping[str, InvalidAnswer],
    visible: Mapping[str, Given],
    unfinished: bool,
) -> TrialCard:
    raw, error = _raw(question, given), errors.get(question.ref)
    return TrialCard(
        question,
        tuple(raw["answer"]),
        "\n".join(raw["comment"]),
        "\n".join(raw["reason"]),
        error.sentence if error else "",
        tips_behind(asked, question.ref, lambda: visible),
        unfinished,
        isinstance(error, UnfinishedAnswer),
        " ".join(raw["other"]),
    )
