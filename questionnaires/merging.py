"""What becomes of answers in a file that meet those that stand: pure, and nothing is decided silently."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from questionnaires.model import Question, Questionnaire
from questionnaires.values import AnswerRow, Given


class Meeting(StrEnum):
    """How one answer in a file meets the one that stands."""

    NEW = "new"
    CHANGED = "changed"
    CONFLICT = "conflict"
    EMPTIED = "emptied"
    BEHIND = "behind"
    SAME = "same"
    CLOSED = "closed"

    @property
    def label(self) -> str:
        """Its name on pages."""
        return _LABELS[self]

    @property
    def may_be_taken(self) -> bool:
        """Whether the person can have the file's side of it."""
        return self in (Meeting.NEW, Meeting.CHANGED, Meeting.CONFLICT, Meeting.EMPTIED)


_LABELS = {
    Meeting.NEW: "New",
    Meeting.CHANGED: "Changed",
    Meeting.CONFLICT: "Different from what stands",
    Meeting.EMPTIED: "Emptied in the file",
    Meeting.BEHIND: "Changed online only",
    Meeting.SAME: "The same",
    Meeting.CLOSED: "Cannot be changed now",
}


@dataclass(frozen=True, slots=True)
class Met:
    """One question whose answer a file holds: what the file says (None: nothing), and what stands."""

    question: Question
    meeting: Meeting
    filed: Given | None
    standing: AnswerRow | None

    @property
    def revision(self) -> int:
        """The revision that taking the file's side would write over."""
        return self.standing.revision if self.standing else 0


Base = Mapping[str, Given | None]


def meetings(
    asked: Questionnaire,
    filed: Mapping[str, Given],
    blank: Collection[str],
    standing: Mapping[str, AnswerRow],
    base: Base | None,
    closed: Collection[str] = (),
) -> list[Met]:
    """Compare a file with what stands, in the order of the questions.

    `base` is what stood when the file was downloaded; without it every difference is left to the person. A question of
    `closed` may not be answered now. Empty cells of questions that had no answer in the file are not listed.
    """
    return [met for question in asked.questions for met in _met(question, filed, blank, standing, base, closed)]


def _met(
    question: Question,
    filed: Mapping[str, Given],
    blank: Collection[str],
    standing: Mapping[str, AnswerRow],
    base: Base | None,
    closed: Collection[str],
) -> Iterable[Met]:
    ref, row = question.ref, standing.get(question.ref)
    now = row.given if row else None
    if ref in filed:
        found = _filled(filed[ref], now, ref, base)
    elif ref in blank and base is not None and base.get(ref) is not None and now is not None:
        found = Meeting.EMPTIED
    else:
        return
    if found.may_be_taken and ref in closed:
        found = Meeting.CLOSED
    yield Met(question, found, filed.get(ref), row)


def _filled(filed: Given, now: Given | None, ref: str, base: Base | None) -> Meeting:
    if filed == now:
        return Meeting.SAME
    if base is None:
        return Meeting.NEW if now is None else Meeting.CONFLICT
    before = base.get(ref)
    if filed == before:
        return Meeting.BEHIND
    if now != before:
        return Meeting.CONFLICT
    return Meeting.NEW if now is None else Meeting.CHANGED
