"""The page on which many light, plainly supported answers are agreed with at once, each with the words it stands on."""

from dataclasses import dataclass
from uuid import UUID

from portal.assessments.tables import Assessment
from portal.core.scope import Principal
from portal.review.access import decidable_for
from portal.review.addresses import address
from portal.review.changed import with_last_year
from portal.review.deciding import in_bulk_for
from portal.review.forms import seen_to_text
from portal.review.quotes import short_name, viewer_url
from portal.review.standing import Reviewed, review_of
from portal.vendors.tables import Vendor


@dataclass(frozen=True, slots=True)
class BulkLine:
    """One answer that may be agreed with: `chosen` is what the form sends when it stays ticked."""

    chosen: str
    ref: str
    question: str
    weight: str
    answer: str
    quote: str
    label: str
    url: str
    bench_url: str


@dataclass(frozen=True, slots=True)
class BulkPage:
    """What would be agreed with, and how much is left for a look of its own."""

    assessment: Assessment
    vendor: Vendor
    lines: list[BulkLine]
    left: int


async def bulk_page(who: Principal, assessment_id: UUID) -> BulkPage:
    """Return what may be agreed with at once; raises NotAllowed, NotFound or Conflict where nothing may be decided."""
    assessment = await decidable_for(who, assessment_id)
    vendor = await Vendor.objects().get(Vendor.id == assessment.vendor)
    assert vendor is not None
    review = await with_last_year(await review_of(assessment))
    light = in_bulk_for(who, review)
    lines = [_line(assessment, one) for one in light if one.verdict is not None and one.verdict.quotes]
    return BulkPage(assessment, vendor, lines, review.open - len(lines))


def _line(assessment: Assessment, one: Reviewed) -> BulkLine:
    assert one.verdict is not None
    quote = one.verdict.quotes[0]
    comment = f". {one.answered.comment}" if one.answered.comment else ""
    return BulkLine(
        chosen=seen_to_text(one.ref, one.answered.revision, one.verdict.id),
        ref=one.ref,
        question=one.answered.question.text,
        weight=one.answered.question.weight.label,
        answer=f"{one.answered.words}{comment}",
        quote=quote.text,
        label=f"{short_name(quote.document)} {quote.place}",
        url=viewer_url(quote),
        bench_url=address(assessment.id, one.ref, ""),
    )
