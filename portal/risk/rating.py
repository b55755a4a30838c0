"""Work out a vendor's rating: inherent and residual risk, grade and conditions, with the reason for every point.

The same inputs give the same rating, to the byte; nothing is read but the inputs. In the manner of NIST SP 800-30
Rev. 1: inherent likelihood and impact, lowered by what the controls are shown to do. Help page: how-ratings-work.
"""

from portal.risk.codec import from_json, to_json
from portal.risk.conditions import proposed_conditions
from portal.risk.confidence import confidence
from portal.risk.errors import UnknownMethod
from portal.risk.findings import finding_reasons, standing_findings
from portal.risk.inputs import (
    AcceptanceInput,
    AreaInput,
    EvidenceStats,
    FindingInput,
    QuestionInput,
    RatingInputs,
    as_if_agreed,
    is_harm_limiting,
)
from portal.risk.levels import Grade
from portal.risk.matrix import cell
from portal.risk.outcome import FULL, AreaScore, Condition, ConfidenceFigures, Rating, Reason, ReasonKind
from portal.risk.residual import residual
from portal.risk.strength import strength

METHOD_VERSION = "2026-1"
"""The version of all tables and rules that a rating depends on: a change to any of them needs a new one."""

# The grade for a score in hundredths: the first floor that is reached.
GRADES = (
    (8_500, Grade.A),
    (7_000, Grade.B),
    (5_500, Grade.C),
    (4_000, Grade.D),
    (2_500, Grade.E),
    (0, Grade.F),
)


def rate(inputs: RatingInputs) -> Rating:
    """Work out the rating; worse answers, verdicts or findings never make it better. Raises UnknownMethod."""
    if inputs.method != METHOD_VERSION:
        raise UnknownMethod(inputs.method)
    tiering = inputs.tiering
    controls = strength(inputs.areas, tiering.tier)
    standing = standing_findings(inputs.findings, inputs.acceptances, inputs.today)
    reasons = (*controls.reasons, *finding_reasons(standing, controls.points))
    points = FULL + sum(reason.points for reason in reasons)
    left = residual(tiering, points, controls.containment)
    return Rating(
        method=METHOD_VERSION,
        tier=tiering.tier,
        inherent=cell(tiering.likelihood, tiering.impact),
        likelihood=tiering.likelihood,
        impact=tiering.impact,
        areas=controls.areas,
        strength=controls.points // 100,
        score=points // 100,
        points=points,
        grade=grade_for(points),
        residual=left.level,
        residual_likelihood=left.likelihood,
        residual_impact=left.impact,
        residual_reasons=left.reasons,
        confidence=confidence(inputs.areas, controls.areas, inputs.evidence),
        conditions=proposed_conditions(inputs, standing, controls.areas),
        reasons=reasons,
    )


def grade_for(points: int) -> Grade:
    """Return the grade of a score in hundredths of a point, 0 to 10,000."""
    return next(grade for floor, grade in GRADES if points >= floor)


def rating_inputs_to_json(inputs: RatingInputs) -> str:
    """Write inputs as canonical JSON, for freezing and hashing."""
    return to_json(inputs)


def rating_inputs_from_json(text: str) -> RatingInputs:
    """Read inputs written by `rating_inputs_to_json`. Raises UnreadableRecord."""
    return from_json(RatingInputs, text)


def rating_to_json(rating: Rating) -> str:
    """Write a rating as canonical JSON: a replay gives the same bytes."""
    return to_json(rating)


def rating_from_json(text: str) -> Rating:
    """Read a rating written by `rating_to_json`. Raises UnreadableRecord."""
    return from_json(Rating, text)


__all__ = [
    "METHOD_VERSION",
    "AcceptanceInput",
    "AreaInput",
    "AreaScore",
    "Condition",
    "ConfidenceFigures",
    "EvidenceStats",
    "FindingInput",
    "QuestionInput",
    "Rating",
    "RatingInputs",
    "Reason",
    "ReasonKind",
    "as_if_agreed",
    "grade_for",
    "is_harm_limiting",
    "rate",
    "rating_from_json",
    "rating_inputs_from_json",
    "rating_inputs_to_json",
    "rating_to_json",
]
