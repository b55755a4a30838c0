"""Our partner standard against a published rating: which requirements its answers and evidence show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec

from portal.programme.tables import Requirement
from portal.risk.credit import FAVOURABLE, effective_verdict
from portal.risk.inputs import AreaInput, QuestionInput, RatingInputs
from portal.risk.levels import AnswerState, Labelled, VerdictState

FULLY = 80
"""An answer's score (0 to 100) from which it says that the requirement is kept."""
HARDLY = 50
"""The score below which it says that it is not."""
_MANY = 10


class Kept(Labelled):
    """How far a requirement is kept, the best first."""

    MET = "met", "Met"
    NOT_ASKED = "not_asked", "Not asked"
    PARTLY = "partly", "Partly"
    NOT_MET = "not_met", "Not met"

    @property
    def tone(self) -> str:
        """The colour it is shown in."""
        return {"met": "ok", "partly": "warn", "not_met": "bad"}.get(self.value, "mute")

    @property
    def sign(self) -> str:
        """The sign that goes with the colour."""
        return {"met": "✓", "partly": "!", "not_met": "✕"}.get(self.value, "○")


@dataclass(frozen=True, slots=True)
class StandardLine:
    """One requirement and how far it is kept."""

    ref: str
    title: str
    kept: Kept


@dataclass(frozen=True, slots=True)
class Standard:
    """All requirements that apply, the worst first."""

    lines: tuple[StandardLine, ...]

    @property
    def met(self) -> int:
        """How many are met."""
        return sum(line.kept is Kept.MET for line in self.lines)

    @property
    def unasked(self) -> tuple[StandardLine, ...]:
        """Those that no question asked about, where they are too many to stand among the others."""
        found = tuple(line for line in self.lines if line.kept is Kept.NOT_ASKED)
        return found if len(found) > _MANY else ()

    @property
    def tone(self) -> str:
        """The colour of the whole."""
        worst = max(line.kept.rank for line in self.lines)
        return "ok" if worst == Kept.MET.rank else "warn"


async def requirements() -> list[Requirement]:
    """Return the standard as it is in force, in its order."""
    return await Requirement.objects().where(Requirement.active.eq(True)).order_by(Requirement.position)


def standard_of(wanted: Sequence[Requirement], inputs: RatingInputs) -> Standard | None:
    """Hold the rating's frozen inputs against the standard; None when nothing of it applies."""
    lines = sorted(standard_lines(wanted, inputs.areas), key=lambda line: -line.kept.rank)
    return Standard(tuple(lines)) if lines else None


def standard_lines(wanted: Sequence[Requirement], areas: Sequence[AreaInput]) -> tuple[StandardLine, ...]:
    """Hold what was asked against the standard, in its order; a requirement that does not apply has no line."""
    asked = {question.ref: question for area in areas for question in area.questions}
    return tuple(line for one in wanted if (line := _line(one, asked)))


def _line(requirement: Requirement, asked: Mapping[str, QuestionInput]) -> StandardLine | None:
    refs = msgspec.json.decode(requirement.question_refs or "[]", type=list[str])
    found = [asked[ref] for ref in refs if ref in asked]
    applying = [question for question in found if question.state is not AnswerState.NOT_APPLICABLE]
    if found and not applying:
        return None
    return StandardLine(requirement.ref, requirement.title, _kept(applying))


def _kept(questions: Sequence[QuestionInput]) -> Kept:
    if not questions:
        return Kept.NOT_ASKED
    if all(map(_shown, questions)):
        return Kept.MET
    return Kept.NOT_MET if all(map(_failed, questions)) else Kept.PARTLY


def _shown(question: QuestionInput) -> bool:
    """Say whether the answer is yes, or one that is not marked, the evidence bears it out and a reviewer agreed."""
    settled = question.decision is not None and effective_verdict(question) in FAVOURABLE
    return settled and (question.answer_score is None or question.answer_score >= FULLY)


def _failed(question: QuestionInput) -> bool:
    """Say whether the answer is missing, no, or contradicted by the evidence; one that is not marked is neither."""
    if question.state is AnswerState.UNANSWERED or effective_verdict(question) is VerdictState.CONTRADICTED:
        return True
    return question.answer_score is not None and question.answer_score < HARDLY
