"""CSA's CAIQ as workbook, CSV or JSON: questions and answers in, answers out into the same file; read by its columns' names."""

from collections.abc import Mapping

from questionnaires.claiming import with_claims
from questionnaires.formats.caiq.answers import given_in
from questionnaires.formats.caiq.carriers import caiq_table, open_carrier
from questionnaires.formats.caiq.filling import fields_in
from questionnaires.formats.caiq.questions import Row, question_rows, questionnaire_of
from questionnaires.formats.filled_in import unexplained
from questionnaires.formats.imported import Filled, Imported
from questionnaires.formats.source import Source
from questionnaires.formats.workbook import Book
from questionnaires.model import Question, Questionnaire
from questionnaires.validating import validate
from questionnaires.values import Given

__all__ = ["fill", "is_caiq", "read"]


def is_caiq(book: Book) -> bool:
    """Tell whether a sheet of the workbook has a CAIQ's columns."""
    return any(caiq_table(sheet) is not None for sheet in book.sheets)


def read(source: Source) -> Imported:
    """Read the questions, and the answers where they are filled in."""
    carrier = open_carrier(source)
    rows, warnings = question_rows(carrier)
    asked = with_claims(questionnaire_of(carrier, rows))
    validate(asked)
    answers: dict[str, Given] = {}
    for row, question in zip(rows, _in_order(asked, rows), strict=True):
        found = given_in(question, row.fields)
        if isinstance(found, Given):
            answers[row.ref] = found
        elif found is not None:
            warnings.append(f"The answer to {row.ref} was left out: {found}")
    return Imported(asked, answers, (*warnings, *unexplained(answers)))


def fill(source: Source, answers: Mapping[str, Given]) -> Filled:
    """Write the answers into the file they were asked by."""
    carrier = open_carrier(source)
    rows, _ = question_rows(carrier)
    known = {row.ref for row in rows}
    written: dict[tuple[int, str], str] = {}
    warnings = [f"{ref} was left out: the file does not ask it." for ref in answers if ref not in known]
    answered = [row for row in rows if row.ref in answers]
    for row in answered:
        fields, problems = fields_in(carrier, row, answers[row.ref])
        written.update({(row.place, key): text for key, text in fields.items()})
        warnings += [f"{problem[0].upper()}{problem[1:]} {row.ref} was left out: {why}" for problem, why in problems]
    return Filled(carrier.written(written), len(answered), tuple(warnings))


def _in_order(asked: Questionnaire, rows: list[Row]) -> list[Question]:
    by_ref = {question.ref: question for question in asked.questions}
    return [by_ref[row.ref] for row in rows]
