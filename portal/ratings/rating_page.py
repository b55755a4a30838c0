"""What the page of one rating shows: the grade with every reason, the text, the conditions and the signatures."""

from dataclasses import dataclass, field
from uuid import UUID

from portal.assessments.tables import Assessment
from portal.core.clock import today
from portal.core.errors import Conflict
from portal.core.scope import Can, Principal
from portal.drafts.access import draft_on
from portal.drafts.kinds import DraftKind
from portal.drafts.showing import DraftShown, shown
from portal.findings.tables import Finding
from portal.ratings.access import rating_for
from portal.ratings.approving import conditions_of, why_not_approve
from portal.ratings.gathering import Gathered
from portal.ratings.proposing import gathered_for, is_outdated, why_not_settled
from portal.ratings.reasons import AreaPart, ReasonLine, area_parts, matrix_words, other_reasons
from portal.ratings.replaying import Replay
from portal.ratings.states import RatingState
from portal.ratings.tables import Condition, RatingRecord
from portal.ratings.text import Piece, pieces
from portal.review.quotes import quotes_from_json
from portal.risk.levels import FindingState, Owner
from portal.risk.rating import (
    Rating,
    as_if_agreed,
    rate,
    rating_from_json,
    rating_inputs_from_json,
)
from portal.risk.wording import counted
from portal.vendors.tables import Service, Vendor


@dataclass(frozen=True, slots=True)
class ConditionLine:
    """One condition and how it stands."""

    condition: Condition
    owner: Owner
    overdue: bool


@dataclass(frozen=True, slots=True)
class RatingPage:
    """One rating."""

    row: RatingRecord
    state: RatingState
    rating: Rating
    agreed: Rating | None
    vendor: Vendor
    service: str
    assessment: Assessment
    areas: list[AreaPart]
    finding_reasons: list[ReasonLine]
    matrix_words: str
    narrative: list[Piece]
    citations: list[Piece]
    conditions: list[ConditionLine]
    owners: list[tuple[str, str]]
    outdated: str
    since: list[str]
    expired: bool
    may_edit: bool
    may_propose: bool
    may_withdraw: bool
    unsettled: str
    may_approve: bool
    why_not_approve: str
    may_meet: bool
    replay: Replay | None
    written: str
    draft: DraftShown | None = None
    errors: dict[str, str] = field(default_factory=dict)
    entered: dict[str, str] = field(default_factory=dict)


async def rating_page(
    who: Principal,
    rating_id: UUID,
    replayed: Replay | None = None,
    errors: dict[str, str] | None = None,
    entered: dict[str, str] | None = None,
    draft: UUID | None = None,
) -> RatingPage:
    """Return one rating; raises NotFound."""
    row = await rating_for(who, rating_id)
    state, rating, inputs = RatingState(row.state), rating_from_json(row.result), rating_inputs_from_json(row.inputs)
    vendor = await Vendor.objects().get(Vendor.id == row.vendor)
    assessment = await Assessment.objects().get(Assessment.id == row.assessment)
    assert vendor is not None and assessment is not None
    service = await Service.objects().get(Service.id == row.service) if row.service else None
    gathered, trouble = await _today(row, state)
    proposed, drafts = state is RatingState.proposed, who.can(Can.draft_rating)
    citations = quotes_from_json(row.citations)
    unsettled = why_not_settled(gathered) if gathered and state in (RatingState.draft, RatingState.proposed) else ""
    why_not = why_not_approve(who, row)
    return RatingPage(
        row=row,
        state=state,
        rating=rating,
        agreed=rate(as_if_agreed(inputs)) if rating.confidence.awaiting else None,
        vendor=vendor,
        service=service.name if service else "",
        assessment=assessment,
        areas=area_parts(inputs, rating, assessment.id),
        finding_reasons=other_reasons(inputs, rating),
        matrix_words=matrix_words(rating),
        narrative=pieces(row.narrative, citations),
        citations=[
            piece for number in range(len(citations)) for piece in pieces(f"[{number + 1}]", citations) if piece.url
        ],
        conditions=[_condition(one) for one in await conditions_of(row.id)],
        owners=[(one.value, one.label) for one in Owner],
        outdated=trouble,
        since=await _since(row, gathered) if state is RatingState.published and gathered else [],
        expired=row.valid_until is not None and row.valid_until < today(),
        may_edit=drafts and state is RatingState.draft,
        may_propose=drafts and state is RatingState.draft and not trouble,
        may_withdraw=drafts and proposed,
        unsettled=unsettled,
        may_approve=proposed and not why_not and not trouble and not unsettled,
        why_not_approve=why_not if proposed else "",
        may_meet=who.can(Can.review) and state is RatingState.published,
        replay=replayed,
        written=_written(row),
        draft=await _draft(who, row, draft) if drafts and state is RatingState.draft else None,
        errors=errors or {},
        entered=entered or {},
    )


async def _draft(who: Principal, row: RatingRecord, draft_id: UUID | None) -> DraftShown | None:
    found = await draft_on(who, draft_id, DraftKind.narrative, row.assessment, "")
    return shown(found) if found else None


def _written(row: RatingRecord) -> str:
    """Say who wrote the text: rules, and who has edited it since."""
    if row.narrative == row.narrative_drafted:
        return "Put together by rules from answers, verdicts and findings; nobody has edited it."
    who = row.edited_by_name or "a reviewer"
    return f"Put together by rules, then edited by {who}; both are kept."


def _condition(one: Condition) -> ConditionLine:
    overdue = not one.met_at and bool(one.due) and one.due < today()
    return ConditionLine(one, Owner(one.owner), overdue)


async def _today(row: RatingRecord, state: RatingState) -> tuple[Gathered | None, str]:
    """Return what the rating stands on today, and for a rating not published yet what is no longer true of it."""
    if state is RatingState.superseded:
        return None, ""
    try:
        gathered = await gathered_for(row)
    except Conflict as error:
        return None, error.sentence
    if state is RatingState.published or not is_outdated(row, gathered):
        return gathered, ""
    return gathered, "Answers, verdicts, findings or evidence have changed since this was drafted. Draft it again."


async def _since(row: RatingRecord, gathered: Gathered) -> list[str]:
    """Say what has happened since a rating was published that its reader should know."""
    lapsed = [one.ref for one in gathered.review.reviewed if one.verdict and one.verdict.lapsed]
    raised = await Finding.count().where(
        (Finding.vendor == row.vendor)
        & (Finding.state == FindingState.OPEN.value)
        & (Finding.raised_at > row.approved_at)
    )
    said = []
    if lapsed:
        rests = counted(len(lapsed), "answer rests", "answers rest")
        said.append(f"{rests} on documents that are past their date today: {', '.join(lapsed[:8])}.")
    if raised:
        said.append(f"{counted(raised, 'finding')} raised since {'is' if raised == 1 else 'are'} open.")
    return said
