"""Any spreadsheet that asks questions, read by columns that somebody points out."""

from questionnaires.formats.spreadsheet.filling import Words, fill_sheets, in_words, words_from_json, words_to_json
from questionnaires.formats.spreadsheet.grid import PlainSheet, plain_sheets, sheets_from_json, sheets_to_json
from questionnaires.formats.spreadsheet.guessing import guessed, guessed_at
from questionnaires.formats.spreadsheet.layout import Column, Layout, layout_from_json, shape, shapes
from questionnaires.formats.spreadsheet.reading import Laid, as_imported, laid_out

__all__ = [
    "Column",
    "Laid",
    "Layout",
    "PlainSheet",
    "Words",
    "as_imported",
    "fill_sheets",
    "guessed",
    "guessed_at",
    "in_words",
    "laid_out",
    "layout_from_json",
    "plain_sheets",
    "shape",
    "shapes",
    "sheets_from_json",
    "sheets_to_json",
    "words_from_json",
    "words_to_json",
]
