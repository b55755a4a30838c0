"""Words as search sees them: cut out, lightly stemmed, without function words, and with the field's synonyms."""

import re
from collections.abc import Iterable
from functools import lru_cache

from knowledge.glossary import FUNCTION_WORDS as FOREIGN_FUNCTION_WORDS
from knowledge.glossary import english_for

SYNONYM_WEIGHT = 0.4
_WORD = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*")
_JOINED_PREFIX = re.compile(r"\b(sub|multi|anti|non|pre|re|co|off|on)-(?=[a-z])")
_VOWEL = re.compile(r"[aeiouy]")

_FUNCTION = """
    a an and any are as at be been being but by can could did do does each for from had has have he her his i if in
    into is it its itself may me more most must my of on or other our ours own s shall she should so some such than that
    the their them then there these they this those to too us was we were what when where which while who whom whose
    will with would you your yours"""
_ASKING = """
    please describe provide explain list state confirm specify indicate how why whether tell give consider company
    organisation organization vendor question answer yes ensure currently also via etc"""
_FUNCTION_WORDS = frozenset(_FUNCTION.split())
_ASKING_WORDS = frozenset(_ASKING.split())

SYNONYMS: tuple[tuple[str, ...], ...] = (
    ("mfa", "2fa", "multi-factor authentication", "multi factor", "two-factor authentication", "second factor"),
    ("sso", "single sign-on", "saml", "federated identity"),
    ("dr", "drp", "disaster recovery"),
    ("bcp", "bcm", "business continuity"),
    ("rto", "recovery time objective"),
    ("rpo", "recovery point objective"),
    ("encrypted at rest", "encryption at rest", "aes", "disk encryption", "stored encrypted"),
    ("encrypted in transit", "encryption in transit", "tls", "https", "ssl"),
    ("pen test", "pentest", "penetration test", "penetration testing", "ethical hacking"),
    ("subprocessor", "subcontractor", "fourth party", "subservice organization", "sub processor"),
    ("leaver", "terminated", "termination", "offboarding", "departing", "deprovisioning", "revoked"),
    ("joiner", "onboarding", "new hire", "provisioning"),
    ("soc 2", "soc2", "soc report", "service organization controls", "aicpa"),
    ("soc", "security operations center", "security operations centre"),
    ("siem", "security monitoring", "log monitoring", "event management"),
    ("edr", "antivirus", "anti-malware", "malware", "endpoint protection"),
    ("dlp", "data loss prevention", "data leakage"),
    ("rbac", "role-based access", "least privilege", "need to know"),
    ("pam", "privileged access", "administrator access", "admin accounts"),
    ("sdlc", "secure development", "software development life cycle"),
    ("sast", "static analysis", "code scanning"),
    ("dast", "dynamic analysis", "web application scanning"),
    ("vulnerability scan", "vulnerability management", "vulnerability assessment"),
    ("patch", "patching", "security updates"),
    ("waf", "web application firewall"),
    ("ids", "ips", "intrusion detection", "intrusion prevention"),
    ("kms", "key management", "hsm", "hardware security module"),
    ("cmk", "byok", "hyok", "customer-managed key", "bring your own key", "customer key"),
    ("iam", "identity and access management", "identity provider"),
    ("segregation of duties", "separation of duties", "sod"),
    ("ddos", "denial of service"),
    ("root cause analysis", "post-incident review", "post-mortem", "lessons learned"),
    ("scc", "standard contractual clauses"),
    ("dsar", "data subject request", "data subject access request"),
    ("ropa", "records of processing"),
    ("pii", "personal data", "personal information", "personally identifiable information"),
    ("phi", "protected health information", "health data", "hipaa"),
    ("dpa", "data processing agreement", "data processing addendum"),
    ("dpo", "data protection officer"),
    ("dpia", "data protection impact assessment", "privacy impact assessment"),
    ("nda", "non-disclosure", "confidentiality agreement"),
    ("data breach", "security incident", "personal data breach", "breach notification"),
    ("background check", "screening", "vetting", "criminal record"),
    ("awareness training", "security training", "phishing simulation"),
    ("backup", "backups", "snapshot", "restore"),
    ("delete", "erase", "destroy", "dispose", "sanitize", "wipe", "purge"),
    ("retention", "retain", "kept for", "stored for"),
    ("data center", "data centre", "hosting", "region", "data residency", "data location"),
    ("cyber insurance", "insurance", "cyber liability"),
    ("iso 27001", "isms", "information security management system", "iso certificate"),
    ("cuec", "complementary user entity controls", "user entity controls"),
    ("sla", "service level", "uptime", "availability"),
    ("vpn", "remote access", "zero trust"),
    ("byod", "personal devices", "mobile devices", "mdm"),
    ("sbom", "software bill of materials", "open source components", "third-party libraries"),
    ("ciso", "security officer", "head of security"),
    ("share", "disclose", "transfer", "third parties"),
    ("bug bounty", "vulnerability disclosure", "responsible disclosure"),
)

