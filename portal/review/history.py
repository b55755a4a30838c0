"""What happened to one question of a review, and the thread with the vendor about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from portal.assessments.tables import AskedAgain, Assessment
from portal.assessments.talk.tables import Message as TalkMessage
from portal.assessments.wording import answer_words
from portal.core.dates import date_long
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


@dataclass(frozen=True, slots=True)
class Message:
    """One message about a question between the company and the vendor; `ours` when the company wrote it."""

    at: datetime
    who: str
    text: str
    ours: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class Past:
    """What happened to a question, newest first, and what was said with the vendor about it, oldest first."""

    events: list[Event]
    thread: list[Message]


async def past_of(assessment: Assessment, question: Question) -> Past:
    """Return a question's past in five queries."""
    ref = question.ref
    verdicts = await AnswerVerdict.objects().where(
        (AnswerVerdict.assessment == assessment.id) & (AnswerVerdict.ref == ref)
    )
    decisions = await Decision.objects().where((Decision.assessment == assessment.id) & (Decision.ref == ref))
    asked = await (
        AskedAgain.objects()
        .where((AskedAgain.assessment == assessment.id) & (AskedAgain.ref == ref))
        .order_by(AskedAgain.id)
    )
    said = await (
        TalkMessage.objects()
        .where((TalkMessage.assessment == assessment.id) & (TalkMessage.ref == ref))
        .order_by(TalkMessage.id)
    )
    changes = await changes_of(assessment.response, ref)
    events = [
        *(_answer(question, change) for change in changes),
        *(_verdict(row) for row in verdicts),
        *(_decision(row) for row in decisions),
        *(Event(row.asked_at, "Asked again", row.note, row.asked_by_name, "info") for row in asked),
    ]
    thread = _thread(question, asked, changes, said)[-_MOST:]
    return Past(sorted(events, key=lambda event: event.at, reverse=True)[:_MOST], thread)


def _thread(
    question: Question, asked: list[AskedAgain], changes: Sequence[AnswerRow], said: Sequence[TalkMessage]
) -> list[Message]:
    """Put together the messages of both sides, what the vendor was asked again, and what it answered since."""
    messages = [Message(row.written_at, row.author_name, row.text, row.ours) for row in said]
    messages += [Message(row.asked_at, row.asked_by_name, row.note, True, _sent(row)) for row in asked]
    if asked:
        messages += [_reply(question, row) for row in changes if row.answered_at > asked[0].asked_at]
    return sorted(messages, key=lambda message: message.at)


def _sent(row: AskedAgain) -> str:
    if not row.returned_at:
        return "taken back" if row.settled_at else "goes out when you return the questionnaire"
    return f"sent on {date_long(row.returned_at)}"


def _reply(question: Question, row: AnswerRow) -> Message:
    words = answer_words(question, row.given, {}) if row.given else "The answer was withdrawn."
    comment = f". {row.given.comment}" if row.given and row.given.comment else ""
    return Message(row.answered_at, row.answered_by, f"{words}{comment}", False)


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
