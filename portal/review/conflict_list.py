"""The list of what differs in a review: every conflict with both sides and the question it is about."""

from dataclasses import dataclass
from uuid import UUID

from portal.assessments.tables import Assessment
from portal.core.scope import Principal
from portal.review.access import review_for
from portal.review.addresses import address
from portal.review.in_hand import ConflictLine, conflict_line
from portal.review.standing import review_of
from portal.vendors.tables import Vendor


@dataclass(frozen=True, slots=True)
class ListedConflict:
    """A conflict and the first question it is about."""

    ref: str
    question: str
    url: str
    line: ConflictLine


@dataclass(frozen=True, slots=True)
class ConflictsPage:
    """Every conflict of a review."""

    assessment: Assessment
    vendor: Vendor
    conflicts: list[ListedConflict]


async def conflicts_page(who: Principal, assessment_id: UUID) -> ConflictsPage:
    """Return the list; raises NotFound for an assessment that has not come to a review."""
    assessment = await review_for(who, assessment_id)
    vendor = await Vendor.objects().get(Vendor.id == assessment.vendor)
    assert vendor is not None
    listed = []
    review = await review_of(assessment)
    for conflict in review.conflicts:
        one = next((each for each in review.reviewed if each.ref in conflict.refs), None)
        if one is not None:
            line = conflict_line(assessment, one, conflict, "")
            listed.append(
                ListedConflict(one.ref, one.answered.question.text, address(assessment.id, one.ref, ""), line)
            )
    order = [one.ref for one in review.reviewed]
    return ConflictsPage(assessment, vendor, sorted(listed, key=lambda one: order.index(one.ref)))
