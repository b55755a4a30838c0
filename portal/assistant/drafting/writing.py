"""Writing a draft: gathered from rows, put together by templates, kept for the person who asked; nothing else changes."""

from dataclasses import dataclass
from uuid import UUID

from knowledge.language import Language
from portal.assessments.tables import Assessment
from portal.assistant.drafting import gathering
from portal.assistant.drafting.clarifying import clarification
from portal.assistant.drafting.faulting import shortcoming
from portal.assistant.drafting.summary import summary
from portal.core.clock import today
from portal.core.errors import Conflict, NotFound
from portal.core.scope import Principal
from portal.drafts.composing import Composed, Outline, compose
from portal.drafts.keeping import About, keep_draft
from portal.drafts.kinds import DraftKind
from portal.drafts.tables import Draft
from portal.evidence.current import current_scope
from portal.ratings.drafting import find_ratable_assessment
from portal.ratings.gathering import gather
from portal.ratings.narrative import narrative
from portal.ratings.published import newest_unpublished
from portal.review.access import review_for
from portal.review.standing import review_of
from portal.risk.rating import rate
from portal.vendors.access import vendor_by_id_for
from portal.vendors.tables import Vendor


@dataclass(frozen=True, slots=True)
class Written:
    """A finished draft and what it is about."""

    kind: DraftKind
    about: About
    composed: Composed


async def write_on_question(
    who: Principal, kind: DraftKind, assessment_id: UUID, ref: str, language: Language | None = None
) -> Written:
    """Write a question to the vendor, or a finding, about one answer of a review. Raises NotFound."""
    assessment = await review_for(who, assessment_id)
    review = await review_of(assessment)
    one = review.find(ref)
    if one is None or not kind.is_on_question:
        raise NotFound("This question does not apply, so there is nothing to draft about it.")
    service = review.answers.service
    outline = clarification(one, service) if kind is DraftKind.clarification else shortcoming(one)
    return Written(
        kind, About(assessment.vendor, assessment.id, one.ref), await _composed(outline, assessment.vendor, language)
    )


async def write_on_vendor(who: Principal, kind: DraftKind, vendor: Vendor, language: Language | None = None) -> Written:
    """Write an executive summary, or a rating's text, of a vendor. Raises Conflict where there is nothing to rate."""
    await vendor_by_id_for(who, vendor.id)
    if kind is DraftKind.summary:
        outline = summary(await gathering.gather(vendor))
        return Written(kind, About(vendor.id), await _composed(outline, vendor.id, language))
    if kind is not DraftKind.narrative:
        raise NotFound()
    assessment = await _to_rate(vendor)
    gathered = await gather(assessment, today())
    outline = narrative(gathered, rate(gathered.inputs))
    return Written(kind, About(vendor.id, assessment.id), await _composed(outline, vendor.id, language))


async def keep(who: Principal, written: Written) -> Draft:
    """Keep a draft for the person it was written for."""
    return await keep_draft(who, written.kind, written.about, written.composed)


async def _composed(outline: Outline, vendor: UUID, language: Language | None) -> Composed:
    return await compose(outline, await current_scope([vendor], older=True), language)


async def _to_rate(vendor: Vendor) -> Assessment:
    """Return the assessment that the rating at hand is of, else the newest that can be rated."""
    unpublished = await newest_unpublished(vendor.id)
    if unpublished is not None:
        standing = await Assessment.objects().where(Assessment.id == unpublished.assessment).first()
        if standing is not None:
            return standing
    found = await find_ratable_assessment(vendor)
    if found is None:
        raise Conflict(f"{vendor.name} has submitted no questionnaire yet, so there is no rating to write about.")
    return found
