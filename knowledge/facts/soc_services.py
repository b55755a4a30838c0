"""Reads the organisations that a service rests on from running text: sentences near words on how a report treats them."""

import re
from collections.abc import Iterator

from knowledge.facts.naming import FORMED, SUFFIX, company
from knowledge.facts.spans import flat
from knowledge.pages import PageText

_WORD = r"[A-Z][\w&’'-]*(?:\.[a-z]{2,4}\b)?"
_NAME = rf"{_WORD}(?:\s+(?:&\s+)?{_WORD}){{0,5}}(?:,?\s+{SUFFIX}(?!\w)\.?)?"
_CUE = re.compile(
    r"\bsub-?service\s+(?:organi[sz]ation|provider)s?\b|\bcarve[ds]?[\s-]*out\b|\binclusive\s+method\b"
    r"|\b(?:exclud\w+|does\s+not\s+(?:include|extend\s+to))\s+(?:those|(?:the\s+)?controls)\s+(?:of|at)\b"
    r"|\bcontrols\s+(?:of|at)\b[^.]{0,60}\b(?:are|were)\s+(?:not\s+(?:part|included)|excluded|left\s+out)",
    re.I,
)
NONE = re.compile(
    r"\b(?:does\s+not|do\s+not|did\s+not|doesn’t|no\s+longer)\s+(?:use|rely|engage|outsource)"
    r"|\b(?:no|previous|former)\s+sub-?service",
    re.I,
)
# A sentence on the controls of those whom the sentence before it named.
_THEIRS = re.compile(
    r"\s*(?:(?:the|our|this|its)\s+)?(?:description|report|examination|scope|both|(?:the|their)\s+controls|these|those)\b",
    re.I,
)
_SENTENCE = re.compile(r"(?:[^.\n]|\n(?!\s*\n)|\.(?=\S)|(?<=[A-Z]\.[A-Z])\.(?=\s)|\.(?=\s[a-z(])){8,900}")
_SO_CALLED = (
    r"(?:\s*\([^()]{1,50}\))?(?:,\s+(?:which\s+is\s+)?(?:an?|its|the|our)\s+(?:[\w-]+\s+){0,3}?(?:organi[sz]ation"
    r"|provider|vendor|affiliate|subsidiary)"
    r"(?:,|(?=\s+(?:for|to)\b)))?"
)
_PAIR = (
    rf"(?P<name>{_NAME}){_SO_CALLED},?\s+(?:to\s+(?:provide|perform|supply|deliver|host)\s+|to\s+(?=[a-z])|for\s+"
    rf"|as\s+(?:its|an?|the)\s+)"
    r"(?:its\s+|the\s+|their\s+)?"
    r"(?P<service>[a-z][^.;:()]{2,80}?)(?=\s*(?:,|;|\.|\(|$)|\s+and\s+(?-i:[A-Z])|\s+under\s)"
)
_FIRST = re.compile(
    r"\b(?:uses|utili[sz]es|engages|employs|leverages|contracts\s+with|partners\s+with|relies\s+(?:up)?on"
    r"|has\s+(?:engaged|contracted|contracted\s+with|appointed))\s+(?:(?:its|the|an?)\s+(?:affiliated?"
    r"|sub-?service\s+organi[sz]ations?|vendors?|providers?)"
    rf"(?:\s+compan(?:y|ies))?\s*,?\s*)?(?:the\s+)?{_PAIR}"
)
_NEXT = re.compile(rf"\s*[,;]?\s*(?:and\s+|as\s+well\s+as\s+)?{_PAIR}")
_LISTED = re.compile(rf":\s+{_PAIR}")
_RUNS = re.compile(
    r"\b(?:runs|is\s+(?:hosted|operated|located)|are\s+hosted|hosted)\s+(?:on|in|at|by"
    r"|with)\s+(?:the\s+)?(?:[a-z]+\s+(?:of|from)\s+)?"
    rf"(?P<name>{_NAME})\s+\((?!the\b|an?\b|[“\"'])(?P<service>[A-Za-z][^()“\"]{{3,70}})\)"
)
_BEHIND = re.compile(rf"(?P<name>{_NAME})\s+\((?!the\b|an?\b|[“\"'])(?P<service>[A-Za-z][^()“\"]{{3,70}})\)")
_BEFORE = re.compile(
    rf"(?:\bfor|,|\band|:)\s+(?:and\s+)?(?:the\s+)?(?P<service>[a-z][\w/ \n-]{{2,50}}?)\s+\((?P<name>{_NAME})\)"
)
_WHO = re.compile(
    rf"(?P<name>{_NAME})(?:\s*\([^()]{{1,50}}\))?,\s+(?:an?\s+(?:\w+\s+)?sub-?service\s+(?:organi[sz]ation"
    rf"|provider),?\s+)?(?:which|that|who)\s+"
    r"(?:provides?|performs?|supplies|delivers?|hosts?|operates?)\s+(?:the\s+"
    r"|its\s+)?(?P<service>[a-z][^.;:(),]{2,80}?)(?=\s*(?:,|;|\.|\(|$)|\s+and\s+[A-Z])"
)
_AFTER = re.compile(
    rf"\bsub-?service\s+(?:organi[sz]ation|provider),?\s+(?P<name>{_NAME}),?\s+(?:\([^()]{{1,50}}\)\s+)?"
    r"(?:provides|performs|supplies|delivers|hosts|operates)\s+(?:the\s+)?(?P<service>[a-z][^.;:(),]{2,80}?)(?=\s*(?:,"
    r"|;|\.|\(|$))"
)
_DONE_BY = re.compile(
    r"(?:^|[.;:,]\s+|\band\s+)(?:the\s+)?(?P<service>[A-Za-z][\w /-]{1,60}?(?:\n[a-z][\w /-]{0,60}?)?)\s+(?:is|are|was"
    rf"|were)\s+(?:\w+ly\s+)?(?P<verb>[a-z]+(?:ed|un|pt))\s+(?:out\s+)?(?:by|to|with|at)\s+(?P<name>{_NAME})",
    re.M,
)
_METHODS = re.compile(r"^(?:the\s+)?(?:carve|inclusive|excluded|included|subservice|sub-service)", re.I)
_NO_NAME = re.compile(
    r"^(?:service|sub-?service|user|our|the|section|type|system|trust|management|controls?|description|this|these"
    r"|complementary|soc|isae|ssae|its?|we|in|scope|opinion|independent)\b",
    re.I,
)


