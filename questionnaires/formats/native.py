"""Our own format, YAML or JSON: a questionnaire, with `answers` by reference if there are any."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from questionnaires.authored import from_plain
from questionnaires.canonical import to_plain
from questionnaires.errors import InvalidAnswer, UnreadableQuestionnaire
from questionnaires.formats.imported import Imported
from questionnaires.model import Question, QuestionKind, Questionnaire
from questionnaires.parsing import parse_given
from questionnaires.translating import gaps
from questionnaires.validating import validate
from questionnaires.values import Attested, Chosen, Given, Period, Rows, Value
from questionnaires.written import dump_yaml, load_yaml

NO_ANSWERS: Mapping[str, Given] = {}


def read(text: str) -> Imported:
    """Read what `write` wrote or a person did; an answer that does not fit is left out with a warning."""
    plain = _json(text) if text.lstrip().startswith("{") else load_yaml(text)
    if not isinstance(plain, dict) or "sections" not in plain:
        raise UnreadableQuestionnaire("This is not a questionnaire in our format: it has no “sections”.")
    answers = plain.pop("answers", {})
    questionnaire = from_plain(plain)
    validate(questionnaire)
    if not isinstance(answers, dict):
        raise UnreadableQuestionnaire("“answers” is written as a mapping of references and answers.")
    found = _with_answers(questionnaire, answers)
    return replace(found, warnings=(*found.warnings, *gaps(questionnaire)))


def write(questionnaire: Questionnaire, answers: Mapping[str, Given] = NO_ANSWERS) -> str:
    """Write YAML that `read` turns back into the same questionnaire and answers."""
    plain = to_plain(questionnaire)
    assert isinstance(plain, dict)
    if answers:
        plain["answers"] = {ref: _plain_answer(given) for ref, given in answers.items()}
    return dump_yaml(plain)


def _json(text: str) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise UnreadableQuestionnaire(f"This is not JSON we can read: it breaks at line {error.lineno}.") from None
    except RecursionError:
        raise UnreadableQuestionnaire("This is not JSON we can read: it nests too deeply.") from None


def _with_answers(questionnaire: Questionnaire, answers: Mapping[object, object]) -> Imported:
    given: dict[str, Given] = {}
    warnings: list[str] = []
    for ref, plain in answers.items():
        question = questionnaire.find_question(str(ref))
        if question is None:
            warnings.append(f"An answer to {ref} was left out: there is no such question.")
            continue
        try:
            given[question.ref] = _answer(question, plain)
        except InvalidAnswer as error:
            warnings.append(f"The answer to {ref} was left out: {error.sentence}")
    return Imported(questionnaire, given, tuple(warnings))


def _answer(question: Question, plain: object) -> Given:
    fields = plain if isinstance(plain, dict) else {"answer": plain}
    tabled = question.kind is QuestionKind.TABLE
    return parse_given(question, {str(name): _texts(value, tabled) for name, value in fields.items()})


def _texts(value: object, tabled: bool) -> list[str]:
    """Write a value as a form holds it; the rows of a table follow one another."""
    items = value if isinstance(value, list) else [value]
    if tabled:
        items = [cell for item in items for cell in (item if isinstance(item, list) else [item])]
    return [str(item) for item in items if isinstance(item, str | int | float)]


def _plain_value(value: Value) -> object:
    match value:
        case Rows(rows):
            return [list(row) for row in rows]
        case Period() | Attested():
            return list(Given(value).texts)
        case date():
            return value.isoformat()
        case Chosen(values):
            return list(values)
    return to_plain(value)


def _plain_answer(given: Given) -> object:
    value = _plain_value(given.value)
    said = (("other", given.other), ("comment", given.comment), ("reason", given.reason))
    extras = {name: text for name, text in said if text}
    return {"answer": value, **extras} if extras else value
