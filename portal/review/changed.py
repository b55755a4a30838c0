"""What differs in a review from the vendor's last completed assessment of the same service."""

from dataclasses import replace

from portal.assessments.states import AssessmentState
from portal.assessments.tables import Assessment
from portal.core.dates import date_long
from portal.review.standing import Reviewed, Standing, review_of

_LONGEST = 60


async def with_last_year(review: Standing) -> Standing:
    """Return the review with what differs from the vendor's last completed one, in a number of queries that stays the same."""
    last = await last_assessment(review.assessment)
    if last is None:
        return review
    before = await review_of(last)
    day = date_long(last.submitted_at)
    known = {one.ref: one for one in before.reviewed if one.answered.is_answered}
    return replace(review, reviewed=tuple(_beside(one, known.get(one.ref), day) for one in review.reviewed))


def _beside(one: Reviewed, before: Reviewed | None, day: str) -> Reviewed:
    if before is None or before.answered.question.text != one.answered.question.text:
        return one
    said = []
    if before.answered.words != one.answered.words:
        said.append(f"On {day} the answer was “{_short(before.answered.words)}”.")
    if before.state is not None and one.state is not None and before.state is not one.state:
        said.append(f"On {day} the verdict was {before.state.label.lower()}.")
    return replace(one, changed=" ".join([*([one.changed] if one.changed else []), *said])) if said else one


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"


async def last_assessment(assessment: Assessment) -> Assessment | None:
    """Return the newest completed assessment of the same vendor and service that was submitted before this one."""
    theirs = (Assessment.vendor == assessment.vendor) & (Assessment.id != assessment.id)
    done = Assessment.state == AssessmentState.completed.value
    rows = await Assessment.objects().where(theirs & done).order_by(Assessment.submitted_at, ascending=False).limit(20)
    return next((row for row in rows if _is_before(row, assessment)), None)


def _is_before(row: Assessment, assessment: Assessment) -> bool:
    if str(row.service) != str(assessment.service) or row.submitted_at is None:
        return False
    return assessment.submitted_at is None or row.submitted_at < assessment.submitted_at
