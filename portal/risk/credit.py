"""How much of an answer's score counts, given what the evidence says and who has looked at it."""

from portal.risk.inputs import QuestionInput
from portal.risk.levels import AnswerState, ReviewDecision, Tier, VerdictState

FULL_CREDIT = 100
EXCEPTION_CREDIT = 80
CONTRADICTED_CREDIT = 0
# What the vendor's own word is worth, in per cent of the answer's score: the more depends on it, the less.
OWN_WORD_CREDIT = {Tier.CRITICAL: 50, Tier.HIGH: 60, Tier.MEDIUM: 70, Tier.LOW: 75}

FAVOURABLE = frozenset({VerdictState.SUPPORTED, VerdictState.SUPPORTED_WITH_EXCEPTION})
SETTLING = FAVOURABLE | {VerdictState.CONTRADICTED}

_OWN_WORD = "counted as the vendor's own word"
_TEXTS = {
    VerdictState.SUPPORTED_WITH_EXCEPTION: "The evidence supports this with an exception",
    VerdictState.STALE: f"The evidence is past its date: {_OWN_WORD}",
    VerdictState.OUT_OF_SCOPE: f"The evidence covers another service: {_OWN_WORD}",
    VerdictState.NOT_EVIDENCED: f"No evidence shows this: {_OWN_WORD}",
    VerdictState.CONTRADICTED: "The evidence contradicts this answer",
}
_AWAITING = f"The evidence seems to support this, but no reviewer has agreed yet: {_OWN_WORD}"


def effective_verdict(question: QuestionInput) -> VerdictState:
    """Return the verdict that stands: the reviewer's if overruled, else the program's; not evidenced without."""
    if question.decision is ReviewDecision.OVERRULED:
        return question.reviewer_verdict or VerdictState.NOT_EVIDENCED
    return question.verdict or VerdictState.NOT_EVIDENCED


def is_awaiting(question: QuestionInput) -> bool:
    """Say whether a verdict on an answer still waits for a reviewer."""
    answered = question.state is AnswerState.ANSWERED and question.weight > 0
    return answered and question.verdict is not None and question.decision is None


def is_checked(question: QuestionInput) -> bool:
    """Say whether a reviewer settled this answer against evidence, either way."""
    return question.decision is not None and effective_verdict(question) in SETTLING


def credit(question: QuestionInput, tier: Tier) -> int:
    """Return the per cent of the answer's score that counts.

    A favourable verdict counts once a reviewer agreed, so that no document can raise a rating by itself; a
    contradiction counts at once.
    """
    verdict = effective_verdict(question)
    if verdict is VerdictState.CONTRADICTED:
        return CONTRADICTED_CREDIT
    if verdict not in FAVOURABLE or question.decision is None:
        return OWN_WORD_CREDIT[tier]
    return FULL_CREDIT if verdict is VerdictState.SUPPORTED else EXCEPTION_CREDIT


def credit_text(question: QuestionInput, tier: Tier) -> str:
    """Say why less than the whole answer counts."""
    verdict = effective_verdict(question)
    awaiting = verdict in FAVOURABLE and question.decision is None
    return f"{_AWAITING if awaiting else _TEXTS[verdict]} ({credit(question, tier)} of 100)"
