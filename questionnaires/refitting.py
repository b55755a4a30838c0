"""An answer to one question as an answer to another of the same reference: choices by their words, and nothing guessed."""

from functools import lru_cache

from questionnaires.errors import InvalidAnswer
from questionnaires.formats.filled_in import find_choice
from questionnaires.formats.yes_no import find_yes_no
from questionnaires.model import Question, QuestionKind, YesNo
from questionnaires.parsing import parse_given
from questionnaires.values import Given


def refitted(question: Question, other: Question, given: Given) -> Given:
    """Take what was given to `other` as an answer to `question`; raises InvalidAnswer with a sentence."""
    if question.kind is QuestionKind.FILE:
        raise InvalidAnswer(question.ref, "Documents are attached online; nothing was taken.")
    if question.kind is QuestionKind.ATTESTATION and not same_words(question.statement, other.statement):
        raise InvalidAnswer(question.ref, "The file attests other words than those that are asked for here.")
    texts = [_text(question, words) for words in words_of(other, given)]
    homeless = given.other if question.other is None else ""
    comment = "\n\n".join(text for text in (homeless, given.comment) if text)
    raw = {"answer": texts, "other": [given.other], "comment": [comment], "reason": [given.reason]}
    return parse_given(question, raw)


def same_words(one: str, other: str) -> bool:
    """Tell whether two questions are worded the same but for spaces, case and marks."""
    return plain_words(one) == plain_words(other)


@lru_cache(maxsize=8192)
def plain_words(text: str) -> str:
    """Return a text without spaces, case and marks, by which wordings are told apart."""
    return "".join(char for char in text.casefold() if char.isalnum())


def words_of(other: Question, given: Given) -> tuple[str, ...]:
    """Say an answer in words: the label of yes or no, or of each choice that was made."""
    if other.kind is QuestionKind.YES_NO:
        return (YesNo(given.texts[0]).label,)
    labels = {choice.value: choice.label for choice in other.choices}
    return tuple(labels.get(text, text) for text in given.texts)


def _text(question: Question, words: str) -> str:
    match question.kind:
        case QuestionKind.YES_NO:
            answer = find_yes_no(words)
            return answer.value if answer else words
        case QuestionKind.SINGLE | QuestionKind.MULTIPLE:
            return find_choice(question, words) or words
    return words
