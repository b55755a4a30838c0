"""Reads who accredited the body that issued a certificate."""

import re
from collections.abc import Sequence

from knowledge.facts.forms import Entry
from knowledge.facts.phrases import CUE, said
from knowledge.facts.settling import distinct, named
from knowledge.facts.values import Fact
from knowledge.pages import PageText

_FULL_NAMES = {
    "United Kingdom Accreditation Service": "UKAS", "ANSI National Accreditation Board": "ANAB",
    "Deutsche Akkreditierungsstelle": "DAkkS", "Raad voor Accreditatie": "RvA", "Dutch Accreditation Council": "RvA",
    "Comité français d['’]accréditation": "Cofrac", "Entidad Nacional de Acreditación": "ENAC",
    "Swiss Accreditation Service": "SAS", "International Accreditation Service": "IAS",
    "Joint Accreditation System": "JAS-ANZ", "Irish National Accreditation Board": "INAB",
    "National Accreditation Board for Certification Bodies": "NABCB", "Standards Council of Canada": "SCC",
    "Danish Accreditation Fund": "DANAK", "Swedish Board for Accreditation": "SWEDAC",
}  # fmt: skip
_NAMES = """
UKAS|ANAB|DAkkS|JAS-ANZ|COFRAC|Cofrac|BELAC|Belac|RvA|RVA|ACCREDIA|Accredia|ENAC|SWEDAC|Swedac|DANAK|Danak|FINAS|Finas
|SAS|INAB|IAS|NABCB|JAB|ISMS-AC|SCC|CNAS|HKAS|EIAC|IPAC|ESYD|PCA|NAT|CAI|UAF|A2LA|OLAS|Norwegian Accreditation
|Akkreditierung Austria
"""
_BODIES = _NAMES.replace("\n", "").split("|")
_BODY = r"(?P<value>" + "|".join(re.escape(body) for body in _BODIES) + r")(?![\w-])"
_ACCREDITED = (
    re.compile(
        rf"(?<!not )\b(?i:accredited\s+(?:by|through|under|with)(?:\s+the)?|accreditation(?:\s+by)?(?:\s+(?:body|no\.?|number"
        rf"|mark))?)[:\s]*(?:[\w]+\s+){{0,2}}{_BODY}"
    ),
    re.compile(
        rf"(?<!not )\b(?i:accredited\s+(?:by|through|under|with)|accreditation(?:\s+body)?(?:\s+by)?)[:\s]*(?:the\s+)?"
        rf"(?:[A-Z][\w’'-]*\s+(?:(?:of|for|and|voor)\s+)?){{1,6}}\({_BODY}\)"
    ),
    re.compile(
        rf"\b{_BODY}\s+(?i:management\s+systems?|accredit\w+|no\.?\s|n[°ºr]\.?\s|number\b|registration|\d{{3,}})"
    ),
    re.compile(rf"\b{_BODY}[\s,:(–-]{{1,3}}(?:[A-Z]{{1,3}}-)?[A-Z]{{1,3}}[\s/-]?\d"),
)
_IN_FULL = re.compile(
    r"(?<!not )\b(?i:accredited\s+(?:by|through|under|with)|accreditation(?:\s+body)?(?:\s+by)?)[:\s]*(?:the\s+)?(?P<value>"
    + "|".join(name.replace(" ", r"\s+") for name in _FULL_NAMES)
    + ")"
)
_ACCREDITED_CUE = re.compile(
    rf"^[ \t]{{0,40}}{_BODY}(?=[ \t]*$|[ \t]+[A-Z]{{2,4}}\b|[ \t]+\d|[ \t]+N|[ \t]*[-–—(:,|])", re.MULTILINE
)


def accreditations(pages: Sequence[PageText], entries: Sequence[Entry]) -> tuple[Fact, ...]:
    """Name the accreditation; two different ones are none."""
    found = [fact for pattern in _ACCREDITED for fact in said(pages, pattern)]
    found += [*named(entries, "accreditation", _body), *said(pages, _IN_FULL, _body)]
    found = found or list(said(pages[:1], _ACCREDITED_CUE, confidence=CUE))
    return distinct(found) if len({fact.value.casefold() for fact in found}) == 1 else ()


def _body(text: str) -> str | None:
    for name, body in _FULL_NAMES.items():
        if re.search(name, text, re.I):
            return body
    match = re.search(_BODY, text)
    return match["value"] if match else None
