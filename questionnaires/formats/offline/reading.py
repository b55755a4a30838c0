"""Read the workbook again: its rows as plain texts, and the rows as answers to the questions they name."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from questionnaires.errors import InvalidAnswer, UnreadableQuestionnaire
from questionnaires.formats.filled_in import find_choice
from questionnaires.formats.offline import columns
from questionnaires.formats.offline.words import YES_NO_WORDS, choice_words
from questionnaires.formats.tables import Grid, Table, find_table
from questionnaires.formats.workbook import Book, Cell, Sheet
from questionnaires.formats.yes_no import find_yes_no
from questionnaires.model import Column, ColumnKind, Question, QuestionKind, Questionnaire, YesNo
from questionnaires.parsing import parse_given
from questionnaires.scalars import EARLIEST, LATEST, counted
from questionnaires.translating import translated
from questionnaires.values import Given

MOST_ROWS = 20_000
_DAY_ZERO = date(1899, 12, 30)  # how spreadsheets count days
_COPY = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_BULLET = re.compile(r"^[-*•–]\s+")


@dataclass(frozen=True, slots=True)
class OfflineRow:
    """One row as it stands: where, for which question, and its texts; `problem` says what keeps a cell from being read."""

    place: str
    ref: str
    answer: str
    comment: str
    reason: str
    problem: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing is entered in it."""
        return not (self.answer or self.comment or self.reason or self.problem)


@dataclass(slots=True)
class Read:
    """What rows say: answers, questions whose cells are empty, and a sentence for each cell that cannot be taken."""

    given: dict[str, Given] = field(default_factory=dict)
    blank: set[str] = field(default_factory=set)
    refused: list[str] = field(default_factory=list)


def is_offline(grids: Iterable[Grid]) -> bool:
    """Tell whether a sheet has the columns that we write."""
    return any(_table(grid) is not None for grid in grids)


def copy_of(book: Book) -> str:
    """Find which download this was; nothing where its first sheet is gone."""
    sheet = book.find_sheet(columns.ABOUT)
    for row in sheet.rows.values() if sheet else ():
        if row.get(1) == columns.COPY and _COPY.fullmatch(row.get(2, "").strip()):
            return row[2].strip()
    return ""


def rows_in(grids: Sequence[Grid]) -> list[OfflineRow]:
    """List every row that names something, in the order of the file."""
    found = [row for grid in grids if (table := _table(grid)) for row in _rows(table)]
    if len(found) > MOST_ROWS:
        raise UnreadableQuestionnaire(f"This file has more than {MOST_ROWS:,} rows, which no questionnaire has.")
    return found


def answers_in(asked: Questionnaire, rows: Iterable[OfflineRow]) -> Read:
    """Take the rows as answers; of two rows for one question the first counts and the second is told.

    The words of choices may be those of the original or of any translation.
    """
    others = [translated(asked, one.language) for one in asked.translations]
    read, seen = Read(), dict[str, OfflineRow]()
    for row in rows:
        question = asked.find_question(row.ref)
        if question is None:
            if not row.is_blank:
                read.refused.append(f"{row.place}: this questionnaire asks nothing called “{row.ref[:60]}”.")
        elif row.ref in seen:
            if not row.is_blank:
                read.refused.append(
                    f"{row.place}: {row.ref} stands in {seen[row.ref].place} already; that one was read."
                )
        else:
            seen[row.ref] = row
            _take(read, [question, *filter(None, (one.find_question(row.ref) for one in others))], row)
    return read


def _take(read: Read, told: Sequence[Question], row: OfflineRow) -> None:
    """Take a row as the answer to a question, which is `told` in several languages, the original first."""
    question = told[0]
    if row.answer == columns.TOO_LONG:
        return
    if row.is_blank:
        read.blank.add(question.ref)
        return
    refused = []
    for one in told:
        try:
            read.given[question.ref] = _given(replace(one, statement=question.statement), row)
        except InvalidAnswer as error:
            refused.append(f"{row.place} ({question.ref}): {error.sentence}")
        else:
            return
    read.refused.append(refused[0])


def _given(question: Question, row: OfflineRow) -> Given:
    if row.problem:
        raise InvalidAnswer(question.ref, row.problem)
    if question.kind is QuestionKind.FILE:
        raise InvalidAnswer(question.ref, "Documents are attached online; nothing was taken from this row.")
    if not row.answer:
        raise InvalidAnswer(question.ref, "There is a text to it, but no answer.")
    texts, other = _texts(question, row.answer), _other(question, row.answer)
    if texts == [YesNo.NOT_APPLICABLE.value] and question.kind is QuestionKind.YES_NO:
        return parse_given(question, {"answer": texts, "comment": [row.comment], "reason": [row.reason]})
    comment = "\n\n".join(text for text in (row.comment, row.reason) if text)
    return parse_given(question, {"answer": texts, "other": [other], "comment": [comment]})


