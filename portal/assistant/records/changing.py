"""What changed at a vendor since a day: documents, answers, verdicts, ratings and findings."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from uuid import UUID

from portal.assessments.tables import Assessment
from portal.assessments.wording import answer_words
from portal.assistant.records.findings import findings_of
from portal.assistant.records.naming import Named
from portal.assistant.records.query import Query
from portal.assistant.records.ratings import rating_rows
from portal.assistant.records.telling import Block, Line, Told
from portal.core.clock import now, today
from portal.core.dates import date_long, plural
from portal.core.errors import NotFound
from portal.core.scope import Principal
from portal.evidence.changes import changes_page
from portal.evidence.current import SuccessionState
from portal.evidence.tables import Evidence, Succession
from portal.findings.standing import number_words
from portal.ratings.states import RatingState
from portal.review.addresses import address
from portal.review.tables import AnswerVerdict
from portal.risk.levels import Severity, VerdictState
from questionnaires.answering import all_changes_of
from questionnaires.model import Questionnaire
from questionnaires.storing import get_questionnaire
from questionnaires.values import AnswerRow

MOST_VENDORS, MOST_COMPARED = 12, 6
_PUBLISHED = (RatingState.published, RatingState.superseded)


async def changes(query: Query, who: Principal, vendors: Sequence[Named]) -> Told:
    """Tell what changed at each vendor since the day asked for, or since its last rating."""
    blocks: list[Block] = []
    unchanged: list[str] = []
    unrated: list[str] = []
    for vendor in vendors[:MOST_VENDORS]:
        since = await _since(query, vendor)
        if since is None:
            unrated.append(vendor.name)
            continue
        found = await _of(who, vendor, since)
        blocks += found
        unchanged += [] if found else [vendor.name]
    notes = [f"Nothing changed at {', '.join(unchanged)}."] if unchanged else []
    notes += [f"{', '.join(unrated)}: not rated yet, so there is nothing to compare with."] if unrated else []
    more = len(vendors) - MOST_VENDORS
    notes += [f"{more} more vendors were not looked at: name those you mean."] if more > 0 else []
    whose = vendors[0].name if len(vendors) == 1 else plural(min(len(vendors), MOST_VENDORS), "vendor")
    when = query.span.words if query.span and not query.since_rating else "since the last rating"
    count = sum(len(block.lines) for block in blocks)
    return Told(f"Changes {when}, at {whose}: {count or 'none'}", tuple(blocks), tuple(notes))


async def _since(query: Query, vendor: Named) -> datetime | None:
    if query.since_rating:
        rated = [row["approved_at"] for row in await rating_rows([vendor], [RatingState.published])]
        return max(rated) if rated else None
    first: date = (query.span.first if query.span else None) or today()
    return datetime.combine(first, time(), UTC)


async def _of(who: Principal, vendor: Named, since: datetime) -> list[Block]:
    parts = (
        ("Documents", ("Document", "What changed"), await _documents(who, vendor, since)),
        ("Answers", ("Question", "Before", "Now"), await _answers(vendor, since)),
        ("Verdicts", ("Question", "Before", "Now"), await _verdicts(vendor, since)),
        ("Ratings", ("Rating", "What happened"), await _ratings(vendor, since)),
        ("Findings", ("Number", "Finding", "What happened"), await _findings(vendor, since)),
    )
    return [
        Block(columns, tuple(lines), f"{vendor.name}: {title.lower()} since {date_long(since)}")
        for title, columns, lines in parts
        if lines
    ]


async def _documents(who: Principal, vendor: Named, since: datetime) -> list[Line]:
    theirs = (Evidence.vendor == vendor.id) & Evidence.removed_at.is_null() & (Evidence.uploaded_at >= since)
    rows = await Evidence.objects().where(theirs).order_by(Evidence.uploaded_at)
    older = await _replaced([row.id for row in rows])
    lines = []
    for number, row in enumerate(rows):
        before = older.get(row.id)
        if before is None:
            words, url = f"New, received {date_long(row.uploaded_at)}.", f"/documents/{row.id}"
        else:
            words = await _difference(who, row, before) if number < MOST_COMPARED else "Takes an older one's place."
            url = f"/documents/{row.id}/changes?since={before}"
        lines.append(Line((row.name, words), url, "changes" if before else "document"))
    return lines


async def _replaced(newer: list[UUID]) -> dict[UUID, UUID]:
    if not newer:
        return {}
    standing = Succession.state == SuccessionState.standing.value
    rows = await Succession.select(Succession.newer, Succession.older).where(Succession.newer.is_in(newer) & standing)
    return {row["newer"]: row["older"] for row in rows}


async def _difference(who: Principal, newer: Evidence, older: UUID) -> str:
    try:
        page = await changes_page(who, newer, older, "", 0)
    except NotFound:
        return "Takes the place of a document that was removed."
    facts = [
        f"{one.label}: {', '.join(one.old) or 'nothing'} → {', '.join(one.new) or 'nothing'}" for one in page.facts
    ]
    return " ".join((f"Takes the place of {page.older}. {page.summary}", "; ".join(facts[:6]))).strip()


async def _assessments(vendor: Named) -> list[Assessment]:
    rows: list[Assessment] = await (
        Assessment.objects().where(Assessment.vendor == vendor.id).order_by(Assessment.created_at)
    )
    return rows


async def _answers(vendor: Named, since: datetime) -> list[Line]:
    """Return answers that were given otherwise before: in the same questionnaire, or in the one before it."""
    lines: list[Line] = []
    before: dict[str, str] = {}
    for assessment in await _assessments(vendor):
        questionnaire = await get_questionnaire(assessment.questionnaire)
        earlier, latest = dict(before), dict[str, tuple[str, datetime]]()
        for row in await all_changes_of(assessment.response):
            words = _words(questionnaire, row)
            if row.answered_at < since:
                earlier[row.ref] = words
            latest[row.ref] = (words, row.answered_at)
        for ref, (words, at) in latest.items():
            if at >= since and ref in earlier and earlier[ref] != words:
                lines.append(_changed(assessment, questionnaire, ref, earlier[ref], words))
        before |= {ref: words for ref, (words, _) in latest.items()}
    return lines


def _words(questionnaire: Questionnaire, row: AnswerRow) -> str:
    question = questionnaire.find_question(row.ref)
    return answer_words(question, row.given, {}) if question is not None and row.given is not None else "withdrawn"


def _changed(assessment: Assessment, questionnaire: Questionnaire, ref: str, old: str, new: str) -> Line:
    question = questionnaire.find_question(ref)
    return Line((f"{ref} {question.text if question else ''}", old, new), address(assessment.id, ref, ""), ref)


async def _verdicts(vendor: Named, since: datetime) -> list[Line]:
    """Return verdicts that say something else than the last one before the day."""
    lines: list[Line] = []
    for assessment in await _assessments(vendor):
        rows = await (
            AnswerVerdict.select(AnswerVerdict.ref, AnswerVerdict.state, AnswerVerdict.worked_out_at)
            .where(AnswerVerdict.assessment == assessment.id)
            .order_by(AnswerVerdict.worked_out_at)
        )
        before, after = dict[str, str](), dict[str, str]()
        for row in rows:
            (after if row["worked_out_at"] >= since else before)[row["ref"]] = row["state"]
        changed = [ref for ref, state in after.items() if ref in before and before[ref] != state]
        questionnaire = await get_questionnaire(assessment.questionnaire) if changed else None
        lines += [
            _changed(assessment, questionnaire, ref, VerdictState(before[ref]).label, VerdictState(after[ref]).label)
            for ref in changed
            if questionnaire is not None
        ]
    return lines


async def _ratings(vendor: Named, since: datetime) -> list[Line]:
    rows = await rating_rows([vendor], _PUBLISHED)
    lines = []
    for number, row in enumerate(rows):
        before = next((one for one in reversed(rows[:number]) if one["service"] == row["service"]), None)
        if row["approved_at"] >= since:
            words = f"Graded {row['grade']}" + (f", before {before['grade']}" if before else "")
            words += f"; approved by {row['approved_by_name']} on {date_long(row['approved_at'])}."
            lines.append(Line((f"Rating {row['number']}", words), f"/ratings/{row['id']}", "rating"))
        until = row["valid_until"]
        if row["state"] == RatingState.published.value and until and since.date() <= until < now().date():
            words = f"Ran out on {date_long(until)}."
            lines.append(Line((f"Rating {row['number']}", words), f"/ratings/{row['id']}", "rating"))
    return lines


async def _findings(vendor: Named, since: datetime) -> list[Line]:
    lines = []
    for row in await findings_of([vendor]):
        events = [f"Raised, {Severity(row.severity).label.lower()}."] if row.raised_at >= since else []
        if row.settled_at is not None and row.settled_at >= since:
            events.append(f"{row.state.capitalize()} on {date_long(row.settled_at)}.")
        if events:
            lines.append(Line((number_words(row), row.title, " ".join(events)), f"/findings/{row.id}", "finding"))
    return lines
