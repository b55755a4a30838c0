"""The states of an assessment, and the one place where it moves from one to the next."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from uuid import UUID

from piccolo.columns import Column

from portal.assessments.tables import Assessment
from portal.core.errors import Conflict


class AssessmentState(StrEnum):
    """Where an assessment stands."""

    draft = "draft"
    sent = "sent"
    in_progress = "in_progress"
    submitted = "submitted"
    in_review = "in_review"
    returned = "returned"
    completed = "completed"
    cancelled = "cancelled"

    @property
    def label(self) -> str:
        """The word shown to people."""
        return self.value.replace("_", " ").capitalize()

    @property
    def answerable(self) -> bool:
        """Whether the vendor may answer now."""
        return self in ANSWERABLE

    @property
    def over(self) -> bool:
        """Whether nothing more will happen to it."""
        return not TRANSITIONS[self]


S = AssessmentState
TRANSITIONS: Mapping[AssessmentState, frozenset[AssessmentState]] = {
    S.draft: frozenset({S.sent, S.cancelled}),
    S.sent: frozenset({S.in_progress, S.cancelled}),
    S.in_progress: frozenset({S.submitted, S.cancelled}),
    S.submitted: frozenset({S.in_review, S.cancelled}),
    S.in_review: frozenset({S.returned, S.completed, S.cancelled}),
    S.returned: frozenset({S.submitted, S.cancelled}),
    S.completed: frozenset(),
    S.cancelled: frozenset(),
}
ANSWERABLE = frozenset({S.sent, S.in_progress, S.returned})
_NOT_NOW = {
    S.draft: "What was sent does not become a draft again.",
    S.sent: "This questionnaire has been sent already.",
    S.in_progress: "This questionnaire is being answered already.",
    S.submitted: "This questionnaire has been submitted already, or has no answer yet.",
    S.in_review: "Only a submitted questionnaire can be reviewed.",
    S.returned: "Only a questionnaire in review can be returned.",
    S.completed: "Only a questionnaire in review can be completed.",
    S.cancelled: "This questionnaire is completed or cancelled and stays as it is.",
}


async def move(assessment_id: UUID, to: AssessmentState, changes: Mapping[Column | str, object] | None = None) -> None:
    """Move the assessment inside the open transaction by one conditional update; raises Conflict when it may not.

    Of any number of callers who race for the same step, exactly one succeeds.
    """
    if not await try_move(assessment_id, to, origins(to), changes):
        raise Conflict(_NOT_NOW[to])


async def try_move(
    assessment_id: UUID,
    to: AssessmentState,
    since: Iterable[AssessmentState],
    changes: Mapping[Column | str, object] | None = None,
) -> bool:
    """Move the assessment if it stands in one of `since`; returns whether it did."""
    allowed = [state.value for state in since if to in TRANSITIONS[state]]
    if not allowed:
        return False
    moved = await (
        Assessment.update({Assessment.state: to.value, **(changes or {})})
        .where((Assessment.id == assessment_id) & Assessment.state.is_in(allowed))
        .returning(Assessment.id)
    )
    return bool(moved)


def origins(to: AssessmentState) -> list[AssessmentState]:
    """Return the states from which an assessment may move to `to`."""
    return [state for state in AssessmentState if to in TRANSITIONS[state]]
