"""Decides claims about reports, certificates and policies themselves from the facts of the documents."""

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from knowledge.citations import Quote
from knowledge.contacting import officer, reached, sought_by
from knowledge.facts import EvidenceKind, Fact, FactKey
from knowledge.facts.dates import dates
from knowledge.outcomes import listed
from knowledge.papers import Paper, of_kind
from knowledge.registering import approved, last_reviewed, written_plan
from knowledge.specifics import ValueKind, values
from knowledge.supplier_lists import suppliers
from knowledge.verdicts import VerdictState, Weighed

_SOC = re.compile(r"\bsoc\s*(?:2|ii)\b", re.I)
_TYPE_1, _TYPE_2 = re.compile(r"\btype\s*(?:1|i)\b", re.I), re.compile(r"\btype\s*(?:2|ii)\b", re.I)
_ISO = re.compile(r"\b27001\b")
_CARDS = re.compile(r"\bpci[\s-]*dss\b|payment\s+card\s+industry", re.I)
_ATTESTED = re.compile(r"\battestation\s+of\s+compliance\b", re.I)
_COMPLIANT = re.compile(r"(?<!non-)(?<!not )\bcompliant\b", re.I)
_VALID = re.compile(r"\b(?:valid\s+(?:until|to)|expires?(?:\s+on)?|expiry(?:\s+date)?)\s*:?\s*[^\n]{4,40}", re.I)
_COMPLETED = re.compile(
    r"\b(?:assessment\s+completed|date\s+of\s+(?:assessment|report)|completed\s+on)\s*:?\s*[^\n]{4,40}", re.I
)
Decision = Callable[[str, str, Sequence[Paper], date], Weighed | None]
YEAR = 365
LATER = 45


def soc_report(claim: str, service: str, papers: Sequence[Paper], today: date) -> Weighed | None:
    """Decide that a current SOC 2 report covers the service."""
    reports = [paper for paper in of_kind(papers, EvidenceKind.SOC_REPORT) if _SOC.search(paper.opening)]
    if _TYPE_2.search(claim):
        reports = [paper for paper in reports if _TYPE_2.search(paper.opening)]
    elif _TYPE_1.search(claim):
        reports = [paper for paper in reports if _TYPE_1.search(paper.opening) and not _TYPE_2.search(paper.opening)]
    return _standing([paper for paper in reports if paper.facts.period_end], service, today, _report_facts)


def soc_period(claim: str, service: str, papers: Sequence[Paper], today: date) -> Weighed | None:
    """Decide on which day the period of the SOC 2 report ends."""
    reports = [paper for paper in of_kind(papers, EvidenceKind.SOC_REPORT) if paper.covers(service)]
    dated = [(paper, paper.facts.period_end) for paper in reports if paper.facts.period_end]
    return _on_day(claim, [(paper, fact) for paper, fact in dated if fact is not None], "period ends", strict=True)


def certificate(claim: str, service: str, papers: Sequence[Paper], today: date) -> Weighed | None:
    """Decide that a valid ISO/IEC 27001 certificate covers the service."""
    found = [paper for paper in of_kind(papers, EvidenceKind.ISO_CERTIFICATE) if _ISO.search(paper.opening)]
    known = [paper for paper in found if paper.facts.expires and paper.facts.scope]
    return _standing(known, service, today, _certificate_facts)


def cards(claim: str, service: str, papers: Sequence[Paper], today: date) -> Weighed | None:
    """Decide that a current PCI DSS attestation of compliance stands."""
    known = [paper for paper in of_kind(papers, EvidenceKind.PCI_AOC) if _is_compliant(paper) and paper.facts.issued]
    if known:
        return _standing(known, service, today, _attested_facts)
    for paper in papers:
        if paper.is_kind(EvidenceKind.PCI_AOC) and _is_compliant(paper) is False:
            continue
        attested = next(paper.matching(_ATTESTED), None)
        if attested is None or not _CARDS.search(paper.opening) or not _COMPLIANT.search(paper.opening):
            continue
        until = _last_day(paper)
        if until is not None:
            current = until[0] >= today
            reason = f"'{paper.name}' attests it until {until[0].isoformat()}."
            state = VerdictState.SUPPORTED if current else VerdictState.STALE
            return Weighed(state, reason, (attested[1], until[1]), 0.8)
    return None


