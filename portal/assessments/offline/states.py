"""Where a file of answers stands."""

from enum import StrEnum


class AnswerFileState(StrEnum):
    """Whether somebody still has to choose."""

    open = "open"
    merged = "merged"
    dropped = "dropped"

    @property
    def label(self) -> str:
        """The word shown to people."""
        return self.value.capitalize()
