"""Whether the verdict in force is the reviewer's own, so that the machine's reason speaks for another one; pure."""

from portal.review.decisions import DecisionKind
from portal.review.standing import Reviewed


def reviewers_reason(one: Reviewed) -> str:
    """Return why the reviewer put another verdict in force than the machine's; empty where the machine's counts."""
    decision = one.decision
    if decision is None or decision.kind is not DecisionKind.overruled:
        return ""
    return decision.reason.strip() or "no reason was given"
