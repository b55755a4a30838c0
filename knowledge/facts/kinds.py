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
_CERTIFICATE = r"\b(?:certificate|zertifikat|certificat|certificado|certificato)\b"
_COVER = 700
_ENOUGH = 3
_READ = 20_000


def _cues(*cues: tuple[str, int]) -> tuple[tuple[re.Pattern[str], int], ...]:
    return tuple((re.compile(pattern, re.IGNORECASE), weight) for pattern, weight in cues)


_ON_COVER = {
    EvidenceKind.SOC_REPORT: _cues(
        (r"\bSOC\s*[123]\b", 3),
        (
            r"(?:system|service)\s+(?:and\s+)?organi[sz]ation\s+controls?\b|\b(?:ISAE|ASAE|SSAE"
            r"|CSAE)\s*(?:No\.?\s*)?\d{2,4}|service\s+auditor[’']?s",
            3,
        ),
    ),
    EvidenceKind.BRIDGE_LETTER: _cues(
        (
            r"\b(?:bridge|bridging|gap)[\s()/-]+(?:(?:bridge|gap)[\s()/-]+)?letter\b|\bletter\s+of\s+(?:continued|continuing"
            r"|interim)\s+assurance\b|\b(?:customer|continued|interim)\s+assurance\s+letter\b"
            r"|\bcomfort\s+letter\b|\broll[\s-]?forward\s+letter\b|\b(?:bridge|bridging|gap)\s+period\b"
            r"|\b(?:SOC\s*[12]|interim)\s+(?:continuity"
            r"|update|representation|coverage)\s+letter\b|\bnegative\s+assurance\s+letter\b"
            r"|\bcontinued\s+operation\s+of\s+controls\b",
            8,
        ),
        (r"\bSOC\s*[12]\b", 3),
    ),
    EvidenceKind.ISO_CERTIFICATE: _cues(
        (rf"{_CERTIFICATE}(?s:.{{0,600}}?){ISO_STANDARD}|{ISO_STANDARD}(?s:.{{0,600}}?){_CERTIFICATE}", 3)
    ),
    EvidenceKind.PCI_AOC: _cues(
        (
            r"\battestation\s+of\s+compliance\b|\bAOC\b|\b(?:confirmation|certificate"
            r"|statement)\s+of\s+PCI(?:[\s-]*DSS)?\s+compliance\b"
            r"|\bPCI(?:[\s-]*DSS)?\s+(?:compliance\s+)?(?:certificate|attestation|validation)\b"
            r"|\b(?:certificate|attestation|validation|letter)\s+of\s+PCI(?:[\s-]*DSS)?\b",
            5,
        )
    ),
    EvidenceKind.HIPAA_STATEMENT: _cues(
        (
            r"\b(?:HIPAA"
            r"|health\s+insurance\s+portability\s+and\s+accountability)\b(?s:.{0,60}?)\b(?:statement"
            r"|attestation|compliance|assessment|evaluation|report|letter|certificate|analysis"
            r"|self-attestation|safeguards)\b",
            4,
        )
    ),
    EvidenceKind.PENETRATION_TEST: _cues(
        (r"pen(?:etration)?[\s_-]*test(?:ing)?|\bpentest|\bre-?test\s+(?:report|letter|summary|results?)", 3),
        (
            r"(?:security|vulnerability)\s+(?:assessment|audit|review)|source\s+code\s+(?:audit|review)"
            r"|(?:red\s+team|offensive\s+security|ethical\s+hacking)(?:\s+\w+){0,2}\s+(?:report|exercise"
            r"|assessment|test)|security\s+test(?:ing)?\b",
            3,
        ),
    ),
    EvidenceKind.POLICY: _cues(
        (r"\bpolic(?:y|ies)(?![a-z])|datenschutzerkl", 3),
        (r"(?m)^.{0,60}\b(?:standard|procedure|guideline|directive|code\s+of\s+conduct)s?[ \t]*$", 2),
    ),
    EvidenceKind.AGREEMENT: _cues(
        (
            r"(?:data\s*(?:processing|processors?|protection)|processor|business\s+associate|master"
            r"|services?|licen[cs]e)\s*(?:addendum|agreement)|terms[\s-]+of[\s-]+(?:use|service)"
            r"|\bagreement\s+on\s+(?:the\s+)?(?:commissioned\s+)?processing|\bauftragsverarbeitung"
            r"|\bArticle\s+28\b|\bGDPR\s+(?:addendum|annex|terms)\b|contract\s+(?:for"
            r"|on)\s+(?:the\s+)?(?:commissioned\s+)?processing|\bdata\s+(?:processing|protection)\s+(?:terms|annex"
            r"|exhibit|schedule|appendix|conditions|contract)",
            4,
        )
    ),
    EvidenceKind.INSURANCE: _cues(
        (
            r"\b(?:certificate|memorandum|schedule|declaration|summary)\s+of\s+(?:\w+\s+){0,3}insurance\b"
            r"|\binsurance\s+(?:certificate|confirmation|summary|verification)\b|\b(?:evidence|confirmation"
            r"|verification|proof)\s+of\s+(?:\w+\s+){0,3}(?:insurance|cover)\b|\bACORD\b"
            r"|\binsurance\s+(?:policy\s+)?(?:declarations?|binder|schedule|attestation|statement)\b"
            r"|\b(?:policy|insurance|coverage)\s+declarations?\b|\bdeclarations\s+page\b"
            r"|\bcertificate\s+of\s+currency\b|\bpolicy\s+binder\b|\battestation\s+d[’']assurance\b|\b(?:cover\s+note"
            r"|policy\s+schedule|insurance\s+schedule"
            r"|schedule\s+of\s+cover)\b|versicherungsbest",
            5,
        ),
        (
            r"\bconfirm\w*\b[^.]{0,120}?\b(?:insurances?|polic(?:y|ies)|cover(?:age)?)\b[^.]{0,60}?\b(?:in\s+(?:force"
            r"|place|effect)|effected|held)\b"
            r"|\binsurance\s+brokers?\b",
            4,
        ),
    ),
    EvidenceKind.CONTINUITY_TEST: _cues(
        (
            r"\b(?:test|exercise|drill)\s+(?:report|record|results?|summary)\s*[:–-]\s*(?:\w+\s+){0,3}?(?:recovery"
            r"|continuity|fail-?over|restore)\b"
            r"|\b(?:(?:table[\s-]?top|crisis)\s+(?:exercise|test|drill|simulation)|after[\s-]action\s+report|(?:test"
            r"|exercise|drill)\s+of\s+(?:the\s+"
            r"|our\s+)?(?:\w+\s+){0,3}?(?:continuity|recovery)|(?:restore|backup)[\s\w&]{0,20}\btest)\b"
            r"|\b(?:continuity|recovery|failover|BCP|BCDR|DRP?|resilience)\b[\w /&():,–-]{0,40}?\b(?:test"
            r"|exercise|drill|rehearsal|simulation)(?:ing|s)?\b(?!ed)",
            4,
        )
    ),
    EvidenceKind.QUESTIONNAIRE: _cues(
        (
            r"questionnaire(?!(?s:.{0,60})attestation\s+of\s+compliance)|\bself-assessment\s+form\b|\bCAIQ\b"
            r"|\bHECVAT\b|\bSIG\s+(?:lite|core)\b",
            4,
        )
    ),
}
_WITHIN = {
    EvidenceKind.SOC_REPORT: _cues(
        (r"independent\s+service\s+auditor[’']?s['’]?\s+report", 3),
        (r"\bindependent\s+(?:\w+\s+)?auditors?[’']?s?[’']?\s+report|\bsuitably\s+designed\b", 2),
        (r"report\s+of\s+(?:the\s+)?independent\s+(?:\w+\s+){0,3}?(?:auditors?|accountants?|practitioners?)", 3),
        (r"\bservice\s+auditor|\bwe\s+(?:have\s+|were\s+)?(?:examined|engaged\s+to\s+(?:examine|report))\b", 2),
        (r"\b(?:ISAE|ASAE|SSAE|CSAE|AT-C)\s*(?:section\s*)?\d{2,4}|\bcontrol\s+objectives?\b", 2),
        (r"trust\s+services\s+criteria", 1),
        (r"description\s+criteria|service\s+organi[sz]ation[’']s", 1),
    ),
    EvidenceKind.BRIDGE_LETTER: _cues(
        (
            r"\b(?:not\s+aware|no\s+knowledge)\s+of\s+any\s+(?:\w+\s+)?change|\bplace\s+of\s+(?:a|the)\s+report\b"
            r"|\bsubstitute\s+for\s+(?:a|the)\s+report\b",
            3,
        ),
        (r"\b(?:no|not|any)\b(?:\s+\w+){0,6}?\s+(?:material|significant)(?:\s+\w+){0,4}?\s+changes?\b", 3),
        (
            r"\bchang\w+\b[^.]{0,40}\b(?:material|significant)|\bcontrols?\b[^.]{0,60}\b(?:continue[sd]?"
            r"|remain(?:s|ed)?)\b|\bdate\s+of\s+this\s+letter\b",
            3,
        ),
        (r"\b(?:dear|to\s+whom\s+it\s+may\s+concern|sincerely|regards|faithfully)\b", 3),
    ),
    EvidenceKind.ISO_CERTIFICATE: _cues(
        (
            r"\bthis\s+certificate\b|\bcertif(?:ying|ication)\s+(?:body|bureau)|\bcertificate\s+(?:id|holder"
            r"|of\s+\w+)\b|\bcertified\s+since\b"
            r"|\b(?:expir(?:y|ation)|valid\s+(?:un)?til)\b",
            2,
        ),
        (
            r"(?:this\s+is\s+to\s+certify|hereby\s+certif(?:y|ies)|(?:certif(?:y|ies)|confirms?"
            r"|attests?)\s+that|certifica\s+que|certifie\s+que|bescheinigt)",
            2,
        ),
        (
            r"(?:certificate|registration)\s+(?:number|no|registration)|certification\s+body|zertifikat"
            r"|has\s+issued\s+certificate|\bcertified\s+organi[sz]ation\b",
            2,
        ),
    ),
    EvidenceKind.PCI_AOC: _cues(
        (r"\bPCI\b|payment\s+card\s+industry", 2),
        (r"\bassess(?:or|ed|ments?)\b|\bQSA\b|service\s+provider|\bmerchant\b", 2),
    ),
    EvidenceKind.HIPAA_STATEMENT: _cues(
        (r"protected\s+health\s+information|\be?PHI\b", 1),
        (r"business\s+associate|security\s+rule|45\s+CFR|164\.3", 1),
    ),
    EvidenceKind.PENETRATION_TEST: _cues(
        (r"\b(?:severity|exploit\w*|CVSS|remediat\w+|re-?test\w*)\b", 1),
        (r"\b(?:findings|vulnerabilities|weaknesses)\b", 1),
        (r"\b(?:testers?|engagement|consultants?|auditors?|security\s+researchers)\b", 1),
    ),
    EvidenceKind.POLICY: _cues(
        (r"\bthis\s+(?:policy|standard|procedure|guideline|directive)\b", 2),
        (r"\b(?:next\s+review|policy\s+owner|document\s+owner)\b", 1),
    ),
    EvidenceKind.AGREEMENT: _cues(
        (
            r"\bsub-?processors?\b|\bprocess(?:es|ed)?\s+personal\s+data\b|\bthis\s+(?:addendum|agreement|DPA)\b"
            r"|\bthe\s+parties\b|\bthese\s+terms\b",
            1,
        )
    ),
    EvidenceKind.INSURANCE: _cues(
        (
            r"\b(?:named\s+)?insured\b|\binsurer\b|\bunderwriter|policy\s+period"
            r"|limits?\s+of\s+(?:liability|indemnity)",
            2,
        ),
        (
            r"\b(?:named\s+insured|insured|policy\s*holder|assured)\b(?s:.{0,600})\b(?:policy\s+(?:no\b|number|period)"
            r"|period\s+of\s+insurance)"
            r"(?s:.{0,600})\b(?:limits?\b|sum\s+insured)",
            4,
        ),
    ),
    EvidenceKind.CONTINUITY_TEST: _cues(
        (r"\bR[TP]O\b|recovery\s+(?:time|point)|\bfail(?:ed)?[\s-]?over\b", 1),
        (r"\b(?:the|this)\s+(?:exercise|drill)\s+(?:covered|was|took|assumed|simulated|included|began)\b", 1),
        (r"\bthe\s+(?:exercise|test|drill)\b(?s:.{0,800})\b(?:recover\w*|continuity|restor\w*|outage|loss\s+of)\b", 1),
        (r"\bscenario|participants|lessons\s+learned|\btest\s+(?:date|objectives?|results?|team)|exercise\s+date", 1),
    ),
    EvidenceKind.QUESTIONNAIRE: _cues((r"\byes\s*/\s*no\b", 1)),
}
# What a kind cannot do without on its first pages, and how many pages it has at most.
_NEEDED = frozenset(
    (
        EvidenceKind.SOC_REPORT,
        EvidenceKind.BRIDGE_LETTER,
        EvidenceKind.ISO_CERTIFICATE,
        EvidenceKind.PCI_AOC,
        EvidenceKind.HIPAA_STATEMENT,
        EvidenceKind.INSURANCE,
        EvidenceKind.CONTINUITY_TEST,
    )
)
_LONGEST = {
    EvidenceKind.BRIDGE_LETTER: 4,
    EvidenceKind.ISO_CERTIFICATE: 12,
    EvidenceKind.INSURANCE: 12,
    EvidenceKind.HIPAA_STATEMENT: 40,
}
_NAMED = 2
# A questionnaire speaks of every other kind; what it calls itself counts for more than what it asks about.
_OWN_NAMED = {EvidenceKind.QUESTIONNAIRE: 8}
_LEAST = {EvidenceKind.BRIDGE_LETTER: 9, EvidenceKind.PCI_AOC: 9}
_TOP = 120
# What a document calls itself when it is about evidence and none itself.
_NOT_EVIDENCE = re.compile(
    r"\b(?:notice\s+of\s+(?:suspension|withdrawal|cancellation|termination)"
    r"|minutes\s+of(?!(?:[^\S\n]+\w+){0,4}[^\S\n]+(?:exercise|test|drill|rehearsal))|meeting\s+(?:notes|minutes)|agenda"
    r"|white\s?paper|newsletter|press\s+release"
    r"|brochure|invoice|blog|frequently\s+asked|curriculum\s+vitae|calendar(?!\s+(?:year|quarter|month|week|day))"
    r"|checklist|roadmap|audit\s+plan|trust\s+(?:cent(?:er|re)|portal))\b",
    re.IGNORECASE,
)
# What an insurer offers, or a customer applies for, is not in force.
_OFFERED = re.compile(
    r"\b(?:quot(?:e|ation)s?|proposals?|indications?|applications?|offers?|renewal\s+terms|requirements?)\b",
    re.IGNORECASE,
)
_INTENDED = {
    EvidenceKind.INSURANCE: _OFFERED,
    EvidenceKind.PENETRATION_TEST: re.compile(
        r"\b(?:proposal|quotation|statement\s+of\s+work|test\s+plan|scoping\s+\w+|rules\s+of\s+engagement)\b",
        re.IGNORECASE,
    ),
    EvidenceKind.CONTINUITY_TEST: re.compile(
        r"\b(?:test|exercise|drill)\s+(?:plan|schedule|programme)\b", re.IGNORECASE
    ),
}