def tested(claim: str, service: str, papers: Sequence[Paper], today: date) -> Weighed | None:
    """Decide that a penetration test report by an independent party covers the service."""
    reports = [paper for paper in of_kind(papers, EvidenceKind.PENETRATION_TEST) if _is_independent(paper)]
    return _standing([paper for paper in reports if _tested_on(paper)], service, today, _test_facts)


def tested_on(claim: str, service: str, papers: Sequence[Paper], today: date) -> Weighed | None:
    """Decide on which day the last penetration test was completed."""
    reports = [paper for paper in of_kind(papers, EvidenceKind.PENETRATION_TEST) if paper.covers(service)]
    dated = [(paper, fact) for paper in reports if (fact := _tested_on(paper)) is not None]
    return _on_day(claim, dated, "test was completed")


def attestations(claim: str, service: str, papers: Sequence[Paper], today: date) -> Weighed | None:
    """Decide a list of attestations: each has to stand by itself."""
    items: list[tuple[str, Decision, str]] = [
        (r"soc 2", soc_report, claim if _TYPE_1.search(claim) or _TYPE_2.search(claim) else "soc 2"),
        (r"27001", certificate, claim),
        (r"another independent", cards, claim),
    ]
    asked = [(decide, words) for pattern, decide, words in items if re.search(pattern, claim, re.I)]
    found = [decide(words, service, papers, today) for decide, words in asked]
    standing = [item for item in found if item is not None]
    if not standing or len(standing) < len(found):
        return None
    lowest = max(standing, key=lambda item: _LOWER.index(item.state))
    quotes = tuple(quote for item in standing for quote in item.quotes[:1])
    held = f"The documents hold {listed(sorted({quote.document for quote in quotes}))}."
    reason = held if lowest.state is VerdictState.SUPPORTED else lowest.reason
    return Weighed(lowest.state, reason, quotes, lowest.confidence)


_LOWER = (
    VerdictState.SUPPORTED,
    VerdictState.SUPPORTED_WITH_EXCEPTION,
    VerdictState.STALE,
    VerdictState.OUT_OF_SCOPE,
    VerdictState.CONTRADICTED,
)
_DECISIONS: tuple[tuple[re.Pattern[str], Decision], ...] = tuple(
    (re.compile(words, re.I), decide)
    for words, decide in (
        (r"^a current soc 2 (?:type (?:1|2|ii?) )?report covers the service", soc_report),
        (r"period covered by the soc 2 report ends on", soc_period),
        (r"holds a valid iso/iec 27001 certificate", certificate),
        (r"current pci dss attestation of compliance covers", cards),
        (r"penetration test report by an independent party covers", tested),
        (r"last penetration test of the service was completed on", tested_on),
        (r"vendor holds these independent attestations", attestations),
        (r"information security policy has been approved by top management", approved),
        (r"information security policy was last reviewed on", last_reviewed),
        (r"there is a written incident response plan|documented business continuity and disaster recovery plan", written_plan),
        (r"data protection officer or privacy lead is", officer),
        (r"^the security team can be reached at any hour at", reached),
        (r"^the sub-?processors with access to customer data are:", suppliers),
    )
)  # fmt: skip


def decision_for(claim: str) -> Decision | None:
    """Return what decides a claim about documents themselves, or None for claims that sentences decide."""
    return next((decide for pattern, decide in _DECISIONS if pattern.search(claim)), None)


def sought_for(claim: str) -> tuple[str, ...]:
    """Return words whose pages decide a claim too, beside those that open a document; none for most claims."""
    return sought_by(claim) if decision_for(claim) in (officer, reached) else ()


