"""The draft of a rating's text, written by rules from its result, with a citation for all that the evidence says; pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from knowledge.citations import Quote
from portal.ratings.gathering import Gathered
from portal.review.decisions import DecisionKind
from portal.review.standing import Reviewed
from portal.risk.levels import FindingState, VerdictState
from portal.risk.rating import FindingInput, Rating
from portal.risk.wording import counted, listed, long_date

WRITTEN_BY = "rules, 2026-1"
_MOST = 6


@dataclass(frozen=True, slots=True)
class Narrative:
    """A text in which [1] stands for the first of its citations."""

    text: str
    citations: tuple[Quote, ...]


@dataclass(slots=True)
class _Sheet:
    parts: list[str] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)

    def cite(self, one: Reviewed) -> str:
        """Return the mark of the verdict's leading quote, numbering it at its first use."""
        if one.verdict is None or not one.verdict.quotes:
            return ""
        quote = one.verdict.quotes[0]
        if quote not in self.quotes:
            self.quotes.append(quote)
        return f" [{self.quotes.index(quote) + 1}]"

    def listing(self, title: str, ones: Sequence[Reviewed], words: Callable[[Reviewed], str]) -> None:
        """Add a paragraph with a line for each of the weightiest."""
        if not ones:
            return
        lines = [f"- {one.ref}: {words(one)}{self.cite(one)}" for one in ones[:_MOST]]
        if len(ones) > _MOST:
            lines.append(f"- and {len(ones) - _MOST} more: {', '.join(one.ref for one in ones[_MOST:])}")
        self.parts.append("\n".join([title, *lines]))


def narrative(gathered: Gathered, rating: Rating) -> Narrative:
    """Write what the rating says and what it stands on, the weightiest first."""
    sheet = _Sheet([_opening(gathered, rating)])
    reviewed = sorted(gathered.review.reviewed, key=lambda one: -one.answered.question.weight.points)
    borne_out = [one for one in reviewed if one.state is VerdictState.SUPPORTED and one.decision]
    sheet.listing("What the evidence bears out:", borne_out, lambda one: one.answered.claim or one.answered.words)
    sheet.listing("Supported, with an exception:", _in(reviewed, VerdictState.SUPPORTED_WITH_EXCEPTION), _reason)
    sheet.listing("Contradicted by the evidence:", _in(reviewed, VerdictState.CONTRADICTED), _against)
    sheet.listing("On documents past their date:", _in(reviewed, VerdictState.STALE), _reason)
    sheet.listing("On evidence for another service:", _in(reviewed, VerdictState.OUT_OF_SCOPE), _reason)
    overruled = [one for one in reviewed if one.decision and one.decision.kind is DecisionKind.overruled]
    sheet.listing("Overruled by the reviewer:", overruled, _overruled)
    sheet.parts.extend(part for part in (_unproven(gathered), _findings(gathered.inputs.findings)) if part)
    return Narrative("\n\n".join(sheet.parts), tuple(sheet.quotes))


def _opening(gathered: Gathered, rating: Rating) -> str:
    service = gathered.review.answers.service
    subject = f"{gathered.vendor.name}, {service}," if service else gathered.vendor.name
    return (
        f"{subject} is rated {rating.grade.value} with {rating.score} of 100 points. Its inherent risk is "
        f"{rating.inherent.label.lower()} (tier {rating.tier.number}); with the controls as they are shown, the residual "
        f"risk is {rating.residual.label.lower()}. Confidence is {rating.confidence.level.label.lower()}: "
        f"{rating.confidence.text}."
    )


def _in(reviewed: Sequence[Reviewed], state: VerdictState) -> list[Reviewed]:
    return [one for one in reviewed if one.state is state]


def _reason(one: Reviewed) -> str:
    claim = one.answered.claim or one.answered.words
    return f"{claim} {one.verdict.reason}" if one.verdict else claim


def _against(one: Reviewed) -> str:
    return f"The vendor says: {_reason(one)}"


def _overruled(one: Reviewed) -> str:
    before = one.verdict.state.label.lower() if one.verdict else "does not apply"
    after = one.decision.state.label.lower() if one.decision and one.decision.state else "applies"
    return f"from {before} to {after}. {one.decision.reason if one.decision else ''}"


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
    return f"{one.ref} {one.title} ({one.severity.label.lower()}, {one.state.label.lower()}{due})"
