"""A rating's reasons, sorted by control area, and its risk in words; pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from portal.risk.matrix import IMPACT_WORDS, LIKELIHOOD_WORDS
from portal.risk.rating import AreaScore, Rating, RatingInputs, Reason
from portal.risk.wording import counted, in_points


@dataclass(frozen=True, slots=True)
class ReasonLine:
    """Why points were lost."""

    subject: str
    text: str
    points: str
    url: str


@dataclass(frozen=True, slots=True)
class AreaPart:
    """One control area with every reason for every point."""

    label: str
    score: int | None
    tone: str
    note: str
    reasons: list[ReasonLine]


def area_parts(inputs: RatingInputs, rating: Rating, assessment_id: UUID) -> list[AreaPart]:
    """Give each area the reasons of its questions, gravest first."""
    refs = {question.ref: area.area for area in inputs.areas for question in area.questions}
    found: dict[str, list[Reason]] = {}
    for reason in rating.reasons:
        found.setdefault(refs.get(reason.subject, reason.subject), []).append(reason)
    return [
        AreaPart(
            score.label,
            score.score,
            _tone(score.score),
            _note(score),
            _lines(found.get(score.area, []), assessment_id, refs.keys()),
        )
        for score in rating.areas
    ]


def matrix_words(rating: Rating) -> str:
    """Say in words what the matrix shows."""
    before = f"{LIKELIHOOD_WORDS[rating.likelihood - 1]} and {IMPACT_WORDS[rating.impact - 1].lower()}"
    left, harm = LIKELIHOOD_WORDS[rating.residual_likelihood - 1], IMPACT_WORDS[rating.residual_impact - 1].lower()
    return (
        f"Before controls: {before.lower()}, {rating.inherent.label.lower()} risk. "
        f"After controls: {left.lower()} and {harm}, {rating.residual.label.lower()} risk."
    )


def other_reasons(inputs: RatingInputs, rating: Rating) -> list[ReasonLine]:
    """Return the reasons that belong to no area: findings, and nothing having been scored."""
    inside = {question.ref for area in inputs.areas for question in area.questions} | {a.area for a in inputs.areas}
    return [ReasonLine(r.subject, r.text, in_points(r.points), "") for r in rating.reasons if r.subject not in inside]


def _lines(reasons: Iterable[Reason], assessment_id: UUID, refs: Iterable[str]) -> list[ReasonLine]:
    known = set(refs)
    return [
        ReasonLine(
            reason.subject if reason.subject in known else "",
            reason.text,
            in_points(reason.points),
            f"/reviews/{assessment_id}?ref={reason.subject}" if reason.subject in known else "",
        )
        for reason in sorted(reasons, key=lambda reason: reason.points)
    ]


def _tone(score: int | None) -> str:
    if score is None:
        return "mute"
    return "ok" if score >= 70 else "warn" if score >= 55 else "bad"


def _note(score: AreaScore) -> str:
    note = f"{score.checked} of {counted(score.answered, 'answer')} checked"
    return f"{note}, {score.contradicted} contradicted" if score.contradicted else note
