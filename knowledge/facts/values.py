"""What can be known of a document, and its form as JSON."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

import msgspec

from knowledge.facts.dates import Written
from knowledge.facts.kinds import EvidenceKind
from knowledge.facts.spans import Place, flat


class FactKey(StrEnum):
    """What else a document can say of itself, beside the facts that most kinds share."""

    SOC_TYPE = "soc_type"
    REPORT_TYPE = "report_type"
    TRUST_CRITERIA = "trust_criteria"
    CUEC = "cuec"
    SUBSERVICE = "subservice"
    STANDARD = "standard"
    CERTIFICATE_NUMBER = "certificate_number"
    ACCREDITATION = "accreditation"
    SITE = "site"
    SOA_VERSION = "soa_version"
    PCI_VERSION = "pci_version"
    COMPLIANCE = "compliance"
    SERVICE_PROVIDER_LEVEL = "service_provider_level"
    ASSESSOR = "assessor"
    BAA = "baa"
    SEVERITY_COUNT = "severity_count"
    RETEST = "retest"
    OWNER = "owner"
    VERSION = "version"
    APPROVED_BY = "approved_by"
    PARTY = "party"
    SUBPROCESSOR = "subprocessor"
    NOTIFICATION_TIME = "notification_time"
    TRANSFER = "transfer"
    LIMIT = "limit"
    POLICY_NUMBER = "policy_number"
    RTO = "rto"
    RPO = "rpo"
    TEST_RESULT = "test_result"

    @property
    def label(self) -> str:
        """Say what is known to a person."""
        return _LABELS[self]


_LABELS = {
    FactKey.SOC_TYPE: "Report",
    FactKey.REPORT_TYPE: "Type",
    FactKey.TRUST_CRITERIA: "Trust services criteria",
    FactKey.CUEC: "Your own duty (user entity control)",
    FactKey.SUBSERVICE: "Subservice organisation",
    FactKey.STANDARD: "Standard",
    FactKey.CERTIFICATE_NUMBER: "Certificate number",
    FactKey.ACCREDITATION: "Accredited by",
    FactKey.SITE: "Site",
    FactKey.SOA_VERSION: "Statement of applicability",
    FactKey.PCI_VERSION: "PCI DSS version",
    FactKey.COMPLIANCE: "Result",
    FactKey.SERVICE_PROVIDER_LEVEL: "Service provider level",
    FactKey.ASSESSOR: "Assessed by",
    FactKey.BAA: "Business associate agreement",
    FactKey.SEVERITY_COUNT: "Findings",
    FactKey.RETEST: "Retested",
    FactKey.OWNER: "Owner",
    FactKey.VERSION: "Version",
    FactKey.APPROVED_BY: "Approved by",
    FactKey.PARTY: "Party",
    FactKey.SUBPROCESSOR: "Sub-processor",
    FactKey.NOTIFICATION_TIME: "Breach notification within",
    FactKey.TRANSFER: "Transfers rest on",
    FactKey.LIMIT: "Limit of cover",
    FactKey.POLICY_NUMBER: "Policy number",
    FactKey.RTO: "Recovery time",
    FactKey.RPO: "Recovery point",
    FactKey.TEST_RESULT: "Test result",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing a document says of itself: `quote` stands verbatim on `page`; a date's value is in ISO form.

    `confidence` is a rough share from 0 to 1; `parts` holds what belongs to this one fact, such as the control that an
    exception is about. `confirmed_by` names the person who vouched for it; only such a fact may be without a quote.
    """

    value: str
    quote: str
    page: int
    confidence: float = 1.0
    parts: dict[str, str] = field(default_factory=dict)
    confirmed_by: str = ""


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """All that could be read off a document for certain; what is not stated, or can be read two ways, is None."""

    kind: EvidenceKind = EvidenceKind.OTHER
    issuer: Fact | None = None
    subject: Fact | None = None
    period_start: Fact | None = None
    period_end: Fact | None = None
    issued: Fact | None = None
    expires: Fact | None = None
    opinion: Fact | None = None
    scope: Fact | None = None
    exceptions: tuple[Fact, ...] = ()
    details: dict[FactKey, tuple[Fact, ...]] = field(default_factory=dict)


_SHARED = ("issuer", "subject", "period_start", "period_end", "issued", "expires", "opinion", "scope")


def with_facts(found: DocumentFacts, change: Callable[[Fact], Fact]) -> DocumentFacts:
    """Change every fact of a document."""
    single: dict[str, Any] = {name: change(fact) for name in _SHARED if (fact := getattr(found, name)) is not None}
    details = {key: tuple(map(change, several)) for key, several in found.details.items()}
    return replace(found, **single, exceptions=tuple(map(change, found.exceptions)), details=details)


def facts_to_json(found: DocumentFacts) -> str:
    """Write facts as JSON text."""
    return msgspec.json.encode(found).decode()


def facts_from_json(text: str) -> DocumentFacts:
    """Read facts back; empty text gives facts of which nothing is known."""
    return msgspec.json.decode(text, type=DocumentFacts) if text else DocumentFacts()


def fact(place: Place, value: str = "") -> Fact:
    """Make a fact of a place: its value, or else the words of the place; the quote is the lines it stands on."""
    return Fact(value or place.text, place.lines, place.page.number)


def stated(place: Place, value: str = "") -> Fact:
    """Make a fact of a place in running text: its value, or else its sentence; the quote is the sentence."""
    return Fact(value or flat(place.quote), place.quote, place.page.number)


def last_day(place: Place, written: Written) -> Fact:
    """Make a date fact; a month stands for its last day."""
    return Fact(written.last.isoformat(), place.lines, place.page.number)


def first_day(place: Place, written: Written) -> Fact:
    """Make a date fact; a month stands for its first day."""
    return Fact(written.first.isoformat(), place.lines, place.page.number)
