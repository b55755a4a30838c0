"""Typed questions to questions of the engine and back, with a sentence for every field that does not fit; pure."""

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from portal.assessments.authoring.condition_lines import UNFINISHED, condition_lines, condition_of
from portal.assessments.authoring.naming import named_by_label
from portal.assessments.authoring.typed import Names, Typed, TypedChoice, TypedColumn
from questionnaires.conditions import Condition
from questionnaires.controls import ControlReference, parse_reference
from questionnaires.errors import InvalidQuestionnaire
from questionnaires.expectations import ATTESTED
from questionnaires.model import Choice, Column, ColumnKind, Question, QuestionKind, Weight, YesNo
from questionnaires.values import number_text

_CHOSEN = (QuestionKind.SINGLE, QuestionKind.MULTIPLE)
_CLOSED = (QuestionKind.YES_NO, QuestionKind.ATTESTATION, *_CHOSEN)
_BOUND = re.compile(r"([<>]=)\s*(.*)")
_LASTING = re.compile(r"lasting (.*) days")
_WITHIN = re.compile(r"within (.*) days")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one field of a typed question; `unfinished` when it only waits to be filled in."""

    field: str
    sentence: str
    unfinished: bool = False


def typed_of(question: Question, ids: Mapping[str, str]) -> Typed:
    """Write a question the way it would have been typed; `ids` are those of the questions by reference."""
    bound = _BOUND.fullmatch(question.expected[0]) if _expects(question, QuestionKind.NUMBER) else None
    dated = question.kind in (QuestionKind.DATE, QuestionKind.DATE_RANGE)
    within = next((found for one in question.expected if (found := _WITHIN.fullmatch(one))), None) if dated else None
    lasting = next((found for one in question.expected if (found := _LASTING.fullmatch(one))), None) if dated else None
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
        lasting=lasting[1] if lasting else "",
        columns=tuple(map(_typed_column, question.columns)),
        statement=question.statement,
        choices=tuple(map(_typed_choice, question.choices)),
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
        columns=_columns(typed, problems) if kind is QuestionKind.TABLE else (),
        statement=typed.statement if kind is QuestionKind.ATTESTATION else "",
    )
    return question, problems


def _choices(typed: Typed, problems: list[Problem]) -> tuple[Choice, ...]:
    found, values = [], choice_values(typed)
    for number, choice in enumerate(typed.choices, start=1):
        if not choice.label:
            problems.append(Problem("choices", f"Choice {number} has no words: write them, or remove it.", True))
            continue
        whole = choice.score.isdigit() and int(choice.score[:4]) <= 100
        if choice.score and not whole:
            problems.append(
                Problem("choices", f"Choice {number}: a score is a whole number from 0 to 100, or nothing.")
            )
        score = int(choice.score) if choice.score and whole else None
        alone = choice.exclusive and typed.kind == QuestionKind.MULTIPLE.value
        found.append(Choice(values[choice.value], choice.label, score, alone, choice.other))
    return tuple(found)


def _typed_choice(choice: Choice) -> TypedChoice:
    score = "" if choice.score is None else str(choice.score)
    return TypedChoice(choice.value, choice.label, score, choice.exclusive, choice.other)


def _typed_column(column: Column) -> TypedColumn:
    return TypedColumn(column.key, column.label, column.kind.value, column.required, "\n".join(column.choices))


def _columns(typed: Typed, problems: list[Problem]) -> tuple[Column, ...]:
    found = []
    keys = column_keys(typed)
    for number, column in enumerate(typed.columns, start=1):
        if not column.label:
            problems.append(Problem("columns", f"Column {number} has no name: write one, or remove the column.", True))
            continue
        kind = ColumnKind(column.kind)
        lines = tuple(dict.fromkeys(filter(None, (" ".join(line.split()) for line in column.choices.splitlines()))))
        choices = lines if kind is ColumnKind.SINGLE else ()
        found.append(Column(keys[column.key], column.label, kind, column.required, choices))
    return tuple(found)


def choice_values(typed: Typed) -> dict[str, str]:
    """Give every choice its value, by what marks it: a new one's is made from its words."""
    return named_by_label([(choice.value, choice.label) for choice in typed.choices])


def column_keys(typed: Typed) -> dict[str, str]:
    """Give every column its key, by what marks it."""
    return named_by_label([(column.key, column.label) for column in typed.columns])


def _expected(typed: Typed, kind: QuestionKind, choices: tuple[Choice, ...]) -> Iterator[str]:
    if kind in _CLOSED:
        known = {*YesNo} if kind is QuestionKind.YES_NO else {choice.value for choice in choices} or {ATTESTED}
        values = choice_values(typed)
        yield from (value for value in (values.get(mark, mark) for mark in typed.expected) if value in known)
    elif kind is QuestionKind.NUMBER and (typed.bound or typed.limit):
        yield f"{typed.bound} {typed.limit}".strip()
    elif kind is QuestionKind.DATE and typed.days:
        yield f"within {typed.days} days"
    elif kind is QuestionKind.DATE_RANGE:
        yield from ([f"within {typed.days} days"] if typed.days else [])
        yield from ([f"lasting {typed.lasting} days"] if typed.lasting else [])


def _of_expectation(typed: Typed, kind: QuestionKind) -> Iterator[Problem]:
    days = {QuestionKind.DATE: [typed.days], QuestionKind.DATE_RANGE: [typed.days, typed.lasting]}.get(kind, [])
    for text in days:
        if text and not (text.isdigit() and len(text) <= 5):
            yield Problem("expected", f"“{text[:40]}” is not a number of days; write for example 365.")
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
        problems.append(Problem("applies_when", error.sentence, error.sentence == UNFINISHED))
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
