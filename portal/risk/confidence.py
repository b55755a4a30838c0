"""How far a rating rests on answers that a reviewer settled against evidence."""

from collections.abc import Iterable

from portal.risk.credit import is_awaiting
from portal.risk.inputs import AreaInput, EvidenceStats
from portal.risk.levels import Confidence
from portal.risk.outcome import AreaScore, ConfidenceFigures
from portal.risk.wording import counted

HIGH_FROM = 80
MEDIUM_FROM = 50


def confidence(areas: Iterable[AreaInput], scores: Iterable[AreaScore], evidence: EvidenceStats) -> ConfidenceFigures:
    """Count the answers settled against evidence, and say how much the rating can be relied on."""
    scored = tuple(scores)
    checked = sum(score.checked for score in scored)
    answered = sum(score.answered for score in scored)
    awaiting = sum(is_awaiting(question) for area in areas for question in area.questions)
    text = confidence_text(checked, answered, awaiting, evidence)
    return ConfidenceFigures(confidence_level(checked, answered), checked, answered, awaiting, text)


def confidence_level(checked: int, answered: int) -> Confidence:
    """Read the level off the share of answers checked: high from 80 per cent, medium from 50."""
    share = checked * 100
    if answered and share >= HIGH_FROM * answered:
        return Confidence.HIGH
    return Confidence.MEDIUM if answered and share >= MEDIUM_FROM * answered else Confidence.LOW


def confidence_text(checked: int, answered: int, awaiting: int, evidence: EvidenceStats) -> str:
    """Say the figures in one line."""
    parts = [f"{checked} of {counted(answered, 'answer')} checked against evidence"]
    if awaiting:
        parts.append(f"{counted(awaiting, 'verdict waits', 'verdicts wait')} for a reviewer")
    if evidence.unreadable:
        parts.append(f"{evidence.unreadable} of {counted(evidence.documents, 'document')} could not be read")
    if evidence.stale:
        parts.append(f"{evidence.stale} of {counted(evidence.documents, 'document')} past their date")
    return "; ".join(parts)
