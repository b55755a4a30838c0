"""What is said in the workbook about a question: how it is answered, and when it is asked at all."""

from collections.abc import Iterable, Iterator

from questionnaires.conditions import AllOf, AnyOf, Compare, Condition, Not, Operator
from questionnaires.model import Column, ColumnKind, Question, QuestionKind, Questionnaire, YesNo
from questionnaires.values import Given, Rows, number_text

YES_NO_WORDS = {
    YesNo.YES: "Yes",
    YesNo.NO: "No",
    YesNo.IN_PART: "In part",
    YesNo.NOT_APPLICABLE: "Does not apply",
}


def choice_words(question: Question) -> tuple[str, ...]:
    """List what an answer may be chosen from: labels, or the value where two labels are the same; nothing for free answers."""
    if question.kind is QuestionKind.YES_NO:
        return tuple(YES_NO_WORDS.values())
    labels = [_line(choice.label) for choice in question.choices]
    return tuple(
        label if labels.count(label) == 1 else choice.value
        for label, choice in zip(labels, question.choices, strict=True)
    )


def answer_texts(question: Question, given: Given) -> tuple[str, ...]:
    """Write an answer as it stands in the workbook, one text for each line."""
    if question.kind is QuestionKind.YES_NO:
        return (YES_NO_WORDS[YesNo(given.texts[0])],)
    if isinstance(given.value, Rows):
        return tuple(" | ".join(_cells(question, row)) for row in given.value.rows)
    words = dict(zip([choice.value for choice in question.choices], choice_words(question), strict=True))
    if question.other is not None and given.other:
        words[question.other.value] += f": {given.other}"
    return tuple(words.get(text, text) for text in given.texts)


def _cells(question: Question, row: tuple[str, ...]) -> Iterator[str]:
    for column, cell in zip(question.columns, row, strict=True):
        yield dict(column.options).get(cell, cell).replace("|", "\\|")


def how_to_answer(question: Question, attached: int) -> str:
    """Say in a few lines what belongs into the answer's cell."""
    match question.kind:
        case QuestionKind.YES_NO | QuestionKind.SINGLE:
            how = f"Choose from the list.{_own_words(question)}"
        case QuestionKind.MULTIPLE:
            listed = "\n".join(choice_words(question))
            how = f"Write every choice that fits, one a line:\n{listed}{_alone(question)}{_own_words(question)}"
        case QuestionKind.NUMBER:
            how = f"A number{_unit(question)}{_range(question)}."
        case QuestionKind.DATE:
            how = "A date, such as 2026-03-31."
        case QuestionKind.DATE_RANGE:
            how = "The first and the last day, one a line, such as 2026-01-01 and 2026-06-30."
        case QuestionKind.ATTESTATION:
            how = f"Name, role and day (such as 2026-06-30), one a line, of whoever attests: “{question.statement}”"
        case QuestionKind.TABLE:
            how = f"One line for each row, with | between its cells:\n{' | '.join(map(_column, question.columns))}"
        case QuestionKind.FILE:
            there = f" {attached} attached so far." if attached else ""
            how = f"Documents are attached online, not in this file.{there}"
        case _:
            how = "Write a text."
    return how if question.required else f"{how}\nOptional."


def _own_words(question: Question) -> str:
    if question.other is None:
        return ""
    label = dict(zip(question.choices, choice_words(question), strict=True))[question.other]
    return f"\nWith “{label}” write what that is behind a colon, such as “{label}: …”."


def _alone(question: Question) -> str:
    words = dict(zip(question.choices, choice_words(question), strict=True))
    return "".join(f"\n“{words[choice]}” goes with no other choice." for choice in question.exclusive)


def asked_when(question: Question, questionnaire: Questionnaire) -> str:
    """Say on which earlier answers the question depends; nothing when it is always asked."""
    if question.applies_when is None:
        return ""
    return f"Only if {_condition(question.applies_when, questionnaire)}."


def _condition(condition: Condition, asked: Questionnaire) -> str:
    match condition:
        case AllOf(parts):
            return " and ".join(_part(part, asked) for part in parts)
        case AnyOf(parts):
            return " or ".join(_part(part, asked) for part in parts)
        case Not(Compare() as test):
            return _comparison(test, asked, "not ")
        case Not(part):
            return f"it is not so that {_part(part, asked)}"
        case Compare():
            return _comparison(condition, asked, "")


def _part(part: Condition, asked: Questionnaire) -> str:
    plain = isinstance(part, Compare) or (isinstance(part, Not) and isinstance(part.part, Compare))
    return _condition(part, asked) if plain else f"({_condition(part, asked)})"


def _comparison(test: Compare, asked: Questionnaire, negated: str) -> str:
    question = asked.find_question(test.question)
    words = _one_of(_word(question, value) for value in test.values)
    match test.operator:
        case Operator.ANSWERED:
            wanted = (test.values == ("true",)) != bool(negated)
            return f"{test.question} is {'answered' if wanted else 'not answered'}"
        case Operator.CONTAINS:
            return f"{test.question} {'does not have' if negated else 'has'} {words}"
        case Operator.GREATER_THAN:
            return f"{test.question} is {negated}more than {words}"
    return f"{test.question} is {negated}{words}"


def _word(question: Question | None, value: str) -> str:
    if question is None:
        return f"“{value}”"
    if question.kind is QuestionKind.YES_NO and value in set(YesNo):
        return f"“{YES_NO_WORDS[YesNo(value)]}”"
    choice = question.choice(value)
    return f"“{_line(choice.label) if choice else value}”"


def _one_of(words: Iterable[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last


def _column(column: Column) -> str:
    kind = {ColumnKind.YES_NO: "yes or no", ColumnKind.DATE: "date", ColumnKind.NUMBER: "number"}.get(column.kind, "")
    what = "/".join(label for _, label in column.options) or kind
    return f"{column.label} ({what})" if what else column.label


def _unit(question: Question) -> str:
    return f" ({question.unit})" if question.unit else ""


def _range(question: Question) -> str:
    low, high = question.minimum, question.maximum
    if low is not None and high is not None:
        return f" from {number_text(low)} to {number_text(high)}"
    if low is not None:
        return f" of at least {number_text(low)}"
    return f" of at most {number_text(high)}" if high is not None else ""


def _line(text: str) -> str:
    return " ".join(text.split())
