"""The draft of a rating's text, outlined by rules from its result, with a citation for all that the evidence says; pure."""

from collections.abc import Callable, Sequence

from knowledge.citations import Quote
from portal.drafts.composing import Outline, Paragraph, Said
from portal.drafts.foreign import ended, plain
from portal.ratings.gathering import Gathered
from portal.review.decisions import DecisionKind
from portal.review.overruling import reviewers_reason
from portal.review.standing import Reviewed
from portal.risk.levels import FindingState, VerdictState
from portal.risk.rating import FindingInput, Rating
from portal.risk.wording import counted, listed, long_date

WRITTEN_BY = "rules, 2026-2"
_MOST = 6


def narrative(gathered: Gathered, rating: Rating) -> Outline:
    """Outline what the rating says and what it stands on, the weightiest first."""
    reviewed = sorted(gathered.review.reviewed, key=lambda one: -one.answered.question.weight.points)
    borne_out = [one for one in reviewed if one.state is VerdictState.SUPPORTED and one.decision]
    overruled = [one for one in reviewed if one.decision and one.decision.kind is DecisionKind.overruled]
    parts = [
        Paragraph((Said(_opening(gathered, rating)),)),
        *_listing("What the evidence bears out:", borne_out, _claim),
        *_listing("Supported, with an exception:", _in(reviewed, VerdictState.SUPPORTED_WITH_EXCEPTION), _reason),
        *_listing("Contradicted by the evidence:", _in(reviewed, VerdictState.CONTRADICTED), _against),
        *_listing("On documents past their date:", _in(reviewed, VerdictState.STALE), _reason),
        *_listing("On evidence for another service:", _in(reviewed, VerdictState.OUT_OF_SCOPE), _reason),
        *_listing("Overruled by the reviewer:", overruled, _overruled),
    ]
    closing = [text for text in (_unproven(gathered), _findings(gathered.inputs.findings)) if text]
    parts += [Paragraph((Said(text),)) for text in closing]
    return Outline(f"Rating of {gathered.vendor.name}", tuple(parts), marked=True)


def _listing(title: str, ones: Sequence[Reviewed], words: Callable[[Reviewed], str]) -> list[Paragraph]:
    """Give a line for each of the weightiest, with its verdict's leading quote."""
    if not ones:
        return []
    lines = [Said(f"{one.ref}: {words(one)}", _leading(one)) for one in ones[:_MOST]]
    if len(ones) > _MOST:
        lines.append(Said(f"and {len(ones) - _MOST} more: {', '.join(one.ref for one in ones[_MOST:])}"))
    return [Paragraph(tuple(lines), title)]


def _leading(one: Reviewed) -> tuple[Quote, ...]:
    return one.verdict.quotes[:1] if one.verdict else ()


def _opening(gathered: Gathered, rating: Rating) -> str:
    service, name = plain(gathered.review.answers.service), plain(gathered.vendor.name)
    subject = f"{name}, {service}," if service else name
    return (
        f"{subject} is rated {rating.grade.value} with {rating.score} of 100 points. Its inherent risk is "
        f"{rating.inherent.label.lower()} (tier {rating.tier.number}); with the controls as they are shown, the residual "
        f"risk is {rating.residual.label.lower()}. Confidence is {rating.confidence.level.label.lower()}: "
        f"{rating.confidence.text}."
    )


def _in(reviewed: Sequence[Reviewed], state: VerdictState) -> list[Reviewed]:
    return [one for one in reviewed if one.state is state]


def _claim(one: Reviewed) -> str:
    return plain(one.answered.claim or one.answered.words)


def _reason(one: Reviewed) -> str:
    own = reviewers_reason(one)
    if own:
        return f"{ended(_claim(one))} The reviewer judged so: {plain(own)}"
    return f"{ended(_claim(one))} {plain(one.verdict.reason)}" if one.verdict else _claim(one)


def _against(one: Reviewed) -> str:
    return f"The vendor says: {_reason(one)}"


def _overruled(one: Reviewed) -> str:
    before = one.verdict.state.label.lower() if one.verdict else "does not apply"
    after = one.decision.state.label.lower() if one.decision and one.decision.state else "applies"
    return f"from {before} to {after}. {plain(one.decision.reason, 600) if one.decision else ''}"


def _unproven(gathered: Gathered) -> str:
    bare = [one for one in gathered.review.reviewed if one.state is VerdictState.NOT_EVIDENCED]
    if not bare:
        return ""
    by_area: dict[str, list[str]] = {}
    for one in bare:
        by_area.setdefault(one.answered.section.area.label, []).append(one.ref)
    places = "; ".join(f"{area} ({', '.join(refs)})" for area, refs in by_area.items())
    stand = counted(len(bare), "answer stands", "answers stand")
    return f"Not evidenced: {stand} on the vendor's own word. {places}."


def _findings(findings: Sequence[FindingInput]) -> str:
    alive = [one for one in findings if one.state is not FindingState.REMEDIATED]
    if not alive:
        return "No finding is open."
    named = tuple(_finding(one) for one in sorted(alive, key=lambda one: -one.severity.rank))
    return f"Findings: {listed(named)}."


def _finding(one: FindingInput) -> str:
    due = f", due {long_date(one.due)}" if one.due and one.state is FindingState.OPEN else ""
    return f"{one.ref} {plain(one.title, 200)} ({one.severity.label.lower()}, {one.state.label.lower()}{due})"
