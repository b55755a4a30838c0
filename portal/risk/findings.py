"""What findings take off the score: points each, and for grave ones a ceiling on the grade."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from portal.risk.inputs import AcceptanceInput, FindingInput
from portal.risk.levels import FindingState, Severity
from portal.risk.outcome import FULL, Reason, ReasonKind
from portal.risk.wording import long_date

# Hundredths of a point off for each finding, by where it stands.
PENALTIES = {
    FindingState.OPEN: {Severity.CRITICAL: 1_000, Severity.HIGH: 500, Severity.MEDIUM: 200, Severity.LOW: 50},
    FindingState.ACCEPTED: {Severity.CRITICAL: 500, Severity.HIGH: 200, Severity.MEDIUM: 100, Severity.LOW: 0},
}
OVERDUE_PENALTY = 200
# The most a score can be, in hundredths, and the grade that comes to.
CEILINGS = {
    FindingState.OPEN: {Severity.CRITICAL: (5_499, "D"), Severity.HIGH: (6_999, "C")},
    FindingState.ACCEPTED: {Severity.CRITICAL: (6_999, "C"), Severity.HIGH: (8_499, "B")},
}


@dataclass(frozen=True, slots=True)
class StandingFinding:
    """A finding that is not remediated, with the state that counts today."""

    finding: FindingInput
    state: FindingState
    until: date | None
    overdue: bool
    lapsed: bool


def standing_findings(
    findings: Iterable[FindingInput], acceptances: Iterable[AcceptanceInput], today: date
) -> tuple[StandingFinding, ...]:
    """List the findings that count, gravest first; one whose acceptance has run out, or that has none, is open."""
    until: dict[str, date] = {}
    for one in acceptances:
        until[one.finding] = max(one.until, until.get(one.finding, one.until))
    left = [_standing(finding, until.get(finding.ref), today) for finding in findings]
    alive = [one for one in left if one.state is not FindingState.REMEDIATED]
    return tuple(sorted(alive, key=lambda one: (-one.finding.severity.rank, -one.state.rank, one.finding.ref)))


def finding_reasons(standing: Iterable[StandingFinding], points: int) -> tuple[Reason, ...]:
    """Take each finding's points off the score, then hold it under the lowest ceiling; never below zero."""
    reasons: list[Reason] = []
    everything = tuple(standing)
    for one in everything:
        off = min(points, _penalty(one))
        points -= off
        reasons.append(Reason(one.finding.ref, ReasonKind.FINDING, _text(one), -off))
    for one in sorted(everything, key=lambda each: _ceiling(each)[0]):
        ceiling, grade = _ceiling(one)
        if points > ceiling:
            text = f"With this {one.finding.severity.label.lower()} finding the grade is at most {grade}"
            reasons.append(Reason(one.finding.ref, ReasonKind.FINDING_CAP, text, ceiling - points))
            points = ceiling
    return tuple(reasons)


def _standing(finding: FindingInput, until: date | None, today: date) -> StandingFinding:
    accepted = finding.state is FindingState.ACCEPTED
    lapsed = accepted and (until is None or until < today)
    state = FindingState.OPEN if lapsed else finding.state
    overdue = state is FindingState.OPEN and finding.due is not None and finding.due < today
    return StandingFinding(finding, state, until if accepted else None, overdue, lapsed)


def _penalty(one: StandingFinding) -> int:
    return PENALTIES[one.state][one.finding.severity] + (OVERDUE_PENALTY if one.overdue else 0)


def _ceiling(one: StandingFinding) -> tuple[int, str]:
    return CEILINGS[one.state].get(one.finding.severity, (FULL, "A"))


def _text(one: StandingFinding) -> str:
    severity = one.finding.severity.label
    if one.state is FindingState.ACCEPTED and one.until is not None:
        return f"{severity} finding, risk accepted until {long_date(one.until)}: {one.finding.title}"
    lapsed = ", its acceptance has run out" if one.lapsed else ""
    overdue = f", overdue since {long_date(one.finding.due)}" if one.overdue and one.finding.due else ""
    return f"{severity} finding, open{lapsed}{overdue}: {one.finding.title}"
