"""What was said at each question, as both sides read it: messages, and the notes with which questions were returned."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from portal.assessments.states import AssessmentState
from portal.assessments.tables import AskedAgain
from portal.assessments.talk.tables import Message

_MOST = 2_000


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that was said; `ours` by the company, `asked_again` when a question came back with it."""

    at: datetime
    who: str
    text: str
    ours: bool
    asked_again: bool = False


Threads = Mapping[str, Sequence[Said]]


def may_talk(state: AssessmentState) -> bool:
    """Whether either side may write: from the moment it is sent until it is completed or cancelled."""
    return not state.over and state is not AssessmentState.draft


async def threads_of(assessment_id: UUID) -> Threads:
    """Return every thread of an assessment, oldest message first, in two queries; notes not yet returned are left out."""
    mine = Message.objects().where(Message.assessment == assessment_id)
    rows = await mine.order_by(Message.id, ascending=False).limit(_MOST)
    returned = (AskedAgain.assessment == assessment_id) & AskedAgain.returned_at.is_not_null()
    asked = await AskedAgain.objects().where(returned).order_by(AskedAgain.id)
    found: dict[str, list[Said]] = {}
    for row in reversed(rows):
        found.setdefault(row.ref, []).append(Said(row.written_at, row.author_name, row.text, row.ours))
    for note in asked:
        found.setdefault(note.ref, []).append(Said(note.returned_at, note.asked_by_name, note.note, True, True))
    return {ref: sorted(thread, key=lambda said: said.at) for ref, thread in found.items()}


def waits_for(thread: Sequence[Said], ours: bool) -> bool:
    """Whether the other side spoke last, in a message and not by returning the question."""
    return bool(thread) and thread[-1].ours is not ours and not thread[-1].asked_again


def waiting(threads: Threads, refs: Iterable[str], ours: bool) -> int:
    """Count the threads at these questions in which the other side spoke last."""
    return sum(waits_for(threads.get(ref, ()), ours) for ref in refs)
