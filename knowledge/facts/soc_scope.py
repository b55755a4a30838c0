"""Tells what kind of report an auditor's report is, and which criteria it was made under."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.facts.forms import LABELLED
from knowledge.facts.phrases import PROSE, at
from knowledge.facts.spans import flat, places
from knowledge.facts.values import Fact
from knowledge.pages import PageText

_SOC = re.compile(r"(?:\bSOC\)?[\s®™-]*|\(SOC\)\s*|\borgani[sz]ation\s+controls?\s+)(?P<value>[123])(?![\d.])", re.I)
_TITLE = 250
_STANDARD = re.compile(
    r"\b(?:ISAE\s*3402|SSAE\s*(?:16|18)\b[^.]{0,60}\b320|AT-C\s+(?:section\s+)?320"
    r"|internal\s+control\s+over\s+financial\s+reporting)",
    re.I,
)
_TYPE = re.compile(r"\btype?\s*[-–]?\s*(?P<value>1|2|I{1,2})(?![\w.])", re.I)
_UNTESTED = re.compile(r"\bdid\s+not\s+(?:perform\s+any\s+procedures\s+regarding|test)\b[^.]{0,60}\boperat", re.I)
_CRITERION = r"(?:security|availability|confidentiality|processing\s+integrity|privacy)"
_LIST = rf"{_CRITERION}(?:(?:\s*[,|/&•·;]\s*(?:and\s+)?|\s+and\s+){_CRITERION}){{0,4}}"
_LED = re.compile(
    rf"\b(?:relevant\s+to|(?:criteri(?:on|a)|categor(?:y|ies)|principles?|TSCs?)(?:\s+(?:for|of|on|covered"
    rf"|examined|included|in\s+scope|addressed|relevant\s+to))?\s*[:–-]?)\s+(?:the\s+)?(?P<value>{_LIST})",
    re.I,
)
_ALONE = re.compile(
    rf"(?:^|\s[-–—|•·])[ \t]{{0,40}}(?P<value>{_LIST})(?:\s+(?:trust\s+services?\s+)?(?:criteria|categories))?"
    rf"[ \t]*(?=$|\s[-–—|•·]\s)",
    re.I | re.M,
)
_FOLLOWED = re.compile(
    rf"(?<!\w)(?P<value>{_LIST})\s+(?:trust\s+services?\s+)?(?:criteria|categor(?:y|ies)|principles?)\b", re.I
)


def soc_type(pages: Sequence[PageText]) -> Fact | None:
    """Tell which of the three reports it is: what its cover says, else its first pages; two that differ are none."""
    for some in (_titles(pages), pages[:1], pages[:3]):
        found = list(places(some, _SOC, "value"))
        if found:
            first = found[0]
            alike = {place.text for place in found} == {first.text}
            return at(first.page, first.start, first.end, f"SOC {first.text}", LABELLED) if alike else None
    standard = next(places(pages[:3], _STANDARD), None)
    return at(standard.page, standard.start, standard.end, "SOC 1", PROSE) if standard else None


def _titles(pages: Sequence[PageText]) -> list[PageText]:
    """Return the first lines of the cover, which say what the report itself is."""
    return [replace(page, text=page.text[:_TITLE]) for page in pages[:1]]


def report_type(pages: Sequence[PageText]) -> Fact | None:
    """Tell whether controls were looked at on a day or tested over a period."""
    for some in (pages[:1], pages[:4]):
        found = list(places(some, _TYPE, "value"))
        if found:
            first = found[0]
            kinds = {len(place.text) if place.text[0] in "Ii" else int(place.text) for place in found}
            return at(first.page, first.start, first.end, f"type {kinds.pop()}", LABELLED) if len(kinds) == 1 else None
    for value, pattern in (("type 1", _UNTESTED),):
        if place := next(places(pages[:6], pattern), None):
            return Fact(value, place.quote, place.page.number, PROSE)
    return None


def trust_criteria(pages: Sequence[PageText]) -> tuple[Fact, ...]:
    """List the criteria: as the cover lists them, else as the first pages do; the fullest list counts."""
    for some in (pages[:1], pages[1:5]):
        lists = [fact for page in some for fact in _lists(page)]
        if lists:
            full = max(lists, key=lambda fact: len(_named(fact.value)))
            return tuple(Fact(name, full.quote, full.page, full.confidence) for name in _named(full.value))
    return ()


def _lists(page: PageText) -> Iterator[Fact]:
    for pattern, sure in ((_LED, LABELLED), (_ALONE, LABELLED), (_FOLLOWED, LABELLED)):
        for match in pattern.finditer(page.text):
            after = page.text[match.end("value") : match.end("value") + 40]
            if not re.match(r"[^.\n]{0,10}\b(?:were|was|is|are)\s+not\b", after):
                yield at(page, *match.span("value"), flat(match["value"]), sure)


def _named(text: str) -> list[str]:
    return [flat(match.group()).casefold() for match in re.finditer(_CRITERION, text, re.I)]
