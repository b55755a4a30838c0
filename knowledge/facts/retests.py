"""Reads when a test's findings were tested again."""

import re
from collections.abc import Iterator, Sequence

from knowledge.facts.dates import dates
from knowledge.facts.forms import Entry
from knowledge.facts.phrases import PROSE
from knowledge.facts.settling import dated, settled
from knowledge.facts.spans import Place, places, sentence_around
from knowledge.facts.values import Fact
from knowledge.pages import PageText

_RETESTED = re.compile(
    r"\b(?:tested\s+again|(?:remediation|fix)\s+(?:validation|verification|testing|re-?test\w*)|re-?test(?:ed|ing)?"
    r"|verif(?:ied|ication)|re-?check(?:ed)?|confirmed\s+as\s+fixed"
    r"|remediation\s+(?:was\s+)?(?:verified|validated)"
    r"|(?:fix(?:es)?|corrections?|remediations?|patch(?:es)?|mitigations?)\b[^.;]{0,60}?\b(?:was"
    r"|were)\s+(?:re-?)?(?:checked|verified"
    r"|confirmed|validated|tested|reviewed))[^.;\d]{0,90}?\b(?:on|of|dated)\s+(?=(?-i:[A-Z0-9]))",
    re.I,
)
_RETEST_ON = re.compile(
    r"\b[Oo]n\s+(?P<day>[^.;\n]{6,24}?),?\s+(?:(?:a|the|our)\s+)?(?:\w+\s+)?(?:re-?test(?:ing)?|remediation\s+(?:test"
    r"|verification)|verification\s+test)\s+"
    r"(?:was|has\s+been)\s+(?:conducted|performed|carried\s+out|completed|executed)\b"
    r"|\b(?:conducted|performed|carried\s+out|completed)\s+(?:a"
    r"|the)\s+(?:\w+\s+)?re-?test\b[^.;]{0,60}?\bon\s+(?P<later>(?-i:[A-Z0-9])[^.;]{6,24})"
    r"|\b(?:re-?test(?:ing)?|re-?check|verification)\b[^.;]{0,60}?\b(?:took\s+place|(?:was|were)\s+(?:conducted"
    r"|performed|carried\s+out|completed|done))"
    r"[^.;]{0,40}?\bon\s+(?P<last>(?-i:[A-Z0-9])[^.;]{6,24})",
    re.I,
)
_AGAIN_ON = re.compile(
    r"\b[Oo]n\s+(?P<day>[A-Z0-9][^;\n]{5,22}?)\s+(?:we|our\s+\w+|the\s+testers?|[A-Z]\w+)\s+(?:re-?tested"
    r"|tested\s+again|re-?checked|verified\s+(?:the|that|all))\b"
)
_PLANNED = re.compile(
    r"\b(?:planned|scheduled|will|not\s+yet|expected|to\s+be|should|recommend\w*|would|can\s+be)\b", re.I
)


def retest(pages: Sequence[PageText], entries: Sequence[Entry], order: str) -> Fact | None:
    """Tell when the findings were tested again; what is only planned is no test."""
    told = []
    for place in places(pages, _RETESTED):
        found = next(iter(dates(place.page.text[place.end : place.end + 40], order)), None)
        begin, _ = sentence_around(place.page.text, place.start, place.end)
        if found and found.start == 0 and found.is_exact and not _PLANNED.search(place.page.text, begin, place.end):
            whole = Place(place.page, place.start, place.end + found.end)
            told.append(Fact(found.first.isoformat(), whole.lines, place.page.number, PROSE))
    return settled([*dated(entries, "retest", order), *told, *_retested_on(pages, order), *_again(pages, order)])


def _again(pages: Sequence[PageText], order: str) -> Iterator[Fact]:
    """Read "On 9 February 2026 we tested again"."""
    for place in places(pages, _AGAIN_ON):
        match = _AGAIN_ON.match(place.page.text, place.start)
        found = next(iter(dates(match["day"], order)), None) if match else None
        if found and found.start == 0 and found.is_exact:
            yield Fact(found.first.isoformat(), place.lines, place.page.number, PROSE)


def _retested_on(pages: Sequence[PageText], order: str) -> Iterator[Fact]:
    """Read "On 17 February 2026, a retest was conducted", and the day behind such words."""
    for page in pages:
        for match in _RETEST_ON.finditer(page.text):
            group = next(name for name in ("day", "later", "last") if match[name])
            found = next(iter(dates(match[group], order)), None)
            if found and found.start == 0 and found.is_exact and not _PLANNED.search(Place(page, *match.span()).quote):
                yield Fact(found.first.isoformat(), match.group(), page.number, PROSE)
