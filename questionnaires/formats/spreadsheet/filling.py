"""Answers into a spreadsheet whose columns were pointed out: the cells for answer and comment are set, and nothing else."""

import json
from collections.abc import Callable, Mapping
from dataclasses import astuple, dataclass

from questionnaires.errors import UnreadableQuestionnaire
from questionnaires.formats.csv_grid import CsvGrid
from questionnaires.formats.escaping import guarded
from questionnaires.formats.imported import Filled
from questionnaires.formats.source import Source
from questionnaires.formats.spreadsheet.grid import plain_sheets
from questionnaires.formats.spreadsheet.layout import Column, Layout
from questionnaires.formats.spreadsheet.reading import laid_out
from questionnaires.formats.tables import Grid
from questionnaires.formats.workbook import Book, Cell
from questionnaires.formats.yes_no import find_yes_no, word_for
from questionnaires.model import Question, QuestionKind, YesNo
from questionnaires.refitting import words_of
from questionnaires.values import Given, Rows, number_text
from questionnaires.wording import display

_USUAL = {YesNo.YES: "Yes", YesNo.NO: "No", YesNo.IN_PART: "In part", YesNo.NOT_APPLICABLE: "N/A"}
_NO_COLUMN = "Nobody has pointed out a column for the answers of this spreadsheet; take it in once more and choose one."
Value = str | float
Place = tuple[str, Cell]


@dataclass(frozen=True, slots=True)
class Words:
    """An answer in words, one for each choice, a number as such; and what is said to it."""

    words: tuple[str, ...]
    number: float | None = None
    beside: str = ""


def in_words(question: Question, given: Given) -> Words:
    """Say an answer as its questionnaire does, so that no list's order matters."""
    beside = "\n\n".join(text for text in (given.other, given.reason, given.comment) if text)
    number = given.value if isinstance(given.value, float | int) else None
    if isinstance(given.value, Rows) or question.kind in (QuestionKind.DATE_RANGE, QuestionKind.ATTESTATION):
        return Words((display(question, given),), None, beside)
    return Words(words_of(question, given), number, beside)


def words_to_json(answers: Mapping[str, Words]) -> str:
    """Write answers in words; `words_from_json` reads them."""
    return json.dumps({ref: astuple(words) for ref, words in answers.items()}, ensure_ascii=False)


def words_from_json(text: str) -> dict[str, Words]:
    """Read what `words_to_json` wrote."""
    return {ref: Words(tuple(words), number, beside) for ref, (words, number, beside) in json.loads(text).items()}


def fill_sheets(source: Source, layout: Layout, answers: Mapping[str, Words]) -> Filled:
    """Write answers beside the questions of their references; one that has no place there is said and left out."""
    if Column.ANSWER not in layout.columns:
        raise UnreadableQuestionnaire(_NO_COLUMN)
    grids, written = _opened(source)
    laid = laid_out(plain_sheets(source), layout)
    asked = {question.ref: question for question in laid.questions}
    filling = _Filling(layout, {}, [])
    for ref, words in answers.items():
        if ref not in asked:
            filling.warnings.append(f"{ref} was left out: the file does not ask it.")
        else:
            sheet, row = laid.rows[ref]
            filling.put(grids[sheet], row, asked[ref], words)
    done = sum(ref in asked for ref in answers) - filling.left_out
    return Filled(written(filling.values), done, tuple(filling.warnings))


def _opened(source: Source) -> tuple[dict[str, Grid], Callable[[Mapping[Place, Value]], bytes]]:
    if source.is_workbook:
        book = Book(source.data)
        return {sheet.name: sheet for sheet in book.sheets}, book.filled
    grid = CsvGrid(source.text)

    def written(values: Mapping[Place, Value]) -> bytes:
        texts = {cell: value if isinstance(value, str) else number_text(value) for (_, cell), value in values.items()}
        return grid.filled(texts)

    return {grid.name: grid}, written


@dataclass(slots=True)
class _Filling:
    """Gathers the cells to set, and a sentence for what has no place."""

    layout: Layout
    values: dict[Place, Value]
    warnings: list[str]
    left_out: int = 0

    def put(self, grid: Grid, row: int, question: Question, words: Words) -> None:
        """Put one answer and what is said to it into its row."""
        cell = Cell(row, self.layout.columns[Column.ANSWER])
        value, why = _value(question, words, grid.choices(cell))
        if grid.has_formula(cell):
            value, why = None, "its cell is worked out by a formula."
        if value is None:
            self.left_out += 1
            self.warnings.append(f"The answer to {question.ref} was left out: {why}")
        else:
            self.values[grid.name, cell] = value
        if words.beside:
            self._beside(grid, row, question.ref, words.beside)

    def _beside(self, grid: Grid, row: int, ref: str, text: str) -> None:
        column = self.layout.columns.get(Column.COMMENT)
        if column is None:
            self.warnings.append(f"What is said to {ref} was left out: no column for comments was pointed out.")
        elif grid.has_formula(cell := Cell(row, column)):
            self.warnings.append(f"What is said to {ref} was left out: its cell is worked out by a formula.")
        else:
            self.values[grid.name, cell] = guarded(text)


def _value(question: Question, words: Words, listed: tuple[str, ...]) -> tuple[Value | None, str]:
    """Say what the cell holds then, in the words of its list where it has one; None with the reason when it has none."""
    if question.kind is QuestionKind.YES_NO and (answer := find_yes_no(words.words[0])):
        word = word_for(answer, listed, _USUAL[answer])
        return word, f"its list has no word for “{answer.label}”."
    if listed:
        chosen = [next((one for one in listed if _plain(one) == _plain(each)), None) for each in words.words]
        if None in chosen:
            return None, f"its list has no “{words.words[chosen.index(None)][:60]}”."
        return (chosen[0], "") if len(chosen) == 1 else (None, "its list takes one choice, and several were made.")
    if words.number is not None:
        return words.number, ""
    return guarded("; ".join(words.words)), ""


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
