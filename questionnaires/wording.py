"""How an answer reads to people, and the claim that it makes."""

from datetime import date

from questionnaires.model import Question, QuestionKind, YesNo
from questionnaires.values import Given, number_text


def display(question: Question, given: Given) -> str:
    """Write the answer in words: labels for choices, the unit after a number, a date with the month's name."""
    match given.value:
        case date() as day:
            return f"{day.day} {day:%B %Y}"
        case float():
            return f"{number_text(given.value)} {_unit(question, given.value)}".strip()
        case tuple() if question.kind is QuestionKind.FILE:
            return _counted(len(given.value))
        case tuple():
            return ", ".join(_label(question, value) for value in given.value)
        case text:
            return _label(question, text)


def claim_made(question: Question, given: Given) -> str | None:
    """Write the sentence the vendor asserts by this answer; None when it asserts none (“no” where yes is expected)."""
    if not question.claim:
        return None
    if question.kind is QuestionKind.YES_NO:
        return question.claim if given.value in (question.expected or (YesNo.YES.value,)) else None
    return question.claim.replace("{answer}", _inside_a_sentence(question, given))


def _inside_a_sentence(question: Question, given: Given) -> str:
    text = display(question, given)
    if question.kind not in (QuestionKind.SINGLE, QuestionKind.MULTIPLE):
        return text.rstrip(".") if question.claim.endswith("{answer}.") else text
    return ", ".join(_lowered(_label(question, value)) for value in given.texts)


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


def _unit(question: Question, number: float) -> str:
    return question.unit.removesuffix("s") if number == 1 else question.unit


def _counted(documents: int) -> str:
    return "1 document" if documents == 1 else f"{documents} documents"
