"""The form that points out what a spreadsheet's columns hold."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from questionnaires.formats.spreadsheet import Column, Layout, PlainSheet, guessed_at
from questionnaires.model import QuestionKind

_OTHERWISE = (QuestionKind.YES_NO, QuestionKind.TEXT)
_LAST = 1_000_000


@dataclass(frozen=True, slots=True)
class Pointed:
    """What was chosen so far."""

    title: str
    key: str
    layout: Layout


def at_first(name: str, layout: Layout) -> Pointed:
    """What the form holds when a file has just come in."""
    title = " ".join(re.sub(r"[_\-.]+", " ", Path(name).stem).split())[:200] or "Questionnaire"
    return Pointed(title, key_of(title), layout)


def key_of(title: str) -> str:
    """Make a short name of a title."""
    return re.sub(r"[^a-z0-9]+", "-", title.casefold()).strip("-")[:80] or "questionnaire"


def pointed(given: Mapping[str, list[str]], sheets: Sequence[PlainSheet]) -> Pointed:
    """Read the form; where another sheet or header was chosen, its columns are guessed anew."""
    sheet, header = _one(given, "sheet"), _number(_one(given, "header"))
    if (sheet, header) != (_one(given, "was_sheet"), _number(_one(given, "was_header"))):
        layout = guessed_at(sheets, sheet, header)
    else:
        layout = Layout(sheet, header, _columns(given), *_flags(given), _otherwise(given), "yes_is_good" in given)
    title = " ".join(_one(given, "title").split())[:300]
    return Pointed(title, _one(given, "key").strip()[:120] or key_of(title), layout)


def _columns(given: Mapping[str, list[str]]) -> dict[Column, int]:
    found = {column: _number(_one(given, f"column-{column.value}")) for column in Column}
    return {column: number for column, number in found.items() if number}


def _flags(given: Mapping[str, list[str]]) -> tuple[bool, bool]:
    return "headings" in given, "every" in given


def _otherwise(given: Mapping[str, list[str]]) -> QuestionKind:
    chosen = _one(given, "otherwise")
    return next((kind for kind in _OTHERWISE if kind.value == chosen), QuestionKind.TEXT)


def _one(given: Mapping[str, list[str]], name: str) -> str:
    return given.get(name, [""])[-1]


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 8 and int(text) < _LAST else 0
