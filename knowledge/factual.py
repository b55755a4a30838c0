"""Answers questions about reports and certificates themselves with the words their facts stand on."""

import re
from collections.abc import Callable, Sequence

from knowledge.asking import asked
from knowledge.citations import Quote
from knowledge.facts import EvidenceKind, Fact
from knowledge.papers import Paper
from knowledge.terms import stem

MOST = 12
_REPORT = r"(?:soc\s*2|soc\s*ii|audit(?:or(?:['\u2019]s)?)?|attestation|assurance)"
_TEST = r"(?:penetration|pen)[\s-]*test\w*|\bpentest\w*"
_CERTIFICATE = r"(?:certificates?|certification|iso(?:/iec)?\s*27001)"
_DID = r"(?:perform\w*|conduct\w*|carr\w+\s+out|did|does|made|execut\w+|ran)"
_CLEAN = re.compile(r"\bno\s+(?:\w+\s+)?(?:exceptions?|deviations?)\b", re.I)
_EXCEPTIONS = re.compile(
    r"\b(?:which|what|list|were\s+there|are\s+there|any)\b[^?]{0,40}\b(?:exceptions?|deviations?)\b[^?]*"
    rf"(?:\b(?:{_REPORT}|auditors?|noted|found|report)\b|\?$)",
    re.I,
)
_ABOUT_WORDS = "SOC ISO IEC Type Report Certificate 27001 II API Ltd PCI DSS"
_ABOUT = frozenset(stem(word) for word in _ABOUT_WORDS.split())
_SOC, _ISO, _PENTEST = EvidenceKind.SOC_REPORT, EvidenceKind.ISO_CERTIFICATE, EvidenceKind.PENETRATION_TEST
Facts = Callable[[Paper], Sequence[Fact | None]]
_QUESTIONS: tuple[tuple[re.Pattern[str], EvidenceKind, Facts], ...] = tuple(
    (re.compile(words, re.I), kind, told)
    for words, kind, told in (
        (rf"\b(?:who|which\s+(?:firm|company))\b[^?]*\b{_DID}\b[^?]*\b(?:{_TEST})|\bby\s+whom\b[^?]*(?:{_TEST})|\bwho\b[^?]*\btested\b",
         _PENTEST, lambda paper: (paper.facts.issuer,)),
        (rf"\bwhen\b[^?]*(?:{_TEST})|\bwhat\s+(?:date|period)\b[^?]*(?:{_TEST})|\blast\s+(?:{_TEST})",
         _PENTEST, lambda paper: (paper.facts.period_end or paper.facts.issued,)),
        (rf"\b(?:when|until\s+when|what\s+date)\b[^?]*\b{_CERTIFICATE}\b[^?]*\b(?:expir\w+|valid|end|run\s+out)"
         rf"|\buntil\s+when\b[^?]*\b{_CERTIFICATE}|\bexpiry\s+date\b[^?]*\b{_CERTIFICATE}",
         _ISO, lambda paper: (paper.facts.expires,)),
        (rf"\b(?:who|which\s+(?:body|firm|company))\b[^?]*\b(?:issued|certified|granted)\b[^?]*\b{_CERTIFICATE}",
         _ISO, lambda paper: (paper.facts.issuer,)),
        (rf"\b(?:what|which)\b[^?]*\bscope\b[^?]*\b{_CERTIFICATE}|\bwhat\s+does\b[^?]*\b{_CERTIFICATE}\b[^?]*\bcover",
         _ISO, lambda paper: (paper.facts.scope,)),
        (r"\b(?:who|which\s+(?:firm|company))\b[^?]*\b(?:is|was)\s+the\s+(?:\w+\s+)?auditor\b"
         rf"|\b(?:who|which\s+(?:firm|company|auditor))\b[^?]*\b(?:audited|issued|wrote|{_DID})\b[^?]*\b(?:soc|audit\b|report)",
         _SOC, lambda paper: (paper.facts.issuer,)),
        (r"\b(?:what|which)\s+(?:\w+\s+)?period\b[^?]*\b(?:soc|audit|report)|\bperiod\s+(?:is\s+)?covered\b",
         _SOC, lambda paper: (paper.facts.period_end,)),
        (r"\bopinion\b", _SOC, lambda paper: (paper.facts.opinion,)),
        (_EXCEPTIONS.pattern, _SOC, lambda paper: paper.facts.exceptions),
    )
)  # fmt: skip


def factual(question: str, papers: Sequence[Paper]) -> tuple[Quote, ...]:
    """Return the quotes of the facts that answer the question, or nothing when no fact does."""
    for pattern, kind, told in _QUESTIONS:
        if pattern.search(question):
            meant = [paper for paper in papers if paper.is_kind(kind) and _is_meant(question, paper)]
            return tuple(quote for paper in meant for quote in paper.quotes(*told(paper)))[:MOST]
    return ()


def asks_for_fact(question: str) -> bool:
    """Say whether the question is one that facts may answer."""
    return any(pattern.search(question) for pattern, _, _ in _QUESTIONS)


def is_misplaced(question: str, text: str) -> bool:
    """Say whether a sentence reports a clean result where exceptions are asked for."""
    return bool(_EXCEPTIONS.search(question) and _CLEAN.search(text))


def _is_meant(question: str, paper: Paper) -> bool:
    """A question that names a product or a company is about the papers that name it too."""
    present = {stem(word) for word in re.findall(r"\w+", f"{paper.title} {paper.opening}")}
    return all(word in present for word in asked(question).proper - _ABOUT)
