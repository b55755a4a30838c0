"""Where a HECVAT workbook asks its questions: rows with a reference, below a header that names the answer's column."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from questionnaires.formats.tables import named_columns
from questionnaires.formats.workbook import Book, Cell, Sheet

REF = re.compile(r"[A-Z][A-Z&]{2,4}-\d{2,3}")
_ANSWER, _MORE = "answer", "more"
_NAMES = {
    _ANSWER: r"(vendor|solution provider|provider|company)?('s)? ?(answer|response)s?",
    _MORE: r"additional info(rmation)?|comments?|notes",
}
_JUDGING = {
    "judged": r"compliant (response|override)|(default|preferred) (importance|response)|importance override",
    "scored": r"(default )?weight|score mapping|vendor response",
}


@dataclass(frozen=True, slots=True)
class Place:
    """One question's row on a sheet, with the cells for its answer and for more about it."""

    ref: str
    sheet: Sheet
    heading: str
    text: str
    answer: Cell
    more: Cell | None

    @property
    def is_written(self) -> bool:
        """Tell whether the answer is written here, not worked out from another sheet."""
        return not self.sheet.has_formula(self.answer)

    @property
    def given(self) -> str:
        """The answer that stands here."""
        return self.sheet.text(self.answer)


def all_places(book: Book) -> dict[str, list[Place]]:
    """List where each question stands, on the sheets that ask rather than judge, those first where it is written."""
    found: dict[str, list[Place]] = {}
    for sheet in book.sheets:
        if not sheet.is_hidden and not _is_judging(sheet):
            for place in _places(sheet):
                found.setdefault(place.ref, []).append(place)
    for places in found.values():
        places.sort(key=lambda place: not place.is_written)
    return found


def _is_judging(sheet: Sheet) -> bool:
    """Tell whether a header on the sheet is about judging answers: those sheets repeat the questions for analysts."""
    return any(named_columns(row, _JUDGING) for row in sheet.rows.values())


def _places(sheet: Sheet) -> Iterator[Place]:
    headers = {row: columns for row in sheet.rows if _ANSWER in (columns := named_columns(sheet.rows[row], _NAMES))}
    if not headers:
        return
    usual = headers[min(headers)][_ANSWER]
    current: Mapping[str, int] = {_ANSWER: usual}
    heading = ""
    for row, texts in sheet.rows.items():
        current = headers.get(row, current)
        column, first = min(texts.items())
        if REF.fullmatch(first.strip()):
            yield _place(sheet, row, column, current, heading)
        elif column < usual:
            heading = first


def _place(sheet: Sheet, row: int, column: int, columns: Mapping[str, int], heading: str) -> Place:
    answer = sheet.corner(Cell(row, columns[_ANSWER]))
    more = sheet.corner(Cell(row, columns[_MORE])) if _MORE in columns else None
    text = sheet.text(Cell(row, column + 1))
    ref = sheet.text(Cell(row, column)).strip()
    return Place(ref, sheet, heading.strip(), text, answer, None if more == answer else more)
