"""Answers with their verdicts and decisions, as a rating's record keeps them; pure."""

from collections.abc import Mapping
from datetime import UTC, datetime

import msgspec

from portal.review.standing import Reviewed

Plain = Mapping[str, object]


def answer_plain(one: Reviewed) -> Plain:
    """Return one question with its answer, what the evidence says of it and what the reviewer decided."""
    answered = one.answered
    return {
        "ref": one.ref,
        "area": answered.section.area.value,
        "question": answered.question.text,
        "answer": answered.words,
        "comment": answered.comment,
        "revision": answered.revision,
        "answered_by": answered.answered_by,
        "answered_at": moment(answered.answered_at),
        "verdict": _verdict(one),
        "decision": _decision(one),
    }


def _verdict(one: Reviewed) -> Plain | None:
    verdict = one.verdict
    if verdict is None:
        return None
    return {
        "id": str(verdict.id),
        "claim": verdict.claim,
        "state": verdict.state.value,
        "worked_out": verdict.worked_out.value,
        "reason": verdict.reason,
        "confidence": verdict.confidence,
        "method": verdict.method,
        "at": moment(verdict.at),
        "quotes": msgspec.to_builtins(verdict.quotes),
    }


def _decision(one: Reviewed) -> Plain | None:
    decision = one.decision
    if decision is None:
        return None
    state = decision.state.value if decision.state else None
    kind, at = decision.kind.value, moment(decision.at)
    return {"kind": kind, "state": state, "reason": decision.reason, "by": decision.by, "at": at}


def moment(at: datetime | None) -> str | None:
    """Write a moment as the record does, in UTC."""
    return at.astimezone(UTC).isoformat() if at else None
