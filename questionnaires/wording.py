"""How an answer reads to people, and the claim that it makes."""

import re
from datetime import date

from questionnaires.model import Choice, Column, ColumnKind, Question, QuestionKind, YesNo
from questionnaires.values import Attested, Chosen, Given, Period, Rows, number_text


def display(question: Question, given: Given) -> str:
    """Write the answer in words: labels for choices, the unit after a number, a date with the month's name."""
    match given.value:
        case date() as day:
            return _day(day)
        case Period(start, end):
            return f"{_day(start)} to {_day(end)}"
        case Rows(rows):
            return "\n".join(_row(question, row) for row in rows)
        case Attested(name, role, on, statement):
            return f"“{statement}” Attested by {name}, {role}, on {_day(on)}"
        case float():
            return f"{number_text(given.value)} {unit_for(question, given.value)}".strip()
        case tuple() if question.kind is QuestionKind.FILE:
            return _counted(len(given.value))
        case tuple() | Chosen():
            return ", ".join(choice_words(question, given))
        case text:
            return _label(question, text)


def choice_words(question: Question, given: Given) -> list[str]:
    """Write each chosen one: its label, and behind that of the choice that asks for words those that were given."""
    words = {
        choice.value: f"{choice.label}: {given.other}" for choice in question.choices if choice.other and given.other
    }
    return [words.get(value) or _label(question, value) for value in given.texts]


def unit_for(question: Question, number: float) -> str:
    """Return the unit as it stands after this number: 1 hour, 2 hours."""
    return question.unit.removesuffix("s") if number == 1 else question.unit


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _row(question: Question, row: tuple[str, ...]) -> str:
    """Write one row of a table in one line, with the name of each column that is filled in."""
    cells = zip(question.columns, row, strict=False)
    return " · ".join(f"{column.label}: {_filled(column, cell)}" for column, cell in cells if cell)


def _filled(column: Column, cell: str) -> str:
    match column.kind:
        case ColumnKind.YES_NO:
            return cell.capitalize()
        case ColumnKind.DATE:
            return _day(date.fromisoformat(cell))
    return dict(column.options).get(cell, cell)


def claim_made(question: Question, given: Given) -> str | None:
    """Write the sentence the vendor asserts by this answer; None when it admits a gap (“no” where yes is expected)."""
    if not question.claim:
        return None
    match question.kind:
        case QuestionKind.YES_NO:
            return question.claim if given.value in (question.expected or (YesNo.YES.value,)) else None
        case QuestionKind.SINGLE | QuestionKind.MULTIPLE:
            labels = [_claimed(choice, given) for choice in _asserted(question, given)]
            return question.claim.replace("{answer}", ", ".join(labels)) if labels else None
    if question.kind is QuestionKind.ATTESTATION:
        return question.claim
    answer = display(question, given).replace("\n", "; ")
    return question.claim.replace("{answer}", answer.rstrip(".") if question.claim.endswith("{answer}.") else answer)


def own_words(question: Question, given: Given) -> tuple[str, str]:
    """Return what the vendor wrote in words of its own, and what the claim says before them; nothing where it chose."""
    lead, _, rest = question.claim.partition("{answer}")
    if question.kind is not QuestionKind.TEXT or rest not in ("", "."):
        return "", ""
    return display(question, given), lead


def _asserted(question: Question, given: Given) -> list[Choice]:
    """Choose the choices that claim something; one worth no points admits that there is nothing to claim."""
    return [choice for choice in question.choices if choice.value in given.texts and choice.score != 0]


def _claimed(choice: Choice, given: Given) -> str:
    return given.other if choice.other and given.other else _inside_a_sentence(choice.label)


def _inside_a_sentence(label: str) -> str:
    return _lowered(re.sub(r" \([^)]* in the comment\)$", "", label))


def _lowered(label: str) -> str:
    first = label.split(" ", 1)[0]
    is_plain_word = (first == "A" or first[1:].islower()) and not first.startswith(_NAMES)
    return label[:1].lower() + label[1:] if is_plain_word else label


_NAMES = ("European", "United", "Switzerland", "Canada", "India", "Asia")


def _label(question: Question, value: str) -> str:
    if question.kind is QuestionKind.YES_NO and value in set(YesNo):
        return YesNo(value).label
    choice = question.choice(value)
    return choice.label if choice else value


def _counted(documents: int) -> str:
    return "1 document" if documents == 1 else f"{documents} documents"
