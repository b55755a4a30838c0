"""Where a review stands: every question that applies, with its answer, verdict, decision and what is asked again."""

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from portal.assessments.tables import AskedAgain, Assessment
from portal.core.clock import today
from portal.review.answers import Answered, Answers, answers_of
from portal.review.decisions import DecisionKind, StandingDecision, decision_rows, standing_decisions
from portal.review.verdicts import StandingVerdict, stale_documents, standing, verdict_rows
from portal.risk.levels import VerdictState
from questionnaires.model import Weight

BULK_WEIGHTS = frozenset({Weight.LOW, Weight.NORMAL})


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One question of a review; `note` is what the vendor is asked again, if it is."""

    answered: Answered
    verdict: StandingVerdict | None
    decision: StandingDecision | None
    note: str

    @property
    def ref(self) -> str:
        """The question's reference."""
        return self.answered.ref

    @property
    def state(self) -> VerdictState | None:
        """The verdict in force: the reviewer's where overruled, else the program's."""
        if self.decision is not None and self.decision.kind is DecisionKind.overruled:
            return self.decision.state
        return self.verdict.state if self.verdict else None

    @property
    def to_decide(self) -> bool:
        """Whether this is a question for the reviewer: a verdict was worked out, or the vendor says it does not apply."""
        return self.verdict is not None or self.answered.said_not_to_apply

    @property
    def open(self) -> bool:
        """Whether it still waits for a decision or for the vendor."""
        return bool(self.note) or (self.to_decide and self.decision is None)

    @property
    def agreeable_in_bulk(self) -> bool:
        """Whether it may be agreed with many others at once: plainly supported, and of no great weight."""
        supported = self.verdict is not None and self.verdict.state is VerdictState.SUPPORTED
        return self.open and not self.note and supported and self.answered.question.weight in BULK_WEIGHTS


@dataclass(frozen=True, slots=True)
class Standing:
    """A whole review."""

    assessment: Assessment
    answers: Answers
    reviewed: tuple[Reviewed, ...]

    def find(self, ref: str) -> Reviewed | None:
        """Find one question of the review."""
        return next((one for one in self.reviewed if one.ref == ref), None)

    @property
    def counts(self) -> dict[str, int]:
        """How many answers have which verdict in force."""
        return dict(Counter(one.state.value for one in self.reviewed if one.state is not None))

    @property
    def to_decide(self) -> int:
        """How many questions ask for a decision in all."""
        return sum(one.to_decide for one in self.reviewed)

    @property
    def decided(self) -> int:
        """How many of them are decided."""
        return sum(one.to_decide and not one.open for one in self.reviewed)

    @property
    def open(self) -> int:
        """How many still wait for a decision or for the vendor."""
        return sum(one.open for one in self.reviewed)

    @property
    def asked_again(self) -> int:
        """How many questions the vendor is to answer again."""
        return sum(bool(one.note) for one in self.reviewed)

    @property
    def in_bulk(self) -> int:
        """How many can be agreed at once."""
        return sum(one.agreeable_in_bulk for one in self.reviewed)


async def review_of(assessment: Assessment) -> Standing:
    """Return where the review of an assessment stands."""
    answers = await answers_of(assessment)
    revisions = {one.ref: one.revision for one in answers.answered}
    history = await verdict_rows([assessment.id])
    verdicts = standing(history, revisions, await stale_documents(history, today()))
    decisions = standing_decisions(await decision_rows([assessment.id]), revisions, verdicts, history)
    notes = await open_notes(assessment.id)
    reviewed = tuple(
        Reviewed(one, verdicts.get(one.ref), decisions.get(one.ref), notes.get(one.ref, "")) for one in answers.answered
    )
    return Standing(assessment, answers, reviewed)


async def open_notes(assessment_id: UUID) -> dict[str, str]:
    """Return what the vendor is asked again and has not settled, by the question's reference."""
    unsettled = (AskedAgain.assessment == assessment_id) & AskedAgain.settled_at.is_null()
    rows = await AskedAgain.objects().where(unsettled).order_by(AskedAgain.id)
    return {row.ref: row.note for row in rows}
