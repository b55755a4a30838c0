"""Write the workbook: what is asked with lists to choose from, and the answers so far; never weights or what is expected."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Literal

from questionnaires.formats.escaping import guarded
from questionnaires.formats.offline import columns
from questionnaires.formats.offline.words import answer_texts, asked_when, choice_words, how_to_answer
from questionnaires.formats.workbook.cells import column_name
from questionnaires.formats.workbook.sheet_parts import escaped
from questionnaires.model import Question, QuestionKind, Questionnaire
from questionnaires.parsing import LONGEST_TEXT
from questionnaires.scalars import EARLIEST, LATEST
from questionnaires.values import Given

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.worksheet import Worksheet

_Kind = Literal["list", "decimal", "date", "textLength"]
_Operator = Literal["between", "greaterThanOrEqual", "lessThanOrEqual"]
Attached = Mapping[str, int]
NONE_ATTACHED: Attached = {}
_NEVER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FONT, _LINE_HEIGHT, _MOST_LINES = "Calibri", 15.0, 26
_HEAD, _BAND, _FILL, _LINE = "FF1F4E79", "FFE9F1F8", "FFFFFDF5", "FF8792A0"


def write(
    asked: Questionnaire,
    answers: Mapping[str, Given],
    copy: str,
    about: Sequence[str],
    attached: Attached = NONE_ATTACHED,
) -> bytes:
    """Write the questionnaire; `copy` names this very download, `about` are the lines that tell what to do with it."""
    from openpyxl import Workbook

    book = Workbook()
    _about(book, asked, copy, about)
    sheet = book.create_sheet(columns.QUESTIONS)
    rules = _Rules(book, sheet)
    _head(sheet)
    row = 2
    for section in asked.sections:
        _band(sheet, row, section.title)
        for question in section.questions:
            row += 1
            _question(sheet, row, asked, question, attached.get(question.ref, 0))
            _answer(sheet, row, question, answers.get(question.ref))
            rules.add(question, row)
            _set_height(sheet, row, _tallest(sheet, row))
        row += 1
    rules.finish()
    book.active = 1
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _about(book: "Workbook", asked: Questionnaire, copy: str, about: Sequence[str]) -> None:
    from openpyxl.styles import Alignment, Font

    sheet = book.active
    assert sheet is not None
    sheet.title = columns.ABOUT
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 8, 90
    _fit_to_width(sheet)
    _text(sheet.cell(1, 2), asked.title).font = Font(name=_FONT, bold=True, size=16)
    for row, line in enumerate(about, start=3):
        _text(sheet.cell(row, 2), line).alignment = Alignment(wrap_text=True, vertical="top")
        _set_height(sheet, row, _lines(line, 90))
    last = len(about) + 4
    _text(sheet.cell(last, 1), columns.COPY).font = Font(name=_FONT, color="FF56616D")
    _text(sheet.cell(last, 2), copy).font = Font(name=_FONT, color="FF56616D")


def _head(sheet: "Worksheet") -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    for number, (key, header) in enumerate(columns.HEADERS.items(), start=1):
        cell = _text(sheet.cell(1, number), header)
        cell.font, cell.fill = Font(name=_FONT, bold=True, color="FFFFFFFF"), PatternFill("solid", fgColor=_HEAD)
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        sheet.column_dimensions[column_name(number)].width = columns.WIDTHS[key]
    sheet.row_dimensions[1].height = 24
    sheet.freeze_panes = "C2"
    _fit_to_width(sheet)
    sheet.print_title_rows = "1:1"


def _fit_to_width(sheet: "Worksheet") -> None:
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _tallest(sheet: "Worksheet", row: int) -> int:
    """Guess how many lines the row's longest text takes."""
    keys = columns.HEADERS
    return max(_lines(str(_cell(sheet, row, key).value or ""), columns.WIDTHS[key]) for key in keys)


