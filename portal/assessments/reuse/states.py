"""What became of an earlier answer that was offered."""

from enum import StrEnum


class ReuseState(StrEnum):
    """What a person did with it."""

    taken = "taken"
    refused = "refused"
    left = "left"  # taken, and the answer was withdrawn since

    @property
    def label(self) -> str:
        """The word for a person."""
        return {"refused": "Not this", "left": "Taken back"}.get(self.value, self.value.capitalize())
