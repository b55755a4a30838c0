"""The conditions a rating proposes: what would have to be done, by whom and by when, for it to hold."""

from collections.abc import Iterable
from datetime import date, timedelta

from portal.risk.credit import effective_verdict
from portal.risk.findings import StandingFinding
from portal.risk.inputs import AreaInput, QuestionInput, RatingInputs
from portal.risk.levels import AnswerState, FindingState, Owner, ReviewDecision, Severity, Tier, VerdictState
from portal.risk.outcome import AreaScore, Condition
from portal.risk.strength import counts, is_contradicted
from portal.risk.wording import counted, listed, long_date

# Days to remediate a finding that has no due day; low ones make no condition.
REMEDIATION_DAYS = {Severity.CRITICAL: 30, Severity.HIGH: 60, Severity.MEDIUM: 90}
CONTRADICTION_DAYS = 30
STALE_DAYS = 60
EVIDENCE_DAYS = 90
WEAK_AREA_DAYS = 90
WEAK_BELOW = 55
# Tiers in which an area that rests mostly on the vendor's own word makes a condition.
EVIDENCE_TIERS = frozenset({Tier.CRITICAL, Tier.HIGH})
_UNPROVEN = frozenset({VerdictState.NOT_EVIDENCED, VerdictState.OUT_OF_SCOPE})


def proposed_conditions(
    inputs: RatingInputs, standing: Iterable[StandingFinding], scores: Iterable[AreaScore]
) -> tuple[Condition, ...]:
    """List the conditions: findings first, then contradictions, evidence and weak areas, in the order asked."""
    today = inputs.today
    found = [condition for one in standing for condition in finding_conditions(one, today)]
    asked = [condition for area in inputs.areas for condition in area_conditions(area, inputs.tiering.tier, today)]
    weak = [condition for score in scores for condition in weak_area_conditions(score, today)]
    return (*found, *asked, *weak)


def finding_conditions(one: StandingFinding, today: date) -> tuple[Condition, ...]:
    """Ask for an open finding's remediation, or for a look at an accepted one before its acceptance ends."""
    finding = one.finding
    if finding.severity not in REMEDIATION_DAYS:
        return ()
    if one.state is FindingState.ACCEPTED and one.until is not None:
        why = f"The risk of this {finding.severity.label.lower()} finding is accepted until {long_date(one.until)}"
        return (Condition(finding.ref, f"Look again at: {finding.title}", why, Owner.REVIEWER, one.until),)
    due = finding.due or today + timedelta(days=REMEDIATION_DAYS[finding.severity])
    why = f"{finding.severity.label} finding, open"
    return (Condition(finding.ref, f"Remediate: {finding.title}", why, Owner.VENDOR, due),)


def area_conditions(area: AreaInput, tier: Tier, today: date) -> tuple[Condition, ...]:
    """Ask for what an area's evidence leaves open: contradictions, stale documents, too little of it."""
    answers = [each for each in area.questions if each.state is AnswerState.ANSWERED and counts(each)]
    return (
        *_contradictions(area, today),
        *_stale(area, answers, today),
        *(_unproven(area, answers, today) if tier in EVIDENCE_TIERS else ()),
    )


def weak_area_conditions(score: AreaScore, today: date) -> tuple[Condition, ...]:
    """Ask for a plan where an area scores below what a fair grade takes."""
    if score.score is None or score.score >= WEAK_BELOW:
        return ()
    due = today + timedelta(days=WEAK_AREA_DAYS)
    why = f"The area scores {score.score} of 100"
    return (Condition(score.area, f"Plan for improving: {score.label}", why, Owner.VENDOR, due),)


def _contradictions(area: AreaInput, today: date) -> list[Condition]:
    due = today + timedelta(days=CONTRADICTION_DAYS)
    refs = tuple(each.ref for each in area.questions if is_contradicted(each))
    why = f"The evidence contradicts the answer to {listed(refs)}"
    title = f"Explain or correct: {area.label}"
    return [Condition(area.area, title, why, Owner.VENDOR, due)] if refs else []


def _stale(area: AreaInput, answers: list[QuestionInput], today: date) -> list[Condition]:
    stale = [each for each in answers if effective_verdict(each) is VerdictState.STALE]
    due = today + timedelta(days=STALE_DAYS)
    why = f"{counted(len(stale), 'answer rests', 'answers rest')} on documents past their date"
    title = f"Send current evidence: {area.label}"
    return [Condition(area.area, title, why, Owner.VENDOR, due)] if stale else []


def _unproven(area: AreaInput, answers: list[QuestionInput], today: date) -> list[Condition]:
    bare = [each for each in answers if effective_verdict(each) in _UNPROVEN and not _let_go(each)]
    due = today + timedelta(days=EVIDENCE_DAYS)
    why = f"{len(bare)} of {counted(len(answers), 'answer')} on the vendor's own word"
    title = f"Send evidence: {area.label}"
    return [Condition(area.area, title, why, Owner.VENDOR, due)] if bare and 2 * len(bare) >= len(answers) else []


def _let_go(question: QuestionInput) -> bool:
    return not question.answer_score or question.decision is ReviewDecision.OVERRULED
