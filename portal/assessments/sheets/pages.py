"""What the page that points out columns holds: what can be chosen, and what comes of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from portal.assessments.choosing import get_offered
from portal.assessments.file_tables import SheetFile
from portal.assessments.sheets.forms import Pointed
from portal.assessments.sheets.keeping import Remembered
from portal.assessments.wording import answer_words
from portal.core.dates import plural
from portal.core.errors import NotFound
from questionnaires.errors import QuestionnaireError
from questionnaires.formats.spreadsheet import Column, Laid, PlainSheet, laid_out
from questionnaires.formats.workbook.cells import column_name
from questionnaires.model import Question

_SHOWN, _HEADERS = 12, 30
Options = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """One question as it would come in."""

    section: str
    question: Question
    answer: str


@dataclass(frozen=True, slots=True)
class MappingPage:
    """The form, and the first questions as they would come in."""

    id: UUID
    file: str
    pointed: Pointed
    sheets: Options
    headers: Options
    columns: Options
    lines: list[PreviewLine]
    questions: int
    sections: int
    answers: int
    left_out: tuple[str, ...]
    remembered_by: str = ""
    remembered_at: datetime | None = None
    remembered_file: str = ""
    replaces: str = ""
    errors: dict[str, str] = field(default_factory=dict)

    @property
    def roles(self) -> list[tuple[str, str, str, bool]]:
        """What a column may hold: its field, its words, the column chosen, and whether one has to be."""
        chosen = self.pointed.layout.columns
        return [(f"column-{c.value}", c.label, str(chosen.get(c, "")), c is Column.QUESTION) for c in Column]


async def mapping_page(
    row: SheetFile,
    sheets: Sequence[PlainSheet],
    now: Pointed,
    remembered: Remembered | None = None,
    errors: dict[str, str] | None = None,
) -> MappingPage:
    """Show what comes of what was pointed out; a layout that points at nothing is told at the form's head."""
    told = dict(errors or {})
    laid = _laid(sheets, now, told)
    sheet = next((sheet for sheet in sheets if sheet.name == now.layout.sheet), sheets[0])
    return MappingPage(
        row.id,
        row.name,
        now,
        [(one.name, f"{one.name} ({plural(len(one.rows), 'row')})") for one in sheets],
        _headers(sheet),
        _columns(sheet, now.layout.header),
        _lines(laid),
        len(laid.questions),
        len(laid.sections),
        len(laid.answers),
        (*laid.left_out, *laid.unanswered),
        remembered.by if remembered else "",
        remembered.at if remembered else None,
        remembered.name if remembered else "",
        await _replaces(now.key),
        told,
    )


def _laid(sheets: Sequence[PlainSheet], now: Pointed, told: dict[str, str]) -> Laid:
    try:
        return laid_out(sheets, now.layout)
    except QuestionnaireError as error:
        told.setdefault("column-question", error.sentence)
        return Laid((), {}, ())


def _headers(sheet: PlainSheet) -> Options:
    rows = [(number, " | ".join(sheet.rows[number].values())) for number in sorted(sheet.rows)[:_HEADERS]]
    return [("0", "There is none"), *((str(number), f"Row {number}: {_short(text, 80)}") for number, text in rows)]


def _columns(sheet: PlainSheet, header: int) -> Options:
    found = []
    for column in sheet.columns:
        below = next((sheet.rows[r][column] for r in sorted(sheet.rows) if r > header and column in sheet.rows[r]), "")
        words = [sheet.rows.get(header, {}).get(column, ""), f"“{_short(below, 40)}”" if below else ""]
        found.append((str(column), " · ".join(["Column " + column_name(column), *filter(None, words)])))
    return found


def _lines(laid: Laid) -> list[PreviewLine]:
    rows = [(section.title, question) for section in laid.sections for question in section.questions]
    given = laid.answers
    return [
        PreviewLine(title, one, answer_words(one, given[one.ref], {}) if one.ref in given else "")
        for title, one in rows[:_SHOWN]
    ]


async def _replaces(key: str) -> str:
    try:
        return (await get_offered(key)).questionnaire.title
    except NotFound:
        return ""


def _short(text: str, most: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"
