"""One answer in the words and columns of the CAIQ file that it is written into."""

from questionnaires.formats.caiq import columns
from questionnaires.formats.caiq.answers import fields_for
from questionnaires.formats.caiq.carriers import Carrier
from questionnaires.formats.caiq.questions import Row
from questionnaires.formats.yes_no import word_for
from questionnaires.model import YesNo
from questionnaires.values import Given

Fields = dict[str, str]
Problem = tuple[str, str]
_USUAL = {YesNo.YES: "Yes", YesNo.NO: "No", YesNo.NOT_APPLICABLE: "NA"}
_CROSSES = {columns.YES: YesNo.YES, columns.NO: YesNo.NO, columns.NOT_APPLICABLE: YesNo.NOT_APPLICABLE}
_CALLED = {
    columns.ANSWER: "the answer to",
    columns.OWNERSHIP: "the control ownership of",
    columns.DESCRIPTION: "the description of",
    columns.CUSTOMER: "the customer responsibilities of",
}


def fields_in(carrier: Carrier, row: Row, given: Given) -> tuple[Fields, list[Problem]]:
    """Say what to write for an answer, and what cannot be written with the reason."""
    fields = fields_for(given)
    answer = YesNo(fields.pop(columns.ANSWER))
    words = _words(carrier, row, answer)
    problems = [] if words else [(_CALLED[columns.ANSWER], f"the file has no word for “{answer.label}”.")]
    kept: Fields = {}
    for key, text in {**words, **fields}.items():
        if key not in carrier.keys and not carrier.takes_columns:
            problems.append((_CALLED[key], "the file has no column for it."))
        elif key in carrier.keys and carrier.is_locked(row.place, key):
            problems.append((_CALLED.get(key, _CALLED[columns.ANSWER]), "its cell is worked out by a formula."))
        else:
            kept[key] = text
    return kept, problems


def _words(carrier: Carrier, row: Row, answer: YesNo) -> Fields:
    """Write the answer as the file does: a word, one of a list's, or a cross in one of several columns."""
    if columns.YES in carrier.keys:
        crosses = {key: "X" if one is answer else "" for key, one in _CROSSES.items() if key in carrier.keys}
        return crosses if "X" in crosses.values() else {}
    choices = carrier.choices(row.place, columns.ANSWER) if columns.ANSWER in carrier.keys else ()
    word = word_for(answer, choices, _USUAL.get(answer, answer.label))
    return {} if word is None else {columns.ANSWER: word}
