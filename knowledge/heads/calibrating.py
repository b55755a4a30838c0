"""Finds from outcomes how sure a head must be before its judgement is shown, so that a chosen share at most is wrong."""

from collections.abc import Sequence
from dataclasses import dataclass

RATE = 0.05


@dataclass(frozen=True, slots=True)
class Outcome:
    """How sure a judgement was, from 0 to 1, and whether it turned out right."""

    sure: float
    right: bool


@dataclass(frozen=True, slots=True)
class Calibration:
    """From which sureness on judgements are shown, the share of wrong ones it holds, and from how many outcomes."""

    threshold: float
    rate: float
    outcomes: int


def calibrated(outcomes: Sequence[Outcome], rate: float = RATE) -> Calibration | None:
    """Return the lowest threshold that holds the rate; None says that the outcomes are too few or too bad: uncalibrated.

    One wrong outcome more than was seen is counted, the allowance of split-conformal prediction for the next one; at a
    rate of 5 % no threshold holds with fewer than 19 outcomes.
    """
    ordered = sorted(outcomes, key=lambda outcome: -outcome.sure)
    threshold = None
    wrong = 0
    for shown, outcome in enumerate(ordered, 1):
        wrong += not outcome.right
        last = shown == len(ordered) or ordered[shown].sure < outcome.sure
        if last and (wrong + 1) / (shown + 1) <= rate:
            threshold = outcome.sure
    return None if threshold is None else Calibration(threshold, rate, len(ordered))
