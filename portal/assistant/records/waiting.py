"""Rows about what is late or not answered: questionnaires, findings and conditions with their days."""

from collections.abc import Sequence

from portal.assessments.states import ANSWERABLE, AssessmentState
from portal.assessments.tables import Assessment
from portal.assistant.records.findings import finding_lines, findings_of
from portal.assistant.records.naming import Named
from portal.assistant.records.query import Query
from portal.assistant.records.ratings import rating_rows
from portal.assistant.records.telling import Block, Line, Told, counted
from portal.core.clock import today
from portal.core.dates import due, plural
from portal.findings.standing import is_overdue
from portal.ratings.states import RatingState
from portal.ratings.tables import Condition

_UNANSWERED = (AssessmentState.sent, AssessmentState.in_progress)


async def overdue(query: Query, vendors: Sequence[Named], among: str) -> Told:
    """Tell what is past its day: questionnaires, and unless only these were asked for findings and conditions."""
    blocks = [_late(await _assessments(vendors, tuple(ANSWERABLE)), vendors)]
    if not query.questionnaires:
        late = [row for row in await findings_of(vendors) if is_overdue(row, today())]
        columns = ("Number", "Vendor", "Finding", "Severity", "State", "Due")
        blocks.append(Block(columns, tuple(finding_lines(late, vendors)), "Findings"))
        blocks.append(await _conditions(vendors))
    shown = tuple(block for block in blocks if block.lines)
    what = "overdue questionnaires" if query.questionnaires else "overdue questionnaires, findings and conditions"
    return Told(counted(what, among, sum(len(block.lines) for block in shown)), shown)


async def unanswered(query: Query, vendors: Sequence[Named], among: str) -> Told:
    """Tell which questionnaires were sent and not submitted yet, and how many vendors were sent none."""
    every = await _assessments(
        vendors, tuple(set(AssessmentState) - {AssessmentState.draft, AssessmentState.cancelled})
    )
    open_ = [row for row in every if AssessmentState(row.state) in _UNANSWERED]
    lines = tuple(_line(row, vendors) for row in open_)
    returned = sum(row.state == AssessmentState.returned.value for row in every)
    none = len(vendors) - len({row.vendor for row in every})
    notes = [f"{plural(returned, 'more questionnaire')} went back to the vendor with questions."] if returned else []
    notes += [f"{plural(none, 'vendor')} {'was' if none == 1 else 'were'} sent no questionnaire."] if none else []
    block = Block(("Vendor", "Questionnaire", "State", "Due"), lines)
    asked = counted("questionnaires that were sent and not submitted yet", among, len(lines))
    return Told(asked, (block,) if lines else (), tuple(notes))


async def _assessments(vendors: Sequence[Named], states: Sequence[AssessmentState]) -> list[Assessment]:
    if not vendors:
        return []
    theirs = Assessment.vendor.is_in([vendor.id for vendor in vendors])
    rows: list[Assessment] = await (
        Assessment.objects()
        .where(theirs & Assessment.state.is_in([state.value for state in states]))
        .order_by(Assessment.due)
    )
    return rows


def _late(rows: Sequence[Assessment], vendors: Sequence[Named]) -> Block:
    late = [row for row in rows if row.due is not None and row.due < today()]
    columns = ("Vendor", "Questionnaire", "State", "Due")
    return Block(columns, tuple(_line(row, vendors) for row in late), "Questionnaires")


def _line(row: Assessment, vendors: Sequence[Named]) -> Line:
    name = next(vendor.name for vendor in vendors if vendor.id == row.vendor)
    return Line(
        (name, row.title, AssessmentState(row.state).label, due(row.due)), f"/assessments/{row.id}", "questionnaire"
    )


async def _conditions(vendors: Sequence[Named]) -> Block:
    ratings = {row["id"]: row["vendor"] for row in await rating_rows(vendors, [RatingState.published])}
    rows: list[Condition] = []
    if ratings:
        unmet = Condition.rating.is_in(list(ratings)) & Condition.met_at.is_null() & (Condition.due < today())
        rows = await Condition.objects().where(unmet).order_by(Condition.due)
    names = {vendor.id: vendor.name for vendor in vendors}
    lines = tuple(
        Line((names[ratings[row.rating]], row.title, row.owner, due(row.due)), f"/ratings/{row.rating}", "rating")
        for row in rows
    )
    return Block(("Vendor", "Condition", "Owner", "Due"), lines, "Conditions of ratings")
