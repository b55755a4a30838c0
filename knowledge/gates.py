"""The gates that a sentence of a language model has to pass before anybody sees it."""

from collections.abc import Mapping
from enum import StrEnum


class Gate(StrEnum):
    """Why a sentence was removed: the first gate that it did not pass."""

    FORM = "form"
    PASSAGE = "passage"
    QUOTE = "quote"
    AIMED = "aimed"
    VALUES = "values"
    MARKS = "marks"
    IDEAS = "ideas"
    DENIAL = "denial"
    MODALITY = "modality"
    PARTY = "party"
    LIMITS = "limits"
    QUESTION = "question"
    REPEATED = "repeated"

    @property
    def label(self) -> str:
        """The words that finish 'removed because ...'."""
        return _LABELS[self]


_LABELS: Mapping[Gate, str] = {
    Gate.FORM: "it has no text, passage and quote",
    Gate.PASSAGE: "it names a passage that was not given",
    Gate.QUOTE: "its quote is not on the page",
    Gate.AIMED: "its quote speaks to a model, or is no sentence",
    Gate.VALUES: "its numbers, dates or versions are not those of the page",
    Gate.MARKS: "it has an address, number or code that the quote has not",
    Gate.IDEAS: "it says what the sentence of the page does not",
    Gate.DENIAL: "the page denies it, or it denies what the page says",
    Gate.MODALITY: "the page only plans, recommends or allows it",
    Gate.PARTY: "the page says it of another party",
    Gate.LIMITS: "it leaves out a limit that the page sets",
    Gate.QUESTION: "it does not answer the question",
    Gate.REPEATED: "it was said already, or is one too many",
}
OF_CHECKS: Mapping[str, Gate] = {
    "relation": Gate.LIMITS,
    "modality": Gate.MODALITY,
    "party": Gate.PARTY,
    "label": Gate.LIMITS,
    "values": Gate.VALUES,
    "denial": Gate.DENIAL,
    "restriction": Gate.LIMITS,
    "narrowing": Gate.LIMITS,
    "universality": Gate.LIMITS,
}
