"""Reads a document's facts off its pages by the rules of its kind; only who does that needs the rules, which load slowly."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from knowledge.facts import (
    agreements,
    attestations,
    bridge_letters,
    certificates,
    continuity,
    hipaa,
    insurance,
    pentests,
    policies,
    soc_reports,
)
from knowledge.facts.kinds import EvidenceKind, kind_of
from knowledge.facts.unbroken import unbroken
from knowledge.facts.values import DocumentFacts, Fact, with_facts
from knowledge.pages import PageText

# Three times the longest page, and the longest document, of those that were looked at.
_LONGEST_PAGE, _MOST = 20_000, 2_000_000
_READERS: dict[EvidenceKind, Callable[[Sequence[PageText]], DocumentFacts]] = {
    EvidenceKind.SOC_REPORT: soc_reports.read_off,
    EvidenceKind.BRIDGE_LETTER: bridge_letters.read_off,
    EvidenceKind.ISO_CERTIFICATE: certificates.read_off,
    EvidenceKind.PCI_AOC: attestations.read_off,
    EvidenceKind.HIPAA_STATEMENT: hipaa.read_off,
    EvidenceKind.PENETRATION_TEST: pentests.read_off,
    EvidenceKind.POLICY: policies.read_off,
    EvidenceKind.AGREEMENT: agreements.read_off,
    EvidenceKind.INSURANCE: insurance.read_off,
    EvidenceKind.CONTINUITY_TEST: continuity.read_off,
}


def facts(pages: Sequence[PageText], name: str) -> DocumentFacts:
    """Read the facts off a document's readable pages; what is not stated for certain stays None."""
    readable = _bounded([page for page in pages if page.state.is_readable and page.text.strip()])
    kind = kind_of(readable, name)
    read_off = _READERS.get(kind)
    if read_off is None:
        return DocumentFacts(kind)
    whole = unbroken(readable)
    texts = {one.number: (one.text, own.text) for one, own in zip(whole, readable, strict=True)}
    return with_facts(read_off(whole), lambda fact: _as_printed(fact, *texts.get(fact.page, ("", ""))))


def _as_printed(fact: Fact, whole: str, own: str) -> Fact:
    """Give a fact its quote as it stands on the page, with the line ends that were mended for reading."""
    if not fact.quote or fact.quote in own:
        return fact
    at = whole.find(fact.quote)
    if at >= 0:
        return replace(fact, quote=own[at : at + len(fact.quote)])
    found = re.search(r"\s+".join(map(re.escape, fact.quote.split())), own)
    return replace(fact, quote=found.group()) if found else fact


def _bounded(pages: Sequence[PageText]) -> list[PageText]:
    """Cut pages off where no real document goes on, so that one made to keep rules busy does not."""
    kept, left = [], _MOST
    for page in pages:
        size = min(len(page.text), _LONGEST_PAGE, left)
        kept.append(page if size == len(page.text) else replace(page, text=page.text[:size]))
        left -= size
        if left <= 0:
            break
    return kept
