"""What somebody pointed out in a spreadsheet: the sheet, the row with its headers, and which column holds what."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from questionnaires.formats.spreadsheet.grid import PlainSheet
from questionnaires.formats.tables import MOST_HEADER_ROWS, plain_header
from questionnaires.model import QuestionKind

CODE = re.compile(r"([A-Z]{1,6}[&.]?){0,3}[-. ]?\d+([.\-]\d+)*[a-z)]?\.?", re.IGNORECASE)


class Column(StrEnum):
    """What a column may hold."""

    REF = "ref"
    QUESTION = "question"
    SECTION = "section"
    CHOICES = "choices"
    GUIDANCE = "guidance"
    ANSWER = "answer"
    COMMENT = "comment"

    @property
    def label(self) -> str:
        """Its name on pages."""
        return _LABELS[self]


_LABELS = {
    Column.REF: "Reference",
    Column.QUESTION: "Question",
    Column.SECTION: "Section",
    Column.CHOICES: "What may be answered",
    Column.GUIDANCE: "Guidance",
    Column.ANSWER: "Answer",
    Column.COMMENT: "Comment",
}


@dataclass(frozen=True, slots=True)
class Layout:
    """How a spreadsheet is read.

    `headings`: a row with a text but no reference begins a section. `every`: sheets with the same header are read too.
    `otherwise`: how questions without a list are answered. `yes_is_good`: yes is expected of every yes-or-no question.
    """

    sheet: str
    header: int
    columns: Mapping[Column, int] = field(default_factory=dict)
    headings: bool = True
    every: bool = False
    otherwise: QuestionKind = QuestionKind.TEXT
    yes_is_good: bool = False

    def to_json(self) -> str:
        """Write it; `layout_from_json` reads it."""
        return json.dumps(
            {
                "sheet": self.sheet,
                "header": self.header,
                "columns": {column.value: number for column, number in self.columns.items()},
                "headings": self.headings,
                "every": self.every,
                "otherwise": self.otherwise.value,
                "yes_is_good": self.yes_is_good,
            },
            ensure_ascii=False,
        )


def layout_from_json(text: str) -> Layout:
    """Read what `to_json` wrote."""
    plain = json.loads(text)
    return Layout(
        plain["sheet"],
        plain["header"],
        {Column(name): number for name, number in plain["columns"].items()},
        plain["headings"],
        plain["every"],
        QuestionKind(plain["otherwise"]),
        plain["yes_is_good"],
    )


def shape(row: Mapping[int, str]) -> str:
    """Hash what a header says and where; nothing for a row that is none, with fewer than two texts."""
    if len(row) < 2:
        return ""
    return hashlib.sha256(json.dumps([[at, plain_header(row[at])] for at in sorted(row)]).encode()).hexdigest()


def shapes(sheets: Sequence[PlainSheet]) -> Iterator[tuple[str, PlainSheet, int]]:
    """Yield the shape of every row that could be a header, with where it stands."""
    for sheet in sheets:
        for number in sorted(sheet.rows)[:MOST_HEADER_ROWS]:
            if found := shape(sheet.rows[number]):
                yield found, sheet, number
