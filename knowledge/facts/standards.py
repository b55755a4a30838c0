"""Reads the standards that a certificate names, each in its full form."""

import re
from collections.abc import Sequence

from knowledge.facts.spans import places
from knowledge.facts.values import Fact
from knowledge.pages import PageText

_STANDARD = re.compile(
    r"\bISO(?:\s*/\s*IEC|\s+IEC)?[\s-]*(?P<number>27001|27701|27017|27018|22301|42001|9001|20000-1|27002)"
    r"(?:\s*[:-]\s*(?P<year>(?:19|20)\d\d))?(?!\d)",
    re.IGNORECASE,
)
# A country's or Europe's edition has a year of its own.
_EDITION = re.compile(r"\b(?:DIN|EN|BS|NF|UNE|UNI|NEN|SN|OENORM|SS|NP)[\s-]+(?:EN[\s-]+)?$")
_JOINT = ("27001", "27701", "27017", "27018", "42001", "20000-1")
_LABELLED, _TITLE = 0.95, 0.9


def standards(pages: Sequence[PageText]) -> tuple[Fact, ...]:
    """Name each standard once, with its year where the document states one; two years of one standard are none."""
    found: dict[str, dict[str, Fact]] = {}
    editions: dict[str, set[str]] = {}
    for place in places(pages, _STANDARD):
        match = _STANDARD.match(place.page.text, place.start)
        if match is None or match["number"] == "27002":
            continue
        year = match["year"] or ""
        value = f"ISO{'/IEC' if match['number'] in _JOINT else ''} {match['number']}{':' if year else ''}{year}"
        if year and _EDITION.search(place.page.text[max(0, place.start - 12) : place.start]):
            editions.setdefault(match["number"], set()).add(year)
        fact = Fact(value, place.lines, place.page.number, _LABELLED if year else _TITLE)
        found.setdefault(match["number"], {}).setdefault(year, fact)
    named = []
    for number, years in found.items():
        dated = [fact for year, fact in years.items() if year]
        plain = [fact for year, fact in years.items() if year and year not in editions.get(number, ())]
        dated = plain or dated
        named += dated if len(dated) == 1 else [] if dated else list(years.values())
    return tuple(named)
