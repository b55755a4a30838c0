"""Completing a review, once every verdict is decided and nothing is asked again."""

from uuid import UUID

from portal.assessments.returning import complete_assessment, start_review
from portal.core.database import transaction
from portal.core.dates import plural
from portal.core.errors import Conflict
from portal.core.scope import Principal
from portal.review.access import decidable_for
from portal.review.standing import review_of


async def complete_review(who: Principal, assessment_id: UUID) -> None:
    """Close the assessment for good. Raises Conflict while anything in it is open."""
    assessment = await decidable_for(who, assessment_id)
    async with transaction():
        still_open = (await review_of(assessment)).open
        if still_open:
            raise Conflict(
                f"{plural(still_open, 'question')} of this review still open: decide first, then complete it."
            )
        await start_review(who, assessment.id)
        await complete_assessment(who, assessment.id)
