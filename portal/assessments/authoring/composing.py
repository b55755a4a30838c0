"""Typed questions to questions of the engine and back, with a sentence for every field that does not fit; pure."""

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from portal.assessments.authoring.condition_lines import condition_lines, condition_of
from portal.assessments.authoring.naming import NEW, free, slug
from portal.assessments.authoring.typed import Names, Typed, TypedChoice
from questionnaires.conditions import Condition
from questionnaires.controls import ControlReference, parse_reference
from questionnaires.errors import InvalidQuestionnaire
from questionnaires.model import Choice, Question, QuestionKind, Weight, YesNo
from questionnaires.values import number_text

_CHOSEN = (QuestionKind.SINGLE, QuestionKind.MULTIPLE)
_CLOSED = (QuestionKind.YES_NO, *_CHOSEN)
_BOUND = re.compile(r"([<>]=)\s*(.*)")
_WITHIN = re.compile(r"within (.*) days")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one field of a typed question."""

    field: str
    sentence: str


def typed_of(question: Question, ids: Mapping[str, str]) -> Typed:
    """Write a question the way it would have been typed; `ids` are those of the questions by reference."""
    bound = _BOUND.fullmatch(question.expected[0]) if _expects(question, QuestionKind.NUMBER) else None
    within = _WITHIN.fullmatch(question.expected[0]) if _expects(question, QuestionKind.DATE) else None
    return Typed(
        ref=question.ref,
        kind=question.kind.value,
        text=question.text,
        guidance=question.guidance,
        evidence=question.evidence,
        claim=question.claim,
        required=question.required,
        weight=question.weight.value,
        expected=question.expected if question.kind in _CLOSED else (),
        bound=bound[1] if bound else "",
        limit=bound[2] if bound else "",
        days=within[1] if within else "",
        choices=tuple(TypedChoice(c.value, c.label, "" if c.score is None else str(c.score)) for c in question.choices),
        unit=question.unit,
        minimum="" if question.minimum is None else number_text(question.minimum),
        maximum="" if question.maximum is None else number_text(question.maximum),
        controls="\n".join(map(str, question.controls)),
        when=condition_lines(question.applies_when, ids),
    )


def _expects(question: Question, kind: QuestionKind) -> bool:
    return question.kind is kind and bool(question.expected)


def compose(typed: Typed, names: Names) -> tuple[Question, list[Problem]]:
    """Make the question, with the engine’s `names` of things; what cannot be read is left out of it and told."""
    problems: list[Problem] = []
    kind = QuestionKind(typed.kind)
    number = kind is QuestionKind.NUMBER
    problems += _of_expectation(typed, kind)
    choices = _choices(typed, problems) if kind in _CHOSEN else ()
    question = Question(
        ref=typed.ref,
        kind=kind,
        text=typed.text,
        claim=typed.claim,
        guidance=typed.guidance,
        evidence=typed.evidence,
        required=typed.required,
        weight=Weight(typed.weight),
        expected=tuple(_expected(typed, kind, choices)),
        choices=choices,
        unit=typed.unit if number else "",
        minimum=_number(typed.minimum, "Smallest number", problems) if number else None,
        maximum=_number(typed.maximum, "Largest number", problems) if number else None,
        applies_when=_condition(typed, names, problems),
        controls=_controls(typed, problems),
    )
    return question, problems


def _choices(typed: Typed, problems: list[Problem]) -> tuple[Choice, ...]:
    found, values = [], choice_values(typed)
    for number, choice in enumerate(typed.choices, start=1):
        if not choice.label:
            problems.append(Problem("choices", f"Choice {number} has no words: write them, or remove it."))
            continue
        whole = choice.score.isdigit() and int(choice.score[:4]) <= 100
        if choice.score and not whole:
            problems.append(
                Problem("choices", f"Choice {number}: a score is a whole number from 0 to 100, or nothing.")
            )
        found.append(Choice(values[choice.value], choice.label, int(choice.score) if choice.score and whole else None))
    return tuple(found)


def choice_values(typed: Typed) -> dict[str, str]:
    """Give every choice its value, by what marks it: a new one's is made from its words."""
    marks = [choice.value for choice in typed.choices]
    taken = {mark for mark in marks if not mark.startswith(NEW)}
    values = {mark: mark for mark in taken}
    for choice in typed.choices:
        if choice.value not in values:
            values[choice.value] = free(slug(choice.label), taken)
            taken.add(values[choice.value])
    return values


def _expected(typed: Typed, kind: QuestionKind, choices: tuple[Choice, ...]) -> Iterator[str]:
    if kind in _CLOSED:
        known = set(YesNo) if kind is QuestionKind.YES_NO else {choice.value for choice in choices}
        values = choice_values(typed)
        yield from (value for value in (values.get(mark, mark) for mark in typed.expected) if value in known)
    elif kind is QuestionKind.NUMBER and (typed.bound or typed.limit):
        yield f"{typed.bound} {typed.limit}".strip()
    elif kind is QuestionKind.DATE and typed.days:
        yield f"within {typed.days} days"


def _of_expectation(typed: Typed, kind: QuestionKind) -> Iterator[Problem]:
    if kind is QuestionKind.DATE and typed.days and not (typed.days.isdigit() and len(typed.days) <= 5):
        yield Problem("expected", f"“{typed.days[:40]}” is not a number of days; write for example 365.")
    if kind is QuestionKind.NUMBER and (typed.bound or typed.limit):
        if not typed.bound:
            yield Problem("expected", "Choose whether it is at most or at least this number.")
        elif not re.fullmatch(r"\d+(\.\d+)?", typed.limit):
            yield Problem("expected", f"“{typed.limit[:40]}” is not a number to expect; write for example 72.")


def _number(text: str, label: str, problems: list[Problem]) -> float | None:
    if not text:
        return None
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if math.isfinite(number):
        return number
    problems.append(Problem("range", f"{label}: “{text[:40]}” is not a number; write for example 72 or 0.5."))
    return None


def _condition(typed: Typed, names: Names, problems: list[Problem]) -> Condition | None:
    try:
        return condition_of(typed.when, names)
    except InvalidQuestionnaire as error:
        problems.append(Problem("applies_when", error.sentence))
        return None


def _controls(typed: Typed, problems: list[Problem]) -> tuple[ControlReference, ...]:
    found = []
    for text in re.split(r"[\n,;]", typed.controls):
        if text := " ".join(text.split()):
            try:
                found.append(parse_reference(text))
            except InvalidQuestionnaire as error:
                problems.append(Problem("controls", error.sentence))
    return tuple(found)
