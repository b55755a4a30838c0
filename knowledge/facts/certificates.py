"""Reads off a certificate of a management system: who certifies whom, for what, and until when."""

import re
from collections.abc import Sequence

from knowledge.facts import labels
from knowledge.facts.kinds import EvidenceKind
from knowledge.facts.spans import places
from knowledge.facts.values import DocumentFacts, Fact, fact
from knowledge.pages import PageText

_NAME = r"[A-Z0-9][^\n:]{2,80}"
_SUBJECT = re.compile(
    rf"(?:certify\s+that|certifies\s+that|confirms\s+that|management\s+systems?\s+of)(?:\s+the\s+(?:\w+\s+){{0,5}}"
    rf"management\s+system\s+of)?[:\s]*\n\s*(?P<value>{_NAME})[ \t]*\n",
)
_CERTIFIER = (
    re.compile(rf"^[ \t]*(?P<value>{_NAME}?)\s+(?:confirms|certifies|hereby\s+certifies)\s+that\b", re.MULTILINE),
    re.compile(
        rf"\b(?i:certification\s+body|issued\s+by|certified\s+by)[ \t]*:[ \t]*(?P<value>{_NAME}?)[ \t]*(?=\n|,|$)",
        re.M,
    ),
    re.compile(rf"\b(?:Head|Director|Manager)\s+of\s+Certification,\s*(?P<value>{_NAME}?)[ \t]*(?=\n|,|$)", re.M),
    re.compile(
        r"\b(?P<value>BSI(?:\s+Group)?|DNV|T[ÜU]V\s+(?:S[ÜU]D|Rheinland|NORD|Austria|Saarland)|Bureau\s+Veritas|LRQA"
        r"|Schellman|A-LIGN|Coalfire\s+ISO|DEKRA|EY\s+CertifyPoint|Prescient\s+Security|SGS|NQA|AENOR)\b"
    ),
)
_SCOPE = re.compile(
    r"^[ \t]*(?:the\s+)?scope(?:\s+of\s+(?:the\s+)?(?:certification|certificate|registration))?[ \t]*:?\s+"
    r"(?P<value>[^:]{15,600}?)(?=\n[ \t]*\n|\n[ \t]*[A-Z][\w /]{2,30}:|\.[ \t]*\n|\s*\Z)",
    re.MULTILINE | re.IGNORECASE,
)


def read_off(pages: Sequence[PageText]) -> DocumentFacts:
    """Read the facts off a certificate."""
    return DocumentFacts(
        kind=EvidenceKind.ISO_CERTIFICATE,
        issuer=_certifier(pages),
        subject=next((fact(place) for place in places(pages, _SUBJECT, "value")), None),
        issued=labels.dated(pages, labels.ISSUED),
        expires=labels.dated(pages, labels.EXPIRES),
        scope=_scope(pages),
    )


def _certifier(pages: Sequence[PageText]) -> Fact | None:
    for pattern in _CERTIFIER:
        names = list(places(pages, pattern, "value"))
        if len({place.text.casefold() for place in names}) == 1:
            return fact(names[0])
    return None


def _scope(pages: Sequence[PageText]) -> Fact | None:
    place = next(places(pages, _SCOPE, "value"), None)
    if place is None:
        return None
    return Fact(place.text, place.page.text[place.start : place.end], place.page.number)
