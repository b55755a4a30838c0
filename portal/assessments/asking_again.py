"""What the reviewer asked again, and what a vendor may therefore change in a returned questionnaire."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from portal.assessments.states import AssessmentState
from portal.assessments.tables import AskedAgain
from questionnaires.values import AnswerRow


@dataclass(frozen=True, slots=True)
class Returned:
    """The reviewer's notes on the questions that came back, by reference, and since when."""

    notes: Mapping[str, str]
    at: datetime | None


NOTHING = Returned({}, None)


async def returned_questions(assessment_id: UUID, state: AssessmentState) -> Returned:
    """Return what came back and is not settled; nothing unless the assessment is returned."""
    if state is not AssessmentState.returned:
        return NOTHING
    mine = (AskedAgain.assessment == assessment_id) & AskedAgain.settled_at.is_null()
    rows = await AskedAgain.objects().where(mine & AskedAgain.returned_at.is_not_null()).order_by(AskedAgain.id)
    return Returned({row.ref: row.note for row in rows}, max((row.returned_at for row in rows), default=None))


def is_editable(state: AssessmentState, ref: str, row: AnswerRow | None, returned: Returned) -> bool:
    """Whether the vendor may change this answer now: of a returned questionnaire what came back and what is new."""
    if state is not AssessmentState.returned or ref in returned.notes:
        return state.answerable
    return row is None or row.given is None or returned.at is None or row.answered_at > returned.at
