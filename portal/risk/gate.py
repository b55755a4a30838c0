"""The procurement gate: may we sign with this partner for this service, today, and why."""

from dataclasses import dataclass
from datetime import date

from portal.risk.codec import to_json
from portal.risk.gate_inputs import ConditionStanding, GateInputs, GateReason, GateRule, RatingStanding, ServiceAsked
from portal.risk.gate_rules import RULES, never_rated, open_conditions
from portal.risk.levels import GateDecision
from portal.risk.validity import standing_until, valid_until
from portal.risk.wording import counted


@dataclass(frozen=True, slots=True)
class Decision:
    """The answer; `valid_until` is the last day on which it holds without asking again, None where it is no."""

    decision: GateDecision
    headline: str
    reasons: tuple[GateReason, ...]
    conditions: tuple[ConditionStanding, ...]
    valid_until: date | None


def decide(inputs: GateInputs) -> Decision:
    """Answer procurement's question; every rule is reported, and the first that fails makes the headline."""
    if inputs.rating is None:
        return _no((never_rated(inputs.missing),))
    rating = inputs.rating
    reasons = tuple(reason for rule in RULES for reason in rule(inputs, rating))
    failed = tuple(reason for reason in reasons if not reason.passed)
    if failed:
        return _no(tuple(sorted(reasons, key=lambda reason: (reason.passed, reason.rule.rank))))
    return _yes(inputs, rating, reasons)


def decision_to_json(decision: Decision) -> str:
    """Write a decision as canonical JSON, for the record and the signed statement."""
    return to_json(decision)


def _no(reasons: tuple[GateReason, ...]) -> Decision:
    first = reasons[0]
    expired = first.rule is GateRule.EXPIRED
    decision = GateDecision.EXPIRED if expired else GateDecision.BLOCKED
    return Decision(decision, f"{'Not now' if expired else 'No'}: {first.headline}", reasons, (), None)


def _yes(inputs: GateInputs, rating: RatingStanding, reasons: tuple[GateReason, ...]) -> Decision:
    conditions = open_conditions(rating)
    until = standing_until(rating.approved_on, rating.valid_until, inputs.tier)
    holds = min([until, *(one.due for one in conditions if one.due)])
    if not conditions:
        return Decision(GateDecision.ALLOWED, "Yes", reasons, (), holds)
    headline = f"Yes, with {counted(len(conditions), 'condition')}"
    return Decision(GateDecision.ALLOWED_WITH_CONDITIONS, headline, reasons, conditions, holds)


__all__ = [
    "ConditionStanding",
    "Decision",
    "GateInputs",
    "GateReason",
    "GateRule",
    "RatingStanding",
    "ServiceAsked",
    "decide",
    "decision_to_json",
    "valid_until",
]
