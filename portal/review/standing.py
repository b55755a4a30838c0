"""Where a review stands: every question that applies, with its answer, verdict, decision and what is asked again."""

from collections import Counter
from dataclasses import dataclass, field
from uuid import UUID

from knowledge.sureness import is_certain, least
from knowledge.verdicts import VerdictState as Kind
from portal.assessments.tables import AskedAgain, Assessment
from portal.core.clock import today
from portal.learnt.standing import error_rate, learnt_now
from portal.review.answers import Answered, Answers, answers_of
from portal.review.conflicts import StandingConflict, conflicts_of
from portal.review.decisions import DecisionKind, StandingDecision, changed_since, decision_rows, standing_decisions
from portal.review.pace import Pace, pace_of
from portal.review.tables import Decision, QuestionReviewer
from portal.review.verdicts import StandingVerdict, stale_documents, standing, verdict_rows
from portal.risk.levels import VerdictState
from questionnaires.model import Weight

BULK_WEIGHTS = frozenset({Weight.LOW, Weight.NORMAL})


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One question of a review; `note` is what the vendor is asked again, if it is.

    `conflicts` are what differs about it, `changed` says what is no longer as it was, `given_to` is who is to look at it,
    `at_least` how sure a support has to be here, by the error rate chosen and by own decisions.
    """

    answered: Answered
    verdict: StandingVerdict | None
    decision: StandingDecision | None
    note: str
    conflicts: tuple[StandingConflict, ...] = ()
    changed: str = ""
    given_to: QuestionReviewer | None = None
    at_least: float | None = None

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
    def uncertain(self) -> bool:
        """Whether it waits as supported, and supports no surer than this were wrong more often than the error rate allows."""
        return self._waits_as_supported and not self._certain

    @property
    def agreeable_in_bulk(self) -> bool:
        """Whether it may be agreed with many others at once: plainly supported today, certain, of no great weight.

        Nothing that is contradicted, conflicts with anything, changed since it was decided on, or waits for the vendor.
        """
        clear = self._certain and not self.conflicts and not self.changed
        return self._waits_as_supported and clear and self.answered.question.weight in BULK_WEIGHTS

    @property
    def _waits_as_supported(self) -> bool:
        return self.open and not self.note and self.verdict is not None and self.verdict.state is VerdictState.SUPPORTED

    @property
    def _certain(self) -> bool:
        verdict = self.verdict
        return verdict is not None and is_certain(verdict.sure, verdict.method, self.at_least)

    def is_of(self, person_id: str) -> bool:
        """Whether it was given to this person, or decided by this person."""
        given = self.given_to is not None and str(self.given_to.person) == person_id
        return given or (self.decision is not None and self.decision.by_id == person_id)


@dataclass(frozen=True, slots=True)
class Standing:
    """A whole review."""

    assessment: Assessment
    answers: Answers
    reviewed: tuple[Reviewed, ...]
    conflicts: tuple[StandingConflict, ...] = ()
    pace: Pace = field(default_factory=lambda: pace_of((), 0))

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
    """Return where the review of an assessment stands, in a number of queries that does not grow with its questions."""
    answers = await answers_of(assessment)
    revisions = {one.ref: one.revision for one in answers.answered}
    history = await verdict_rows([assessment.id])
    verdicts = standing(history, revisions, await stale_documents(history, today()))
    decided = await decision_rows([assessment.id])
    decisions = standing_decisions(decided, revisions, verdicts, history)
    changed = changed_since(decided, revisions, decisions)
    asked = await _asked_again(assessment.id)
    notes = {row.ref: row.note for row in asked if row.settled_at is None}
    conflicts = await conflicts_of(assessment.id, revisions)
    given, at_least = await _given(assessment.id), await _at_least()
    reviewed = tuple(
        Reviewed(
            one,
            verdicts.get(one.ref),
            decisions.get(one.ref),
            notes.get(one.ref, ""),
            tuple(each for each in conflicts if one.ref in each.refs),
            changed.get(one.ref, ""),
            given.get(one.ref),
            at_least,
        )
        for one in answers.answered
    )
    return Standing(assessment, answers, reviewed, tuple(conflicts), _pace(decided, asked, reviewed))


def _pace(decided: list[Decision], asked: list[AskedAgain], reviewed: tuple[Reviewed, ...]) -> Pace:
    moments = [(row.decided_by_name, row.decided_at) for row in decided]
    moments += [(row.asked_by_name, row.asked_at) for row in asked]
    return pace_of(moments, sum(one.open and not one.note for one in reviewed))


async def _at_least() -> float | None:
    """Return how sure a support has to be at the rate chosen here, on own decisions too where they were learnt from."""
    learnt = await learnt_now()
    return least(Kind.SUPPORTED, await error_rate(), learnt.outcomes.get(Kind.SUPPORTED, ()) if learnt else ())


async def _given(assessment_id: UUID) -> dict[str, QuestionReviewer]:
    rows = await QuestionReviewer.objects().where(QuestionReviewer.assessment == assessment_id)
    return {row.ref: row for row in rows}


async def _asked_again(assessment_id: UUID) -> list[AskedAgain]:
    rows: list[AskedAgain] = await (
        AskedAgain.objects().where(AskedAgain.assessment == assessment_id).order_by(AskedAgain.id)
    )
    return rows