def _standing(
    papers: Sequence[Paper], service: str, today: date, told: Callable[[Paper], tuple[Fact | None, ...]]
) -> Weighed | None:
    """Say what the best of the papers does: it covers the service and is valid, is too old, or is of something else."""
    if not papers:
        return None
    covering = [paper for paper in papers if paper.covers(service)]
    current = [paper for paper in covering if not paper.is_stale(today)]
    best = (current or covering or list(papers))[0]
    quotes = best.quotes(*told(best))
    if not covering:
        return Weighed(VerdictState.OUT_OF_SCOPE, f"'{best.name}' covers something else than {service}.", quotes, 0.7)
    if not current:
        return Weighed(VerdictState.STALE, f"'{best.name}' is no longer valid today.", quotes, 0.8)
    opinion = best.facts.opinion
    if opinion is not None and opinion.value in ("qualified", "adverse", "disclaimer"):
        reason = f"'{best.name}' is there, and its opinion is {opinion.value}."
        return Weighed(VerdictState.SUPPORTED_WITH_EXCEPTION, reason, (*best.quotes(opinion), *quotes)[:3], 0.8)
    return Weighed(VerdictState.SUPPORTED, f"'{best.name}' is there and valid today.", quotes, 0.9)


def _on_day(claim: str, dated: Sequence[tuple[Paper, Fact]], what: str, strict: bool = False) -> Weighed | None:
    """Compare the claim's day with the latest one the papers state; close to it decides nothing unless it must."""
    asked = [_day(value.low) for value in values(claim) if value.kind is ValueKind.DATE and value.unit == "day"]
    if not dated or len(asked) != 1:
        return None
    paper, fact = max(dated, key=lambda item: item[1].value)
    said = date.fromisoformat(fact.value)
    quotes = paper.quotes(fact)
    if said == asked[0]:
        return Weighed(VerdictState.SUPPORTED, f"'{paper.name}' states the same day.", quotes, 0.9)
    reason = f"'{paper.name}' states that the {what} on {said.isoformat()}, the claim {asked[0].isoformat()}."
    if strict or (said - asked[0]).days > LATER:
        return Weighed(VerdictState.CONTRADICTED, reason, quotes, 0.8)
    return Weighed(VerdictState.NOT_EVIDENCED, reason, quotes, None)


def _day(number: float) -> date:
    digits = int(number)
    return date(digits // 10000, digits // 100 % 100, digits % 100)


def _last_day(paper: Paper) -> tuple[date, Quote] | None:
    """Return until when an attestation holds: the day it states, or a year after its assessment."""
    for match, quote in paper.matching(_VALID):
        if found := dates(match.group()):
            return found[0].last, quote
    for match, quote in paper.matching(_COMPLETED):
        if found := dates(match.group()):
            return found[0].last + timedelta(days=YEAR), quote
    return None


def _is_compliant(paper: Paper) -> bool | None:
    """Tell whether an attestation says that all is in order; None where its result could not be read."""
    result = paper.facts.details.get(FactKey.COMPLIANCE, ())
    return result[0].value == "compliant" if result else None


def _is_independent(paper: Paper) -> bool:
    issuer, subject = paper.facts.issuer, paper.facts.subject
    return issuer is not None and (subject is None or issuer.value.lower() != subject.value.lower())


def _tested_on(paper: Paper) -> Fact | None:
    return paper.facts.period_end or paper.facts.issued


def _report_facts(paper: Paper) -> tuple[Fact | None, ...]:
    return paper.facts.period_end, paper.facts.scope, paper.facts.opinion


def _certificate_facts(paper: Paper) -> tuple[Fact | None, ...]:
    return paper.facts.expires, paper.facts.scope


def _attested_facts(paper: Paper) -> tuple[Fact | None, ...]:
    return paper.facts.issued, paper.facts.scope, *paper.facts.details.get(FactKey.COMPLIANCE, ())


def _test_facts(paper: Paper) -> tuple[Fact | None, ...]:
    return _tested_on(paper), paper.facts.issuer, paper.facts.scope
