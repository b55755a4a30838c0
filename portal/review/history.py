"""What happened to one question of a review: answers, verdicts, decisions and what was asked again, newest first."""

from dataclasses import dataclass
from datetime import datetime

from portal.assessments.tables import AskedAgain, Assessment
from portal.assessments.wording import answer_words
from portal.review.decisions import DecisionKind
from portal.review.tables import AnswerVerdict, Decision
from portal.risk.levels import VerdictState
from questionnaires.answering import changes_of
from questionnaires.model import Question
from questionnaires.values import AnswerRow

_MOST = 40


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened."""

    at: datetime
    title: str
    text: str
    who: str
    tone: str = "mute"


async def history_of(assessment: Assessment, question: Question) -> list[Event]:
    """Return a question's history in four queries."""
    ref = question.ref
    verdicts = await AnswerVerdict.objects().where(
        (AnswerVerdict.assessment == assessment.id) & (AnswerVerdict.ref == ref)
    )
    decisions = await Decision.objects().where((Decision.assessment == assessment.id) & (Decision.ref == ref))
    asked = await AskedAgain.objects().where((AskedAgain.assessment == assessment.id) & (AskedAgain.ref == ref))
    changes = await changes_of(assessment.response, ref)
    events = [
        *(_answer(question, change) for change in changes),
        *(_verdict(row) for row in verdicts),
        *(_decision(row) for row in decisions),
        *(Event(row.asked_at, "Asked again", row.note, row.asked_by_name, "info") for row in asked),
    ]
    return sorted(events, key=lambda event: event.at, reverse=True)[:_MOST]


def _answer(question: Question, row: AnswerRow) -> Event:
    words = answer_words(question, row.given, {}) if row.given else "Withdrawn"
    comment = row.given.comment if row.given else ""
    return Event(row.answered_at, f"Answered: {words[:200]}", comment[:400], row.answered_by)


def _verdict(row: AnswerVerdict) -> Event:
    return Event(row.worked_out_at, f"Checked: {VerdictState(row.state).label.lower()}", row.reason, "Surety", "info")


def _decision(row: Decision) -> Event:
    kind = DecisionKind(row.kind)
    state = f": {VerdictState(row.state).label.lower()}" if row.state else ""
    tone = "ok" if kind is DecisionKind.agreed else "warn"
    return Event(row.decided_at, f"{kind.label}{state}", row.reason, row.decided_by_name, tone)
