"""Turn what a form or file holds into an answer that fits its question, or say in a sentence why it does not."""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from questionnaires.errors import InvalidAnswer, UnfinishedAnswer
from questionnaires.model import Question, QuestionKind, YesNo
from questionnaires.scalars import counted, read_day, read_number
from questionnaires.structured import STRUCTURED, structured
from questionnaires.values import Chosen, Given, Value, number_text

LONGEST_TEXT = 8_000
LONGEST_OTHER = 1_000
MOST_DOCUMENTS = 50

Read = TypeVar("Read")
Raw = Mapping[str, Sequence[str]]


def is_blank(raw: Raw) -> bool:
    """Tell whether nothing was answered, so that the answer is to be withdrawn rather than parsed."""
    return not any(text.strip() for text in raw.get("answer", ()))


def parse_given(question: Question, raw: Raw) -> Given:
    """Read the fields `answer` (repeated for several choices), `other`, `comment` and `reason`."""
    comment = _free_text(question, raw, "comment")
    texts = [clean(text) for text in raw.get("answer", ())]
    value = structured(question, texts) if question.kind in STRUCTURED else _value(question, texts)
    value = _with_other(question, value, raw)
    if value != YesNo.NOT_APPLICABLE or question.kind is not QuestionKind.YES_NO:
        return Given(value, comment)
    reason = _free_text(question, raw, "reason")
    if not reason:
        raise UnfinishedAnswer(question.ref, "Say why this does not apply to you.")
    return Given(value, comment, reason)


def clean(text: str) -> str:
    """Remove what no database or page can hold: control characters, broken code points, white space at the ends."""
    whole = text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "ignore").decode("utf-8")
    return "".join(char for char in whole if char in "\n\t" or unicodedata.category(char) != "Cc").strip()


def _free_text(question: Question, raw: Raw, field: str) -> str:
    text = clean("\n".join(raw.get(field, ())))
    _check_length(question, text)
    return text


def _check_length(question: Question, text: str) -> None:
    if len(text) > LONGEST_TEXT:
        over = len(text) - LONGEST_TEXT
        raise InvalidAnswer(question.ref, f"This text is {counted(over, 'character')} too long; {LONGEST_TEXT:,} fit.")


def _value(question: Question, texts: list[str]) -> Value:
    texts = [text for text in texts if text]
    if not texts:
        raise InvalidAnswer(question.ref, "This question has no answer yet.")
    match question.kind:
        case QuestionKind.MULTIPLE:
            return _several_choices(question, texts)
        case QuestionKind.FILE:
            return _documents(question, texts)
    if len(texts) > 1:
        raise InvalidAnswer(question.ref, "This question takes one answer only.")
    return _one_value(question, texts[0])


def _one_value(question: Question, text: str) -> Value:
    match question.kind:
        case QuestionKind.YES_NO:
            return _yes_no(question, text)
        case QuestionKind.SINGLE:
            return _choice(question, text)
        case QuestionKind.NUMBER:
            return _number(question, text)
        case QuestionKind.DATE:
            return _read(question, read_day, text)
    _check_length(question, text)
    return text


def _yes_no(question: Question, text: str) -> str:
    if text not in set(YesNo):
        raise InvalidAnswer(question.ref, "Answer yes, no, in part or not applicable.")
    return text


def _choice(question: Question, text: str) -> str:
    if question.choice(text) is None:
        raise InvalidAnswer(question.ref, f"“{text[:80]}” is not one of the choices.")
    return text


def _several_choices(question: Question, texts: list[str]) -> tuple[str, ...]:
    chosen = {_choice(question, text) for text in texts}
    alone = next((choice for choice in question.exclusive if choice.value in chosen), None)
    if alone is not None and len(chosen) > 1:
        others = " and ".join(f"“{one.label}”" for one in question.choices if one.value in chosen - {alone.value})
        raise InvalidAnswer(
            question.ref, f"“{alone.label}” cannot be chosen together with {others}; take away one or the other."
        )
    return tuple(choice.value for choice in question.choices if choice.value in chosen)


def _with_other(question: Question, value: Value, raw: Raw) -> Value:
    """Take the words that a choice asks for; they are no answer while that choice is not chosen."""
    other = question.other
    values = value if isinstance(value, tuple) else (value,)
    if other is None or other.value not in values:
        return value
    words = " ".join(clean(" ".join(raw.get("other", ()))).split())
    if not words:
        raise UnfinishedAnswer(question.ref, f"You chose “{other.label}”: say in the line below it what that is.")
    if len(words) > LONGEST_OTHER:
        over = len(words) - LONGEST_OTHER
        raise InvalidAnswer(
            question.ref, f"What you wrote for “{other.label}” is {counted(over, 'character')} too long."
        )
    return Chosen(tuple(str(one) for one in values), words)


def _documents(question: Question, texts: list[str]) -> tuple[str, ...]:
    documents = tuple(dict.fromkeys(texts))
    if len(documents) > MOST_DOCUMENTS or any(len(text) > 400 for text in documents):
        raise InvalidAnswer(question.ref, f"At most {MOST_DOCUMENTS} documents answer one question.")
    return documents


def _number(question: Question, text: str) -> float:
    number = _read(question, read_number, text)
    low, high = question.minimum, question.maximum
    if (low is not None and number < low) or (high is not None and number > high):
        raise InvalidAnswer(question.ref, f"Give a number {_range(low, high)}.")
    return number


def _read(question: Question, read: Callable[[str], Read], text: str) -> Read:
    try:
        return read(text)
    except ValueError as error:
        raise InvalidAnswer(question.ref, str(error)) from None


def _range(low: float | None, high: float | None) -> str:
    if low is not None and high is not None:
        return f"from {number_text(low)} to {number_text(high)}"
    return f"of at least {number_text(low)}" if low is not None else f"of at most {number_text(high or 0)}"
