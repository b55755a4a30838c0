"""What can be drafted, and who may take it."""

from enum import StrEnum

from portal.core.scope import Can


class DraftKind(StrEnum):
    """What a draft is to become once a person takes it."""

    clarification = "clarification"
    finding = "finding"
    narrative = "narrative"
    summary = "summary"

    @property
    def label(self) -> str:
        """The words shown to people."""
        return {
            "clarification": "Question to the vendor",
            "finding": "Finding",
            "narrative": "Rating narrative",
            "summary": "Executive summary",
        }[self.value]

    @property
    def taken_by(self) -> Can:
        """What a person must be allowed to do to take it."""
        return Can.draft_rating if self is DraftKind.narrative else Can.review

    @property
    def is_on_question(self) -> bool:
        """Whether it is about one question of a review."""
        return self in (DraftKind.clarification, DraftKind.finding)
