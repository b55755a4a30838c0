"""What a vendor filled in beside a CAIQ's questions, as answers, and the other way round."""

from collections.abc import Mapping

from questionnaires.formats.caiq import columns
from questionnaires.formats.noted import with_notes, without_notes
from questionnaires.formats.yes_no import find_leading, find_yes_no
from questionnaires.model import YesNo
from questionnaires.parsing import LONGEST_TEXT, clean
from questionnaires.values import Given

_LABELS = (columns.AS_WRITTEN, *columns.NOTES.values())
_MARKED = (
    (columns.YES, YesNo.YES),
    (columns.NO, YesNo.NO),
    (columns.NOT_APPLICABLE, YesNo.NOT_APPLICABLE),
)


def given_in(fields: Mapping[str, str]) -> Given | str | None:
    """Read one row's answer: None when nothing is filled in, a sentence when it cannot be read."""
    written, answer = _answer(fields)
    description = clean(fields.get(columns.DESCRIPTION, ""))
    if answer is None:
        if written:
            return f"“{written[:60]}” is neither yes, no nor not applicable."
        return "it is described, but neither yes, no nor not applicable." if description else None
    notes = {label: clean(fields.get(key, "")) for key, label in columns.NOTES.items()}
    exact = find_yes_no(written) is not None
    notes = {columns.AS_WRITTEN: "" if exact else clean(written), **notes}
    applies = answer is not YesNo.NOT_APPLICABLE
    comment = with_notes(description if applies else "", notes)
    if max(len(comment), len(description)) > LONGEST_TEXT:
        return f"its texts are longer than the {LONGEST_TEXT:,} characters that fit."
    return Given(answer.value, comment, "" if applies else description)


def _answer(fields: Mapping[str, str]) -> tuple[str, YesNo | None]:
    """Find the answer, written as a word or as a cross in one of several columns."""
    if columns.YES not in fields:
        written = fields.get(columns.ANSWER, "")
        return written, find_yes_no(written) or find_leading(written)
    marked = [answer for key, answer in _MARKED if fields.get(key, "")]
    if len(marked) != 1:
        return " and ".join(answer.label for answer in marked), None
    return marked[0].label, marked[0]


def fields_for(given: Given) -> dict[str, str]:
    """Spread an answer over the columns; the answer itself stays as our own word."""
    comment, notes = without_notes(given.comment, _LABELS)
    description = "\n\n".join(text for text in (given.reason, comment) if text)
    fields = {
        columns.ANSWER: given.texts[0],
        columns.DESCRIPTION: description,
        **{key: notes.get(label, "") for key, label in columns.NOTES.items()},
    }
    return {key: text for key, text in fields.items() if text}
