"""What is left of the inherent risk once the controls have done their work."""

from dataclasses import dataclass

from portal.risk.levels import Level
from portal.risk.matrix import cell
from portal.risk.tiering import Tiering

# Steps off the likelihood, and the most steps off the impact, by score in hundredths: the first floor that is reached.
LIKELIHOOD_STEPS = ((8_500, 3), (7_000, 2), (5_500, 1), (0, 0))
IMPACT_STEPS_ALLOWED = ((7_000, 2), (5_500, 1), (0, 0))
# Steps off the impact, by the strength of the areas that limit harm.
CONTAINMENT_STEPS = ((8_500, 2), (7_000, 1), (0, 0))


@dataclass(frozen=True, slots=True)
class Residual:
    """Where a vendor stands in the matrix after controls, and why."""

    likelihood: int
    impact: int
    level: Level
    reasons: tuple[str, ...]


def residual(tiering: Tiering, points: int, containment: int | None) -> Residual:
    """Move the inherent risk: the score lowers its likelihood, harm-limiting areas its impact, never below 1."""
    likelihood = max(1, tiering.likelihood - _steps(LIKELIHOOD_STEPS, points))
    contained = _steps(CONTAINMENT_STEPS, containment or 0)
    impact = max(1, tiering.impact - min(contained, _steps(IMPACT_STEPS_ALLOWED, points)))
    reasons = (
        f"The score of {points // 100} takes likelihood from {tiering.likelihood} to {likelihood}",
        _impact_text(tiering.impact, impact, containment, points),
    )
    return Residual(likelihood, impact, cell(likelihood, impact), reasons)


def _impact_text(before: int, after: int, containment: int | None, points: int) -> str:
    if containment is None:
        return f"Impact stays at {before}: nothing was asked about controls that limit harm"
    if before == after:
        return f"Impact stays at {before}: harm-limiting areas score {containment // 100}, all areas {points // 100}"
    return f"Harm-limiting areas at {containment // 100} take impact from {before} to {after}"


def _steps(table: tuple[tuple[int, int], ...], points: int) -> int:
    return next(steps for floor, steps in table if points >= floor)
