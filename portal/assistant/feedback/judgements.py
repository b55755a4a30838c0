"""What a person can say of an answer."""

from enum import StrEnum


class Judgement(StrEnum):
    """Whether an answer, or a verdict shown in it, is right."""

    right = "right"
    wrong = "wrong"
    missing = "missing"

    @property
    def label(self) -> str:
        """The words shown to people."""
        return {"missing": "Something is missing"}.get(self.value, self.value.capitalize())
