"""What the workbench shows: the questions, the page the verdict stands on, and the question in hand."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlencode
from uuid import UUID

from portal.assessments.states import AssessmentState
from portal.assessments.tables import Assessment
from portal.core.queue import JobState
from portal.core.scope import Can, Principal
from portal.core.tables import Job
from portal.review.access import DECIDABLE, review_for
from portal.review.history import Event, history_of
from portal.review.pane import Pane, pane_of
from portal.review.quotes import short_name
from portal.review.standing import Reviewed, Standing, review_of
from portal.review.working_out import OF_VENDOR, VERDICTS
from portal.risk.levels import Severity, VerdictState
from portal.vendors.tables import Vendor

OPEN, DECIDED, ASKED = "open", "decided", "asked"
_FILTERS: dict[str, Callable[[Reviewed], bool]] = {
    OPEN: lambda one: one.open and not one.note,
    DECIDED: lambda one: one.to_decide and not one.open,
    ASKED: lambda one: bool(one.note),
}
_PANELS = ("overrule", "ask", "finding")
_TONES = {"supported": "ok", "contradicted": "bad", "supported_with_exception": "warn", "stale": "warn"}


@dataclass(frozen=True, slots=True)
class Filter:
    """One way to narrow the list."""

    label: str
    url: str
    count: int
    active: bool
    tone: str


@dataclass(frozen=True, slots=True)
class Item:
    """One question in the list."""

    ref: str
    text: str
    state: VerdictState | None
    words: str
    cite: str
    mark: str
    url: str
    active: bool


@dataclass(frozen=True, slots=True)
class ItemSection:
    """The questions of one section that the filter leaves."""

    title: str
    note: str
    items: list[Item]


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """One quote of the verdict, and where clicking it leads."""

    label: str
    text: str
    url: str
    active: bool


@dataclass(frozen=True, slots=True)
class InHand:
    """The question in hand."""

    reviewed: Reviewed
    quotes: list[QuoteLine]
    history: list[Event]
    verdict_tone: str
    controls: str
    previous_url: str
    next_url: str
    overrule_options: list[tuple[str, str]]


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
    severities: list[tuple[str, str]]
    checking: bool
    may_review: bool
    may_draft: bool
    errors: dict[str, str] = field(default_factory=dict)
    entered: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class View:
    """What the address asks to see."""

    ref: str = ""
    filter: str = ""
    hit: int = 1
    panel: str = ""


async def workbench_page(
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
    review = await review_of(assessment)
    listed = [one for one in review.reviewed if matches(one, view.filter)]
    chosen = _chosen(review, listed, view.ref)
    may_review = who.can(Can.review) and state in DECIDABLE
    return WorkbenchPage(
        assessment=assessment,
        state=state,
        vendor=vendor,
        review=review,
        filters=_filters(assessment, review, view.filter),
        filter=view.filter,
        sections=_sections(assessment, review, listed, chosen, view.filter),
        in_hand=await _in_hand(assessment, listed, chosen, view) if chosen else None,
        pane=await pane_of(who, chosen.verdict, view.hit, address(assessment.id, chosen.ref, view.filter))
        if chosen and chosen.verdict
        else None,
        panel=view.panel if view.panel in _PANELS and may_review else "",
        base_url=address(assessment.id, chosen.ref if chosen else "", view.filter),
        severities=[(one.value, one.label) for one in reversed(Severity)],
        checking=await _is_checking(assessment),
        may_review=may_review,
        may_draft=who.can(Can.draft_rating) and (state in DECIDABLE or state is AssessmentState.completed),
        errors=errors or {},
        entered=entered or {},
    )


def matches(one: Reviewed, name: str) -> bool:
    """Say whether a question passes a filter: a verdict's name, or open, decided or asked."""
    if name in _FILTERS:
        return _FILTERS[name](one)
    return name not in set(VerdictState) or (one.state is not None and one.state.value == name)


def address(assessment_id: UUID, ref: str, filter_name: str, **more: object) -> str:
    """Return the address of one question of a review."""
    given = {"ref": ref, "filter": filter_name, **more}
    query = urlencode({name: value for name, value in given.items() if value})
    return f"/reviews/{assessment_id}?{query}" if query else f"/reviews/{assessment_id}"


async def next_open(assessment: Assessment, ref: str, filter_name: str) -> str:
    """Return the next question after `ref` that waits for a decision, in the filter first; `ref` itself if none does."""
    review = await review_of(assessment)
    refs = [one.ref for one in review.reviewed]
    at = refs.index(ref) + 1 if ref in refs else 0
    after = [*review.reviewed[at:], *review.reviewed[:at]]
    waiting = [one for one in after if one.open and not one.note]
    narrow = [one for one in waiting if matches(one, filter_name)]
    return (narrow or waiting)[0].ref if waiting else ref


