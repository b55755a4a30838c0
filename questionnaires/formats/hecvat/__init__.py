"""EDUCAUSE's HECVAT workbook: questions, lists and weights in, answers in, answers out into the same workbook."""

from collections.abc import Mapping

from questionnaires.claiming import with_claims
from questionnaires.errors import UnreadableQuestionnaire
from questionnaires.formats.escaping import bare, guarded
from questionnaires.formats.filled_in import given_in, unexplained
from questionnaires.formats.hecvat.places import Place
from questionnaires.formats.hecvat.questions import questionnaire_of
from questionnaires.formats.imported import Filled, Imported
from questionnaires.formats.source import Source
from questionnaires.formats.workbook import Book, Cell
from questionnaires.formats.yes_no import word_for
from questionnaires.model import Question, QuestionKind, YesNo
from questionnaires.validating import validate
from questionnaires.values import Given

__all__ = ["fill", "is_hecvat", "read"]

_USUAL = {YesNo.YES: "Yes", YesNo.NO: "No", YesNo.NOT_APPLICABLE: "N/A"}
Values = dict[tuple[str, Cell], str | float]


def is_hecvat(book: Book) -> bool:
    """Tell whether the head of a sheet, or its name, says HECVAT."""
    for sheet in book.sheets:
        head = [text for row in list(sheet.rows)[:8] for text in sheet.rows[row].values()]
        if any("HECVAT" in text.upper() for text in (sheet.name, *head)):
            return True
    return False


def read(source: Source) -> Imported:
    """Read the questions, and the answers where they are filled in."""
    unclaimed, places, warnings = questionnaire_of(_book(source))
    asked = with_claims(unclaimed)
    validate(asked)
    answers: dict[str, Given] = {}
    for question in asked.questions:
        found = _read(question, places.get(question.ref, []))
        if isinstance(found, Given):
            answers[question.ref] = found
        elif found is not None:
            warnings.append(f"The answer to {question.ref} was left out: {found}")
    return Imported(asked, answers, (*warnings, *unexplained(answers)))


def _read(question: Question, places: list[Place]) -> Given | str | None:
    """Read the answer where it is written; what other sheets only show is looked at where nothing is written at all."""
    if not places:
        return None
    written = [place for place in places if place.is_written] or places
    place = next((place for place in written if place.given), written[0])
    more = bare(place.sheet.text(place.more)) if place.more else ""
    return given_in(question, bare(place.given), more, {})


def fill(source: Source, answers: Mapping[str, Given]) -> Filled:
    """Write the answers into the workbook they were asked by; a question that stands on several sheets is answered once."""
    book = _book(source)
    asked, places, _ = questionnaire_of(book)
    values: Values = {}
    warnings: list[str] = []
    count = 0
    for ref, given in answers.items():
        question = asked.find_question(ref)
        if question is None or ref not in places:
            warnings.append(f"{ref} was left out: the workbook has no place for its answer.")
            continue
        found, problems = _cells(question, places[ref][0], given)
        values.update(found)
        warnings += problems
        count += 1
    return Filled(book.filled(values), count, tuple(warnings))


def _book(source: Source) -> Book:
    if not source.is_workbook:
        raise UnreadableQuestionnaire(f"{source.name} is no .xlsx workbook, which a HECVAT always is.")
    book = Book(source.data)
    if not is_hecvat(book):
        raise UnreadableQuestionnaire("This workbook is no HECVAT: no sheet says so in its name or head.")
    return book


def _cells(question: Question, place: Place, given: Given) -> tuple[Values, list[str]]:
    """Say what to write for one answer, and what cannot be."""
    more = "\n\n".join(text for text in (given.other, given.reason, given.comment) if text)
    word = _word(question, place, given)
    wanted: list[tuple[str, Cell | None, str]] = [("The additional information to", place.more, more)] if more else []
    problems = []
    if word is None:
        shown = YesNo(given.texts[0]).label if question.kind is QuestionKind.YES_NO else ", ".join(given.texts)
        problems.append(f"The answer to {question.ref} was left out: the workbook's list has no “{shown[:60]}”.")
    else:
        wanted.append(("The answer to", place.answer, word))
    values: Values = {}
    for name, cell, text in wanted:
        if cell is None:
            problems.append(f"{name} {question.ref} was left out: the workbook has no place for it.")
        elif place.sheet.has_formula(cell):
            problems.append(f"{name} {question.ref} was left out: its cell is worked out by a formula.")
        else:
            values[place.sheet.name, cell] = guarded(text)
    return values, problems


def _word(question: Question, place: Place, given: Given) -> str | None:
    match question.kind:
        case QuestionKind.YES_NO:
            answer = given.texts[0]
            return word_for(answer, place.sheet.choices(place.answer), _USUAL.get(YesNo(answer), ""))
        case QuestionKind.SINGLE:
            choice = question.choice(given.texts[0])
            return choice.label if choice else None
    return "\n".join(given.texts)
