"""This time's answers beside last time's: what got better, what got worse, what is word for word the same; pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from questionnaires.branching import applicable_questions
from questionnaires.grading import grade
from questionnaires.model import Question, QuestionKind, Questionnaire, YesNo
from questionnaires.values import Given


class Change(StrEnum):
    """What became of one answer, in the order in which a reader wants to know."""

    REGRESSED = "regressed"
    IMPROVED = "improved"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
    NEW = "new"
    REWORDED = "reworded"
    SAME = "same"

    @property
    def label(self) -> str:
        """The words shown to people."""
        return {
            "changed": "Another answer",
            "withdrawn": "No longer answered",
            "reworded": "Unchanged, other words",
            "same": "Word for word the same",
        }.get(self.value, self.value.capitalize())


@dataclass(frozen=True, slots=True)
class Answered:
    """A questionnaire, the answers given to it, and the day they were handed in."""

    questionnaire: Questionnaire
    answers: Mapping[str, Given]
    on: date | None = None

    @property
    def visible(self) -> dict[str, Question]:
        """The questions that apply and are answered, by reference, in order."""
        applicable = applicable_questions(self.questionnaire, self.answers)
        return {question.ref: question for question in applicable if question.ref in self.answers}


@dataclass(frozen=True, slots=True)
class Difference:
    """One question with both answers; `asked_otherwise` says that its words were not the same last time."""

    ref: str
    question: Question
    change: Change
    before: Given | None
    now: Given | None
    asked_otherwise: bool = False

    @property
    def written(self) -> bool:
        """Whether words of the vendor's own stand on both sides, so that being the same says something."""
        return all(given is not None and _own_words(self.question, given) for given in (self.before, self.now))


@dataclass(frozen=True, slots=True)
class Sameness:
    """Of the questions answered both times, how many answers are word for word the same; and of those with own words."""

    compared: int
    same: int
    written: int
    written_same: int

    @property
    def whole(self) -> bool:
        """Whether nothing at all was answered in another way, though somebody wrote something."""
        return self.compared > 0 and self.same == self.compared


def differences(before: Answered, now: Answered) -> list[Difference]:
    """Hold two responses against each other, question by question by reference; what neither answers is left out.

    Better and worse are shares of the points, each by the expectations of its own version. An answer that does not
    apply is neither. A question of another kind than before counts as new.
    """
    then, today = before.visible, now.visible
    found = [_difference(question, then.get(ref), before, now) for ref, question in today.items()]
    gone = [
        Difference(ref, question, Change.WITHDRAWN, before.answers[ref], None)
        for ref, question in then.items()
        if ref not in today
    ]
    return found + gone


def sameness(found: Sequence[Difference]) -> Sameness:
    """Count what is word for word the same."""
    both = [one for one in found if one.before is not None and one.now is not None and one.change is not Change.NEW]
    written = [one for one in both if one.written]
    same, written_same = (sum(one.change is Change.SAME for one in ones) for ones in (both, written))
    return Sameness(len(both), same, len(written), written_same)


def _difference(question: Question, earlier: Question | None, before: Answered, now: Answered) -> Difference:
    given = now.answers[question.ref]
    if earlier is None or earlier.kind is not question.kind:
        return Difference(question.ref, question, Change.NEW, None, given)
    was = before.answers[question.ref]
    otherwise = _plain(earlier.text) != _plain(question.text)
    if given.value == was.value or _texts(given) == _texts(was):
        change = Change.SAME if _words(given) == _words(was) else Change.REWORDED
    else:
        change = _direction(_share(earlier, was, before.on), _share(question, given, now.on))
    return Difference(question.ref, question, change, was, given, otherwise)


def _direction(before: int | None, now: int | None) -> Change:
    if before is None or now is None or before == now:
        return Change.CHANGED
    return Change.IMPROVED if now > before else Change.REGRESSED


def _share(question: Question, given: Given, on: date | None) -> int | None:
    if question.kind is QuestionKind.YES_NO and given.value == YesNo.NOT_APPLICABLE:
        return None
    return grade(question, given, on)


def _own_words(question: Question, given: Given) -> bool:
    return bool(given.comment.strip() or given.reason.strip() or given.other) or question.kind is QuestionKind.TEXT


def _texts(given: Given) -> list[str]:
    return sorted(_plain(text) for text in (*given.texts, given.other))


def _words(given: Given) -> tuple[str, str]:
    return _plain(given.comment), _plain(given.reason)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
