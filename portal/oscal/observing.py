"""Observations: what the evidence says of each answer, and what a finding stands on, with every quote and its place; pure."""

from collections.abc import Iterable

from knowledge.citations import Quote
from portal.core.dates import date_long
from portal.findings.standing import number_words
from portal.findings.tables import Finding
from portal.oscal.documents import resource_id
from portal.oscal.gathered import Base
from portal.oscal.writing import Plain, kept, line, moment, props, uuid_of
from portal.review.quotes import quotes_from_json
from portal.review.standing import Reviewed
from portal.review.verdicts import StandingVerdict


def answer_observation(one: Reviewed, verdict: StandingVerdict, base: Base) -> Plain:
    """Write what the evidence says of one answer."""
    said = [f"Question: {one.answered.question.text}", f"Answer: {one.answered.words or 'none'}"]
    said += [f"Comment: {one.answered.comment}"] if one.answered.comment else []
    said += [f"Claim: {verdict.claim}", f"{verdict.state.label}: {verdict.reason}"]
    decision = one.decision
    told = {
        "question": one.ref,
        "verdict": verdict.state.value,
        "verdict-in-force": one.state.value if one.state else None,
        "reviewer-decision": decision.kind.value if decision else None,
        "method": verdict.method,
    }
    return kept(
        {
            "uuid": observation_of(verdict),
            "title": line(f"{one.ref}: {one.answered.question.text}"),
            "description": "\n\n".join(said),
            "props": props(told),
            "methods": ["EXAMINE"],
            "types": ["control-objective"],
            "relevant-evidence": _evidence(verdict.quotes, base),
            "collected": moment(verdict.at),
            "remarks": _decided(one),
        }
    )


def observation_of(verdict: StandingVerdict) -> str:
    """Return the id of the observation of a verdict."""
    return uuid_of("verdict", verdict.id)


def finding_observation(finding: Finding, base: Base) -> Plain:
    """Write what a finding stands on, as it was when it was raised."""
    return kept(
        {
            "uuid": uuid_of("finding-observation", finding.id),
            "title": line(f"{number_words(finding)}: {finding.title}"),
            "description": finding.description.strip() or line(finding.title),
            "props": props({"question": finding.ref}),
            "methods": ["EXAMINE"],
            "types": ["finding"],
            "relevant-evidence": _evidence(quotes_from_json(finding.quotes), base),
            "collected": moment(finding.raised_at),
        }
    )


def _decided(one: Reviewed) -> str:
    decision = one.decision
    if decision is None:
        return ""
    reason = f" {decision.reason}" if decision.reason else ""
    return f"{decision.kind.label} by {decision.by} on {date_long(decision.at)}.{reason}"


def _evidence(quotes: Iterable[Quote], base: Base) -> list[Plain]:
    """Write the quotes that stand on their pages today; one that was not found again is left out."""
    places = {(one.document_id, one.page, one.text): one for one in base.quotes}
    found = [places[key] for quote in quotes if (key := (quote.document_id, quote.page, quote.text)) in places]
    return [_quote(quote) for quote in found if quote.document_id in base.documents]


def _quote(quote: Quote) -> Plain:
    place = {"page": quote.page, "start": quote.start, "end": quote.end, "recognised": quote.recognised or None}
    return {
        "href": f"#{resource_id(quote.document_id)}",
        "description": f"“{quote.text}” ({line(quote.document)}, {quote.place})",
        "props": props(place),
    }
