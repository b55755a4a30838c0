"""Compares a value that a claim states with one that a document states."""

from collections.abc import Sequence
from enum import StrEnum

from knowledge.specifics import Bound, Value, ValueKind


class Agreement(StrEnum):
    """What two values say about each other."""

    AGREES = "agrees"
    CONFLICTS = "conflicts"
    UNDECIDED = "undecided"

    @property
    def label(self) -> str:
        """The word for the page."""
        return self.value


OFTEN = 4 * 8760  # every quarter of an hour: many call that continuous, and nobody can say that it is not
_TOLERANCE = {ValueKind.DURATION: 0.02, ValueKind.FREQUENCY: 0.03}
_UPWARDS = ("tls", "ssl", "ssh", "http", "cvss", "pcidss", "oauth", "saml")


def comparable(claim: Value, stated: Value) -> bool:
    """Say whether the two measure the same thing."""
    if claim.kind != stated.kind:
        return False
    if claim.kind is ValueKind.VERSION:
        return (
            claim.unit == stated.unit
            or {claim.unit, stated.unit} <= {"tls", "ssl"}
            or "key" in (claim.unit, stated.unit)
        )
    return claim.kind is not ValueKind.QUANTITY or claim.unit == stated.unit


def agreement(claim: Value, stated: Value) -> Agreement:
    """Say whether what is stated fulfils the claim; both must be comparable."""
    if claim.kind is ValueKind.SHARE:
        same = (claim.low, claim.high) == (stated.low, stated.high)
        return Agreement.AGREES if same else Agreement.UNDECIDED
    if claim.kind is ValueKind.DATE:
        return _dates(claim, stated)
    if claim.unit == "tls" != stated.unit or claim.unit == "ssl" != stated.unit:
        return Agreement.CONFLICTS if claim.unit == "tls" and claim.kind is ValueKind.VERSION else Agreement.UNDECIDED
    order = _order(claim, stated)
    if order is None:
        return Agreement.UNDECIDED
    if order == 0:
        return _equal(claim, stated)
    if claim.kind is ValueKind.FREQUENCY and claim.low > OFTEN <= stated.low:
        return Agreement.UNDECIDED
    return _unequal(claim, stated, order)


def judged(claim: Value, stated: Sequence[Value]) -> Agreement:
    """Judge several stated values that may each be meant: they must all say the same."""
    results = {agreement(claim, value) for value in stated}
    return results.pop() if len(results) == 1 else Agreement.UNDECIDED


def _dates(claim: Value, stated: Value) -> Agreement:
    unit = "year" if "year" in (claim.unit, stated.unit) else "month" if "month" in (claim.unit, stated.unit) else "day"
    scale = {"year": 10000, "month": 100, "day": 1}[unit]
    same = claim.low // scale == stated.low // scale
    return Agreement.AGREES if same else Agreement.CONFLICTS


def _order(claim: Value, stated: Value) -> int | None:
    """Return whether the stated value is below (-1), equal (0) or above (1) the claimed one, or None when they overlap."""
    if claim.unit != stated.unit and claim.kind is ValueKind.DURATION:
        if stated.high <= claim.low:
            return -1
        return 1 if stated.low > claim.high or (claim.unit == "" and stated.low > claim.low) else None
    slack = _TOLERANCE.get(claim.kind, 0.0) * max(abs(claim.low), abs(stated.low))
    if abs(claim.low - stated.low) <= slack:
        return 0
    return 1 if stated.low > claim.low else -1


def _equal(claim: Value, stated: Value) -> Agreement:
    """What is said of versions below the claim's is not said of it."""
    below = (
        claim.kind is ValueKind.VERSION and claim.unit in _UPWARDS and stated.bound is Bound.AT_MOST is not claim.bound
    )
    opposed = below or {claim.bound, stated.bound} == {Bound.AT_MOST, Bound.AT_LEAST}
    return Agreement.UNDECIDED if opposed else Agreement.AGREES


def _unequal(claim: Value, stated: Value, order: int) -> Agreement:
    if claim.bound is Bound.EXACTLY:
        return _against_exact(claim, stated, order)
    better = -1 if claim.bound is Bound.AT_MOST else 1
    worse_bound = Bound.AT_LEAST if claim.bound is Bound.AT_MOST else Bound.AT_MOST
    if order != better:
        return Agreement.CONFLICTS
    return Agreement.UNDECIDED if stated.bound is worse_bound else Agreement.AGREES


def _against_exact(claim: Value, stated: Value, order: int) -> Agreement:
    rises = claim.kind is ValueKind.FREQUENCY or (claim.kind is ValueKind.VERSION and claim.unit in _UPWARDS)
    if rises and order > 0:
        return Agreement.UNDECIDED
    if stated.bound is Bound.AT_MOST and order > 0 and claim.kind is ValueKind.QUANTITY:
        return Agreement.UNDECIDED
    return Agreement.CONFLICTS
