"""The states of a rating."""

from enum import StrEnum


class RatingState(StrEnum):
    """Where a rating stands: written, waiting for a second person, in force, or followed by a newer one."""

    draft = "draft"
    proposed = "proposed"
    published = "published"
    superseded = "superseded"

    @property
    def label(self) -> str:
        """The word shown to people."""
        return {"proposed": "Waiting for approval"}.get(self.value, self.value.capitalize())

    @property
    def tone(self) -> str:
        """The colour it is shown in."""
        return {"proposed": "info", "published": "ok"}.get(self.value, "mute")
