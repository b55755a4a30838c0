"""What a suggestion is, and what became of it."""

from enum import StrEnum


class SuggestionKind(StrEnum):
    """What the documents seem to say of a question."""

    answer = "answer"
    limited = "limited"  # an answer whose document notes an exception or a limit beside it
    look = "look"  # no answer: the document speaks against the usual one, and a person has to read it

    @property
    def label(self) -> str:
        """The words for a person."""
        return {"answer": "Answer", "limited": "Answer with a limit", "look": "Words to look at"}[self.value]


class SuggestionState(StrEnum):
    """What became of a suggestion."""

    open = "open"
    confirmed = "confirmed"
    corrected = "corrected"
    ignored = "ignored"

    @property
    def label(self) -> str:
        """The word for a person."""
        return self.value.capitalize()
