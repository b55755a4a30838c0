"""The sets that are given out: what was said of answers, and what reviewers decided on verdicts."""

from enum import StrEnum


class FeedbackSet(StrEnum):
    """One set of examples."""

    answers = "answers"
    verdicts = "verdicts"

    @property
    def label(self) -> str:
        """The words shown to people."""
        return {"answers": "Feedback on answers", "verdicts": "Decisions on verdicts"}[self.value]