def _texts(question: Question, written: str) -> list[str]:
    match question.kind:
        case QuestionKind.YES_NO:
            found = find_yes_no(written)
            if found is None:
                allowed = ", ".join(YES_NO_WORDS.values())
                raise InvalidAnswer(question.ref, f"“{written[:60]}” is none of: {allowed}.")
            return [found.value]
        case QuestionKind.SINGLE:
            return [_choice(question, written)]
        case QuestionKind.MULTIPLE:
            return list(_several(question, written))
        case QuestionKind.DATE:
            return [_day(written)]
        case QuestionKind.DATE_RANGE | QuestionKind.ATTESTATION:
            return [_date_alone(line.strip()) for line in written.splitlines() if line.strip()]
        case QuestionKind.TABLE:
            return [cell for line in written.splitlines() if line.strip() for cell in _cells(question, line)]
    return [written]


def _choice(question: Question, written: str) -> str:
    value = _find(question, written)
    if value is None:
        raise InvalidAnswer(question.ref, f"“{written[:60]}” is not one of the choices.")
    return value


def _find(question: Question, written: str) -> str | None:
    words = dict(zip(choice_words(question), [choice.value for choice in question.choices], strict=True))
    found = words.get(written.strip()) or find_choice(question, written)
    if found is None and question.other is not None and _said_of_other(question, written) is not None:
        return question.other.value
    return found


def _said_of_other(question: Question, line: str) -> str | None:
    """Find what stands behind the colon of the choice that asks for words."""
    for name, choice in zip(choice_words(question), question.choices, strict=False):
        if choice.other and line.strip().casefold().startswith(f"{name}:".casefold()):
            return line.strip()[len(name) + 1 :].strip()
    return None


def _other(question: Question, written: str) -> str:
    """Find the words of one's own in the lines of an answer."""
    lines = (_BULLET.sub("", line.strip()) for line in written.splitlines())
    return next((said for line in lines if (said := _said_of_other(question, line))), "")


def _several(question: Question, written: str) -> Iterator[str]:
    """Yield the choices: one a line, or else with semicolons or commas between."""
    for line in written.splitlines():
        line = _BULLET.sub("", line.strip())
        if not line:
            continue
        whole = _find(question, line)
        if whole is not None:
            yield whole
        else:
            pieces = line.split(";" if ";" in line else ",")
            yield from (_choice(question, piece.strip()) for piece in pieces if piece.strip())


def _cells(question: Question, line: str) -> list[str]:
    """Take a row of a table apart; cells that were left out at its end are empty."""
    cells = [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)]
    width = len(question.columns)
    if len(cells) > width:
        raise InvalidAnswer(question.ref, f"“{line[:40]}” has {counted(len(cells), 'cell')}; this table has {width}.")
    filled = cells + [""] * (width - len(cells))
    return [_cell(column, text) for column, text in zip(question.columns, filled, strict=True)]


def _cell(column: Column, text: str) -> str:
    if column.kind is ColumnKind.YES_NO:
        answer = find_yes_no(text)
        return answer.value if answer else text
    named = {label.casefold(): value for value, label in column.options}
    return named.get(text.casefold(), text)


def _date_alone(line: str) -> str:
    return line.removesuffix("T00:00:00")


def _day(written: str) -> str:
    """Write the number of a day as its date; what is none is left for the parser to refuse."""
    try:
        day = _DAY_ZERO + timedelta(days=int(float(written)))
    except (ValueError, OverflowError):
        return written.removesuffix("T00:00:00")
    return day.isoformat() if EARLIEST <= day <= LATEST else written


def _table(grid: Grid) -> Table | None:
    return find_table(grid, columns.PATTERNS, columns.NEEDED)


def _rows(table: Table) -> Iterator[OfflineRow]:
    for row, fields in table.records():
        ref = fields[columns.REF]
        answer, comment, reason = (fields[key] for key in columns.ENTERED)
        if not (ref or answer or comment or reason):
            continue
        cell = table.cell(row, columns.ANSWER)
        place, problem = f"{table.grid.name}, row {row}", _problem(table.grid, cell)
        yield OfflineRow(place, ref, answer, comment, reason, problem)


def _problem(grid: Grid, cell: Cell) -> str:
    if not isinstance(grid, Sheet):
        return ""
    raw = grid.parts.cells.get(cell)
    if raw is not None and raw.has_formula:
        return "The cell holds a formula; please write the answer itself."
    return "The cell shows an error of the spreadsheet." if raw is not None and raw.kind == "e" else ""
