"""Texts that a spreadsheet would take for formulas are written with an apostrophe before them, and read without it."""

import re

_FORMULA = re.compile(r"[\t\r\n\0]|[\s']*[=+\-@|%\t\r\n\0＝＋－＠｜％]")


def guarded(text: str) -> str:
    """Put an apostrophe before what Excel, or a program like it, could take for a formula when it opens or edits the cell."""
    return "'" + text if _FORMULA.match(text) else text


def bare(text: str) -> str:
    """Take the apostrophe off again; every text comes back from `guarded` as it was."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text[1:]) else text
