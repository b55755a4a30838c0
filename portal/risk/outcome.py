"""What a rating says: levels, scores, conditions and the reason for every point."""

from dataclasses import dataclass
from datetime import date

from portal.risk.levels import Confidence, Grade, Labelled, Level, Owner, Tier

FULL = 10_000
"""The full score, in hundredths of a point."""


class ReasonKind(Labelled):
    """Why points were lost."""

    UNANSWERED = "unanswered", "Not answered"
    ANSWER = "answer", "Answer"
    EVIDENCE = "evidence", "Evidence"
    AREA_CAP = "area_cap", "Area capped"
    NOTHING_SCORED = "nothing_scored", "Nothing scored"
    FINDING = "finding", "Finding"
    FINDING_CAP = "finding_cap", "Grade capped"


@dataclass(frozen=True, slots=True)
class Reason:
    """Hundredths of a point lost (never above 0) by a question, an area or a finding, with the rule in words."""

    subject: str
    kind: ReasonKind
    text: str
    points: int


@dataclass(frozen=True, slots=True)
class AreaScore:
    """How strong a control area is, 0 to 100; None where no question of it applies."""

    area: str
    label: str
    score: int | None
    weight: int
    answered: int
    checked: int
    contradicted: int


@dataclass(frozen=True, slots=True)
class ConfidenceFigures:
    """How many answers a reviewer settled against evidence, and how many verdicts still wait for one."""

    level: Confidence
    checked: int
    answered: int
    awaiting: int
    text: str


@dataclass(frozen=True, slots=True)
class Condition:
    """Something to be done for the rating to hold; without a due day it is to be done before signing."""

    subject: str
    title: str
    why: str
    owner: Owner
    due: date | None


@dataclass(frozen=True, slots=True)
class Rating:
    """The outcome of the method: `points` is in hundredths, and the reasons' points add up to it less the full score.

    `strength` (0 to 100) is the controls alone; `score` (0 to 100) has the findings taken off and decides the grade.
    """

    method: str
    tier: Tier
    inherent: Level
    likelihood: int
    impact: int
    areas: tuple[AreaScore, ...]
    strength: int
    score: int
    points: int
    grade: Grade
    residual: Level
    residual_likelihood: int
    residual_impact: int
    residual_reasons: tuple[str, ...]
    confidence: ConfidenceFigures
    conditions: tuple[Condition, ...]
    reasons: tuple[Reason, ...]
