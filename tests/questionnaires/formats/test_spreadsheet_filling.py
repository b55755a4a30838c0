"""Answers into somebody's own spreadsheet: in the words of its lists, beside its questions, and every other byte kept."""

import zipfile
from io import BytesIO

import openpyxl
import pytest

from questionnaires.errors import UnreadableQuestionnaire
from questionnaires.formats import Source
from questionnaires.formats.spreadsheet import (
    Column,
    Layout,
    Words,
    fill_sheets,
    in_words,
    laid_out,
    plain_sheets,
    words_from_json,
    words_to_json,
)
from questionnaires.model import Choice, Question, QuestionKind
from questionnaires.values import Given
from tests.questionnaires.formats.test_spreadsheet import HEADER, ROWS, workbook

COLUMNS = {Column.REF: 1, Column.QUESTION: 2, Column.ANSWER: 3, Column.COMMENT: 4}
LAYOUT = Layout("Check", 3, COLUMNS, True, False, QuestionKind.YES_NO)
ANSWERS = {
    "1.1": Words(("No",), None, "Not yet."),
    "1.2": Words(("text message",)),
    "2.4": Words(("Does not apply",), None, "=1+1 & <we keep none>"),
}


def filled(answers: dict[str, Words], data: bytes = b"", layout: Layout = LAYOUT) -> tuple[bytes, int, tuple[str, ...]]:
    """Fill a workbook; returns it with the count and the warnings."""
    done = fill_sheets(Source("check.xlsx", data or workbook()), layout, answers)
    return done.data, done.answers, done.warnings


def test_answers_stand_beside_their_questions_and_come_back_as_they_went() -> None:
    """A list's own word is written, a formula is disarmed, and reading the file gives the same answers."""
    data, count, warnings = filled(ANSWERS)

    sheet = openpyxl.load_workbook(BytesIO(data))["Check"]
    read = laid_out(plain_sheets(Source("check.xlsx", data)), LAYOUT).answers
    assert (3, ()) == (count, warnings)
    assert ["No", "Not yet.", "Text message"] == [sheet[cell].value for cell in ("C5", "D5", "C6")]
    assert ["N/A", "'=1+1 & <we keep none>"] == [sheet[cell].value for cell in ("C11", "D11")]
    assert Given("no", "Not yet.") == read["1.1"]
    assert ("not_applicable", "=1+1 & <we keep none>") == (read["2.4"].value, read["2.4"].reason)


def test_nothing_but_the_answered_cells_changes() -> None:
    """Every part but the sheet is the same byte for byte, and so is every cell of the sheet that was not set."""
    before = workbook(Other=[("Keep", "=SUM(A1:A2)")])

    after, _, _ = filled({"1.1": ANSWERS["1.1"]}, before)

    old, new = zipfile.ZipFile(BytesIO(before)), zipfile.ZipFile(BytesIO(after))
    changed = [name for name in old.namelist() if old.read(name) != new.read(name)]
    sheets = [openpyxl.load_workbook(BytesIO(data))["Check"] for data in (before, after)]
    cells = {cell.coordinate for row in sheets[0].iter_rows() for cell in row} - {"C5", "D5"}
    assert ["xl/worksheets/sheet1.xml"] == changed
    assert old.namelist() == new.namelist()
    assert [] == [name for name in cells if sheets[0][name].value != sheets[1][name].value]
    assert str(sheets[0].data_validations.dataValidation) == str(sheets[1].data_validations.dataValidation)


def test_what_has_no_place_is_said_and_left_out() -> None:
    """An answer that the list lacks, one to a question that is not there, a comment without a column, a cell with a formula."""
    rows = [*ROWS[:4], ("1.1", "Is MFA required?", "=1+1", "", ""), *ROWS[5:]]
    answers = {**ANSWERS, "1.2": Words(("Token",)), "9.9": Words(("Yes",))}
    bare = Layout(
        "Check", 3, {k: v for k, v in COLUMNS.items() if k is not Column.COMMENT}, True, False, QuestionKind.YES_NO
    )

    _, count, warnings = filled(answers, workbook([*ROWS[:5], ROWS[5], *ROWS[6:]]))
    _, _, formula = filled({"1.1": ANSWERS["1.1"]}, workbook(rows))
    _, _, silent = filled({"1.1": ANSWERS["1.1"]}, layout=bare)

    assert 3 == count
    assert ("9.9 was left out: the file does not ask it.",) == warnings
    assert ("The answer to 1.1 was left out: its cell is worked out by a formula.",) == formula
    assert ("What is said to 1.1 was left out: no column for comments was pointed out.",) == silent


def test_a_list_is_never_written_past() -> None:
    """What a cell's list does not offer is no answer there, and of several choices it takes none."""
    answers = {"1.2": Words(("Token",))}

    data, count, warnings = filled(answers)
    _, _, several = filled({"1.2": Words(("App", "Text message"))})

    assert (0, ("The answer to 1.2 was left out: its list has no “Token”.",)) == (count, warnings)
    assert "App" == openpyxl.load_workbook(BytesIO(data))["Check"]["C6"].value
    assert ("The answer to 1.2 was left out: its list takes one choice, and several were made.",) == several


def test_csv_is_filled_as_well() -> None:
    """The same for a CSV file, which keeps its separator."""
    source = Source("own.csv", ";".join(HEADER).encode() + b"\n1;How many?;;;\n2;Why?;;;")
    layout = Layout("CSV", 1, COLUMNS, False, False, QuestionKind.TEXT)

    done = fill_sheets(source, layout, {"1": Words(("12",), 12.0), "2": Words(("@home",))})

    assert ["1;How many?;12;;", "2;Why?;'@home;;"] == done.data.decode("utf-8-sig").splitlines()[1:]


def test_a_layout_without_an_answer_column_says_so() -> None:
    """Nothing is written when nobody said where."""
    layout = Layout("Check", 3, {Column.REF: 1, Column.QUESTION: 2}, True, False, QuestionKind.YES_NO)

    with pytest.raises(UnreadableQuestionnaire, match="pointed out a column for the answers"):
        filled(ANSWERS, layout=layout)


def test_an_answer_goes_by_its_words_and_not_by_its_place_in_a_list() -> None:
    """Choices are said by their labels, a number as one, and what goes with them is kept together."""
    choices = (Choice("c1", "In the EU"), Choice("c2", "Elsewhere"))
    single = Question("A", QuestionKind.SINGLE, "Where?", choices=choices)
    number = Question("B", QuestionKind.NUMBER, "How many?")

    words = {"A": in_words(single, Given("c2", "In Oslo.")), "B": in_words(number, Given(3.0))}

    assert Words(("Elsewhere",), None, "In Oslo.") == words["A"]
    assert 3.0 == words["B"].number
    assert words == words_from_json(words_to_json(words))
