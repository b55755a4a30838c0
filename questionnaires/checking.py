"""Find what is wrong with one question by itself, each fault with the field it is about."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from questionnaires.errors import InvalidQuestionnaire
from questionnaires.expectations import ATTESTED, bound, days_allowed, days_lasting
from questionnaires.model import ColumnKind, Question, QuestionKind, YesNo

WITH_CHOICES = (QuestionKind.SINGLE, QuestionKind.MULTIPLE)
_CLOSED = (QuestionKind.YES_NO, *WITH_CHOICES)
LONGEST_REF = 60
MOST_COLUMNS = 12


@dataclass(frozen=True, slots=True)
class Fault:
    """One reason why a questionnaire cannot be asked, as a sentence.

    `question` is the place of the question it is about among all of them, `section` that of the section; `field` names
    what of it is wrong.
    """

    sentence: str
    field: str = ""
    question: int | None = None
    section: int | None = None


def question_faults(question: Question) -> Iterator[tuple[str, str]]:
    """Yield a field and a sentence for each thing that is wrong with the question itself."""
    for field, what in _named_faults(question):
        yield field, f"Question {question.ref or '(no reference)'} {what}."
    try:
        for expected in question.expected:
            _check_expectation(question, expected)
    except InvalidQuestionnaire as error:
        yield "expected", f"Question {question.ref}: {error.sentence}"


def _named_faults(question: Question) -> Iterator[tuple[str, str]]:
    if not 0 < len(question.ref) <= LONGEST_REF or any(char.isspace() for char in question.ref):
        yield "ref", f"needs a reference of at most {LONGEST_REF} characters without spaces"
    if not question.text.strip():
        yield "text", "asks nothing; it needs a text"
    yield from _of_choices(question)
    yield from _of_range(question)
    yield from _of_columns(question)
    if (question.kind is QuestionKind.ATTESTATION) != bool(question.statement):
        wants = "needs the words to attest" if not question.statement else "attests nothing, so it takes no statement"
        yield "statement", f"is of kind {question.kind.value} and {wants}"
    takes_answer = question.kind not in (QuestionKind.YES_NO, QuestionKind.FILE, QuestionKind.ATTESTATION)
    if question.claim and ("{answer}" in question.claim) != takes_answer:
        wants = "must hold {answer}" if takes_answer else "must not hold {answer}"
        yield "claim", f"is of kind {question.kind.value}, so its claim {wants}"


def _of_choices(question: Question) -> Iterator[tuple[str, str]]:
    if (question.kind in WITH_CHOICES) != bool(question.choices):
        wants = "needs choices" if question.kind in WITH_CHOICES else "takes no choices"
        yield "choices", f"is of kind {question.kind.value} and {wants}"
    values = [choice.value for choice in question.choices]
    if len(set(values)) != len(values):
        yield "choices", "has a choice twice"
    if any(choice.score is not None and not 0 <= choice.score <= 100 for choice in question.choices):
        yield "choices", "has a choice whose score is not from 0 to 100"
    if question.exclusive and question.kind is not QuestionKind.MULTIPLE:
        yield "choices", "takes one choice only, so none of its choices needs to be exclusive"
    if sum(choice.other for choice in question.choices) > 1:
        yield "choices", "has more than one choice that asks for words; one is enough"


def _of_range(question: Question) -> Iterator[tuple[str, str]]:
    low, high = question.minimum, question.maximum
    if question.kind is not QuestionKind.NUMBER and (low is not None or high is not None or question.unit):
        yield "range", "has a unit or range, which only numbers have"
    if low is not None and high is not None and low > high:
        yield "range", "has a minimum above its maximum"


def _of_columns(question: Question) -> Iterator[tuple[str, str]]:
    columns = question.columns
    if (question.kind is QuestionKind.TABLE) != bool(columns):
        wants = "needs columns" if question.kind is QuestionKind.TABLE else "takes no columns"
        yield "columns", f"is of kind {question.kind.value} and {wants}"
    if len(columns) > MOST_COLUMNS:
        yield "columns", f"has {len(columns)} columns; {MOST_COLUMNS} fit"
    if len({column.key for column in columns}) != len(columns):
        yield "columns", "has a column twice"
    for column in columns:
        if (column.kind is ColumnKind.SINGLE) != bool(column.choices):
            wants = "needs choices" if column.kind is ColumnKind.SINGLE else "takes no choices"
            yield "columns", f"has the column {column.label or column.key}, which {wants}"


def _check_expectation(question: Question, expected: str) -> None:
    match question.kind:
        case QuestionKind.NUMBER:
            bound(expected)
        case QuestionKind.DATE:
            days_allowed(expected)
        case QuestionKind.DATE_RANGE:
            if days_lasting(expected) is None:
                days_allowed(expected)
        case QuestionKind.ATTESTATION if expected != ATTESTED:
            raise InvalidQuestionnaire(f"Of an attestation only “{ATTESTED}” can be expected.")
        case QuestionKind.ATTESTATION:
            return
        case QuestionKind.TEXT | QuestionKind.FILE | QuestionKind.TABLE:
            raise InvalidQuestionnaire("Nothing can be expected of a text or document, or of a table.")
        case _ if not is_possible(question, expected):
            raise InvalidQuestionnaire(f"“{expected}” is expected but is no possible answer.")
    if question.kind in (QuestionKind.NUMBER, QuestionKind.DATE) and len(question.expected) > 1:
        raise InvalidQuestionnaire("Only one bound can be expected of a number or date.")
    if question.kind is QuestionKind.DATE_RANGE:
        lasting = [days_lasting(one) is not None for one in question.expected]
        if len(set(lasting)) != len(lasting):
            raise InvalidQuestionnaire("Of a period one age of its last day and one length can be expected.")


def is_possible(target: Question, value: str) -> bool:
    """Tell whether the question could be answered by this value."""
    if target.kind in _CLOSED:
        return value in set(YesNo) if target.kind is QuestionKind.YES_NO else target.choice(value) is not None
    return _is_readable(target.kind, value)


def _is_readable(kind: QuestionKind, value: str) -> bool:
    try:
        if kind is QuestionKind.NUMBER:
            float(value)
        elif kind is QuestionKind.DATE:
            date.fromisoformat(value)
    except ValueError:
        return False
    return True