def named_in_text(page: PageText) -> Iterator[tuple[int, int, str, str]]:
    """Yield span, name and service of each organisation named in a sentence beside one on subservice organisations."""
    if not _CUE.search(page.text):
        return
    spans = [match.span() for match in _SENTENCE.finditer(page.text)]
    cued = [_CUE.search(page.text, *span) is not None and not NONE.search(page.text, *span) for span in spans]
    for at, (start, end) in enumerate(spans):
        near = cued[at] or (at + 1 < len(spans) and cued[at + 1]) or (at > 0 and cued[at - 1])
        if near and not NONE.search(page.text, start, end):
            yield from _in_sentence(
                page.text,
                start,
                end,
                cued[at] or (at + 1 < len(spans) and _THEIRS.match(page.text, spans[at + 1][0]) is not None),
            )


def _in_sentence(text: str, start: int, end: int, cued: bool) -> Iterator[tuple[int, int, str, str]]:
    for match in _chained(text, start, end):
        yield from _named(match, start, end, single=cued)
    for pattern in (_RUNS, _BEHIND, _BEFORE, _WHO, _AFTER, _DONE_BY):
        if pattern in (_BEHIND, _BEFORE, _WHO, _AFTER) and not cued:
            continue
        for match in pattern.finditer(text, start, end):
            yield from _named(match, start, end, single=pattern in (_RUNS, _AFTER))


def _chained(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Find "uses X for hosting, Y for mail and Z to print": each pair directly behind the one before it."""
    for begin in (_FIRST, _LISTED):
        match = begin.search(text, start, end)
        while match:
            yield match
            match = _NEXT.match(text, match.end(), end)


def _named(match: re.Match[str], start: int, end: int, *, single: bool) -> Iterator[tuple[int, int, str, str]]:
    name, service = company(flat(match["name"])), flat(match["service"])
    if name and _is_name(name, single=single) and not _METHODS.match(service):
        yield start, end, name, service


def _is_name(name: str, *, single: bool) -> bool:
    """Tell whether words with capitals name an organisation: by its legal form, or two words unless one is enough."""
    return not _NO_NAME.match(name) and (FORMED.search(name) is not None or len(name.split()) > 1 or single)
