"""Any spreadsheet that asks questions, read by columns that somebody points out."""

from questionnaires.formats.spreadsheet.grid import PlainSheet, plain_sheets, sheets_from_json, sheets_to_json

__all__ = ["PlainSheet", "plain_sheets", "sheets_from_json", "sheets_to_json"]
