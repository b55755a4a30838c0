"""The rows of a spreadsheet as questions and answers, by a layout; a row that cannot be a question gets a sentence."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from questionnaires.claiming import with_claims
from questionnaires.errors import UnreadableQuestionnaire
from questionnaires.formats.areas import area_of
from questionnaires.formats.escaping import bare
from questionnaires.formats.filled_in import given_in
from questionnaires.formats.imported import Imported
from questionnaires.formats.spreadsheet.grid import PlainSheet
from questionnaires.formats.spreadsheet.kinds import kind_and_choices
from questionnaires.formats.spreadsheet.layout import CODE, Column, Layout, shape
from questionnaires.formats.tables import MOST_HEADER_ROWS
from questionnaires.formats.workbook import Cell
from questionnaires.model import Question, QuestionKind, Questionnaire, Section
from questionnaires.parsing import clean
from questionnaires.validating import validate
from questionnaires.values import Given

MOST_QUESTIONS = 2_000
LONGEST_REF, LONGEST_QUESTION, LONGEST_TITLE, LONGEST_BESIDE = 40, 4_000, 300, 120
_NOT_IN_A_REF = re.compile(r"[\s/?#%\\]+")


@dataclass(frozen=True, slots=True)
class Laid:
    """What a layout makes of a spreadsheet: sections, answers, a sentence for each row that was left out.

    `unanswered` has a sentence for each question that was taken while its answer could not be; `rows` says where each stands.
    """

    sections: tuple[Section, ...]
    answers: Mapping[str, Given]
    left_out: tuple[str, ...]
    unanswered: tuple[str, ...] = ()
    rows: Mapping[str, tuple[str, int]] = field(default_factory=dict)

    @property
    def questions(self) -> tuple[Question, ...]:
        """Every question in its order."""
        return tuple(question for section in self.sections for question in section.questions)


def laid_out(sheets: Sequence[PlainSheet], layout: Layout) -> Laid:
    """Read what the layout points at; raises UnreadableQuestionnaire where it points at nothing."""
    if Column.QUESTION not in layout.columns:
        raise UnreadableQuestionnaire("Please say which column holds the questions.")
    if len(set(layout.columns.values())) < len(layout.columns):
        raise UnreadableQuestionnaire("One column is chosen for two things; please choose each column once.")
    reading = _Reading(layout)
    for sheet, header in _chosen(sheets, layout):
        reading.read(sheet, header)
    return Laid(
        tuple(reading.sections.values()),
        reading.answers,
        tuple(reading.left_out),
        tuple(reading.unanswered),
        reading.rows,
    )


def as_imported(laid: Laid, key: str, title: str) -> Imported:
    """Make a questionnaire of it; raises QuestionnaireError when nothing can be asked."""
    if not laid.sections:
        raise UnreadableQuestionnaire("No row of this sheet can be read as a question with these columns.")
    asked = with_claims(Questionnaire(key, title, laid.sections))
    validate(asked)
    return Imported(asked, laid.answers, (*laid.left_out, *laid.unanswered))


def _chosen(sheets: Sequence[PlainSheet], layout: Layout) -> Iterator[tuple[PlainSheet, int]]:
    first = next((sheet for sheet in sheets if sheet.name == layout.sheet), None)
    if first is None:
        raise UnreadableQuestionnaire(f"There is no sheet called “{layout.sheet[:60]}”.")
    wanted = shape(first.rows.get(layout.header, {}))
    for sheet in sheets:
        if sheet is first:
            yield sheet, layout.header
        elif layout.every and wanted:
            rows = sorted(sheet.rows)[:MOST_HEADER_ROWS]
            yield from ((sheet, row) for row in [row for row in rows if shape(sheet.rows[row]) == wanted][:1])


@dataclass(slots=True)
class _Row:
    """One row below a header."""

    sheet: PlainSheet
    number: int
    texts: Mapping[Column, str]
    others: Sequence[str] = ()

    @property
    def beside(self) -> str:
        """The longest short text in a column that nobody pointed out."""
        words = [text for text in self.others if len(text) <= LONGEST_BESIDE and not CODE.fullmatch(text)]
        return max(words, key=len, default="")

    @property
    def place(self) -> str:
        return f"{self.sheet.name}, row {self.number}"

    def text(self, column: Column) -> str:
        return self.texts.get(column, "")


@dataclass(slots=True)
class _Reading:
    """Gathers sections, answers and what is left out, row by row."""

    layout: Layout
    sections: dict[str, Section] = field(default_factory=dict)
    answers: dict[str, Given] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)
    unanswered: list[str] = field(default_factory=list)
    rows: dict[str, tuple[str, int]] = field(default_factory=dict)
    _heading: str = ""
    _places: dict[str, str] = field(default_factory=dict)

    def read(self, sheet: PlainSheet, header: int) -> None:
        """Read one sheet below its header."""
        self._heading = sheet.name
        head, pointed = sheet.rows.get(header, {}), set(self.layout.columns.values())
        for number in sorted(number for number in sheet.rows if number > header):
            cells = sheet.rows[number]
            texts = {column: clean(bare(cells.get(at, ""))) for column, at in self.layout.columns.items()}
            if not any(texts.values()):
                continue
            row = _Row(sheet, number, texts, [cells[at] for at in cells if at not in pointed])
            if cells == head:
                self.left_out.append(f"{row.place}: it repeats the header.")
            elif not self._is_heading(row):
                self._take(row)

    def _is_heading(self, row: _Row) -> bool:
        """Take a row of one text that no question can be for the heading of those below it."""
        if not self.layout.headings or row.text(Column.ANSWER) or row.text(Column.CHOICES):
            return False
        heading = self._heading_of(row)
        if not heading or len(heading) > LONGEST_TITLE or heading.endswith("?"):
            return False
        self._heading = " ".join(heading.split())
        return True

    def _heading_of(self, row: _Row) -> str:
        """Find what a heading would say: a text without a reference, or what stands beside a reference without a question."""
        ref, question = row.text(Column.REF), row.text(Column.QUESTION)
        if question:
            return question if Column.REF in self.layout.columns and not ref else ""
        return row.text(Column.SECTION) or (row.beside if CODE.fullmatch(ref) else ref)

    def _take(self, row: _Row) -> None:
        ref = self._ref(row)
        fault = self._fault(row, ref)
        if fault:
            self.left_out.append(f"{row.place}: {fault}")
            return
        self._places[ref] = row.place
        self.rows[ref] = row.sheet.name, row.number
        question = self._question(row, ref)
        self._put(row, question)
        self._answer(row, question)

    def _ref(self, row: _Row) -> str:
        if Column.REF not in self.layout.columns:
            return f"Q{len(self._places) + 1}"
        return _NOT_IN_A_REF.sub("-", row.text(Column.REF)).strip("-")

    def _fault(self, row: _Row, ref: str) -> str:
        """Say why a row cannot be a question; nothing when it can."""
        question = row.text(Column.QUESTION)
        if not question:
            return "it has no question."
        if not ref:
            return f"it has no reference (“{question[:60]}”)."
        if len(ref) > LONGEST_REF:
            return f"its reference is longer than {LONGEST_REF} characters (“{ref[:20]}…”)."
        if ref in self._places:
            return f"its reference {ref} stands in {self._places[ref]} already."
        if len(question) > LONGEST_QUESTION:
            return f"its question is longer than {LONGEST_QUESTION:,} characters."
        if len(self._places) >= MOST_QUESTIONS:
            return f"more than {MOST_QUESTIONS:,} questions are not taken in at once."
        return ""

    def _question(self, row: _Row, ref: str) -> Question:
        text = row.text(Column.QUESTION)
        answer = self.layout.columns.get(Column.ANSWER)
        listed = row.sheet.choices(Cell(row.number, answer)) if answer else ()
        kind, choices = kind_and_choices(text, row.text(Column.CHOICES), listed, self.layout.otherwise)
        good = ("yes",) if kind is QuestionKind.YES_NO and self.layout.yes_is_good else ()
        return Question(ref, kind, text, guidance=row.text(Column.GUIDANCE), expected=good, choices=choices)

    def _put(self, row: _Row, question: Question) -> None:
        title = " ".join(row.text(Column.SECTION).split())[:LONGEST_TITLE] or self._heading
        section = self.sections.get(title)
        if section is None:
            section = Section(f"section-{len(self.sections) + 1}", title, area_of(title), ())
        self.sections[title] = replace(section, questions=(*section.questions, question))

    def _answer(self, row: _Row, question: Question) -> None:
        found = given_in(question, row.text(Column.ANSWER), row.text(Column.COMMENT), {})
        if isinstance(found, Given):
            self.answers[question.ref] = found
        elif found is not None and row.text(Column.ANSWER):
            self.unanswered.append(f"{row.place}: the question was taken, its answer was not: {found}")