COUNTER_WORDS = (
    "not no never none without except exception exceptions unless however although deviation deviations noted "
    "excluded excludes exclude excluding carve-out carved qualified adverse nonconformity noncompliance failed fail "
    "failure lacks lack missing insufficient inadequate absent planned pending partially limited only weakness finding "
    "overdue expired unable cannot untested"
)


def words(text: str) -> list[str]:
    """Cut a text into stems, in order, with function words left out; negations stay, for they change the meaning.

    A text in another language that the glossary knows gives the stems of the English words too.
    """
    plain = _plain_words(text)
    meant = english_for(text)
    if meant:
        plain = [word for word in plain if word not in FOREIGN_FUNCTION_WORDS] + meant
    return [stem(word) for word in plain if word not in _FUNCTION_WORDS]


def content_words(question: str) -> list[str]:
    """Cut a question into the stems of what it is about: without function words and without words that only ask."""
    plain = [*_plain_words(question), *english_for(question)]
    return [stem(word) for word in plain if word not in _FUNCTION_WORDS and word not in _ASKING_WORDS]


def query_terms(question: str) -> dict[str, float]:
    """Weigh the words to look for: the question's own in full, each word of another name in part."""
    kept = content_words(question)
    terms: dict[str, float] = {}
    for phrase in synonyms(question):
        parts = words(phrase)
        terms |= {part: max(SYNONYM_WEIGHT / len(parts), terms.get(part, 0)) for part in parts}
    return terms | dict.fromkeys(kept or map(stem, _plain_words(question)), 1.0)


def counter_terms() -> frozenset[str]:
    """Give the stems that mark an exception, a limit or a denial."""
    return _COUNTER_TERMS


def synonyms(question: str) -> list[str]:
    """List other names of the things that the question names."""
    sought = f" {' '.join(stem(word) for word in _plain_words(question))} "
    found: list[str] = []
    for group, keys in _SYNONYM_KEYS:
        present = [f" {key} " in sought for key in keys]
        if any(present):
            found.extend(phrase for phrase, there in zip(group, present, strict=True) if not there)
    return found


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Take common English endings off, so that encrypt, encrypts, encrypted and encryption are one word."""
    if len(word) <= 3 or not word.isalpha():
        return word
    word = _without_plural(word)
    for ending, instead in (("isation", "ize"), ("ization", "ize"), ("ise", "ize"), ("ising", "ize"), ("ised", "ize")):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)] + instead
    for ending in ("ing", "ed", "ment", "ion", "ly", "er"):
        rest = word[: -len(ending)]
        if word.endswith(ending) and len(rest) >= 4 and _VOWEL.search(rest) and (ending != "ion" or rest[-1] in "st"):
            word = rest[:-1] if rest[-1] == rest[-2] and rest[-1] not in "lsz" else rest
            break
    if len(word) > 4 and word.endswith("e"):
        word = word[:-1]
    return word[:-1] + "i" if len(word) > 3 and word.endswith("y") else word


def _without_plural(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "zes", "sses")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _plain_words(text: str) -> list[str]:
    return _WORD.findall(_JOINED_PREFIX.sub(r"\1", text.casefold()))


def _keys(phrases: Iterable[str]) -> tuple[str, ...]:
    return tuple(" ".join(stem(word) for word in _plain_words(phrase)) for phrase in phrases)


_SYNONYM_KEYS = tuple((group, _keys(group)) for group in SYNONYMS)
_COUNTER_TERMS = frozenset(words(COUNTER_WORDS))
