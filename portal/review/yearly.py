"""A vendor's answers beside those it gave to the same questionnaire last time, for whoever reviews them."""

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from portal.assessments.tables import Assessment
from portal.assessments.wording import answer_words
from portal.core.dates import plural
from portal.core.scope import Principal
from portal.evidence.tables import Evidence
from portal.review.access import SHOWN, review_for
from portal.review.addresses import address
from portal.vendors.tables import Vendor
from questionnaires.answering import answers_of
from questionnaires.comparing import Answered, Change, Difference, Sameness, differences, sameness
from questionnaires.model import Question
from questionnaires.storing import get_questionnaire
from questionnaires.tables import StoredQuestionnaire
from questionnaires.values import Given

PAGE = 50
_TONES = {
    Change.REGRESSED: "bad",
    Change.IMPROVED: "ok",
    Change.CHANGED: "warn",
    Change.WITHDRAWN: "warn",
    Change.NEW: "info",
}
_SIGNS = {Change.REGRESSED: "↓", Change.IMPROVED: "↑", Change.CHANGED: "≠", Change.WITHDRAWN: "−", Change.NEW: "+"}


@dataclass(frozen=True, slots=True)
class Said:
    """One answer as people read it."""

    words: str
    comment: str


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One question with both answers."""

    ref: str
    text: str
    url: str
    change: Change
    before: Said | None
    now: Said | None
    asked_otherwise: bool

    @property
    def tone(self) -> str:
        """The colour of its chip."""
        return _TONES.get(self.change, "mute")

    @property
    def sign(self) -> str:
        """The sign before its word."""
        return _SIGNS.get(self.change, "=")


@dataclass(frozen=True, slots=True)
class Chip:
    """One filter with how many questions it shows."""

    label: str
    url: str
    count: int
    active: bool


@dataclass(frozen=True, slots=True)
class YearlyPage:
    """What became of the answers since last time; without `earlier` there is nothing to compare with."""

    assessment: Assessment
    vendor: Vendor
    earlier: Assessment | None
    same: Sameness
    summary: str
    chips: list[Chip]
    lines: list[ChangeLine]
    first: int
    last: int
    total: int
    previous_url: str
    next_url: str


async def yearly_page(who: Principal, assessment_id: UUID, show: str, page: int) -> YearlyPage:
    """Return the comparison, in the same few queries however many questions there are; raises NotFound."""
    assessment = await review_for(who, assessment_id)
    vendor = await Vendor.objects().get(Vendor.id == assessment.vendor)
    assert vendor is not None, "an assessment names its vendor"
    earlier = await same_questionnaire_before(assessment)
    found = differences(await _answered(earlier), await _answered(assessment)) if earlier else []
    wanted = Change(show) if show in set(Change) else None
    order = list(Change)
    ordered = sorted(found, key=lambda one: order.index(one.change))
    shown = [one for one in ordered if wanted is None or one.change is wanted]
    start = min((max(1, page) - 1) * PAGE, max(0, (len(shown) - 1) // PAGE * PAGE))
    names = await _names(assessment.vendor)
    lines = [_line(assessment, one, names) for one in shown[start : start + PAGE]]
    return YearlyPage(
        assessment,
        vendor,
        earlier,
        sameness(found),
        _summary(found),
        _chips(assessment, found, wanted),
        lines,
        start + 1,
        start + len(lines),
        len(shown),
        _url(assessment, wanted, start // PAGE) if start else "",
        _url(assessment, wanted, start // PAGE + 2) if start + PAGE < len(shown) else "",
    )


async def same_questionnaire_before(assessment: Assessment) -> Assessment | None:
    """Return the newest earlier submission of the same questionnaire, in any version, by the vendor for the same service."""
    row = (
        await StoredQuestionnaire.select(StoredQuestionnaire.key)
        .where(StoredQuestionnaire.id == assessment.questionnaire)
        .first()
    )
    versions = await StoredQuestionnaire.select(StoredQuestionnaire.id).where(
        StoredQuestionnaire.key == (row["key"] if row else "")
    )
    mine = (Assessment.vendor == assessment.vendor) & (Assessment.id != assessment.id)
    same = mine & Assessment.questionnaire.is_in([one["id"] for one in versions])
    done = same & Assessment.state.is_in([state.value for state in SHOWN]) & Assessment.submitted_at.is_not_null()
    rows = await Assessment.objects().where(done).order_by(Assessment.submitted_at, ascending=False).limit(20)
    return next((one for one in rows if _is_before(one, assessment)), None)


def _is_before(one: Assessment, assessment: Assessment) -> bool:
    same_service = str(one.service) == str(assessment.service)
    return same_service and (assessment.submitted_at is None or one.submitted_at < assessment.submitted_at)


async def _answered(assessment: Assessment) -> Answered:
    on = assessment.submitted_at.date() if assessment.submitted_at else None
    return Answered(await get_questionnaire(assessment.questionnaire), await answers_of(assessment.response), on)


async def _names(vendor_id: UUID) -> dict[str, str]:
    rows = await Evidence.select(Evidence.id, Evidence.name).where(Evidence.vendor == vendor_id)
    return {str(row["id"]): row["name"] for row in rows}


def _line(assessment: Assessment, one: Difference, names: dict[str, str]) -> ChangeLine:
    url = address(assessment.id, one.ref, "") if one.now is not None else ""
    return ChangeLine(
        one.ref,
        one.question.text,
        url,
        one.change,
        _said(one.question, one.before, names),
        _said(one.question, one.now, names),
        one.asked_otherwise,
    )


def _said(question: Question, given: Given | None, names: dict[str, str]) -> Said | None:
    return Said(answer_words(question, given, names), given.comment or given.reason) if given else None


def _summary(found: list[Difference]) -> str:
    counts = Counter(one.change for one in found)
    said = [f"{counts[change]} {change.label.lower()}" for change in Change if counts[change]]
    return f"{plural(len(found), 'question')}: {', '.join(said)}." if said else "Nothing was answered either time."


def _chips(assessment: Assessment, found: list[Difference], wanted: Change | None) -> list[Chip]:
    counts = Counter(one.change for one in found)
    chips = [Chip("All", _url(assessment, None), len(found), wanted is None)]
    shown = [change for change in Change if counts[change] or change is wanted]
    return chips + [Chip(one.label, _url(assessment, one), counts[one], one is wanted) for one in shown]


def _url(assessment: Assessment, wanted: Change | None, page: int = 1) -> str:
    parts = [f"show={wanted.value}" if wanted else "", f"page={page}" if page > 1 else ""]
    query = "&".join(part for part in parts if part)
    return f"/reviews/{assessment.id}/changes" + (f"?{query}" if query else "")
