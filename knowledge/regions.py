"""Says which countries a sentence names that lie outside the regions a claim keeps to; pure."""

import re

from knowledge.facts.countries import IN_TEXT

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
