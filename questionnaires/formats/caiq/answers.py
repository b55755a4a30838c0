"""What a vendor filled in beside a CAIQ's questions, as answers, and the other way round."""

from collections.abc import Mapping

from questionnaires.formats import filled_in
from questionnaires.formats.caiq import columns
from questionnaires.formats.noted import without_notes
from questionnaires.model import Question, YesNo
from questionnaires.parsing import clean
from questionnaires.values import Given

_LABELS = (filled_in.AS_WRITTEN, *columns.NOTES.values())
_MARKED = ((columns.YES, YesNo.YES), (columns.NO, YesNo.NO), (columns.NOT_APPLICABLE, YesNo.NOT_APPLICABLE))


def given_in(question: Question, fields: Mapping[str, str]) -> Given | str | None:
    """Read one row's answer: None when nothing is filled in, a sentence when it cannot be read."""
    notes = {label: clean(fields.get(key, "")) for key, label in columns.NOTES.items()}
    return filled_in.given_in(question, _answer(fields), fields.get(columns.DESCRIPTION, ""), notes)


def _answer(fields: Mapping[str, str]) -> str:
    """Find the answer, written as a word or as a cross in one of several columns."""
    if columns.YES not in fields:
        return fields.get(columns.ANSWER, "")
    return " and ".join(answer.label for key, answer in _MARKED if fields.get(key, ""))


def fields_for(given: Given) -> dict[str, str]:
    """Spread an answer over the columns; the answer itself stays as our own word."""
    comment, notes = without_notes(given.comment, _LABELS)
    description = "\n\n".join(text for text in (given.other, given.reason, comment) if text)
    fields = {
        columns.ANSWER: given.texts[0],
        columns.DESCRIPTION: description,
        **{key: notes.get(label, "") for key, label in columns.NOTES.items()},
    }
    return {key: text for key, text in fields.items() if text}
