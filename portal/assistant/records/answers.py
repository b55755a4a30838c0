"""Rows about what vendors answered and what their evidence says of it."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from portal.assessments.states import AssessmentState
from portal.assessments.tables import Assessment
from portal.assistant.records.documents import is_about
from portal.assistant.records.naming import Named
from portal.assistant.records.query import Query
from portal.assistant.records.telling import Block, Line, Told, counted, listed
from portal.core.dates import plural
from portal.review.access import SHOWN
from portal.review.addresses import address
from portal.review.standing import Reviewed, Standing, review_of
from portal.review.tables import AnswerVerdict, Decision
from portal.risk.levels import VerdictState

MOST_REVIEWS = 60
_ANSWERED = frozenset({*SHOWN, AssessmentState.in_progress})


async def verdicts(query: Query, vendors: Sequence[Named], among: str) -> Told:
    """Tell which answers have the verdicts asked for, as they are in force today."""
    reviews, left = await _reviews(vendors, SHOWN, query.verdicts)
    names = _names(vendors)
    lines = [
        _line(review, one, names, f"filter={query.verdicts[0].value}")
        for review in reviews
        for one in review.reviewed
        if one.state in query.verdicts and _is_asked(one, query.topic)
    ]
    about = f" about “{query.topic}”" if query.topic else ""
    what = f"answers that are {listed([state.label.lower() for state in query.verdicts])}{about}"
    return _told(what, among, lines, left)


async def answers(query: Query, vendors: Sequence[Named], among: str) -> Told:
    """Tell what vendors answered to the questions that are about the topic, or have the reference."""
    reviews, left = await _reviews(vendors, _ANSWERED, ())
    names = _names(vendors)
    found = [(review, one) for review in reviews for one in review.reviewed if _is_meant(one, query)]
    lines = [_line(review, one, names) for review, one in found if one.answered.is_answered]
    about = f"to {listed(query.refs, 'and')}" if query.refs else f"to questions about “{query.topic}”"
    told = _told(f"answers {about}", among, lines, left)
    silent = len(found) - len(lines)
    notes = [f"{plural(silent, 'such question')} {'is' if silent == 1 else 'are'} not answered."] if silent else []
    if reviews and not found:
        notes.append("No question that was put to them is about it; the documents may be, ask without “answer”.")
    if not reviews:
        notes.append("Nothing was answered yet.")
    return replace(told, notes=(*told.notes, *notes))


def _is_meant(one: Reviewed, query: Query) -> bool:
    return one.ref in query.refs if query.refs else _is_asked(one, query.topic)


def _is_asked(one: Reviewed, topic: str) -> bool:
    return not topic or is_about(topic, f"{one.answered.question.text} {one.answered.question.claim}")


async def answers_about(vendor: Named, topic: str) -> list[Line]:
    """Return what a vendor answered about a topic, each with its verdict."""
    reviews, _ = await _reviews([vendor], _ANSWERED, ())
    return [
        _line(review, one, _names([vendor]))
        for review in reviews
        for one in review.reviewed
        if one.answered.is_answered and _is_asked(one, topic)
    ]


async def _reviews(
    vendors: Sequence[Named], states: frozenset[AssessmentState], wanted: Sequence[VerdictState]
) -> tuple[list[Standing], int]:
    """Return the newest review of each vendor and service, and how many more there are than are looked at."""
    rows = await _newest(vendors, states)
    if wanted and VerdictState.STALE not in wanted:
        ever = await _ever(wanted, [row.id for row in rows])
        rows = [row for row in rows if row.id in ever]
    return [await review_of(row) for row in rows[:MOST_REVIEWS]], max(0, len(rows) - MOST_REVIEWS)


async def _newest(vendors: Sequence[Named], states: frozenset[AssessmentState]) -> list[Assessment]:
    if not vendors:
        return []
    theirs = Assessment.vendor.is_in([vendor.id for vendor in vendors])
    rows = await (
        Assessment.objects()
        .where(theirs & Assessment.state.is_in([state.value for state in states]))
        .order_by(Assessment.created_at)
    )
    newest = {(row.vendor, row.service): row for row in rows}
    place = {vendor.id: number for number, vendor in enumerate(vendors)}
    return sorted(newest.values(), key=lambda row: place[row.vendor])


async def _ever(wanted: Sequence[VerdictState], assessments: list[UUID]) -> set[UUID]:
    """Return those assessments of which an answer ever had such a verdict, from the program or a reviewer."""
    if not assessments:
        return set()
    found: set[UUID] = set()
    for table in (AnswerVerdict, Decision):
        ours = table.assessment.is_in(assessments) & table.state.is_in([state.value for state in wanted])
        found |= {row["assessment"] for row in await table.select(table.assessment).where(ours)}
    return found


def _names(vendors: Sequence[Named]) -> dict[UUID, str]:
    return {vendor.id: vendor.name for vendor in vendors}


def _line(review: Standing, one: Reviewed, names: dict[UUID, str], narrowed: str = "") -> Line:
    assessment, answered = review.assessment, one.answered
    state = AssessmentState(assessment.state)
    url = f"/assessments/{assessment.id}"
    if state in SHOWN:
        url = address(assessment.id, one.ref, narrowed.partition("=")[2])
    verdict = one.state.label if one.state else "not submitted yet" if state not in SHOWN else "no verdict"
    said = answered.words if not answered.comment else f"{answered.words}: {answered.comment}"
    quote = one.verdict.quotes[0] if one.verdict and one.verdict.quotes else None
    cells = (names[assessment.vendor], f"{one.ref} {answered.question.text}", said, verdict)
    return Line(cells, url, one.ref, quote)


def _told(what: str, among: str, lines: list[Line], left: int) -> Told:
    block = Block(("Vendor", "Question", "Answer", "Verdict"), tuple(lines))
    notes = (f"Only {MOST_REVIEWS} reviews were looked at; {left} more were not.",) if left else ()
    return Told(counted(what, among, len(lines)), (block,) if lines else (), notes, left=left)
