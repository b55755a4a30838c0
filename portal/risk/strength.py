"""The strength of the controls: answers and verdicts, weighed, with every loss named.

All sums are whole numbers: a question of weight w can lose w x 10,000 units, and units divided by the sum of weights
are hundredths of a point. Rounding happens once, against the vendor, and is shared out by largest remainder.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from portal.risk.credit import credit, credit_text, effective_verdict, is_checked
from portal.risk.inputs import AreaInput, QuestionInput
from portal.risk.levels import AnswerState, ReviewDecision, Tier, VerdictState
from portal.risk.outcome import FULL, AreaScore, Reason, ReasonKind

# An area in which the evidence contradicts an answer scores at most this, in hundredths.
CONTRADICTED_AREA_CAP = 6_000


@dataclass(frozen=True, slots=True)
class Loss:
    """Units lost for one reason."""

    subject: str
    kind: ReasonKind
    text: str
    units: int


@dataclass(frozen=True, slots=True)
class Strength:
    """The controls' strength in hundredths, that of the harm-limiting areas (None without any), areas and reasons."""

    points: int
    containment: int | None
    areas: tuple[AreaScore, ...]
    reasons: tuple[Reason, ...]


def strength(areas: Iterable[AreaInput], tier: Tier) -> Strength:
    """Weigh all areas; each counts with the weight of its questions that apply."""
    weighed = tuple((area, weight_of(area), area_losses(area, tier)) for area in areas)
    total = sum(weight for _, weight, _ in weighed)
    scores = tuple(_area_score(area, weight, losses) for area, weight, losses in weighed)
    if total == 0:
        nothing = Reason("", ReasonKind.NOTHING_SCORED, "No question was asked that can be scored", -FULL)
        return Strength(0, None, scores, (nothing,))
    reasons = apportioned([loss for _, _, losses in weighed for loss in losses], total)
    points = FULL + sum(reason.points for reason in reasons)
    limiting = [(weight, losses) for area, weight, losses in weighed if area.limits_harm and weight]
    return Strength(points, _containment(limiting), scores, reasons)


def counts(question: QuestionInput) -> bool:
    """Say whether a question is part of the score; one said not to apply is only if a reviewer overruled that."""
    if question.state is AnswerState.NOT_APPLICABLE:
        return question.decision is ReviewDecision.OVERRULED and question.weight > 0
    return question.state is not AnswerState.NOT_SCORED and question.weight > 0


def weight_of(area: AreaInput) -> int:
    """Add up the weights of the questions that count."""
    return sum(question.weight for question in area.questions if counts(question))


def area_losses(area: AreaInput, tier: Tier) -> tuple[Loss, ...]:
    """List what each question of an area loses, and what the cap takes if one is contradicted."""
    losses = [loss for question in area.questions if counts(question) for loss in question_losses(question, tier)]
    if any(map(is_contradicted, area.questions)):
        over = (FULL - CONTRADICTED_AREA_CAP) * weight_of(area) - sum(loss.units for loss in losses)
        text = f"{area.label}: an answer is contradicted, so the area scores at most {CONTRADICTED_AREA_CAP // 100}"
        losses.append(Loss(area.area, ReasonKind.AREA_CAP, text, max(0, over)))
    return tuple(losses)


def question_losses(question: QuestionInput, tier: Tier) -> tuple[Loss, ...]:
    """Split what a question loses into what the answer gives away and what the evidence does not bear out."""
    if question.state is not AnswerState.ANSWERED:
        overruled = question.state is AnswerState.NOT_APPLICABLE
        text = "Said not to apply, but the reviewer says it does" if overruled else "Not answered"
        return (Loss(question.ref, ReasonKind.UNANSWERED, text, question.weight * FULL),)
    score = question.answer_score or 0
    share = credit(question, tier)
    losses = []
    if score < 100:
        text = f"The answer is worth {score} of 100"
        losses.append(Loss(question.ref, ReasonKind.ANSWER, text, question.weight * (100 - score) * 100))
    if score and share < 100:
        units = question.weight * score * (100 - share)
        losses.append(Loss(question.ref, ReasonKind.EVIDENCE, credit_text(question, tier), units))
    return tuple(losses)


def is_contradicted(question: QuestionInput) -> bool:
    """Say whether the evidence contradicts what was said to a question; taking the answer back does not help."""
    return counts(question) and effective_verdict(question) is VerdictState.CONTRADICTED


def apportioned(losses: Sequence[Loss], weight: int) -> tuple[Reason, ...]:
    """Turn units into hundredths of a point that add up exactly: rounded down, the rest to the largest remainders."""
    due = -(-sum(loss.units for loss in losses) // weight)
    shares = [loss.units // weight for loss in losses]
    by_remainder = sorted(range(len(losses)), key=lambda place: (-(losses[place].units % weight), place))
    for place in by_remainder[: due - sum(shares)]:
        shares[place] += 1
    return tuple(Reason(loss.subject, loss.kind, loss.text, -share) for loss, share in zip(losses, shares, strict=True))


def _area_score(area: AreaInput, weight: int, losses: Sequence[Loss]) -> AreaScore:
    answers = [question for question in area.questions if question.state is AnswerState.ANSWERED and counts(question)]
    score = None if weight == 0 else _left(losses, weight) // 100
    contradicted = sum(map(is_contradicted, area.questions))
    return AreaScore(area.area, area.label, score, weight, len(answers), sum(map(is_checked, answers)), contradicted)


def _containment(limiting: Sequence[tuple[int, Sequence[Loss]]]) -> int | None:
    if not limiting:
        return None
    return _left([loss for _, losses in limiting for loss in losses], sum(weight for weight, _ in limiting))


def _left(losses: Sequence[Loss], weight: int) -> int:
    return FULL + sum(-loss.units for loss in losses) // weight