def _chosen(review: Standing, listed: list[Reviewed], ref: str) -> Reviewed | None:
    named = review.find(ref) if ref else None
    waiting = next((one for one in listed if one.open), None)
    return named or waiting or (listed[0] if listed else None)


def _filters(assessment: Assessment, review: Standing, active: str) -> list[Filter]:
    counts = Counter(one.state for one in review.reviewed if one.state)
    order = (
        (VerdictState.CONTRADICTED, "Contradicted"),
        (VerdictState.SUPPORTED_WITH_EXCEPTION, "Exception"),
        (VerdictState.STALE, "Stale"),
        (VerdictState.OUT_OF_SCOPE, "Out of scope"),
        (VerdictState.NOT_EVIDENCED, "Not evidenced"),
        (VerdictState.SUPPORTED, "Supported"),
    )
    rows = [("", "All", len(review.reviewed), "mute")]
    rows += [(state.value, label, counts[state], _TONES.get(state.value, "mute")) for state, label in order]
    rows += [
        (OPEN, "To decide", sum(matches(one, OPEN) for one in review.reviewed), "info"),
        (ASKED, "Asked again", review.asked_again, "info"),
    ]
    return [
        Filter(label, address(assessment.id, "", name), count, name == active, tone)
        for name, label, count, tone in rows
        if count or name == active
    ]


def _sections(
    assessment: Assessment, review: Standing, listed: list[Reviewed], chosen: Reviewed | None, name: str
) -> list[ItemSection]:
    found: dict[str, list[Reviewed]] = {}
    for one in listed:
        found.setdefault(one.answered.section.key, []).append(one)
    return [
        ItemSection(
            ones[0].answered.section.title,
            _section_note(review, key),
            [_item(assessment, one, one is chosen, name) for one in ones],
        )
        for key, ones in found.items()
    ]


def _section_note(review: Standing, key: str) -> str:
    ones = [one for one in review.reviewed if one.answered.section.key == key and one.to_decide]
    return f"{sum(not one.open for one in ones)} of {len(ones)}" if ones else ""


def _item(assessment: Assessment, one: Reviewed, active: bool, name: str) -> Item:
    quote = one.verdict.quotes[0] if one.verdict and one.verdict.quotes else None
    words = one.answered.words or ("Not answered" if not one.answered.is_answered else "")
    return Item(
        ref=one.ref,
        text=one.answered.question.text,
        state=one.state,
        words=words if len(words) <= 60 else f"{words[:59]}…",
        cite=f"{short_name(quote.document)} p. {quote.page}" if quote else "",
        mark="Asked again" if one.note else (one.decision.kind.label if one.decision else ""),
        url=address(assessment.id, one.ref, name),
        active=active,
    )


async def _in_hand(assessment: Assessment, listed: list[Reviewed], chosen: Reviewed, view: View) -> InHand:
    refs = [one.ref for one in listed]
    at = refs.index(chosen.ref) if chosen.ref in refs else -1
    before = refs[at - 1] if at > 0 else ""
    after = refs[at + 1] if at + 1 < len(refs) else ""
    state = chosen.verdict.state if chosen.verdict else None
    question = chosen.answered.question
    return InHand(
        reviewed=chosen,
        quotes=_quote_lines(assessment, chosen, view),
        history=await history_of(assessment, question),
        verdict_tone=_TONES.get(state.value if state else "", ""),
        controls=" · ".join(str(c) for c in question.controls[:3]),
        previous_url=address(assessment.id, before, view.filter) if before else "",
        next_url=address(assessment.id, after, view.filter) if after else "",
        overrule_options=[(one.value, one.label) for one in VerdictState if one is not state],
    )


def _quote_lines(assessment: Assessment, chosen: Reviewed, view: View) -> list[QuoteLine]:
    quotes = chosen.verdict.quotes if chosen.verdict else ()
    return [
        QuoteLine(
            f"{short_name(quote.document)} p. {quote.page}",
            quote.text,
            address(assessment.id, chosen.ref, view.filter, hit=number),
            number == min(max(view.hit, 1), len(quotes)),
        )
        for number, quote in enumerate(quotes, start=1)
    ]


async def _is_checking(assessment: Assessment) -> bool:
    mine = (Job.kind == VERDICTS) & (Job.subject == str(assessment.id))
    vendors = (Job.kind == OF_VENDOR) & (Job.subject == str(assessment.vendor))
    alive = Job.state.is_in([JobState.waiting.value, JobState.running.value])
    return await Job.exists().where((mine | vendors) & alive)
