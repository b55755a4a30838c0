"""Says which countries a text names, as places of storage or processing, outside the regions a claim keeps to; pure."""

import re

from knowledge.clauses import clauses
from knowledge.facts.countries import IN_TEXT
from knowledge.polarity import Modality, Party, denials, modality, party

_CLAIM = re.compile(
    r"\b(?:stored|processed|kept|hosted)\b.{0,40}\b(?:regions?|countries)\b(?:\s+only)?:\s*(?P<named>.+)", re.I
)


def _countries(names: str) -> frozenset[str]:
    return frozenset(" ".join(name.split()) for name in names.split(","))


_EEA = _countries(
    """austria, belgium, bulgaria, croatia, cyprus, czech republic, czechia, denmark, estonia, finland, france, germany, greece,
    hungary, iceland, ireland, italy, latvia, liechtenstein, lithuania, luxembourg, malta, netherlands, the netherlands, norway,
    poland, portugal, romania, slovakia, slovenia, spain, sweden, european union, eu, eea, deutschland, österreich"""
)
_UK = _countries("united kingdom, great britain, england, scotland, wales, northern ireland, uk")
_US = _countries("united states, united states of america, usa, us, u.s., u.s.a, u.s.a.")
_ASIA = _countries(
    """australia, china, hong kong, indonesia, japan, malaysia, new zealand, pakistan, philippines, singapore, south korea,
    republic of korea, taiwan, thailand, vietnam"""
)
_NOWHERE = frozenset({"global", "worldwide"})
_REGIONS = (
    (re.compile(r"european economic area|\beea\b|\beu\b|european union", re.I), _EEA),
    (re.compile(r"united kingdom|\buk\b", re.I), _UK),
    (re.compile(r"switzerland", re.I), frozenset({"switzerland", "schweiz"})),
    (re.compile(r"united states|\busa?\b", re.I), _US),
    (re.compile(r"canada", re.I), frozenset({"canada"})),
    (re.compile(r"\bindia\b", re.I), frozenset({"india"})),
    (re.compile(r"asia|pacific", re.I), _ASIA),
)
_DATA = re.compile(
    r"\b(?:customers?['\u2019]?s?|clients?['\u2019]?s?|subscribers?['\u2019]?s?|tenants?['\u2019]?s?|production|personal|your|account)\s+"
    r"(?:personal\s+)?(?:data|information|content|records|files)\b|\bdata\s+of\s+(?:the\s+|our\s+)?(?:customers?|clients?)\b",
    re.I,
)
_DONE = re.compile(
    r"\b(?:stor(?:es?|ed|ing)|process(?:es|ed|ing)?|host(?:s|ed|ing)?|ke(?:ep|eps|pt)|h[eo]ld|located|resides?|replicat(?:es?|ed)"
    r"|mirrored|transfer(?:s|red)?|back(?:s|ed)\s+up|backed[- ]up|sent|copied|accessed)\b",
    re.I,
)
_AT = re.compile(r"\b(?:in|at|to|from|within|into)\s", re.I)
_CHOSEN = re.compile(
    r"\b(?:if|unless|except|may|can|could|might|should|would|depend(?:s|ing)|choos\w+|chosen|select\w*|option\w*|request\w*|elect\w*|opt\b"
    r"|prefer\w*|respective|planned|until|no\s+longer|formerly|previously)\b"
    r"|\bfor\s+[^,.;]{0,40}\b(?:customers?|clients?|subscribers?|users?|tenants?)\b",
    re.I,
)
_OF_WHOM = re.compile(
    r"\b(?:customers?|clients?|subscribers?|users?|tenants?|residents?|citizens?|persons?|people|individuals?|subjects?|entit(?:y|ies)"
    r"|companies|company|laws?|courts?|authorit(?:y|ies))\s+(?:(?!(?:data|information|content|records|files)\b)\w+\s+)?(?:in|from|of|within|at)\s",
    re.I,
)
_WORKERS = r"(?:employees?|applicants?|candidates?|staff|visitors?|personnel)"
_OTHERS_DATA = re.compile(
    rf"\b{_WORKERS}['\u2019]?s?\s+(?:personal\s+)?(?:data|information|records|files)\b"
    rf"|\b(?:data|information|records)\s+(?:of|about|on|relating\s+to|concerning)\s+(?:\w+\s+){{0,2}}{_WORKERS}\b",
    re.I,
)
_PLACES = re.compile(
    r"\b(?:places?|locations?|regions?|countr(?:y|ies)|sites?)\s+(?:of|where|in\s+which)\s+(?:the\s+)?(?:personal\s+|customer\s+)?(?:data\s+)?"
    r"(?:is\s+|are\s+)?(?:process|stor|host)\w+"
    r"|\b(?:process(?:ing|ed)?|storage|hosting|data)\s+(?:places?|locations?|regions?|countr(?:y|ies)|sites?)\b"
    r"|\bwhere\s+(?:personal\s+|customer\s+)?(?:data|it)\s+is\s+(?:process|stor|host)\w+",
    re.I,
)


def regions_kept(claim: str) -> frozenset[str] | None:
    """Return the countries that a claim on places of storage and processing keeps to; None for another or an open claim."""
    match = _CLAIM.search(claim)
    if match is None or re.search(r"\b(?:elsewhere|other|worldwide|anywhere)\b(?!\s+asia)", match["named"], re.I):
        return None
    kept = [countries for pattern, countries in _REGIONS if pattern.search(match["named"])]
    return frozenset().union(*kept) if kept else None


def beyond(kept: frozenset[str], sentence: str) -> list[str]:
    """Return the countries named in a sentence that are not among those kept to, each once, as the sentence has them."""
    named = [" ".join(match.group().split()) for match in IN_TEXT.finditer(sentence)]
    return list(dict.fromkeys(name for name in named if name.casefold() not in kept | _NOWHERE))


def stated_beyond(kept: frozenset[str], said: str, heading: str, whole: bool) -> list[str]:
    """Return the countries outside in which a sentence, or a row under its heads, plainly says that data is processed."""
    return _said_beyond(kept, said) if whole else _listed_beyond(kept, heading, said)


def _said_beyond(kept: frozenset[str], sentence: str) -> list[str]:
    """Return the countries outside in which a sentence plainly says that customers' data is stored or processed.

    Nothing for what is denied, planned, left to a choice, or said of others' data or of customers in a country.
    """
    if denials(sentence) or _CHOSEN.search(sentence) or _OTHERS_DATA.search(sentence):
        return []
    if modality(sentence) not in (Modality.STATED, Modality.RULE) or party(sentence) is Party.CUSTOMER:
        return []
    return [name for clause in clauses(sentence) for name in _placed(kept, clause)]


def _placed(kept: frozenset[str], clause: str) -> list[str]:
    done = _DONE.search(clause)
    if done is None or not _DATA.search(clause) or _OF_WHOM.search(clause):
        return []
    at = _AT.search(clause, done.end())
    return beyond(kept, clause[at.end() :]) if at is not None else []


def _listed_beyond(kept: frozenset[str], heading: str, row: str) -> list[str]:
    """Return the countries outside that a row names under heads which say that data is processed there."""
    return beyond(kept, row) if _PLACES.search(heading) and not denials(row) and not _CHOSEN.search(row) else []
