"""Says which claims of a comment the evidence refutes: the answer may be right where the words beside it are not; pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from knowledge.citations import Quote
from knowledge.commenting import Addition
from knowledge.comparing import Relation, Stated, compare
from knowledge.deviations import concerns, is_deviation, is_marked, row, told
from knowledge.evidence import Candidate, Pages
from knowledge.facts import DocumentFacts, is_stale
from knowledge.polarity import Party, party
from knowledge.readings import find_reading
from knowledge.readings.reading import filled
from knowledge.services import covers
from knowledge.specifics import ValueKind
from knowledge.terms import fills, names
from knowledge.verdicts import VerdictState, Weighed

LEAST_IDEAS = 2
_ATTESTED = re.compile(r"\b(?:attest\w*|certif\w*|audited|audit\s+reports?|soc\s*2|27001)\b", re.I)
_LEFT_OUT = re.compile(
    r"\b(?:not\s+(?:in|within|part\s+of|covered\s+by|included\s+in)|outside|out\s+of|excluded\s+from)\s+(?:\w+\s+){0,5}?"
    r"(?:scope|boundary|certificate|report|examination|audit)\b"
    r"|\bscope\s+(?:does\s+not\s+include|excludes|leaves\s+out|omits)\b|\bplanned\s+for\s+inclusion\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Refuted:
    """Words of a comment that a document speaks against, why in one sentence, and the document's words."""

    words: str
    reason: str
    quote: Quote


def refuted(
    claim: Stated,
    added: Sequence[Addition],
    found: Sequence[Candidate],
    pages: Pages,
    sources: Mapping[UUID, DocumentFacts | None],
    service: str,
    today: date,
) -> tuple[Refuted, ...]:
    """Hold what a comment adds against the sentences found in documents that are in date and about the service."""
    usable = [one for one in found if _counts(sources.get(one.place.document_id), service, today)]
    noted = _ordered([one for one in usable if is_deviation(one.sentence.flat)], pages)
    plain = [one for one in usable if one not in noted]
    outcomes = [
        (_by_exception(addition, claim, noted, pages) if addition.always else None)
        or (_by_scope(addition, claim, plain) if addition.names else None)
        or (_by_value(addition, claim, plain) if addition.stated.values else None)
        for addition in added
    ]
    return tuple(dict.fromkeys(outcome for outcome in outcomes if outcome is not None))


def beside(weighed: Weighed, against: Sequence[Refuted]) -> Weighed:
    """Lower a plain support where words of the comment are refuted; what is lower already stays as it is."""
    if weighed.state is not VerdictState.SUPPORTED or not against:
        return weighed
    first = against[0]
    reason = f"The document says what is answered; the comment “{first.words}” goes further. {first.reason}"
    quotes = (*weighed.quotes[:1], *(one.quote for one in against))[:3]
    return Weighed(VerdictState.SUPPORTED_WITH_EXCEPTION, reason, quotes, 0.5)


def _counts(facts: DocumentFacts | None, service: str, today: date) -> bool:
    return covers(facts, service) and (facts is None or not is_stale(facts, today))


def _ordered(noted: Sequence[Candidate], pages: Pages) -> list[Candidate]:
    """Put first what an auditor marked as an exception, and of that the longest sentence."""
    texts = {one.key: pages[(one.place.document_id, one.place.page)] for one in noted}
    return sorted(noted, key=lambda one: (not is_marked(one, texts[one.key]), -len(one.sentence.flat)))


def _by_exception(addition: Addition, claim: Stated, noted: Sequence[Candidate], pages: Pages) -> Refuted | None:
    """What is said to be always so is refuted by an exception on the same matter."""
    for one in noted:
        page_text = pages[(one.place.document_id, one.place.page)]
        if not (_is_on(addition, claim, one, page_text) if addition.own else concerns(claim, one, page_text)):
            continue
        what = told(one)
        return Refuted(addition.words, f"An exception was noted: {what.short}", what.quote)
    return None


def _is_on(addition: Addition, claim: Stated, one: Candidate, page_text: str) -> bool:
    """Say whether an exception names all that a piece adds, and is on the matter of the answer's own claim."""
    start, end = row(one, page_text)
    said = " ".join(f"{page_text[start:end]} {one.sentence.flat}".split())
    named, reading = names(said), find_reading(claim.text)
    matter = 2 * sum(fills(need, named) for need in claim.needs) >= len(claim.needs)
    topic = reading is not None and bool(reading.topic) and filled(reading.topic, said) is not None
    return (matter or topic) and all(fills(need, named) for need in addition.own)


def _by_scope(addition: Addition, claim: Stated, plain: Sequence[Candidate]) -> Refuted | None:
    """What is said to be certified is refuted where a document leaves it out of its scope by name."""
    if not _ATTESTED.search(f"{claim.text} {addition.words}"):
        return None
    for one in plain:
        name = next((name for name in addition.names if _is_left_out(name, one)), "")
        if name:
            return Refuted(addition.words, f"{name} is left out of the scope: {one.short}", one.quote)
    return None


def _is_left_out(name: str, one: Candidate) -> bool:
    said = one.sentence.flat
    return name in said and bool(_LEFT_OUT.search(said) or _LEFT_OUT.search(one.sentence.heading))


def _by_value(addition: Addition, claim: Stated, plain: Sequence[Candidate]) -> Refuted | None:
    """A number is refuted by a sentence that says the same with another one, unless any says it with this one."""
    dated = any(value.kind is ValueKind.DATE for value in addition.stated.values)  # each thing has a day of its own
    if dated or len(addition.stated.needs) < LEAST_IDEAS or party(addition.words) is not Party.VENDOR:
        return None
    against = None
    for one in plain:
        outcome = compare(addition.stated, one.said, one.context)
        if outcome.relation is Relation.SUPPORTS:
            return None
        if against is None and outcome.relation is Relation.CONFLICTS and _says_it_otherwise(addition, claim, one):
            against = Refuted(addition.words, outcome.reason.replace("the claim", "the comment"), one.quote)
    return against


def _says_it_otherwise(addition: Addition, claim: Stated, one: Candidate) -> bool:
    """Say whether a sentence says all but the number, on the matter of the answer."""
    apart = compare(replace(addition.stated, values=()), one.said, one.context)
    named = names(f"{one.sentence.heading} {one.said}")
    near = 2 * sum(fills(need, named) for need in claim.needs) >= len(claim.needs)
    return one.sentence.whole and apart.relation is Relation.SUPPORTS and near
