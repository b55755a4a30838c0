"""Reads how a sentence says something: denied, planned, advised, restricted, or as another party's duty."""

import re
from enum import StrEnum


class Modality(StrEnum):
    """How firmly a sentence states what it states."""

    STATED = "stated"
    RULE = "rule"
    ADVISED = "advised"
    PLANNED = "planned"
    ASKED = "asked"

    @property
    def label(self) -> str:
        """The words that finish 'the document only ...'."""
        return {
            "stated": "states it",
            "rule": "requires it",
            "advised": "recommends or allows it",
            "planned": "plans it",
            "asked": "asks about it",
        }[self.value]


class Party(StrEnum):
    """Whose doing a sentence is about."""

    VENDOR = "vendor"
    CUSTOMER = "customer"
    SUBPROCESSOR = "subprocessor"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The words for the page."""
        return {
            "vendor": "the vendor",
            "customer": "the customer",
            "subprocessor": "a subprocessor",
            "other": "another party",
        }[self.value]


_NOT_DENIALS = re.compile(
    r"\bno(?:t)?\s+(?:more|less|fewer|later|longer|shorter|lower|greater|earlier)\s+than\b"
    r"|\bnot\s+(?:only|limited\s+to|exceed(?:ing)?)\b"
    r"|\bno\s+(?:\w+\s+)?(?:exceptions?|exemptions?|deviations?|nonconformit(?:y|ies))\b(?:\s+(?:were|was"
    r"|have\s+been))?(?:\s+(?:noted|identified|found))?"
    r"|\bwithout\s+(?:undue\s+delay|exceptions?|exemptions?|prejudice|limitation|limiting|deviations?|fail)\b"
    r"|\bnon-disclosure\b|\bno\.\s+(?=\w)|\bnone\s+(?:noted|identified|found|observed)\b|\bnot\s+applicable\b"
    r"|\bno\s+later\b|\bno(?:t)?\s+less\s+\w+|\bno(?:t)?\s+(?:materially\s+)?(?:weaker|worse|more"
    r"|longer)\s+\w*\s*than|\bwhether\s+or\s+not\b|\bneed[\s-]+not\s+only\b|\bif\s+not\s+\w+",
    re.I,
)
_DENIAL = re.compile(
    r"\b(?:not|no|never|none|neither|nor|cannot|without|nobody|nothing|lacks?|lacking|lacked|absen(?:t"
    r"|ce)|fail(?:s|ed)?\s+to|unable\s+to"
    r"|failure\s+to|refrains?\s+from|prohibit(?:s|ed)?|forbid(?:s|den)?|disallow(?:s|ed)?"
    r"|rather\s+than|instead\s+of|yet\s+to|missing|unencrypted"
    r"|undocumented|untested|out\s+of\s+scope|outside\s+the\s+scope|excluded|excludes?|hardly|rarely"
    r"|seldom|ceased|stopped|discontinued|no\s+longer)\b|n['\u2019]t\b",
    re.I,
)
_PLANNED = re.compile(
    r"\b(?:(?:we|they)\s+plan\s+(?:to|for|on)|plans\s+(?:to|on)|plann(?:ed|ing)\s+(?:to|for|on)|intend(?:s|ed|ing)?\s+to|is\s+intended|aim(?:s"
    r"|ing)?\s+to|road\s?map|in\s+progress|under\s+way|underway"
    r"|expect(?:s|ed)?\s+to|is\s+expected|to\s+be\s+(?:implemented|introduced|deployed|completed"
    r"|rolled|established|enabled|adopted|obtained|performed|conducted)"
    r"|(?:is|are)\s+planned|planned\b|(?:is|are)\s+due\s+to\s+be|scheduled\s+(?:to|for)|will\s+be\s+(?:implemented|introduced"
    r"|deployed|rolled|completed|enabled|established|adopted|launched)"
    r"|working\s+(?:towards?|on)|is\s+being\s+(?:introduced|implemented|rolled|deployed|developed)"
    r"|are\s+being\s+(?:introduced|implemented|rolled|deployed)|future\b"
    r"|hopes?\s+to|considering|evaluating|by\s+the\s+end\s+of\s+(?:the\s+year|20\d\d|q[1-4])"
    r"|preparing\s+(?:to|for)|in\s+preparation|(?:is|are)\s+being\s+(?:drafted|prepared|written|explored|considered"
    r"|evaluated|built|planned|negotiated|looked\s+into)|under\s+evaluation|in\s+the\s+process\s+of|(?:from|as\s+of|starting(?:\s+in)?)\s+(?:\w+\s+)?20\d\d\s+on(?:wards?)?|not\s+yet|to\s+follow(?=\s*(?:$|[.;,)|])|\s+(?:in|by|later|soon)\b)|target\s+date|proposed|pilot)\b",
    re.I,
)
_INTENDED = re.compile(
    r"\b(?:(?:is|are|was|were|being|been)\s+(?:\w+\s+)?(?:planned|intended)\b(?!\s+and\b)|(?:is|are)\s+due\s+to\s+be\b|road\s?map|intends?\s+to|plans?\s+to"
    r"|(?:is|are)\s+being\s+(?:introduced|implemented|rolled|deployed|developed|drafted|prepared|written|explored|considered"
    r"|evaluated|built|negotiated)|in\s+preparation|under\s+evaluation)\b",
    re.I,
)
_ADVISED = re.compile(
    r"\b(?:should|recommend(?:s|ed|ation|ations)?|advis(?:e|es|ed|able)|encourag(?:e|es|ed)"
    r"|suggest(?:s|ed)?|ought|may|might|could|can|optional(?:ly)?|consider"
    r"|ideally|where\s+(?:possible|feasible|practicable|appropriate)|preferabl[ey]|best\s+effort"
    r"|desirable|(?<!\bwe\s)would)\b",
    re.I,
)
_RULE = re.compile(
    r"\b(?:must|shall|(?:is|are)\s+(?:\w+\s+)?(?:required|obliged|obligated)|has\s+to|have\s+to|will"
    r"|mandatory|agrees?\s+to|undertakes?\s+to|needs?\s+to)\b",
    re.I,
)
_CAPABLE = re.compile(
    r"\bwho\s+(?:may|might|can|could)\b|\b(?:can|could)\s+neither\b|\bcan(?:not)?\s+(?:only\s+)?be\b|\bcannot\b|\bcan\s+not\b|\bmay\s+(?:only|not)\b|\bcan\s+only\b",
    re.I,
)
_DECIDED_ON = re.compile(
    r"\b(?:automat(?:ed|ic)|algorithmic|systems?|models?|machine|ai)\s+recommendations?\b(?!\s*[:\d])", re.I
)
_MONTH_OF_MAY = re.compile(r"\bMay\s+\d|\d(?:st|nd|rd|th)?\s+May\b|\b(?:in|of|until|since|by|to)\s+May\b")
_BY_LAW = re.compile(
    r"\b(?:unless|except(?:\s+(?:as|where|when|if))?)\s+(?:otherwise\s+)?(?:(?:is\s+"
    r"|it\s+is\s+)?(?:legally\s+)?(?:required|prohibited|prevented|permitted|obliged)"
    r"|(?:the\s+|applicable\s+|any\s+)*(?:data\s+protection\s+)?laws?\b)"
    r"|\bother\s+than\s+(?:the|its|their)\s+(?:own\s+)?(?:author|developer|requester|requestor|creator|committer)s?\b",
    re.I,
)
_EXCEPTION = re.compile(
    r"\b(?:except(?:ion)?(?:\s+(?:for|of|that|when|where|in))?|with\s+the\s+exception\s+of"
    r"|other\s+than|apart\s+from|excluding|unless|but\s+not)\b",
    re.I,
)
_PARTLY = re.compile(
    r"(?<!append-)\b(?:only|limited\s+to|solely|upon\s+(?:written\s+)?request|on\s+request|if\s+(?:possible"
    r"|feasible|enabled|requested|configured|required|needed|necessary)"
    r"|(?:where|when|as)\s+(?:possible|feasible|practicable|applicable|technically|supported|available"
    r"|needed|necessary|appropriate|required)"
    r"|some|certain|selected|several|most|majority|partial(?:ly)?|in\s+part|many|a\s+few|a\s+subset"
    r"|optional(?:ly)?|usually|as\s+a\s+rule|generally|typically|normally|sometimes"
    r"|occasionally|ad[\s-]hoc|mainly|largely|mostly|attempts?\s+to|tries\s+to|strives?\s+to|up\s+to\s+\d+\s*%)\b",
    re.I,
)
_DUTY = (
    r"(?:shall|must|will|should|are|is|remain|remains|agrees?|may|can|undertakes?|needs?|have|has"
    r"|maintain|implement|ensure|perform|review|configure|manage|notify|encrypt|use|provide)"
)
_DOES = (
    r"(?:names|(?:keep|remove|decide|review|check|wipe|choose|export|answer|store|delete|test|train|rotate|monitor"
    r"|approve|perform|maintain|ensure|configure|manage|encrypt)s?|notif(?:y|ies))"
)
_CUSTOMERS = (
    r"(?:(?:the|each|all|our)\s+)?(?:complementary\s+)?(?:customers?|clients?|user\s+entit(?:y|ies)"
    r"|subscribers?|controllers?|data\s+exporters?|licensees?|tenants?|merchants?|end\s+users?|cuec)"
)
_SUBPROCESSORS = (
    r"(?:(?:the|each|all|our|any)\s+)?(?:third[\s-]party\s+)?(?:sub-?\s?processors?"
    r"|sub-?\s?contractors?|subservice\s+organi[sz]ations?|hosting\s+providers?|cloud\s+providers?"
    r"|data\s+cent(?:er|re)\s+(?:provider|operator)s?|suppliers?|third[\s-]part(?:y|ies)"
    r"|(?:third[\s-]party\s+)?vendors|(?:each|a|any)\s+vendor|business\s+partners?"
    r"|amazon\s+web\s+services|aws|microsoft(?:\s+azure)?|azure|google(?:\s+cloud)?(?:\s+platform)?)"
)
_BY_CUSTOMER = re.compile(
    rf"(?:^[\d.()\sa-z\u2022]{{0,12}}?|[.;:,]\s*|\bthat\s+){_CUSTOMERS}\s+{_DUTY}\b(?!\s+be\b|\s+been\b"
    rf"|\s+(?:\w+\s+)?(?:notified|told|informed|contacted|encrypted|stored|kept|held|protected|separated|isolated|segregated))"
    rf"|^[\d.()\s\u2022]{{0,12}}?{_CUSTOMERS}\s+{_DOES}\b(?!\s+(?:are|is|were|was|can|may|must|shall)\b)"
    rf"|\bresponsib\w+\s+of\s+{_CUSTOMERS}|\bresponsib\w+\s+(?:lies|rests)\s+with\s+{_CUSTOMERS}"
    rf"|\b(?:by|up\s+to)\s+{_CUSTOMERS}\b|\b(?:customer|client"
    rf"|user\s+entity)['\u2019]s\s+(?:sole\s+)?responsib",
    re.I,
)
_BY_SUBPROCESSOR = re.compile(
    rf"(?:^[\d.()\sa-z\u2022]{{0,12}}?|[.;:]\s*"
    rf"|\bthat\s+){_SUBPROCESSORS}\s+(?:\([^)]*\)\s+)?(?:{_DUTY}|encrypts?|notif\w+|performs?"
    rf"|maintains?|operates?|undergo(?:es)?|holds?|conducts?|provides?|implements?|uses?|reviews?"
    rf"|stores?|retains?|deletes?|tests?|monitors?|completes?|requires?)\b"
    rf"|\b(?:oblige|require|ask)\w*\s+(?:its\s+|our\s+)?{_SUBPROCESSORS}\s+to\b"
    rf"|\bby\s+{_SUBPROCESSORS}\b|\bresponsib\w+\s+of\s+{_SUBPROCESSORS}",
    re.I,
)


def denials(text: str) -> list[int]:
    """Return where a text denies; set phrases such as 'no later than' deny nothing."""
    bare = _BY_LAW.sub(lambda match: " " * len(match.group()), _without_set_phrases(text))
    return [match.start() for match in _DENIAL.finditer(bare)]


def modality(text: str) -> Modality:
    """Return how firmly the sentence states its matter; the weakest reading wins."""
    if text.rstrip("\"'\u201d) ").endswith("?"):
        return Modality.ASKED
    if _PLANNED.search(text):
        return Modality.PLANNED
    if _ADVISED.search(_DECIDED_ON.sub(" ", _CAPABLE.sub(" ", _MONTH_OF_MAY.sub(" ", text)))):
        return Modality.ADVISED
    return Modality.RULE if _RULE.search(text) else Modality.STATED


def is_planned(text: str) -> bool:
    """Say whether the sentence states its matter as planned in so many words, a plan as a document aside."""
    return bool(_INTENDED.search(text))


def exception(text: str) -> str:
    """Return the words that name an exception, or nothing; what a law demands is none."""
    match = _EXCEPTION.search(_BY_LAW.sub(" ", _without_set_phrases(text)))
    return match.group() if match else ""


def reserves_law(text: str) -> bool:
    """Say whether words leave room for what a law demands: "unless the law requires it to be kept"."""
    return bool(_BY_LAW.search(text))


def partly(text: str) -> str:
    """Return the words that say it holds only in part, or nothing."""
    match = _PARTLY.search(_without_set_phrases(text))
    return match.group() if match else ""


def _without_set_phrases(text: str) -> str:
    return _NOT_DENIALS.sub(lambda match: " " * len(match.group()), text)


def party(text: str) -> Party:
    """Return whose doing the sentence is about; the vendor's unless it says otherwise."""
    if _BY_CUSTOMER.search(text):
        return Party.CUSTOMER
    if _BY_SUBPROCESSOR.search(text):
        return Party.SUBPROCESSOR
    return Party.VENDOR


def permits(text: str) -> bool:
    """Say whether the sentence allows something: 'may', 'can'."""
    return bool(re.search(r"\b(?:may|can)\b", _CAPABLE.sub(" ", _MONTH_OF_MAY.sub(" ", text))))
