"""Every key under which something can be known of a document, and which of them belong to which kind."""

from enum import StrEnum

from knowledge.facts.kinds import EvidenceKind
from knowledge.facts.values import FactKey


class SharedKey(StrEnum):
    """What can be known of most kinds of document."""

    KIND = "kind"
    ISSUER = "issuer"
    SUBJECT = "subject"
    PERIOD_START = "period_start"
    PERIOD_END = "period_end"
    ISSUED = "issued"
    EXPIRES = "expires"
    OPINION = "opinion"
    SCOPE = "scope"
    EXCEPTIONS = "exceptions"

    @property
    def label(self) -> str:
        """Say what is known to a person."""
        return _LABELS[self]


Key = SharedKey | FactKey
_LABELS = {
    SharedKey.KIND: "Kind",
    SharedKey.ISSUER: "Issued by",
    SharedKey.SUBJECT: "About",
    SharedKey.PERIOD_START: "Period from",
    SharedKey.PERIOD_END: "Period to",
    SharedKey.ISSUED: "Issued",
    SharedKey.EXPIRES: "Expires",
    SharedKey.OPINION: "Opinion",
    SharedKey.SCOPE: "Scope",
    SharedKey.EXCEPTIONS: "Exception",
}
# Of these a document has one; of the others any number.
SINGLE: frozenset[Key] = frozenset(set(SharedKey) - {SharedKey.EXCEPTIONS, SharedKey.KIND})
_S, _F = SharedKey, FactKey
_PERIOD = (_S.PERIOD_START, _S.PERIOD_END)
_KEYS: dict[EvidenceKind, tuple[Key, ...]] = {
    EvidenceKind.SOC_REPORT: (
        *_PERIOD, _S.OPINION, _F.SOC_TYPE, _F.REPORT_TYPE, _F.TRUST_CRITERIA, _S.EXCEPTIONS, _F.CUEC, _F.SUBSERVICE,
    ),
    EvidenceKind.BRIDGE_LETTER: _PERIOD,
    EvidenceKind.ISO_CERTIFICATE: (
        _S.EXPIRES, _F.STANDARD, _F.CERTIFICATE_NUMBER, _F.ACCREDITATION, _F.SITE, _F.SOA_VERSION,
    ),
    EvidenceKind.PCI_AOC: (_F.PCI_VERSION, _F.COMPLIANCE, _F.SERVICE_PROVIDER_LEVEL),
    EvidenceKind.HIPAA_STATEMENT: (_S.PERIOD_END, _F.ASSESSOR, _F.BAA),
    EvidenceKind.PENETRATION_TEST: (*_PERIOD, _F.SEVERITY_COUNT, _F.RETEST),
    EvidenceKind.POLICY: (_S.EXPIRES, _F.OWNER, _F.VERSION, _F.APPROVED_BY),
    EvidenceKind.AGREEMENT: (_S.EXPIRES, _F.PARTY, _F.SUBPROCESSOR, _F.NOTIFICATION_TIME, _F.TRANSFER),
    EvidenceKind.INSURANCE: (*_PERIOD, _F.LIMIT, _F.POLICY_NUMBER),
    EvidenceKind.CONTINUITY_TEST: (_F.RTO, _F.RPO, _F.TEST_RESULT),
    EvidenceKind.QUESTIONNAIRE: (_F.VERSION,),
    EvidenceKind.OTHER: (*_PERIOD, _S.EXPIRES, _F.OWNER, _F.VERSION),
}  # fmt: skip
_COMMON: tuple[Key, ...] = (_S.ISSUER, _S.SUBJECT, _S.ISSUED, _S.SCOPE)


def keys_of(kind: EvidenceKind) -> tuple[Key, ...]:
    """Return what can be known of a kind of document, in the order people ask for it."""
    return (*_COMMON, *_KEYS[kind])


def key_of(name: str) -> Key:
    """Return the key of this name; raises ValueError for any other word."""
    try:
        return SharedKey(name)
    except ValueError:
        return FactKey(name)
