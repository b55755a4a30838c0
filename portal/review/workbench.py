"""What the workbench shows: the questions, the page the verdict stands on, and the question in hand."""

from dataclasses import dataclass, field
from uuid import UUID

from portal.assessments.states import AssessmentState
from portal.assessments.tables import Assessment
from portal.assessments.talk.threads import may_talk
from portal.core.scope import Can, Principal
from portal.core.settings import Settings
from portal.drafts.access import draft_on
from portal.drafts.kinds import DraftKind
from portal.drafts.showing import DraftShown, shown
from portal.review.access import DECIDABLE, review_for
from portal.review.addresses import View, address
from portal.review.changed import with_last_year
from portal.review.checking import Check, check_of
from portal.review.deciding import in_bulk_for
from portal.review.giving import reviewers
from portal.review.in_hand import InHand, question_in_hand, shown_quotes
from portal.review.pane import Pane, pane_of
from portal.review.question_list import Filter, ItemSection, filters_of, matches, sections_of
from portal.review.standing import Reviewed, Standing, review_of
from portal.risk.levels import Severity, VerdictState
from portal.vendors.tables import Vendor

_PANELS = ("overrule", "ask", "finding", "give")

DECIDING_KEYS = (
    ("A", "agree"), ("O", "overrule"), ("V", "ask the vendor"), ("F", "raise a finding"), ("G", "give to a colleague"),
    ("N", "next one to decide"), ("B", "agree with several at once"),
)  # fmt: skip
READING_KEYS = (
    ("J", "next question"), ("K", "previous question"), ("]", "next quote"), ("[", "previous quote"),
    ("T", "page as text or picture"), ("Q", "ask the assistant this question"), ("/", "write to the assistant"),
    ("?", "this list"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class WorkbenchPage:
    """A whole review on one page."""

    assessment: Assessment
    state: AssessmentState
    vendor: Vendor
    review: Standing
    filters: list[Filter]
    filter: str
    sections: list[ItemSection]
    in_hand: InHand | None
    pane: Pane | None
    panel: str
    base_url: str
    keys: tuple[tuple[str, str], ...]
    in_bulk: int
    reviewers: list[tuple[str, str]]
    severities: list[tuple[str, str]]
    check: Check
    may_review: bool
    may_talk: bool
    may_draft: bool
    draft: DraftShown | None = None
    errors: dict[str, str] = field(default_factory=dict)
    entered: dict[str, str] = field(default_factory=dict)


async def workbench_page(
    settings: Settings,
    who: Principal,
    assessment_id: UUID,
    view: View,
    errors: dict[str, str] | None = None,
    entered: dict[str, str] | None = None,
) -> WorkbenchPage:
    """Return the workbench; raises NotFound for an assessment that has not come to a review."""
    assessment = await review_for(who, assessment_id)
    state = AssessmentState(assessment.state)
    vendor = await Vendor.objects().get(Vendor.id == assessment.vendor)
    assert vendor is not None
    review = await with_last_year(await review_of(assessment))
    listed = [one for one in review.reviewed if matches(one, view.filter, who.id)]
    chosen = _chosen(review, listed, view.ref)
    may_review = who.can(Can.review) and state in DECIDABLE
    return WorkbenchPage(
        assessment=assessment,
        state=state,
        vendor=vendor,
        review=review,
        filters=filters_of(assessment, review, view.filter, who.id),
        filter=view.filter,
        sections=sections_of(assessment, review, listed, chosen, view.filter),
        in_hand=await question_in_hand(assessment, listed, chosen, view) if chosen else None,
        pane=await pane_of(settings, who, shown_quotes(chosen), view, address(assessment.id, chosen.ref, view.filter))
        if chosen
        else None,
        panel=view.panel if view.panel in _PANELS and may_review else "",
        base_url=address(assessment.id, chosen.ref if chosen else "", view.filter),
        keys=(DECIDING_KEYS if may_review else ()) + READING_KEYS,
        in_bulk=len(in_bulk_for(who, review)),
        reviewers=await reviewers() if view.panel == "give" and may_review else [],
        severities=[(one.value, one.label) for one in reversed(Severity)],
        check=await check_of(assessment),
        may_review=may_review,
        may_talk=who.can(Can.review) and may_talk(state),
        may_draft=who.can(Can.draft_rating) and (state in DECIDABLE or state is AssessmentState.completed),
        draft=await _draft(who, assessment.id, chosen, view) if chosen and may_review else None,
        errors=errors or {},
        entered=entered or {},
    )


async def next_open(assessment: Assessment, ref: str, filter_name: str, person_id: str) -> str:
    """Return the next question after `ref` that waits for a decision, in the filter first; `ref` itself if none does."""
    review = await with_last_year(await review_of(assessment))
    refs = [one.ref for one in review.reviewed]
    at = refs.index(ref) + 1 if ref in refs else 0
    after = [*review.reviewed[at:], *review.reviewed[:at]]
    waiting = [one for one in after if one.open and not one.note]
    narrow = [one for one in waiting if matches(one, filter_name, person_id)]
    return (narrow or waiting)[0].ref if waiting else ref


def _chosen(review: Standing, listed: list[Reviewed], ref: str) -> Reviewed | None:
    """Return the question asked for, else what most asks for a decision: a contradiction, then whatever is open."""
    named = review.find(ref) if ref else None
    waiting = [one for one in listed if one.open]
    urgent = [one for one in waiting if one.state is VerdictState.CONTRADICTED and not one.note]
    return named or next(iter([*urgent, *waiting, *listed]), None)


_DRAFTED = {"ask": DraftKind.clarification, "finding": DraftKind.finding}


async def _draft(who: Principal, assessment_id: UUID, chosen: Reviewed, view: View) -> DraftShown | None:
    if view.panel not in _DRAFTED:
        return None
    row = await draft_on(who, view.draft, _DRAFTED[view.panel], assessment_id, chosen.ref)
    return shown(row) if row else None
