"""Tells what kind of evidence a document is, from its name, its cover and its first pages."""

import re
from collections.abc import Sequence
from enum import StrEnum

from knowledge.pages import PageText


class EvidenceKind(StrEnum):
    """What a document is, as far as its age and its weight as evidence depend on it."""

    SOC_REPORT = "soc_report"
    BRIDGE_LETTER = "bridge_letter"
    ISO_CERTIFICATE = "iso_certificate"
    PCI_AOC = "pci_aoc"
    HIPAA_STATEMENT = "hipaa_statement"
    PENETRATION_TEST = "penetration_test"
    POLICY = "policy"
    AGREEMENT = "agreement"
    INSURANCE = "insurance"
    CONTINUITY_TEST = "continuity_test"
    QUESTIONNAIRE = "questionnaire"
    OTHER = "other"

    @property
    def label(self) -> str:
        """Say the kind to a person."""
        return _LABELS[self]


_LABELS = {
    EvidenceKind.SOC_REPORT: "SOC report",
    EvidenceKind.BRIDGE_LETTER: "Bridge letter",
    EvidenceKind.ISO_CERTIFICATE: "ISO certificate",
    EvidenceKind.PCI_AOC: "PCI attestation of compliance",
    EvidenceKind.HIPAA_STATEMENT: "HIPAA statement",
    EvidenceKind.PENETRATION_TEST: "Penetration test",
    EvidenceKind.POLICY: "Policy",
    EvidenceKind.AGREEMENT: "Agreement",
    EvidenceKind.INSURANCE: "Insurance certificate",
    EvidenceKind.CONTINUITY_TEST: "Continuity test",
    EvidenceKind.QUESTIONNAIRE: "Questionnaire",
    EvidenceKind.OTHER: "Other document",
}
ISO_STANDARD = r"(?:ISO|IEC)(?:\s*/\s*IEC)?\s*(?:27001|27701|27017|27018|22301|42001|9001)"
_COVER = 700
_ENOUGH = 3


def _cues(*cues: tuple[str, int]) -> tuple[tuple[re.Pattern[str], int], ...]:
    return tuple((re.compile(pattern, re.IGNORECASE), weight) for pattern, weight in cues)


_ON_COVER = {
    EvidenceKind.SOC_REPORT: _cues(
        (r"\bSOC\s*[123]\b", 3), (r"system\s+and\s+organization\s+controls|service\s+auditor[’']?s", 3)
    ),
    EvidenceKind.ISO_CERTIFICATE: _cues(
        (rf"\bcertificate\b(?s:.*){ISO_STANDARD}|{ISO_STANDARD}(?s:.*)\bcertificate\b", 3)
    ),
    EvidenceKind.PENETRATION_TEST: _cues(
        (r"pen(?:etration)?[\s_-]*test(?:ing)?|\bpentest", 3),
        (r"(?:security|vulnerability)\s+(?:assessment|audit|review)|source\s+code\s+audit", 3),
    ),
    EvidenceKind.POLICY: _cues((r"\bpolic(?:y|ies)(?![a-z])|datenschutzerkl", 3)),
    EvidenceKind.AGREEMENT: _cues(
        (
            r"(?:data\s*processing|master|services?|licen[cs]e)\s*(?:addendum|agreement)|terms[\s-]+of[\s-]+(?:use|service)",
            4,
        )
    ),
    EvidenceKind.QUESTIONNAIRE: _cues((r"questionnaire|\bCAIQ\b|\bHECVAT\b|\bSIG\s+(?:lite|core)\b", 4)),
}
_WITHIN = {
    EvidenceKind.SOC_REPORT: _cues(
        (r"independent\s+service\s+auditor[’']?s['’]?\s+report", 3),
        (r"report\s+of\s+(?:the\s+)?independent\s+(?:service\s+)?auditors?", 3),
        (r"trust\s+services\s+criteria", 1),
        (r"description\s+criteria|service\s+organi[sz]ation[’']s", 1),
    ),
    EvidenceKind.ISO_CERTIFICATE: _cues(
        (r"(?:this\s+is\s+to\s+certify|hereby\s+certif(?:y|ies)|(?:certif(?:y|ies)|confirms?|attests?)\s+that)", 2),
        (r"certificate\s+(?:number|no|registration)|certification\s+body", 2),
    ),
    EvidenceKind.PENETRATION_TEST: _cues(
        (r"\b(?:findings|vulnerabilities|weaknesses)\b", 1),
        (r"\b(?:testers?|engagement|consultants?|auditors?|security\s+researchers)\b", 1),
    ),
    EvidenceKind.POLICY: _cues((r"\bthis\s+policy\b", 2)),
    EvidenceKind.AGREEMENT: _cues((r"\bthis\s+(?:addendum|agreement|DPA)\b|\bthe\s+parties\b|\bthese\s+terms\b", 1)),
    EvidenceKind.QUESTIONNAIRE: _cues((r"\byes\s*/\s*no\b", 1)),
}


def kind_of(pages: Sequence[PageText], name: str) -> EvidenceKind:
    """Tell a document's kind; `other` unless its cover says it and, where it can, its first pages agree."""
    texts = [page.text for page in pages if page.text.strip()]
    if not texts:
        return EvidenceKind.OTHER
    cover = f"{_spaced(name)}\n{texts[0].strip()[:_COVER]}"
    within = "\n".join(texts[:4])
    scores = {kind: _score(_ON_COVER[kind], cover) + _score(_WITHIN[kind], within) for kind in _ON_COVER}
    if len(pages) > 12 or not _score(_WITHIN[EvidenceKind.ISO_CERTIFICATE], within):
        scores[EvidenceKind.ISO_CERTIFICATE] = 0
    if not _score(_WITHIN[EvidenceKind.SOC_REPORT], within):
        scores[EvidenceKind.SOC_REPORT] = 0
    best = max(scores, key=lambda kind: scores[kind])
    agreed = scores[best] > _ENOUGH or _score(_ON_COVER[best], _title(name, texts[0])) >= _ENOUGH
    return best if agreed and _score(_ON_COVER[best], cover) else EvidenceKind.OTHER


def _spaced(name: str) -> str:
    return re.sub(r"[_-]+|\.pdf$", " ", name, flags=re.IGNORECASE)


def _title(name: str, first: str) -> str:
    """Take what surely names the document: its file name and its first two lines."""
    lines = [line.strip() for line in first.splitlines() if line.strip()][:2]
    return "\n".join((_spaced(name), *(line for line in lines if line[-1] not in ".;,")))


def _score(cues: Sequence[tuple[re.Pattern[str], int]], text: str) -> int:
    return sum(weight for pattern, weight in cues if pattern.search(text))