def _lines(text: str, width: int) -> int:
    return sum(1 + len(line) // width for line in text.split("\n"))


def _set_height(sheet: "Worksheet", row: int, lines: int) -> None:
    """Make room for the texts, and let the row go on growing with what is typed."""
    from openpyxl.worksheet.dimensions import RowDimension

    class Growing(RowDimension):
        customHeight = False  # noqa: N815 - openpyxl's name; with it the row would stay as high as it is

    height = min(lines, _MOST_LINES) * _LINE_HEIGHT + 3
    sheet.row_dimensions[row] = Growing(sheet, index=row, ht=height)


def _band(sheet: "Worksheet", row: int, title: str) -> None:
    from openpyxl.styles import Font, PatternFill

    for number in range(1, len(columns.HEADERS) + 1):
        sheet.cell(row, number).fill = PatternFill("solid", fgColor=_BAND)
    _text(sheet.cell(row, 1), title).font = Font(name=_FONT, bold=True)


def _question(sheet: "Worksheet", row: int, asked: Questionnaire, question: Question, attached: int) -> None:
    from openpyxl.styles import Alignment, Font

    shown = f"What would show it: {question.evidence}" if question.evidence else ""
    when = asked_when(question, asked)
    texts = {
        columns.REF: question.ref,
        columns.QUESTION: question.text,
        columns.GUIDANCE: "\n".join(text for text in (question.guidance, shown) if text),
        columns.HOW: "\n".join(text for text in (how_to_answer(question, attached), when) if text),
    }
    for key, text in texts.items():
        cell = _text(_cell(sheet, row, key), text)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        if key not in (columns.REF, columns.QUESTION):
            cell.font = Font(name=_FONT, color="FF56616D")


def _answer(sheet: "Worksheet", row: int, question: Question, given: Given | None) -> None:
    from openpyxl.styles import Alignment, Border, PatternFill, Side

    side = Side(style="thin", color=_LINE)
    for key in columns.ENTERED:
        cell = _cell(sheet, row, key)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        if question.kind is not QuestionKind.FILE or key == columns.COMMENT:
            cell.border, cell.fill = Border(side, side, side, side), PatternFill("solid", fgColor=_FILL)
    if given is None or question.kind is QuestionKind.FILE:
        return
    answer = _cell(sheet, row, columns.ANSWER)
    if isinstance(given.value, date):
        answer.value, answer.number_format = given.value, "yyyy-mm-dd"
    elif isinstance(given.value, float):
        answer.value = given.value
    else:
        text = "\n".join(answer_texts(question, given))
        _text(answer, text if len(text) <= columns.LONGEST_CELL else columns.TOO_LONG)
    _text(_cell(sheet, row, columns.COMMENT), given.comment)
    _text(_cell(sheet, row, columns.REASON), given.reason)


def _cell(sheet: "Worksheet", row: int, key: str) -> "Cell":
    return sheet.cell(row, list(columns.HEADERS).index(key) + 1)  # type: ignore[return-value]  # none is merged


def _text(cell: object, text: str) -> "Cell":
    """Set a text that no program takes for a formula."""
    from openpyxl.cell import Cell

    assert isinstance(cell, Cell)
    if text:
        cell.value = escaped(guarded(_NEVER.sub("", text)))
        cell.data_type = "s"
    return cell


class _Rules:
    """The rules that offer lists and refuse what cannot be an answer, each written once for all cells that it holds for."""

    def __init__(self, book: "Workbook", sheet: "Worksheet") -> None:
        self._lists = book.create_sheet(columns.LISTS)
        self._lists.sheet_state = "hidden"
        self._sheet = sheet
        self._known: dict[tuple[object, ...], DataValidation] = {}

    def add(self, question: Question, row: int) -> None:
        """Lay the rule of this question on its answer's cell."""
        rule = self._rule(question)
        if rule is not None:
            rule.add(_cell(self._sheet, row, columns.ANSWER))

    def finish(self) -> None:
        """Write the rules."""
        for rule in self._known.values():
            self._sheet.add_data_validation(rule)

    def _rule(self, question: Question) -> "DataValidation | None":
        match question.kind:
            case QuestionKind.YES_NO | QuestionKind.SINGLE:
                return self._list(choice_words(question), strict=question.other is None)
            case QuestionKind.NUMBER:
                return self._between("decimal", question.minimum, question.maximum)
            case QuestionKind.DATE:
                return self._between("date", _serial(EARLIEST), _serial(LATEST))
            case QuestionKind.TEXT:
                return self._between("textLength", 0, LONGEST_TEXT)
        return None

    def _list(self, words: tuple[str, ...], strict: bool) -> "DataValidation":
        """Offer a list; one that is not `strict` lets words of one's own be written, too."""
        key = (words, strict)
        if key not in self._known:
            column = len(self._known) + 1
            for number, word in enumerate(words, start=1):
                _text(self._lists.cell(number, column), word)
            name = column_name(column)
            area = f"{columns.LISTS}!${name}$1:${name}${len(words)}"
            self._known[key] = _made("list", area, None, "Please choose one of the list.")
            self._known[key].showErrorMessage = strict
        return self._known[key]

    def _between(self, kind: _Kind, low: float | None, high: float | None) -> "DataValidation | None":
        if low is None and high is None:
            return None
        key = (kind, low, high)
        if key not in self._known:
            message = "This does not fit: see the column “How to answer”."
            self._known[key] = _made(kind, low, high, message)
        return self._known[key]


def _made(kind: _Kind, first: object, second: object, message: str) -> "DataValidation":
    from openpyxl.worksheet.datavalidation import DataValidation

    operator: _Operator = "between" if second is not None else "greaterThanOrEqual"
    if first is None:
        operator, first, second = "lessThanOrEqual", second, None
    rule = DataValidation(kind, str(first), None if second is None else str(second), allow_blank=True)
    rule.operator = None if kind == "list" else operator
    rule.error, rule.errorTitle, rule.showErrorMessage = message, "Not taken", True
    return rule


def _serial(day: date) -> int:
    return (day - date(1899, 12, 30)).days
