"""Answers of several fields: a period, the rows of a table, an attestation; read from the texts of a form in their order."""

from collections.abc import Sequence

from questionnaires.errors import InvalidAnswer, UnfinishedAnswer
from questionnaires.kinds import ColumnKind, QuestionKind, YesNo
from questionnaires.model import Column, Question
from questionnaires.scalars import counted, read_day, read_number
from questionnaires.values import Attested, Given, Period, Rows

STRUCTURED = (QuestionKind.DATE_RANGE, QuestionKind.TABLE, QuestionKind.ATTESTATION)
MOST_ROWS = 300
LONGEST_CELL = 1_000


def structured(question: Question, texts: Sequence[str]) -> Period | Rows | Attested:
    """Read the texts; a table's come row by row, and empty rows are left out."""
    if not any(texts):
        raise InvalidAnswer(question.ref, "This question has no answer yet.")
    try:
        match question.kind:
            case QuestionKind.DATE_RANGE:
                return _period(question, texts)
            case QuestionKind.ATTESTATION:
                return _attested(question, texts)
        return _rows(question, texts)
    except ValueError as error:
        raise InvalidAnswer(question.ref, str(error)) from None


def is_complete(question: Question, given: Given) -> bool:
    """Tell whether nothing is left out inside the answer: a table may be kept with cells that are still to be filled in."""
    if not isinstance(given.value, Rows):
        return True
    wanted = [number for number, column in enumerate(question.columns) if column.required]
    return all(row[number] for row in given.value.rows for number in wanted)


def _period(question: Question, texts: Sequence[str]) -> Period:
    if len(texts) != 2 or not all(texts):
        raise UnfinishedAnswer(question.ref, "Give both days: the first and the last of the period.")
    period = Period(read_day(texts[0]), read_day(texts[1]))
    if period.end < period.start:
        raise ValueError("The last day of the period lies before the first.")
    return period


def _attested(question: Question, texts: Sequence[str]) -> Attested:
    if len(texts) != 3 or not all(texts):
        raise UnfinishedAnswer(question.ref, "Give the name, the role and the day of whoever attests this.")
    name, role = (_line(text) for text in texts[:2])
    return Attested(name, role, read_day(texts[2]), question.statement)


def _rows(question: Question, texts: Sequence[str]) -> Rows:
    width = len(question.columns)
    if not width or len(texts) % width:
        raise ValueError(f"Every row of this table has {counted(width, 'cell')}.")
    rows = [texts[at : at + width] for at in range(0, len(texts), width)]
    filled = [row for row in rows if any(row)]
    if len(filled) > MOST_ROWS:
        raise ValueError(f"This table has {len(filled)} rows; {MOST_ROWS} fit.")
    return Rows(tuple(_row(question.columns, number, row) for number, row in enumerate(filled, start=1)))


def _row(columns: Sequence[Column], number: int, row: Sequence[str]) -> tuple[str, ...]:
    cells = []
    for column, text in zip(columns, row, strict=True):
        try:
            cells.append(_cell(column, text) if text else "")
        except ValueError as error:
            raise ValueError(f"Row {number}, {column.label}: {error}") from None
    return tuple(cells)


def _cell(column: Column, text: str) -> str:
    match column.kind:
        case ColumnKind.NUMBER:
            read_number(text)
        case ColumnKind.DATE:
            read_day(text)
        case ColumnKind.YES_NO if text not in (YesNo.YES, YesNo.NO):
            raise ValueError("answer yes or no.")
        case ColumnKind.SINGLE if text not in column.choices:
            raise ValueError(f"“{text[:80]}” is not one of the choices.")
    return _line(text)


def _line(text: str) -> str:
    line = " ".join(text.split())
    if len(line) > LONGEST_CELL:
        over = counted(len(line) - LONGEST_CELL, "character")
        raise ValueError(f"this text is {over} too long; {LONGEST_CELL:,} fit.")
    return line
