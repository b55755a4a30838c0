"""Answers as people read them."""

from collections.abc import Mapping
from datetime import date

from portal.core.dates import date_long
from questionnaires.model import Question, QuestionKind, YesNo
from questionnaires.values import Given, number_text
from questionnaires.wording import choice_words, display

YES_NO = [
    (YesNo.YES.value, "Yes"),
    (YesNo.NO.value, "No"),
    (YesNo.IN_PART.value, "In part"),
    (YesNo.NOT_APPLICABLE.value, "Does not apply"),
]


def answer_words(question: Question, given: Given, documents: Mapping[str, str]) -> str:
    """Say an answer in words; `documents` names the documents by their id."""
    match question.kind:
        case QuestionKind.YES_NO:
            return dict(YES_NO).get(str(given.value), str(given.value))
        case QuestionKind.SINGLE | QuestionKind.MULTIPLE:
            return ", ".join(choice_words(question, given))
        case QuestionKind.FILE:
            return ", ".join(documents.get(text, "a document that was removed") for text in given.texts)
        case QuestionKind.TABLE | QuestionKind.DATE_RANGE | QuestionKind.ATTESTATION:
            return display(question, given)
    if isinstance(given.value, date):
        return date_long(given.value)
    if isinstance(given.value, float | int):
        unit = question.unit.removesuffix("s") if given.value == 1 else question.unit
        return f"{number_text(given.value)} {unit}".strip()
    return str(given.value)