def kind_of(pages: Sequence[PageText], name: str) -> EvidenceKind:
    """Tell a document's kind; `other` unless its cover says it and, where it can, its first pages agree."""
    texts = [page.text for page in pages if page.text.strip()]
    if not texts:
        return EvidenceKind.OTHER
    if _NOT_EVIDENCE.search(texts[0].strip()[:_TOP]):
        return EvidenceKind.OTHER
    title, cover = _title(name, texts[0]), f"{_spaced(name)}\n{texts[0].strip()[:_COVER]}"
    within = "\n".join(text[:_READ] for text in texts[:4])
    scores = {
        kind: _likeness(kind, title, cover, within) for kind in _ON_COVER if len(pages) <= _LONGEST.get(kind, 9999)
    }
    best = max(scores, key=lambda kind: scores[kind])
    if best in _INTENDED and _INTENDED[best].search(texts[0].strip()[:_TOP]):
        return EvidenceKind.OTHER
    agreed = scores[best] > _ENOUGH or _score(_ON_COVER[best], title) >= _ENOUGH
    return best if agreed and scores[best] else EvidenceKind.OTHER


def _likeness(kind: EvidenceKind, title: str, cover: str, within: str) -> int:
    """Score a kind: what its cover says, more where the title does, and what its first pages say."""
    on_cover, inside = _score(_ON_COVER[kind], cover), _score(_WITHIN[kind], within)
    if not on_cover or (kind in _NEEDED and not inside) or on_cover + inside < _LEAST.get(kind, 0):
        return 0
    named = _OWN_NAMED.get(kind, _NAMED) if _score(_ON_COVER[kind], title) else 0
    return on_cover + inside + named


def _spaced(name: str) -> str:
    return re.sub(r"[_-]+|\.pdf$", " ", name, flags=re.IGNORECASE)


def _title(name: str, first: str) -> str:
    """Take what surely names the document: its file name and its first two lines."""
    lines = [line.strip() for line in first.splitlines() if line.strip()][:2]
    return "\n".join((_spaced(name), *(line for line in lines if line[-1] not in ".;,")))


def _score(cues: Sequence[tuple[re.Pattern[str], int]], text: str) -> int:
    return sum(weight for pattern, weight in cues if pattern.search(text))
